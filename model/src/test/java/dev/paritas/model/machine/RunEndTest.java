package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.trace.ObservedRun;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunEnd;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.testsupport.Protocols;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How runs of both machines end, and what is kept of them. */
class RunEndTest {
    private record Machine(RunOutput output, RunEnd end) {
        static Machine run(CodeImage image, long maxSteps, RunDetail detail) {
            ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
            machine.loadChoreography(image);
            ObservedRun run = new ObservedRun(machine, detail);
            RunOutput output = run.run(new PassThroughHandler(), maxSteps, 1);
            return new Machine(
                    output,
                    RunEnd.of(
                            output,
                            maxSteps,
                            run.fault().map(MachineError::sentence).orElse(null)));
        }
    }

    private static RunEnd machine(GlobalType type, long maxSteps) {
        return Machine.run(CodeImage.of(type), maxSteps, RunDetail.TRACE).end();
    }

    private static RunEnd dialect(GlobalType type, long maxSteps, String... roles) {
        return RunEnd.of(Runs.run(maxSteps, type, roles), maxSteps, null);
    }

    @Test
    void a_run_that_used_up_its_steps_is_told_apart_from_one_that_cannot_go_on() {
        assertThat(machine(Protocols.LOOP, 50).word()).isEqualTo("step limit");
        assertThat(dialect(Protocols.LOOP, 50, "A", "B").word()).isEqualTo("step limit");
        assertThat(machine(Protocols.PING_PONG, 0)).isEqualTo(new RunEnd.StepLimit());
        assertThat(dialect(Protocols.PING_PONG, 0, "A", "B")).isEqualTo(new RunEnd.StepLimit());
    }

    @Test
    void a_limit_of_exactly_the_steps_that_a_run_needs_is_no_limit() {
        assertThat(machine(Protocols.PING_PONG, 11)).isEqualTo(new RunEnd.Completed());
        assertThat(machine(Protocols.PING_PONG, 10)).isEqualTo(new RunEnd.StepLimit());
        long needed = Runs.run(1000, Protocols.PING_PONG, "A", "B").stepsExecuted();
        assertThat(dialect(Protocols.PING_PONG, needed, "A", "B").word()).isEqualTo("completed");
        assertThat(dialect(Protocols.PING_PONG, needed - 1, "A", "B")).isEqualTo(new RunEnd.StepLimit());
    }

    @Test
    void roles_that_wait_for_each_other_are_blocked() {
        LocalType waitsForB = LocalType.recv("B", "m", LocalType.END);
        LocalType waitsForA = LocalType.recv("A", "m", LocalType.END);
        CodeImage image = CodeImage.fromLocalTypes(Map.of("A", waitsForB, "B", waitsForA), GlobalType.END);
        assertThat(Machine.run(image, 1000, RunDetail.TRACE).end().word()).isEqualTo("blocked");
        GlobalType absent = GlobalType.comm("C", "B", "wait", GlobalType.END);
        assertThat(dialect(absent, 1000, "B")).isEqualTo(new RunEnd.Blocked());
    }

    @Test
    void a_fault_comes_with_its_reason_whatever_the_status_says() {
        GlobalType nested =
                new GlobalType.Mu("X", new GlobalType.Mu("Y", GlobalType.comm("A", "B", "m", new GlobalType.Var("Y"))));
        RunOutput output = Runs.run(50, nested, "A", "B");
        assertThat(output.status()).isEqualTo(RunOutput.COMPLETED);
        assertThat(RunEnd.of(output, 50, null))
                .isEqualTo(new RunEnd.Faulted("spec_fault:[monitor] expected Send state"));
        assertThat(RunEnd.of(output, 50, "the side's own words").word()).isEqualTo("faulted");
    }

    @Test
    void what_is_not_asked_for_is_not_kept_and_changes_nothing_else() {
        RunOutput all = Machine.run(CodeImage.of(Protocols.PING_PONG), 100, RunDetail.OBJECTS)
                .output();
        RunOutput effects = Machine.run(CodeImage.of(Protocols.PING_PONG), 100, RunDetail.EFFECTS)
                .output();
        RunOutput steps = Machine.run(CodeImage.of(Protocols.PING_PONG), 100, RunDetail.STEPS)
                .output();
        RunOutput trace = Machine.run(CodeImage.of(Protocols.PING_PONG), 100, RunDetail.TRACE)
                .output();
        assertThat(all.semanticObjects()).isNotEqualTo(SemanticObjects.empty());
        assertThat(effects).isEqualTo(without(all, RunDetail.EFFECTS));
        assertThat(steps).isEqualTo(without(all, RunDetail.STEPS)).isNotEqualTo(effects);
        assertThat(trace).isEqualTo(without(all, RunDetail.TRACE)).isNotEqualTo(steps);

        ModelMachine whole = loaded();
        ModelMachine brief = loaded();
        RunOutput dialect = whole.run(1, 100, RunDetail.STEPS);
        assertThat(dialect.stepStates()).isNotEmpty();
        assertThat(brief.run(1, 100, RunDetail.TRACE)).isEqualTo(without(dialect, RunDetail.TRACE));
    }

    private static ModelMachine loaded() {
        ModelMachine machine = new ModelMachine();
        machine.load(Protocols.PING_PONG, List.of("A", "B"));
        return machine;
    }

    private static RunOutput without(RunOutput all, RunDetail detail) {
        boolean effects = detail.includes(RunDetail.EFFECTS);
        return new RunOutput(
                all.trace(),
                all.sessions(),
                all.stepsExecuted(),
                all.concurrency(),
                all.status(),
                effects ? all.effectTrace() : List.of(),
                effects ? all.effectExchanges() : List.of(),
                effects ? all.outputConditionTrace() : List.of(),
                detail.includes(RunDetail.STEPS) ? all.stepStates() : List.of(),
                SemanticObjects.empty());
    }
}
