package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.ledger.RecordedEffect;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressTransition;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every run of a generated protocol; a failing case shows its seed. */
class MachinePropertiesTest {
    private static final int ROUNDS = 200;

    record Case(long seed, CodeImage image) {
        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    static Stream<Case> protocols() {
        return LongStream.range(0, 150)
                .boxed()
                .flatMap(seed -> image(seed).map(image -> new Case(seed, image)).stream());
    }

    private static Optional<CodeImage> image(long seed) {
        try {
            return Optional.of(Images.of(ProtocolGenerator.generate(GeneratorOptions.VALID, seed)))
                    .filter(image -> image.runtimeShapeError().isEmpty());
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return Optional.empty();
        }
    }

    /** {@code MachineState.run_leaves_ended}: a coroutine that has halted or faulted never runs again. */
    @ParameterizedTest
    @MethodSource("protocols")
    void each_round_takes_one_tick_and_ended_coroutines_never_run_again(Case given) {
        ProtocolMachine machine = Images.loaded(MachineConfig.DEFAULT, given.image());
        Set<Long> ended = new HashSet<>();
        RoundResult result = RoundResult.CONTINUE;
        for (long tick = 1; tick <= ROUNDS && result == RoundResult.CONTINUE; tick++) {
            result = round(machine);
            assertThat(machine.tick()).isEqualTo(tick);
            machine.lastSchedStep().ifPresent(step -> {
                assertThat(ended).doesNotContain(step.selectedCoro());
                if (step.execStatus() == ExecStatus.HALTED || step.execStatus() == ExecStatus.FAULTED) {
                    ended.add(step.selectedCoro());
                }
            });
        }
        assertThat(machine.trace()).extracting(ObservableEvent::tick).isSorted();
    }

    /** {@code MachineState.Loaded.run_counts}: what was sent was received, or lost to a fault, or is still buffered. */
    @ParameterizedTest
    @MethodSource("protocols")
    void what_was_sent_on_an_edge_was_received_or_waits_there(Case given) {
        ProtocolMachine machine = Images.loaded(MachineConfig.DEFAULT, given.image());
        Map<Object, Integer> inFlight = new HashMap<>();
        boolean faulted = false;
        RoundResult result = RoundResult.CONTINUE;
        for (int i = 0; i < ROUNDS && result == RoundResult.CONTINUE; i++) {
            result = round(machine);
        }
        for (ObservableEvent event : machine.trace()) {
            switch (event) {
                case ObservableEvent.Sent sent -> inFlight.merge(sent.edge(), 1, Integer::sum);
                case ObservableEvent.Received received -> inFlight.merge(received.edge(), -1, Integer::sum);
                case ObservableEvent.Faulted _ -> faulted = true;
                case ObservableEvent _ -> {}
            }
        }
        int lost = faulted ? 1 : 0;
        machine.session(0)
                .orElseThrow()
                .edges()
                .forEach(edge ->
                        assertThat(inFlight.getOrDefault(edge.edge(), 0)).isBetween(edge.size(), edge.size() + lost));
    }

    /** {@code EffectMachine.run_ids_ascend}: effects are recorded with strictly ascending ids. */
    @ParameterizedTest
    @MethodSource("protocols")
    void effects_are_recorded_with_strictly_ascending_ids(Case given) {
        ProtocolMachine machine = Images.loaded(MachineConfig.DEFAULT, given.image());
        RoundResult result = RoundResult.CONTINUE;
        for (int i = 0; i < ROUNDS && result == RoundResult.CONTINUE; i++) {
            result = round(machine);
        }
        List<Long> ids = machine.records().effectExchanges().stream()
                .map(EffectExchange::effectId)
                .toList();
        assertThat(ids).isNotEmpty().isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void recording_changes_nothing_but_the_records(Case given) {
        ProtocolMachine recorded = Images.loaded(MachineConfig.DEFAULT, given.image());
        ProtocolMachine plain = new ProtocolMachine(MachineConfig.DEFAULT, Recording.off());
        Kept kept = new Kept();
        ProtocolMachine streaming = new ProtocolMachine(MachineConfig.DEFAULT, Recording.streaming(kept));
        plain.loadChoreography(given.image());
        streaming.loadChoreography(given.image());
        RoundResult result = RoundResult.CONTINUE;
        for (int i = 0; i < ROUNDS && result == RoundResult.CONTINUE; i++) {
            result = round(recorded);
            assertThat(round(plain)).isEqualTo(result);
            assertThat(round(streaming)).isEqualTo(result);
            assertThat(plain.transitionSummary()).isEqualTo(recorded.transitionSummary());
        }
        assertThat(plain.refinementSlice()).isEqualTo(recorded.refinementSlice());
        assertThat(plain.trace()).isEmpty();
        streaming.records().ledger().orElseThrow().finish();
        assertThat(kept.events).isEqualTo(recorded.trace());
        assertThat(kept.exchanges).isEqualTo(recorded.records().effectExchanges());
        assertThat(kept.entries).isEqualTo(recorded.records().effectTrace());
    }

    /** A fault ends the run. */
    private static RoundResult round(ProtocolMachine machine) {
        try {
            return machine.stepRound(new PassThroughHandler(), 1);
        } catch (ProblemException e) {
            assertThat(e.only(MachineError.class)).isInstanceOf(MachineError.CoroutineFault.class);
            return RoundResult.STUCK;
        }
    }

    /** Keeps what a streaming machine hands over. */
    private static final class Kept implements RecordSink {
        private final List<ObservableEvent> events = new ArrayList<>();
        private final List<EffectExchange> exchanges = new ArrayList<>();
        private final List<EffectTraceEntry> entries = new ArrayList<>();

        @Override
        public void event(ObservableEvent event) {
            events.add(event);
        }

        @Override
        public void effect(RecordedEffect effect) {
            effect.toExchange().ifPresent(exchanges::add);
            effect.toTraceEntry().ifPresent(entries::add);
        }

        @Override
        public void contract(ProgressContract contract) {}

        @Override
        public void transition(ProgressTransition transition) {}

        @Override
        public void check(OutputConditionCheck check) {}
    }
}
