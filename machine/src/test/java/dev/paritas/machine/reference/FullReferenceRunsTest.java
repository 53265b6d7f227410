package dev.paritas.machine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RoundResult;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.TransitionSummary;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FullReferenceRunsTest {
    @TestFactory
    Stream<DynamicTest> every_full_run_has_the_slices_and_records_of_the_reference() throws IOException {
        return ReferenceRun.all(".jsonl.gz").stream().map(run -> DynamicTest.dynamicTest(run.id(), () -> repeat(run)));
    }

    private static void repeat(ReferenceRun run) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.keepPreDispatchSlices();
        machine.loadChoreography(run.image());
        PassThroughHandler handler = new PassThroughHandler();
        for (JsonValue expected : run.list("rounds")) {
            RoundResult result = machine.stepRound(handler, 1);
            assertThat(round(machine, result, ReferenceRun.fields(expected).get("round"))
                            .compactText())
                    .isEqualTo(expected.compactText());
        }
        String error = "";
        if (run.text("run_error").isPresent()) {
            try {
                machine.stepRound(handler, 1);
            } catch (ProblemException e) {
                error = e.only(MachineError.class).sentence();
            }
        }
        assertThat(error).isEqualTo(run.text("run_error").orElse(""));
        run.expectRecordsOf(machine);
    }

    private static JsonValue round(ProtocolMachine machine, RoundResult result, @Nullable JsonValue number) {
        TransitionSummary summary = machine.transitionSummary();
        JsonValue tree = tree(TransitionSummary.CODEC, summary);
        Map<String, JsonValue> transition = ReferenceRun.fields(tree);
        Map<String, JsonValue> members = new TreeMap<>();
        members.put("round", number == null ? JsonValue.NULL : number);
        members.put("result", new JsonValue.Text(RoundResult.CODEC.word(result)));
        Map.of(
                        "coro", "selected_coro",
                        "pc", "selected_pc",
                        "type", "selected_type",
                        "exec", "exec_status",
                        "buffered", "buffered_message_counts",
                        "ready", "ready_queue",
                        "blocked", "blocked")
                .forEach((ours, wire) -> members.put(ours, transition.getOrDefault(wire, JsonValue.NULL)));
        members.put(
                "pre",
                machine.preDispatchSlice()
                        .map(slice -> tree(RefinementSlice.CODEC, slice))
                        .orElse(JsonValue.NULL));
        members.put("post", tree(RefinementSlice.CODEC, machine.refinementSlice()));
        return new JsonValue.Obj(members);
    }

    private static <T> JsonValue tree(Codec<T> codec, T value) {
        return ReferenceRun.parse(JsonOutput.compactText(codec, value));
    }
}
