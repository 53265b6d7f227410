package dev.paritas.bridge.scenario;

import dev.paritas.bridge.implementation.SimRunInput;
import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.trace.BridgeExport;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.simulation.run.SimulationRun;
import dev.paritas.simulation.scenario.ScenarioProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A fixture's run on the machine against its reference simulation (spec 52 §5.4). What is compared of an event is kind,
 * session-local tick, session, sender, receiver, label and role; the run must be a prefix of the simulation.
 */
public final class SimulationParity {
    private static final Set<String> KINDS = Set.of("opened", "sent", "received", "closed");

    /** One thing that differs. */
    public record Difference(String what, String simulation, String run) {}

    private final SimulationFixture fixture;
    private final SimRunOutput simulation;
    private final List<Difference> differences = new ArrayList<>();

    private SimulationParity(SimulationFixture fixture, SimRunOutput simulation) {
        this.fixture = fixture;
        this.simulation = simulation;
    }

    /**
     * {@return everything in which {@code simulation} differs from the fixture's run; empty when they agree}
     *
     * @throws ProblemException ({@link ScenarioProblem}) when the machine cannot run the fixture
     */
    public static List<Difference> differences(SimulationFixture fixture, SimRunOutput simulation) {
        SimulationParity parity = new SimulationParity(fixture, simulation);
        parity.compare(BridgeExport.trace(
                SimulationRun.of(fixture.scenario(), fixture.protocol(), Map.of(), new PassThroughHandler())
                        .trace()));
        return List.copyOf(parity.differences);
    }

    private void compare(List<TraceEvent> run) {
        List<TraceEvent> ran = kept(run);
        List<TraceEvent> simulated = kept(simulation.trace());
        if (ran.isEmpty() || simulated.isEmpty()) {
            differs("events", simulated.size() + " events", ran.size() + " events");
            return;
        }
        opening(simulated);
        prefix(simulated, ran);
        artifacts();
        validity("run", run, true);
        validity("simulation", simulation.trace(), true);
        validity("tampered simulation", tampered(simulation.trace()), false);
        if (!simulation.violations().isEmpty()) {
            differs("violations", simulation.violations().size() + " violations", "none");
        }
    }

    private static List<TraceEvent> kept(List<TraceEvent> trace) {
        return trace.stream().filter(event -> KINDS.contains(event.kind())).toList();
    }

    /** The simulation opens with the sorted roles, then shows each action's send and receive. */
    private void opening(List<TraceEvent> simulated) {
        List<String> expected = new ArrayList<>();
        expected.add("opened " + String.join(",", fixture.protocol().roles()));
        actions(fixture.protocol(), expected);
        List<String> shown = simulated.stream()
                .limit(expected.size())
                .map(event -> event.kind().equals("opened")
                        ? "opened " + event.role()
                        : event.kind() + " " + event.sender() + "->" + event.receiver() + " " + event.label())
                .toList();
        if (!shown.equals(expected)) {
            differs("opening", String.join("; ", shown), String.join("; ", expected));
        }
    }

    private static void actions(GlobalType type, List<String> into) {
        switch (type) {
            case GlobalType.End ignored -> {}
            case GlobalType.Var ignored -> {}
            case GlobalType.Mu mu -> actions(mu.body(), into);
            case GlobalType.Delegate delegate -> actions(delegate.continuation(), into);
            case GlobalType.Comm comm -> {
                for (GlobalType.Branch branch : comm.branches()) {
                    String action = comm.sender() + "->" + comm.receiver() + " "
                            + branch.label().name();
                    into.add("sent " + action);
                    into.add("received " + action);
                    actions(branch.continuation(), into);
                }
            }
        }
    }

    private void prefix(List<TraceEvent> simulated, List<TraceEvent> ran) {
        List<List<@Nullable Object>> left = reduced(simulated);
        List<List<@Nullable Object>> right = reduced(ran);
        for (int i = 0; i < right.size(); i++) {
            String there = i < left.size() ? left.get(i).toString() : "no event";
            String here = right.get(i).toString();
            if (!there.equals(here)) {
                differs("event " + i, there, here);
                return;
            }
        }
    }

