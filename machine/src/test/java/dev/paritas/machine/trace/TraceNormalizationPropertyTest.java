package dev.paritas.machine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.event.ObservableEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is proved of session-local normalisation, on random traces of three sessions. */
class TraceNormalizationPropertyTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static List<ObservableEvent> normalised(List<ObservableEvent> events) {
        return ObservableTrace.sessionLocal(events).events();
    }

    private static List<ObservableEvent> ofSession(OptionalLong session, List<ObservableEvent> events) {
        return events.stream()
                .filter(event -> event.normalisationSession().equals(session))
                .toList();
    }

    private static List<ObservableEvent> trace(Random random) {
        List<ObservableEvent> events = new ArrayList<>();
        for (int i = random.nextInt(14); i > 0; i--) {
            long tick = random.nextInt(50);
            int session = random.nextInt(4);
            events.add(
                    session == 3
                            ? new ObservableEvent.Halted(tick, i)
                            : new ObservableEvent.Opened(tick, session, List.of("e" + i)));
        }
        return events;
    }

    /**
     * {@code normalise_normalise}: twice is once. {@code ofSession_normalise}: the events of a session are numbered from
     * 0. {@code barriers_normalise}, {@code length_normalise}: events without a session stay, and none is lost.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void each_session_is_numbered_and_nothing_else_changes(long seed) {
        List<ObservableEvent> events = trace(new Random(seed));
        List<ObservableEvent> normal = normalised(events);
        assertThat(normalised(normal)).isEqualTo(normal);
        assertThat(normal).hasSameSizeAs(events);
        assertThat(ofSession(OptionalLong.empty(), normal)).isEqualTo(ofSession(OptionalLong.empty(), events));
        for (long session = 0; session < 3; session++) {
            List<ObservableEvent> own = ofSession(OptionalLong.of(session), events);
            List<ObservableEvent> numbered = new ArrayList<>();
            for (int i = 0; i < own.size(); i++) {
                numbered.add(own.get(i).withTick(i));
            }
            assertThat(ofSession(OptionalLong.of(session), normal)).isEqualTo(numbered);
        }
    }

    /**
     * {@code ofSession_normalise_interleaving}: two interleavings of the same sessions are the same in every session.
     * {@code ofSession_normalise_iff}: so are exactly the traces that differ in each session in ticks only.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void interleavings_agree_in_every_session_and_other_traces_do_not(long seed) {
        Random random = new Random(seed);
        List<ObservableEvent> events = trace(random);
        List<ObservableEvent> other = interleaved(events, random);
        other.replaceAll(
                event -> event.normalisationSession().isPresent() ? event.withTick(random.nextInt(50)) : event);
        List<ObservableEvent> fewer = new ArrayList<>(other);
        fewer.removeIf(event -> event.normalisationSession().equals(OptionalLong.of(1)));
        for (long session = 0; session < 3; session++) {
            OptionalLong asked = OptionalLong.of(session);
            List<ObservableEvent> own = ofSession(asked, normalised(events));
            assertThat(ofSession(asked, normalised(other))).isEqualTo(own);
            assertThat(ofSession(asked, normalised(fewer)).equals(own)).isEqualTo(session != 1 || own.isEmpty());
        }
    }

    private static List<ObservableEvent> interleaved(List<ObservableEvent> events, Random random) {
        List<List<ObservableEvent>> queues = new ArrayList<>();
        for (OptionalLong session :
                List.of(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(1), OptionalLong.of(2))) {
            queues.add(new ArrayList<>(ofSession(session, events)));
        }
        List<ObservableEvent> mixed = new ArrayList<>();
        while (mixed.size() < events.size()) {
            List<ObservableEvent> queue = queues.get(random.nextInt(queues.size()));
            if (!queue.isEmpty()) {
                mixed.add(queue.removeFirst());
            }
        }
        return mixed;
    }
}
