package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ConformanceOperations.Action;
import dev.paritas.bridge.implementation.ConformanceOperations.Log;
import dev.paritas.bridge.implementation.ConformanceOperations.RoleEquivalence;
import dev.paritas.bridge.implementation.ConformanceOperations.Traces;
import dev.paritas.bridge.implementation.ConformanceOperations.Verdict;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.choreography.monitor.Monitor;
import dev.paritas.choreography.monitor.ProtocolAutomaton;
import dev.paritas.choreography.monitor.Violation;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The executable {@code conformance_runner} (docs/serve.md), answered by the monitor of {@code paritas conform}. The reference
 * has no such program; the one made of the Lean sources has the same operations.
 */
public final class ConformanceRunnerMain {
    private static final Executable EXECUTABLE = new Executable(
            "conformance_runner",
            ImplementationId.JAVA_MACHINE,
            BridgeVersion.CURRENT,
            Map.of(
                    "conform", ConformanceRunnerMain::conform,
                    "role_equivalent", ConformanceRunnerMain::roleEquivalent),
            OneShotForms.document(ConformanceRunnerMain::answer));

    private ConformanceRunnerMain() {}

    public static void main(String[] args) {
        EXECUTABLE.main(args);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return EXECUTABLE.run(args, in, out, err);
    }

    private static Executable.Answer answer(JsonValue document) {
        return document instanceof JsonValue.Obj(SortedMap<String, JsonValue> members)
                        && members.get("operation") instanceof JsonValue.Text(String operation)
                ? EXECUTABLE.perform(operation, members.getOrDefault("payload", JsonValue.NULL))
                : missingOperation();
    }

    private static Executable.Answer missingOperation() {
        throw new RequestException(RequestError.BAD_ENVELOPE, "missing operation");
    }

    private static Executable.Answer conform(JsonValue payload) {
        Verdict verdict = verdict(Log.CODEC.fromTree(payload, ReadPolicy.STRICT));
        return out -> Verdict.CODEC.write(out, verdict);
    }

    private static Verdict verdict(Log log) {
        Monitor monitor = new Monitor(automaton(log.type()), false);
        if (log.actions().isEmpty()) {
            return log.type().roles().isEmpty() ? new Verdict.Complete() : new Verdict.SoFar();
        }
        for (int i = 0; i < log.actions().size(); i++) {
            Violation violation = observed(monitor, log.actions().get(i));
            if (violation != null && violation.reason() == Violation.Reason.TOO_MANY_UNDER_WAY) {
                throw RequestException.refused(
                        "events[" + i + "]: " + violation.reason().sentence());
            }
            if (violation != null) {
                return new Verdict.Violates(i);
            }
        }
        return monitor.summary().complete() == 1 ? new Verdict.Complete() : new Verdict.SoFar();
    }

    private static ProtocolAutomaton automaton(GlobalType type) {
        if (!type.wellFormed()) {
            throw RequestException.refused("global_type: the protocol is not well-formed");
        }
        try {
            return ProtocolAutomaton.of(type);
        } catch (ProblemException e) {
            throw RequestException.refused(
                    "global_type: " + e.only(ProjectionError.class).sentence());
        }
    }

    private static @Nullable Violation observed(Monitor monitor, Action action) {
        return switch (action) {
            case Action.Send(String role, String peer, String label) ->
                monitor.observe("", role, dev.paritas.choreography.monitor.Action.SEND, peer, label, 0);
            case Action.Receive(String role, String peer, String label) ->
                monitor.observe("", role, dev.paritas.choreography.monitor.Action.RECEIVE, peer, label, 0);
            case Action.Choose(String role, String peer, String label) ->
                monitor.observe("", role, dev.paritas.choreography.monitor.Action.CHOOSE, peer, label, 0);
            case Action.End(String role) ->
                monitor.observe("", role, dev.paritas.choreography.monitor.Action.END, null, null, 0);
        };
    }

    private static Executable.Answer roleEquivalent(JsonValue payload) {
        Traces traces = Traces.CODEC.fromTree(payload, ReadPolicy.STRICT);
        boolean left = isWellFormed("left", traces.left());
        boolean right = isWellFormed("right", traces.right());
        RoleEquivalence answer =
                new RoleEquivalence(byRole(traces.left()).equals(byRole(traces.right())), left && right);
        return out -> RoleEquivalence.CODEC.write(out, answer);
    }

    private static Map<String, List<Action>> byRole(List<Action> trace) {
        return trace.stream().collect(Collectors.groupingBy(Action::role));
    }

    /** {@return whether every receive takes the oldest message from its peer} */
    private static boolean isWellFormed(String name, List<Action> trace) {
        Map<List<String>, Deque<String>> queues = new HashMap<>();
        boolean wellFormed = true;
        for (int i = 0; i < trace.size(); i++) {
            switch (trace.get(i)) {
                case Action.Send(String role, String peer, String label) ->
                    queues.computeIfAbsent(List.of(role, peer), _ -> new ArrayDeque<>())
                            .add(label);
                case Action.Receive(String role, String peer, String label) -> {
                    Deque<String> queue = queues.get(List.of(peer, role));
                    wellFormed &= queue != null && label.equals(queue.poll());
                }
                case Action.Choose _, Action.End _ ->
                    throw RequestException.refused(name + "[" + i + "]: a trace has the actions send and receive only");
            }
        }
        return wellFormed;
    }
}