    private static List<List<@Nullable Object>> reduced(List<TraceEvent> events) {
        Map<Long, Long> ticks = new HashMap<>();
        List<List<@Nullable Object>> reduced = new ArrayList<>();
        for (TraceEvent event : events) {
            Long session = event.session();
            long tick = session == null ? event.tick() : ticks.merge(session, 1L, Long::sum) - 1;
            List<@Nullable Object> fields = new ArrayList<>();
            fields.add(event.kind());
            fields.add(tick);
            fields.add(session);
            fields.add(event.sender());
            fields.add(event.receiver());
            fields.add(event.label());
            fields.add(event.role());
            reduced.add(fields);
        }
        return reduced;
    }

    private void artifacts() {
        List<String> listed = new ArrayList<>();
        List<JsonValue> actions = new ArrayList<>();
        actions(fixture.protocol(), listed);
        for (int i = 0; i < listed.size(); i += 2) {
            String[] parts = listed.get(i).substring("sent ".length()).split("->| ", 3);
            actions.add(new JsonValue.Obj(Map.of(
                    "sender", new JsonValue.Text(parts[0]),
                    "receiver", new JsonValue.Text(parts[1]),
                    "label", new JsonValue.Text(parts[2]))));
        }
        List<JsonValue> roles = fixture.scenario().roles().stream()
                .<JsonValue>map(JsonValue.Text::new)
                .toList();
        artifact("mode", new JsonValue.Text(ReferenceSimulation.MODE));
        artifact("steps", JsonValue.Num.of(fixture.scenario().steps()));
        artifact("action_count", JsonValue.Num.of(actions.size()));
        artifact("num_roles", JsonValue.Num.of(roles.size()));
        artifact("active_steps_per_round", JsonValue.Num.of(activeSteps()));
        artifact("roles", new JsonValue.Array(roles));
        artifact("actions", new JsonValue.Array(actions));
    }

    private void artifact(String name, JsonValue expected) {
        JsonValue actual = simulation.artifacts() instanceof JsonValue.Obj(SortedMap<String, JsonValue> members)
                ? members.getOrDefault(name, JsonValue.NULL)
                : JsonValue.NULL;
        if (!actual.equals(expected)) {
            differs("artifacts." + name, actual.compactText(), expected.compactText());
        }
    }

    /** The deepest nesting of sends and receives in the runtime's own projections. */
    private long activeSteps() {
        long deepest = 0;
        for (LocalType type : Projection.projectAll(fixture.protocol()).values()) {
            deepest = Math.max(deepest, new Depth().over(type));
        }
        return deepest;
    }

    private static final class Depth extends Fold<LocalType, Long> {
        @Override
        protected Long leave(LocalType node, Results<Long> children) {
            long deepest = 0;
            for (int i = 0; i < children.size(); i++) {
                deepest = Math.max(deepest, children.get(i));
            }
            return node instanceof LocalType.Choice ? deepest + 1 : deepest;
        }
    }

    private void validity(String what, List<TraceEvent> trace, boolean expected) {
        boolean valid = ReferenceSimulation.validate(payload(fixture, trace)).valid();
        if (valid != expected) {
            differs(what, "valid " + valid, "valid " + expected);
        }
    }

    /** {@return the payload of {@code validateSimulationTrace}} */
    public static JsonValue payload(SimulationFixture fixture, List<TraceEvent> trace) {
        return payload(SimRunInput.CODEC.toTree(fixture.input()), trace);
    }

    /** {@return the payload of {@code validateSimulationTrace}} */
    public static JsonValue payload(JsonValue input, List<TraceEvent> trace) {
        return new JsonValue.Obj(Map.of(
                "input", input, "trace", Codec.listOf(TraceEvent.RUNNER_CODEC).toTree(trace)));
    }

    /** {@return the trace with the first label changed to one that no protocol here has} */
    public static List<TraceEvent> tampered(List<TraceEvent> trace) {
        List<TraceEvent> changed = new ArrayList<>(trace);
        for (int i = 0; i < changed.size(); i++) {
            TraceEvent event = changed.get(i);
            String sender = event.sender();
            String receiver = event.receiver();
            Long session = event.session();
            if (event.kind().equals("sent") && sender != null && receiver != null && session != null) {
                changed.set(i, TraceEvent.sent(event.tick(), session, sender, receiver, "tampered_label"));
                break;
            }
        }
        return changed;
    }

    private void differs(String what, String simulated, String ran) {
        differences.add(new Difference(what, simulated, ran));
    }
}
