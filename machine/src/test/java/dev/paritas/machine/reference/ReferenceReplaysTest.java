package dev.paritas.machine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RoundResult;
import dev.paritas.machine.tape.EffectTape;
import dev.paritas.machine.tape.RecordingHandler;
import dev.paritas.machine.tape.ReplayHandler;
import dev.paritas.machine.tape.ReplayRun;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Exchanges that the reference recorded, as a tape for this machine (spec 51 §11.2). */
class ReferenceReplaysTest {
    private static final ReadPolicy DATA = ReadPolicy.STRICT.withMaxBytes(Long.MAX_VALUE);

    @TestFactory
    Stream<DynamicTest> a_run_of_the_reference_is_repeated_from_its_exchanges() throws IOException {
        return ReferenceRun.all(".jsonl.gz").stream().map(run -> DynamicTest.dynamicTest(run.id(), () -> repeat(run)));
    }

    private static void repeat(ReferenceRun run) {
        List<EffectExchange> recorded = Codec.listOf(EffectExchange.CODEC).fromTree(run.at("effect_exchanges"), DATA);
        ReplayHandler replayer = new ReplayHandler(EffectTape.ofExchanges(recorded));
        ProtocolMachine machine = loaded(run);
        String error = steps(
                machine,
                replayer,
                run.list("rounds").size() + (run.text("run_error").isPresent() ? 1 : 0));
        assertThat(error).isEqualTo(run.text("run_error").orElse(""));
        assertThat(replayer.remaining()).isZero();
        run.expectRecordsOf(machine);
    }

    @TestFactory
    Stream<DynamicTest> the_effect_trace_of_the_reference_is_no_tape() throws IOException {
        return ReferenceRun.all(".jsonl.gz").stream()
                .filter(run -> !run.list("effect_trace").isEmpty())
                .map(run -> DynamicTest.dynamicTest(run.id(), () -> {
                    EffectTape own =
                            new EffectTape(Codec.listOf(EffectTraceEntry.CODEC).fromTree(run.at("effect_trace"), DATA));
                    assertThatExceptionOfType(ProblemException.class)
                            .isThrownBy(() -> ReplayRun.runReplay(loaded(run), null, own, 1))
                            .withMessage("effect handler error: "
                                    + new EffectFailure(
                                                    EffectFailureKind.DETERMINISM,
                                                    "replay trace kind mismatch at index 0: expected topology_events,"
                                                            + " got "
                                                            + own.entries()
                                                                    .getFirst()
                                                                    .effectKind())
                                            .displayText());
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_short_run_is_replayed_exactly() throws IOException {
        return ReferenceRun.all(".jsonl").stream()
                .filter(run -> run.members().containsKey("trace"))
                .map(run -> DynamicTest.dynamicTest(run.id(), () -> {
                    RecordingHandler recorder = new RecordingHandler(new PassThroughHandler());
                    ProtocolMachine baseline = loaded(run);
                    String error = steps(baseline, recorder, run.number("max_steps"));
                    EffectTape tape = EffectTape.read(recorder.tape().toBytes());
                    ReplayHandler replayer = new ReplayHandler(tape);
                    ProtocolMachine replay = loaded(run);
                    assertThat(steps(replay, replayer, run.number("max_steps"))).isEqualTo(error);
                    assertThat(replayer.remaining()).isZero();
                    run.expectTraceOf(replay);
                    assertThat(replay.records().effectExchanges())
                            .isEqualTo(baseline.records().effectExchanges());
                    assertThat(replay.records().effectTrace())
                            .isEqualTo(baseline.records().effectTrace());
                    assertThat(replay.records().semanticObjects())
                            .isEqualTo(baseline.records().semanticObjects());
                }));
    }

    private static ProtocolMachine loaded(ReferenceRun run) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(run.image());
        return machine;
    }

    /** {@return the text of the error that ended the run; empty for none} */
    private static String steps(ProtocolMachine machine, EffectHandler handler, long rounds) {
        try {
            for (long round = 0; round < rounds; round++) {
                if (machine.stepRound(handler, 1) != RoundResult.CONTINUE) {
                    break;
                }
            }
            return "";
        } catch (ProblemException e) {
            return e.only(MachineError.class).sentence();
        }
    }
}
