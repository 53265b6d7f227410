package dev.paritas.machine.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the replayer in spec 21 §9. */
class ReplayHandlerTest {
    private static final String BLOCKED = "{\"status\":{\"status\":\"blocked\"}}";
    private static final OutputConditionHint HINT = new OutputConditionHint("p", "w");

    /** Says no to everything but hints. */
    private static final class Refusing implements EffectHandler {
        @Override
        public String handlerIdentity() {
            return "refusing";
        }

        @Override
        public EffectOutcome handleEffect(EffectRequest request) {
            return EffectOutcome.failure(new EffectFailure(EffectFailureKind.DENIED, "fallback"));
        }

        @Override
        public OutputConditionHint outputConditionHint(long sid, String role, RegisterFile state) {
            return HINT;
        }

        @Override
        public Value handleSend(String role, String partner, String label, RegisterFile state) {
            return new Value.Nat(9);
        }

        @Override
        public boolean supportsWalSync() {
            return true;
        }
    }

    static List<EffectRequestBody> bodies() {
        return Asked.ALL;
    }

    private static EffectOutcome determinism(String message) {
        return EffectOutcome.failure(new EffectFailure(EffectFailureKind.DETERMINISM, message));
    }

    private static EffectOutcome replayed(EffectRequestBody body, String outputs) {
        return new ReplayHandler(Asked.tape(Asked.entry(0, body.effectKind().word(), outputs, "h")))
                .handleEffect(Asked.request(body));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void an_exhausted_tape_says_where_and_what_was_expected(EffectRequestBody body) {
        String kind = body.effectKind().word();
        ReplayHandler empty = new ReplayHandler(Asked.tape(), new Refusing());
        assertThat(empty.handleEffect(Asked.request(body)))
                .as("the fallback is not asked")
                .isEqualTo(determinism("replay trace exhausted at index 0, expected " + kind));
        ReplayHandler used = new ReplayHandler(Asked.tape(Asked.entry(4, "topology_events", BLOCKED, "h")));
        used.topologyEvents(1);
        for (int i = 0; i < 2; i++) {
            assertThat(used.handleEffect(Asked.request(body)))
                    .isEqualTo(determinism("replay trace exhausted at index 1, expected " + kind));
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void an_entry_of_another_kind_stays_the_next_one(EffectRequestBody body) {
        String kind = body.effectKind().word();
        ReplayHandler handler = new ReplayHandler(
                Asked.tape(Asked.entry(0, kind, BLOCKED, "h"), Asked.entry(1, "topology_event", BLOCKED, "h")),
                new Refusing());
        for (EffectRequestBody other : Asked.ALL) {
            if (other.effectKind() != body.effectKind()) {
                assertThat(handler.handleEffect(Asked.request(other)))
                        .isEqualTo(determinism("replay trace kind mismatch at index 0: expected "
                                + other.effectKind().word() + ", got " + kind));
                assertThat(handler.remaining()).isEqualTo(2);
            }
        }
        assertThat(handler.handleEffect(Asked.request(body))).isEqualTo(EffectOutcome.blocked());
        assertThat(handler.remaining()).isEqualTo(1);
        assertThat(handler.handleEffect(Asked.request(Asked.TOPOLOGY)))
                .as("the word of the machine's own trace is another kind")
                .isEqualTo(determinism(
                        "replay trace kind mismatch at index 1: expected topology_events, got topology_event"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_typed_outcome_is_the_answer_whatever_its_response(EffectRequestBody body) {
        assertThat(replayed(
                        body,
                        "{\"status\":{\"status\":\"success\"},\"response\":{\"kind\":\"choose\",\"label\":\"x\"}}"))
                .isEqualTo(EffectOutcome.success(new EffectResponse.Choose("x")));
        assertThat(replayed(body, BLOCKED)).isEqualTo(EffectOutcome.blocked());
        assertThat(replayed(
                        body,
                        "{\"status\":{\"status\":\"failure\",\"failure\":{\"kind\":\"timeout\",\"message\":\"x\"}},"
                                + "\"response\":null}"))
                .isEqualTo(EffectOutcome.failure(new EffectFailure(EffectFailureKind.TIMEOUT, "x")));
    }

    static Stream<Arguments> compact() {
        return Stream.of(
                Arguments.of(Asked.SEND, "\"Drop\"", new EffectResponse.Send(SendDecision.DROP)),
                Arguments.of(
                        Asked.SEND,
                        "{\"Deliver\":{\"Nat\":5}}",
                        new EffectResponse.Send(new SendDecision.Deliver(new Value.Nat(5)))),
                Arguments.of(Asked.RECEIVE, "null", new EffectResponse.Receive(Asked.STATE)),
                Arguments.of(Asked.CHOOSE, "\"r\"", new EffectResponse.Choose("r")),
                Arguments.of(Asked.INVOKE, "null", new EffectResponse.InvokeStep(Asked.STATE)),
                Arguments.of(Asked.ACQUIRE, "{\"Bool\":true}", new EffectResponse.Acquire(new Value.Bool(true))),
                Arguments.of(Asked.RELEASE, "null", new EffectResponse.Release()),
                Arguments.of(
                        Asked.TOPOLOGY,
                        "[{\"Crash\":{\"site\":\"B\"}}]",
                        new EffectResponse.Topology(List.of(new TopologyEvent.Crash("B")))),
                Arguments.of(Asked.WAL, "null", new EffectResponse.WalSync()));
    }

    @ParameterizedTest
    @MethodSource("compact")
    void a_compact_success_has_the_value_of_its_kind(EffectRequestBody body, String value, EffectResponse response) {
        assertThat(replayed(body, "{\"status\":\"success\",\"value\":" + value + "}"))
                .isEqualTo(EffectOutcome.success(response));
        assertThat(replayed(body, "{\"status\":\"blocked\"}")).isEqualTo(EffectOutcome.blocked());
        assertThat(replayed(
                        body, "{\"status\":\"failure\",\"failure\":{\"kind\":\"unavailable\",\"message\":\"off\"}}"))
                .isEqualTo(EffectOutcome.failure(new EffectFailure(EffectFailureKind.UNAVAILABLE, "off")));
    }

    @ParameterizedTest
    @MethodSource("compact")
    void what_is_in_neither_form_asks_the_fallback_and_is_used_up(EffectRequestBody body, String value) {
        String kind = body.effectKind().word();
        for (String outputs : List.of(
                "null",
                "{}",
                "{\"committed\":true}",
                "{\"status\":\"success\"}",
                "{\"status\":\"success\",\"value\":{\"no\":1}}",
                "{\"status\":\"failure\"}",
                "{\"status\":\"failure\",\"failure\":{\"kind\":\"bored\",\"message\":\"\"}}",
                "{\"status\":\"other\",\"value\":" + value + "}",
                "{\"status\":{\"status\":\"other\"},\"response\":null}")) {
            assertThat(replayed(body, outputs))
                    .as(outputs)
                    .isEqualTo(determinism("replay " + kind + " missing typed outcome"));
            ReplayHandler handler = new ReplayHandler(Asked.tape(Asked.entry(0, kind, outputs, "h")), new Refusing());
            assertThat(handler.handleEffect(Asked.request(body)))
                    .as(outputs)
                    .isEqualTo(EffectOutcome.failure(new EffectFailure(EffectFailureKind.DENIED, "fallback")));
            assertThat(handler.remaining()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"status\":\"success\",\"value\":null}", "{\"status\":\"blocked\"}"})
    void a_compact_hint_is_the_hint_of_the_fallback(String outputs) {
        EffectTape tape = Asked.tape(Asked.entry(0, "output_condition_hint", outputs, "h"));
        assertThat(new ReplayHandler(tape, new Refusing()).handleEffect(Asked.request(Asked.HINT)))
                .isEqualTo(EffectOutcome.success(new EffectResponse.OutputHint(HINT)));
        assertThat(new ReplayHandler(tape).handleEffect(Asked.request(Asked.HINT)))
                .isEqualTo(EffectOutcome.success(new EffectResponse.OutputHint(null)));
    }

    @Test
    void a_typed_hint_needs_no_fallback() {
        assertThat(replayed(
                        Asked.HINT,
                        "{\"status\":{\"status\":\"success\"},\"response\":{\"kind\":\"output_condition_hint\","
                                + "\"hint\":{\"predicate_ref\":\"p\",\"witness_ref\":\"w\"}}}"))
                .isEqualTo(EffectOutcome.success(new EffectResponse.OutputHint(HINT)));
    }

    @Test
    void the_identity_is_that_of_the_next_entry_then_of_the_first() {
        ReplayHandler handler = new ReplayHandler(
                Asked.tape(
                        Asked.entry(0, "topology_events", BLOCKED, "one"),
                        Asked.entry(1, "topology_events", BLOCKED, "two")),
                new Refusing());
        assertThat(handler.handlerIdentity()).isEqualTo("one");
        handler.topologyEvents(1);
        assertThat(handler.handlerIdentity()).isEqualTo("two");
        handler.topologyEvents(2);
        assertThat(handler.handlerIdentity()).isEqualTo("one");
        assertThat(new ReplayHandler(Asked.tape(), new Refusing()).handlerIdentity())
                .isEqualTo("refusing");
        assertThat(new ReplayHandler(Asked.tape()).handlerIdentity()).isEqualTo("replay_handler");
    }

    @Test
    void the_first_answer_that_was_missing_is_kept() {
        ReplayHandler handler = new ReplayHandler(
                Asked.tape(Asked.entry(0, "send_decision", BLOCKED, "h"), Asked.entry(1, "handle_recv", "1", "h")));
        handler.handleEffect(Asked.request(Asked.SEND));
        assertThat(handler.firstFailure()).isEmpty();
        assertThat(handler.outputConditionHint(0, "A", RegisterFile.of(Asked.STATE)))
                .as("overlooked by a machine")
                .isNull();
        handler.handleEffect(Asked.request(Asked.RECEIVE));
        assertThat(handler.firstFailure())
                .contains(new EffectFailure(
                        EffectFailureKind.DETERMINISM,
                        "replay trace kind mismatch at index 1: expected output_condition_hint, got handle_recv"));
    }

    @Test
    void a_tape_or_a_fallback_with_a_log_supports_one() {
        EffectTape synced = Asked.tape(Asked.entry(0, "wal_sync", BLOCKED, "h"));
        EffectTape other = Asked.tape(Asked.entry(0, "send_decision", BLOCKED, "h"));
        ReplayHandler handler = new ReplayHandler(synced);
        assertThat(handler.supportsWalSync()).isTrue();
        handler.handleEffect(Asked.request(Asked.WAL));
        assertThat(handler.supportsWalSync()).as("when all is read").isTrue();
        assertThat(new ReplayHandler(other).supportsWalSync()).isFalse();
        assertThat(new ReplayHandler(other, new PassThroughHandler()).supportsWalSync())
                .isFalse();
        assertThat(new ReplayHandler(other, new Refusing()).supportsWalSync()).isTrue();
    }

    @Test
    void typed_calls_are_answered_from_the_tape_as_well() {
        ReplayHandler handler = new ReplayHandler(
                Asked.tape(
                        Asked.entry(
                                0,
                                "invoke_step",
                                "{\"status\":{\"status\":\"success\"},\"response\":{\"kind\":\"invoke_step\","
                                        + "\"state\":[{\"Nat\":8}]}}",
                                "h"),
                        Asked.entry(1, "handle_choose", "{\"status\":\"success\",\"value\":\"r\"}", "h")),
                new Refusing());
        RegisterFile state = RegisterFile.of(Asked.STATE);
        assertThat(handler.step("A", state)).isEqualTo(EffectResult.DONE);
        assertThat(state.snapshot()).containsExactly(new Value.Nat(8));
        assertThat(handler.handleChoose("A", "B", List.of("l", "r"), state)).isEqualTo(EffectResult.success("r"));
        assertThat(handler.topologyEvents(1))
                .isEqualTo(EffectResult.failure(new EffectFailure(
                        EffectFailureKind.DETERMINISM, "replay trace exhausted at index 2, expected topology_events")));
        assertThat(handler.handleSend("A", "B", "l", state)).isEqualTo(new Value.Nat(9));
        assertThat(new ReplayHandler(Asked.tape()).handleSend("A", "B", "l", state))
                .isEqualTo(Value.UNIT);
    }
}
