package dev.paritas.machine.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.trace.ObservableTrace;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.event.ObservableEvent.Halted;
import dev.paritas.semanticobjects.event.ObservableEvent.Opened;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The modes of spec 21 §14 and 51 §7.3. */
class ReplayConsistencyTest {
    private static final List<EffectTraceEntry> NONE = List.of();
    private static final List<EffectTraceEntry> ONE = List.of(Asked.entry(0, "send_decision", "1", "h"));

    /** {@return an event of a session; the name tells events apart} */
    private static ObservableEvent of(long session, long tick, String name) {
        return new Opened(tick, session, List.of(name));
    }

    private static final ObservableEvent A1 = of(1, 5, "1");
    private static final ObservableEvent A2 = of(1, 6, "2");
    private static final ObservableEvent B1 = of(2, 7, "1");
    private static final ObservableEvent B2 = of(2, 8, "2");

    private static List<Boolean> modes(
            List<ObservableEvent> left,
            List<ObservableEvent> right,
            List<EffectTraceEntry> leftEffects,
            List<EffectTraceEntry> rightEffects) {
        return Stream.of(
                        DeterminismMode.FULL,
                        DeterminismMode.REPLAY,
                        DeterminismMode.MODULO_EFFECTS,
                        DeterminismMode.MODULO_COMMUTATIVITY)
                .map(mode -> ReplayConsistency.holds(mode, left, right, leftEffects, rightEffects))
                .toList();
    }

    @Test
    void only_the_full_mode_looks_at_effects() {
        assertThat(modes(List.of(A1), List.of(A1), ONE, ONE)).containsExactly(true, true, true, true);
        assertThat(modes(List.of(A1), List.of(A1), ONE, NONE)).containsExactly(false, true, true, true);
    }

    @Test
    void ticks_of_sessions_count_in_replay_mode_only() {
        assertThat(modes(List.of(A1), List.of(of(1, 99, "1")), ONE, ONE)).containsExactly(false, false, true, true);
        assertThat(modes(List.of(new Halted(1, 0)), List.of(new Halted(2, 0)), NONE, NONE))
                .as("events without session keep their tick")
                .containsExactly(false, false, false, false);
    }

    /** The example of spec 51 §7.3. */
    @Test
    void interleavings_of_two_sessions_commute_up_to_a_barrier() {
        List<ObservableEvent> first = List.of(A1, B1, B2, A2);
        List<ObservableEvent> second = List.of(B1, A1, A2, B2);
        assertThat(ObservableTrace.commutative(first).events())
                .isEqualTo(ObservableTrace.sessionLocal(List.of(A1, B1, A2, B2)).events());
        assertThat(modes(first, second, NONE, NONE)).containsExactly(false, false, false, true);
        ObservableEvent barrier = new Halted(9, 0);
        List<ObservableEvent> firstHalted = List.of(A1, B1, barrier, B2, A2);
        assertThat(ObservableTrace.commutative(firstHalted).events())
                .isEqualTo(ObservableTrace.sessionLocal(List.of(A1, B1, barrier, A2, B2))
                        .events());
        assertThat(modes(firstHalted, List.of(B1, A1, barrier, A2, B2), NONE, NONE))
                .containsExactly(false, false, false, true);
        assertThat(modes(firstHalted, List.of(A1, A2, barrier, B1, B2), NONE, NONE))
                .containsExactly(false, false, false, false);
        assertThat(ObservableTrace.commutative(List.of(A1, A2, barrier, B1, B2)).events())
                .isEqualTo(ObservableTrace.sessionLocal(List.of(A1, A2, barrier, B1, B2))
                        .events());
    }

    @Test
    void the_turns_go_by_unsigned_session_and_stop_with_the_shorter_one() {
        ObservableEvent last = of(-1, 1, "last");
        assertThat(ObservableTrace.commutative(List.of(last, B1, B2, A1)).events())
                .isEqualTo(
                        ObservableTrace.sessionLocal(List.of(A1, B1, last, B2)).events());
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void each_mode_implies_the_next_and_the_commutative_form_is_a_normal_form(long seed) {
        Random random = new Random(seed);
        List<ObservableEvent> left = trace(random);
        List<ObservableEvent> right = new ArrayList<>(left);
        switch (random.nextInt(4)) {
            case 0 -> Collections.swap(right, random.nextInt(right.size()), random.nextInt(right.size()));
            case 1 -> right.replaceAll(event -> event.withTick(event.tick() + random.nextInt(2)));
            case 2 -> right.remove(random.nextInt(right.size()));
            default -> {}
        }
        List<Boolean> modes = modes(left, right, ONE, random.nextBoolean() ? ONE : NONE);
        for (int i = 1; i < modes.size(); i++) {
            assertThat(!modes.get(i - 1) || modes.get(i))
                    .as("mode %s of %s", i, modes)
                    .isTrue();
        }
        ObservableTrace form = ObservableTrace.commutative(left);
        assertThat(ObservableTrace.commutative(form.events())).isEqualTo(form);
        assertThat(form.events())
                .containsExactlyInAnyOrderElementsOf(
                        ObservableTrace.sessionLocal(left).events());
    }

    /** {@code commutativityForm_eq}: where every session does the same between the same barriers, the form is the same. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void swapping_neighbours_of_two_sessions_keeps_the_commutative_form(long seed) {
        Random random = new Random(seed);
        List<ObservableEvent> left = trace(random);
        int at = random.nextInt(left.size() - 1);
        List<ObservableEvent> right = new ArrayList<>(left);
        Collections.swap(right, at, at + 1);
        var one = left.get(at).normalisationSession();
        var other = left.get(at + 1).normalisationSession();
        boolean commutes = one.isPresent() && other.isPresent() && !one.equals(other);
        boolean same = left.equals(right);
        assertThat(ObservableTrace.commutative(left).equals(ObservableTrace.commutative(right)))
                .isEqualTo(commutes || same);
    }

    /** {@return events of three sessions and barriers, all different} */
    private static List<ObservableEvent> trace(Random random) {
        List<ObservableEvent> events = new ArrayList<>();
        int size = 2 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            int session = random.nextInt(4);
            events.add(session == 3 ? new Halted(i, i) : of(session, i, "e" + i));
        }
        return events;
    }

    @Test
    void the_report_has_the_published_fields() {
        ReplayReport report = new ReplayReport(DeterminismMode.MODULO_EFFECTS, true, false, true, false, 3, 4, 5);
        String text = new String(JsonOutput.declaredBytes(ReplayReport.CODEC, report), StandardCharsets.UTF_8);
        assertThat(text)
                .isEqualTo("{\"determinism_mode\":\"ModuloEffects\",\"replay_consistent\":true,"
                        + "\"config_mode_consistent\":false,\"exact_trace_match\":true,"
                        + "\"exact_effect_trace_match\":false,\"recorded_effect_count\":3,"
                        + "\"baseline_event_count\":4,\"replay_event_count\":5}");
        assertThat(JsonInput.read(text, ReadPolicy.STRICT, ReplayReport.CODEC)).isEqualTo(report);
    }
}
