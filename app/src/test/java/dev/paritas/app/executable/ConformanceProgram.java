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
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A program that answers as the model's {@code conformance_runner} does, by our monitor: for tests of the lane that asks it. */
public final class ConformanceProgram {
    private static final Executable EXECUTABLE = new Executable(
            "conformance_runner",
            ImplementationId.JAVA_MODEL,
            "lean_bridge.v1",
            Map.of("conform", ConformanceProgram::answer, "role_equivalent", ConformanceProgram::equivalent),
            OneShotForms.document(ConformanceProgram::answer));

    private ConformanceProgram() {}

    public static void main(String[] args) {
        EXECUTABLE.main(args);
    }

    private static Executable.Answer answer(JsonValue payload) {
        Verdict verdict = verdict(Log.CODEC.fromTree(payload, ReadPolicy.STRICT));
        return out -> Verdict.CODEC.write(out, verdict);
    }

    private static Executable.Answer equivalent(JsonValue payload) {
        Traces traces = Traces.CODEC.fromTree(payload, ReadPolicy.STRICT);
        RoleEquivalence answer = new RoleEquivalence(
                byRole(traces.left()).equals(byRole(traces.right())),
                isWellFormed(traces.left()) && isWellFormed(traces.right()));
        return out -> RoleEquivalence.CODEC.write(out, answer);
    }

    private static Map<String, List<Action>> byRole(List<Action> trace) {
        return trace.stream().collect(Collectors.groupingBy(Action::role));
    }

    private static boolean isWellFormed(List<Action> trace) {
        Map<List<String>, List<String>> queues = new HashMap<>();
        for (Action action : trace) {
            switch (action) {
                case Action.Send(String role, String peer, String label) ->
                    queues.computeIfAbsent(List.of(role, peer), _ -> new ArrayList<>())
                            .add(label);
                case Action.Receive(String role, String peer, String label) -> {
                    List<String> queue = queues.getOrDefault(List.of(peer, role), List.of());
                    if (queue.isEmpty() || !queue.removeFirst().equals(label)) {
                        return false;
                    }
                }
                case Action.Choose _, Action.End _ ->
                    throw RequestException.refused("a trace has sends and receives only");
            }
        }
        return true;
    }

    private static Verdict verdict(Log log) {
        Monitor monitor = new Monitor(ProtocolAutomaton.of(log.type()), false);
        for (int i = 0; i < log.actions().size(); i++) {
            if (observed(monitor, log.actions().get(i)) != null) {
                return new Verdict.Violates(i);
            }
        }
        return monitor.summary().complete() == 1 ? new Verdict.Complete() : new Verdict.SoFar();
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
}
