package dev.paritas.machine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReferenceRunsTest {
    @TestFactory
    Stream<DynamicTest> every_run_has_the_events_and_the_end_of_the_reference() throws IOException {
        return ReferenceRun.all(".jsonl").stream()
                .filter(ReferenceRun::isLoaded)
                .map(run -> DynamicTest.dynamicTest(run.id(), () -> repeat(run)));
    }

    private static void repeat(ReferenceRun run) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        if (run.text("load_error").isPresent()) {
            assertThatThrownBy(() -> machine.loadChoreography(run.image()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage(run.text("load_error").orElseThrow());
            return;
        }
        machine.loadChoreography(run.image());
        String end = "";
        String error = "";
        try {
            end = switch (machine.run(new PassThroughHandler(), run.number("max_steps"))) {
                case ALL_DONE -> "all_done";
                case STUCK -> "stuck";
                case MAX_ROUNDS_EXCEEDED -> "max_steps";
            };
        } catch (ProblemException e) {
            end = "error";
            error = e.only(MachineError.class).sentence();
        }
        assertThat(trace(machine.trace()))
                .isEqualTo(
                        run.list("trace").stream().map(JsonValue::compactText).toList());
        assertThat(end).isEqualTo(run.text("end").orElseThrow());
        assertThat(error).isEqualTo(run.text("run_error").orElse(""));
    }

    private static List<String> trace(List<ObservableEvent> events) {
        return events.stream()
                .map(event -> JsonOutput.compactText(ObservableEvent.CODEC, event))
                .toList();
    }
}
