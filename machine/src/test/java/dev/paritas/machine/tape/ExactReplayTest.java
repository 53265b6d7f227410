package dev.paritas.machine.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineConfig.GuardLayer;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RunStatus;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.isa.ImmValue;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.isa.InvokeAction;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.object.SemanticHandoff.DelegationStatus;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Protocols;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A replay is the recorded run (spec 21 §9, 51 §11.2). */
class ExactReplayTest {
    private static final long ROUNDS = 120;
    private static final Instr HALT = new Instr.Halt();

    record Case(long seed, List<String> roles, Supplier<ProtocolMachine> loaded) {
        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    static Stream<Case> protocols() {
        return LongStream.range(0, 120).boxed().flatMap(seed -> generated(seed).stream());
    }

    /** Odd seeds run two sessions. */
    private static Optional<Case> generated(long seed) {
        GlobalType type = ProtocolGenerator.generate(GeneratorOptions.VALID, seed);
        try {
            CodeImage image = CodeImage.of(type);
            return image.runtimeShapeError().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Case(
                            seed,
                            image.roles(),
                            seed % 2 == 0 ? Loaded.with(image) : Loaded.with(image, CodeImage.of(Protocols.MESSAGE))));
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return Optional.empty();
        }
    }

    private static ProtocolMachine replayed(Case given, EffectTape tape) {
        ProtocolMachine machine = given.loaded().get();
        try {
            ReplayRun.runReplay(machine, null, tape, ROUNDS);
        } catch (ProblemException e) {
            assertThat(e.only(MachineError.class)).isInstanceOf(MachineError.CoroutineFault.class);
        }
        return machine;
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void a_run_of_a_lively_host_is_repeated_from_its_tape_alone(Case given) {
        ReplayRun run = ReplayRun.of(given.loaded(), new LivelyHandler(given.seed(), given.roles()), ROUNDS);
        Records.assertExactReplay(run);
        EffectTape read = EffectTape.read(run.tape().toBytes());
        Records.assertEqual(replayed(given, read), run.baseline());
        EffectTape own = EffectTape.ofExchanges(run.baseline().records().effectExchanges());
        Records.assertEqual(replayed(given, own), run.baseline());
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void recording_changes_nothing(Case given) {
        ProtocolMachine plain = given.loaded().get();
        try {
            plain.run(new LivelyHandler(given.seed(), given.roles()), ROUNDS);
        } catch (ProblemException e) {
            assertThat(e.only(MachineError.class)).isInstanceOf(MachineError.CoroutineFault.class);
        }
        ReplayRun run = ReplayRun.of(given.loaded(), new LivelyHandler(given.seed(), given.roles()), ROUNDS);
        Records.assertEqual(run.baseline(), plain);
    }

    /** The tape is the machine's exchange log but for its ids. */
    @ParameterizedTest
    @MethodSource("protocols")
    void the_tape_has_the_requests_of_the_machines_exchange_log(Case given) {
        RecordingHandler recorder = new RecordingHandler(new PassThroughHandler());
        ProtocolMachine machine = given.loaded().get();
        try {
            machine.run(recorder, ROUNDS);
        } catch (ProblemException e) {
            assertThat(e.only(MachineError.class)).isInstanceOf(MachineError.CoroutineFault.class);
        }
        assertThat(recorder.exchanges().stream().map(ExactReplayTest::withoutIds))
                .containsExactlyElementsOf(machine.records().effectExchanges().stream()
                        .map(ExactReplayTest::withoutIds)
                        .toList());
        assertThat(recorder.exchanges().stream().map(EffectExchange::effectId))
                .containsExactlyElementsOf(
                        LongStream.range(0, recorder.exchanges().size()).boxed().toList());
    }

    private static EffectExchange withoutIds(EffectExchange exchange) {
        return new EffectExchange(
                0, exchange.handlerIdentity(), 0, exchange.request().withEffectId(0), exchange.outcome());
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void the_machines_own_effect_trace_is_no_tape(Case given) {
        ProtocolMachine machine = given.loaded().get();
        try {
            machine.run(new PassThroughHandler(), ROUNDS);
        } catch (ProblemException e) {
            assertThat(e.only(MachineError.class)).isInstanceOf(MachineError.CoroutineFault.class);
        }
        List<EffectTraceEntry> own = machine.records().effectTrace();
        String first = own.isEmpty() ? "" : own.getFirst().effectKind();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ReplayRun.runReplay(given.loaded().get(), null, new EffectTape(own), ROUNDS))
                .satisfies(e -> assertThat(e.problem())
                        .isEqualTo(determinism(
                                own.isEmpty()
                                        ? "replay trace exhausted at index 0, expected topology_events"
                                        : "replay trace kind mismatch at index 0: expected topology_events, got "
                                                + first)));
    }

    private static MachineError determinism(String message) {
        return new MachineError.HandlerError(new EffectFailure(EffectFailureKind.DETERMINISM, message));
    }

    /** Guards, choices and invocations: with the protocols above every kind the machine asks for is on some tape. */
    @Test
    void every_kind_of_request_is_replayed() {
        MachineConfig config = MachineConfig.DEFAULT.toBuilder()
                .guardLayers(List.of(new GuardLayer("auth", true)))
                .build();
        CodeImage guards = Loaded.programs(Map.of(
                "A",
                List.of(
                        new Instr.Acquire("auth", 2),
                        new Instr.Invoke(new InvokeAction.Register(1)),
                        new Instr.Release("auth", 2),
                        HALT)));
        Set<EffectKind> seen = EnumSet.noneOf(EffectKind.class);
        for (long seed = 0; seed < 40; seed++) {
            ReplayRun run = ReplayRun.of(
                    Loaded.with(config, guards, CodeImage.of(Protocols.PING_PONG_LOOP)),
                    new LivelyHandler(seed, List.of("A", "B")),
                    60);
            Records.assertExactReplay(run);
            run.tape()
                    .entries()
                    .forEach(entry -> EffectKind.ofWord(entry.effectKind()).ifPresent(seen::add));
        }
        assertThat(seen)
                .as("the machine never asks for a choice")
                .isEqualTo(EnumSet.complementOf(EnumSet.of(EffectKind.HANDLE_CHOOSE)));
    }

    /** The fixture of spec 32 §10, row "recovery harness". */
    @Test
    void the_transfer_fixture_is_equal_at_each_run_and_from_its_tape() {
        Supplier<ProtocolMachine> loaded = Loaded.with(Loaded.programs(Map.of(
                "A",
                List.of(new Instr.Set(1, new ImmValue.Nat(1)), new Instr.Transfer(0, 1, 2), HALT),
                "B",
                List.of(HALT))));
        ProtocolMachine first = loaded.get();
        ProtocolMachine second = loaded.get();
        assertThat(first.run(new PassThroughHandler(), 64)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(second.run(new PassThroughHandler(), 64)).isEqualTo(RunStatus.ALL_DONE);
        Records.assertEqual(second, first);
        assertThat(second.records().delegationAudit())
                .isEqualTo(first.records().delegationAudit())
                .singleElement()
                .satisfies(audited -> assertThat(audited.status()).isEqualTo(DelegationStatus.COMMITTED));
        assertThat(first.records().semanticObjects().semanticHandoffs()).hasSize(1);
        ReplayRun run = ReplayRun.of(loaded, new PassThroughHandler(), 64);
        Records.assertExactReplay(run);
        assertThat(run.replay().records().delegationAudit())
                .isEqualTo(first.records().delegationAudit());
        Records.assertEqual(run.replay(), first);
    }

    /** The second scale budget of spec 32 §10.2. */
    @Test
    void ninety_six_steps_of_an_endless_ping_pong_stay_within_the_published_sizes() {
        ReplayRun run = ReplayRun.of(Loaded.with(CodeImage.of(Protocols.PING_PONG_LOOP)), new PassThroughHandler(), 96);
        Records.assertExactReplay(run);
        assertThat(run.baselineEnd()).isEqualTo(new ReplayRun.End.Ended(RunStatus.MAX_ROUNDS_EXCEEDED));
        assertThat(run.baseline().tick()).isEqualTo(96);
        assertThat(run.report().baselineEventCount()).isBetween(1L, 256L);
        assertThat(run.report().recordedEffectCount()).isBetween(1L, 256L);
        assertThat(JsonOutput.declaredBytes(
                        Codec.listOf(ObservableEvent.CODEC), run.baseline().trace()))
                .hasSizeLessThanOrEqualTo(96_000);
        assertThat(JsonOutput.declaredBytes(ReplayReport.CODEC, run.report())).hasSizeLessThanOrEqualTo(4096);
    }
}
