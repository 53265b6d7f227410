package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.SessionStatus;
import java.util.List;
import java.util.Map;

/**
 * The first difference of two executions (spec 22 §15.2). It is only ever written; on the wire the sides are called
 * {@code rust} and {@code lean}.
 */
public sealed interface ExecutionDiff {
    /** {@return the wire form} */
    JsonValue json();

    /** Both traces have an event at {@code index}, and the two differ. */
    record EventMismatch(long index, TickedEvent machine, TickedEvent lean, long machineLength, long leanLength)
            implements ExecutionDiff {
        @Override
        public JsonValue json() {
            return new JsonValue.Obj(Map.of(
                    "kind",
                    new JsonValue.Text("event_mismatch"),
                    "index",
                    JsonValue.Num.of(index),
                    "rust",
                    TickedEvent.CODEC.toTree(machine),
                    "lean",
                    TickedEvent.CODEC.toTree(lean),
                    "rust_len",
                    JsonValue.Num.of(machineLength),
                    "lean_len",
                    JsonValue.Num.of(leanLength)));
        }
    }

    /** One trace is a proper prefix of the other. */
    record LengthMismatch(long machineLength, long leanLength) implements ExecutionDiff {
        @Override
        public JsonValue json() {
            return new JsonValue.Obj(Map.of(
                    "kind",
                    new JsonValue.Text("length_mismatch"),
                    "rust_len",
                    JsonValue.Num.of(machineLength),
                    "lean_len",
                    JsonValue.Num.of(leanLength)));
        }
    }

    /** The traces are equal and the lists of session statuses are not. */
    record SessionStatusMismatch(List<SessionStatus> machine, List<SessionStatus> lean) implements ExecutionDiff {
        public SessionStatusMismatch {
            machine = List.copyOf(machine);
            lean = List.copyOf(lean);
        }

        @Override
        public JsonValue json() {
            return new JsonValue.Obj(Map.of(
                    "kind",
                    new JsonValue.Text("session_status_mismatch"),
                    "rust",
                    StructuralDifference.array(SessionStatus.CODEC, machine),
                    "lean",
                    StructuralDifference.array(SessionStatus.CODEC, lean)));
        }
    }
}
