package dev.paritas.simulation.run;

import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.Coroutine;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.Recording;
import dev.paritas.machine.engine.RoundResult;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunEnd;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.field.FieldHandler;
import dev.paritas.simulation.field.FieldProblem;
import dev.paritas.simulation.field.FieldValues;
import dev.paritas.simulation.scenario.Scenario;
import dev.paritas.simulation.scenario.ScenarioProblem;
import dev.paritas.simulation.scenario.ScenarioProblem.Kind;
import dev.paritas.simulation.scenario.ScenarioResolution;
import dev.paritas.simulation.scenario.ScenarioValidation;
import dev.paritas.simulation.scenario.SimulatorHost;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recorded run of a scenario (spec 52 §4.5). A round is one instruction of the machine, not one step of the physics.
 *
 * @param records per recorded step one for each coroutine, in coroutine order
 * @param trace everything observable
 * @param end how it ended
 */
public record SimulationRun(List<StepRecord> records, List<ObservableEvent> trace, RunEnd end) {
    /** Most numbers of a run: each record takes one for its step and one for each component of its state. */
    public static final long MAX_NUMBERS = 4_000_000;

    public SimulationRun {
        records = List.copyOf(records);
        trace = List.copyOf(trace);
    }

    /** {@return why the run broke off; empty for a run that ended or used up its steps} */
    public Optional<String> fault() {
        return end instanceof RunEnd.Faulted(String reason) ? Optional.of(reason) : Optional.empty();
    }

    /** {@return the handler of the scenario's field, the plain one without a field} */
    public static EffectHandler handler(Scenario scenario) {
        return scenario.field() == null ? new PassThroughHandler() : FieldHandler.of(scenario.field());
    }

    /** As {@link #of(Scenario, GlobalType, Map, EffectHandler)}, with the handler of the field. */
    public static SimulationRun of(Scenario scenario, GlobalType protocol, Map<String, List<FixedQ32>> initialStates) {
        return of(scenario, protocol, initialStates, handler(scenario));
    }

    /**
     * Validates and runs.
     *
     * @param initialStates by role; empty to take those of the field
     * @throws ProblemException ({@link ScenarioProblem}) when the scenario is invalid or not supported, the protocol
     *     cannot be loaded, a role has
     *     no initial state, or the records would pass {@link #MAX_NUMBERS}
     */
    public static SimulationRun of(
            Scenario scenario, GlobalType protocol, Map<String, List<FixedQ32>> initialStates, EffectHandler handler) {
        ScenarioValidation.check(scenario, SimulatorHost.SINGLE_THREAD);
        requireSupported(scenario);
        ScenarioResolution resolution = ScenarioResolution.of(scenario, SimulatorHost.SINGLE_THREAD);
        TraceSink trace = new TraceSink(new ArrayList<>());
        ProtocolMachine machine = loaded(protocol, resolution, trace);
        start(machine, initialStates.isEmpty() ? derived(scenario) : initialStates);
        // A protocol without a loop comes to its end long before.
        if (loops(protocol)) {
            requireRoom(machine, scenario.steps());
        }
        return run(machine, trace, handler, scenario.steps());
    }

    private static void requireSupported(Scenario scenario) {
        boolean disturbed = scenario.network() != null
                || !scenario.adversaries().isEmpty()
                || !scenario.reconfigurations().isEmpty();
        if (disturbed) {
            throw new ProblemException(new ScenarioProblem(
                    Kind.UNSUPPORTED,
                    "",
                    "this release runs scenarios without network, adversaries and reconfigurations"));
        }
    }

    private static ProtocolMachine loaded(GlobalType protocol, ScenarioResolution resolution, TraceSink trace) {
        try {
            ProtocolMachine machine = new ProtocolMachine(
                    MachineConfig.DEFAULT.toBuilder()
                            .schedPolicy(resolution.policy())
                            .build(),
                    Recording.streaming(trace));
            machine.loadChoreography(CodeImage.of(protocol));
            return machine;
        } catch (ProblemException e) {
            if (e.problem() instanceof ProjectionError || e.problem() instanceof MachineError) {
                throw new ProblemException(new ScenarioProblem(Kind.LOAD, "", e.getMessage()));
            }
            throw e;
        }
    }

    private static Map<String, List<FixedQ32>> derived(Scenario scenario) {
        if (scenario.field() == null) {
            return Map.of();
        }
        try {
            return scenario.field().initialStates(scenario.roles());
        } catch (ProblemException e) {
            throw new ProblemException(new ScenarioProblem(
                    Kind.INITIAL_STATES, "field", e.only(FieldProblem.class).sentence()));
        }
    }

    private static void start(ProtocolMachine machine, Map<String, List<FixedQ32>> states) {
        for (Coroutine coroutine : machine.coroutines()) {
            List<FixedQ32> state = states.get(coroutine.role());
            if (state == null) {
                throw new ProblemException(new ScenarioProblem(
                        Kind.INITIAL_STATES, "field", "missing initial state for role '" + coroutine.role() + "'"));
            }
            machine.writeRegisters(coroutine.id(), registers -> FieldValues.write(registers, state));
        }
    }

    private static boolean loops(GlobalType protocol) {
        ArrayDeque<GlobalType> open = new ArrayDeque<>(List.of(protocol));
        while (!open.isEmpty()) {
            GlobalType type = open.pop();
            if (type instanceof GlobalType.Mu) {
                return true;
            }
            for (int i = 0; i < type.arity(); i++) {
                open.push(type.child(i));
            }
        }
        return false;
    }

    private static void requireRoom(ProtocolMachine machine, long steps) {
        long each = 0;
        for (Coroutine coroutine : machine.coroutines()) {
            each += size(FieldValues.read(coroutine.registers()));
        }
        if (each > 0 && Long.compareUnsigned(steps, MAX_NUMBERS / each) > 0) {
            throw tooLarge(Long.toUnsignedString(steps) + " steps");
        }
    }

    private static int size(List<FixedQ32> state) {
        return 1 + state.size();
    }

    private static ProblemException tooLarge(String what) {
        return new ProblemException(new ScenarioProblem(
                Kind.TOO_LARGE,
                "steps",
                what + " would record more than " + MAX_NUMBERS + " numbers (limit simulated_numbers)"));
    }

    private static SimulationRun run(ProtocolMachine machine, TraceSink trace, EffectHandler handler, long steps) {
        List<StepRecord> records = new ArrayList<>();
        long numbers = record(machine, 0, records);
        RunEnd end = new RunEnd.StepLimit();
        try {
            for (long step = 1; Long.compareUnsigned(step, steps) < 0; step++) {
                RoundResult result = machine.stepRound(handler, 1);
                if (result != RoundResult.CONTINUE) {
                    end = result == RoundResult.STUCK ? new RunEnd.Blocked() : new RunEnd.Completed();
                    break;
                }
                numbers += record(machine, step, records);
                if (numbers > MAX_NUMBERS) {
                    throw tooLarge("the steps");
                }
            }
        } catch (ProblemException e) {
            end = new RunEnd.Faulted(e.only(MachineError.class).sentence());
        }
        return new SimulationRun(records, trace.events(), end);
    }

    /** {@return how many numbers were recorded} */
    private static long record(ProtocolMachine machine, long step, List<StepRecord> records) {
        long numbers = 0;
        for (Coroutine coroutine : machine.coroutines()) {
            List<FixedQ32> state = FieldValues.read(coroutine.registers());
            records.add(new StepRecord(step, coroutine.role(), state));
            numbers += size(state);
        }
        return numbers;
    }
}
