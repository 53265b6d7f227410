package dev.paritas.machine.engine;

import dev.paritas.machine.isa.ChooseEntry;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.machine.session.TypeState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the session type before an instruction is charged (spec 20 §15.1). */
final class Monitor {
    private Monitor() {}

    static void check(Coroutine coroutine, Instr instr, @Nullable EndpointSlot endpoint) {
        switch (instr) {
            case Instr.Send _, Instr.Offer _ -> expect(coroutine, endpoint, TypeState.Head.SEND, "Send");
            case Instr.Receive _ -> expect(coroutine, endpoint, TypeState.Head.RECV, "Recv");
            case Instr.Choose choose -> {
                if (hasRepeatedLabel(choose.table())) {
                    throw FaultSignal.speculation("[monitor] structural precheck failed: duplicate choose labels");
                }
                expect(coroutine, endpoint, TypeState.Head.RECV, "Recv");
            }
            case Instr.Open open -> {
                if (open.roles().size() != open.dsts().size()) {
                    throw FaultSignal.speculation("[monitor] structural precheck failed: open arity mismatch");
                }
            }
            case Instr.Close _,
                    Instr.Invoke _,
                    Instr.Acquire _,
                    Instr.Release _,
                    Instr.Fork _,
                    Instr.Join _,
                    Instr.Abort _,
                    Instr.Transfer _,
                    Instr.Tag _,
                    Instr.Check _,
                    Instr.Set _,
                    Instr.Move _,
                    Instr.Jump _,
                    Instr.Spawn _,
                    Instr.Yield _,
                    Instr.Halt _ -> {}
        }
    }

    private static void expect(Coroutine coroutine, @Nullable EndpointSlot endpoint, TypeState.Head head, String name) {
        TypeState type = endpoint == null ? null : endpoint.type();
        if (type == null) {
            throw FaultSignal.type("[monitor] " + coroutine.role + ": no type registered");
        }
        if (type.head() != head) {
            throw FaultSignal.type("[monitor] " + coroutine.role + ": expected " + name + " state, got "
                    + type.current().debugText());
        }
    }

    private static boolean hasRepeatedLabel(List<ChooseEntry> table) {
        if (table.size() < 2) {
            return false;
        }
        if (table.size() == 2) {
            return table.get(0).label().equals(table.get(1).label());
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < table.size(); i++) {
            if (!seen.add(table.get(i).label())) {
                return true;
            }
        }
        return false;
    }
}
