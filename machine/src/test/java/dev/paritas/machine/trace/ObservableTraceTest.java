package dev.paritas.machine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.value.Edge;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Session-local normalisation (spec 21 §14). */
class ObservableTraceTest {
    private static final Fault FAULT = new Fault.OutOfCredits();

    @Test
    void each_session_counts_from_zero_and_sessionless_events_keep_their_tick() {
        List<ObservableEvent> events = List.of(
                new ObservableEvent.Opened(0, 0, List.of("A")),
                new ObservableEvent.Opened(0, 1, List.of("A")),
                new ObservableEvent.Invoked(4, 0, "A"),
                new ObservableEvent.Offered(5, new Edge(1, "A", "B"), "l"),
                new ObservableEvent.FailureBranchEntered(6, 0, 0, FAULT),
                new ObservableEvent.Closed(7, 0));
        assertThat(ObservableTrace.sessionLocal(events).events())
                .extracting(ObservableEvent::tick)
                .containsExactly(0L, 0L, 4L, 1L, 6L, 1L);
        assertThat(ObservableTrace.strict(events).events()).isEqualTo(events);
    }

    @Test
    void the_version_is_a_number_and_may_be_missing() {
        ObservableTrace trace = ObservableTrace.strict(List.of(new ObservableEvent.Halted(3, 1)));
        assertThat(JsonOutput.compactText(ObservableTrace.CODEC, trace))
                .isEqualTo("{\"events\":[{\"Halted\":{\"coro_id\":1,\"tick\":3}}],\"schema_version\":1}");
        assertThat(JsonInput.read("{\"events\":[]}", ReadPolicy.PEER, ObservableTrace.CODEC))
                .isEqualTo(ObservableTrace.strict(List.of()));
    }
}
