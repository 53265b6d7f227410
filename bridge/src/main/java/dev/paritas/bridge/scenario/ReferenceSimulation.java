package dev.paritas.bridge.scenario;

import dev.paritas.bridge.implementation.PeerIssue;
import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.bridge.implementation.SimulationValidation;
import dev.paritas.model.machine.SimulationProblem;
import dev.paritas.model.machine.SimulationReference;
import dev.paritas.model.machine.TraceIssue;
import dev.paritas.model.machine.TraceValidation;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simulation operations in this process, answered by dialect L (spec 52 §5.2-5.3, 22 §12.2-12.3). */
public final class ReferenceSimulation {
    public static final String MODE = "deterministic_reference";

    private ReferenceSimulation() {}

    /** {@return the answer to a {@code SimRunInput}; what cannot be read is an error of the answer} */
    public static SimRunOutput of(JsonValue payload) {
        try {
            SimulationReference simulation = SimulationReference.of(payload);
            return SimRunOutput.of(simulation.trace(), artifacts(simulation));
        } catch (ProblemException e) {
            SimulationProblem problem = e.only(SimulationProblem.class);
            PeerIssue issue = new PeerIssue(problem.code(), Optional.of("payload"), problem.sentence());
            return new SimRunOutput(List.of(), List.of(), new JsonValue.Obj(Map.of()), List.of(issue));
        }
    }

    /** {@return the verdict on {@code {"input":..,"trace":[..]}}} */
    public static SimulationValidation validate(JsonValue payload) {
        Optional<TraceIssue> issue = TraceValidation.validateSimulationTrace(payload);
        return new SimulationValidation(
                issue.isEmpty(),
                issue.stream()
                        .map(found -> new PeerIssue(found.code(), Optional.of(found.path()), found.message()))
                        .toList(),
                JsonValue.NULL);
    }

    private static JsonValue artifacts(SimulationReference simulation) {
        List<JsonValue> actions = simulation.actions().stream()
                .<JsonValue>map(action -> new JsonValue.Obj(Map.of(
                        "label", text(action.label()),
                        "receiver", text(action.receiver()),
                        "sender", text(action.sender()))))
                .toList();
        return new JsonValue.Obj(Map.of(
                "action_count", JsonValue.Num.of(actions.size()),
                "actions", new JsonValue.Array(actions),
                "active_steps_per_round", JsonValue.Num.of(simulation.activeSteps()),
                "mode", text(MODE),
                "num_roles", JsonValue.Num.of(simulation.roles().size()),
                "observable_count", JsonValue.Num.of(simulation.observable()),
                "roles",
                        new JsonValue.Array(simulation.roles().stream()
                                .map(ReferenceSimulation::text)
                                .toList()),
                "steps", JsonValue.Num.of(simulation.steps()),
                "trace_length", JsonValue.Num.of(simulation.observable() + 1)));
    }

    private static JsonValue text(String value) {
        return new JsonValue.Text(value);
    }
}
