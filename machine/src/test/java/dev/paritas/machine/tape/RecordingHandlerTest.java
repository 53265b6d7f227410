package dev.paritas.machine.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Value;
import dev.paritas.testsupport.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the recorder in spec 21 §9, and the document its tape is kept in. */
class RecordingHandlerTest {
    /** Answers so that each kind can be told from the plain handler's answer. */
    private static final class Host implements EffectHandler {
        @Override
        public String handlerIdentity() {
            return "host";
        }

        @Override
        public EffectResult<EffectResult.Done> handleRecv(
                String role, String partner, String label, RegisterFile state, Value payload) {
            state.set(1, payload);
            return EffectResult.DONE;
        }

        @Override
        public EffectResult<EffectResult.Done> step(String role, RegisterFile state) {
            state.set(0, new Value.Nat(8));
            return EffectResult.blocked();
        }

        @Override
        public EffectResult<List<TopologyEvent>> topologyEvents(long tick) {
            return EffectResult.success(
                    tick == 0 ? List.of() : List.of(new TopologyEvent.Crash("B"), new TopologyEvent.Heal("A", "B")));
        }

        @Override
        public @Nullable OutputConditionHint outputConditionHint(long sid, String role, RegisterFile state) {
            return new OutputConditionHint("p", null);
        }

        @Override
        public boolean supportsWalSync() {
            return true;
        }

        @Override
        public EffectResult<EffectResult.Done> walSync(WalSyncRequest sync) {
            return EffectResult.DONE;
        }
    }

    private static <T> JsonValue tree(Codec<T> codec, T value) {
        return Json.json(JsonOutput.compactText(codec, value));
    }

    @Test
    void every_request_is_forwarded_and_kept_with_its_outcome_under_ids_of_the_tape() {
        RecordingHandler recorder = new RecordingHandler(new Host());
        for (EffectRequestBody body : Asked.ALL) {
            EffectRequest request = Asked.request(body);
            assertThat(recorder.handleEffect(request)).isEqualTo(new Host().handleEffect(request));
        }
        List<EffectTraceEntry> entries = recorder.tape().entries();
        assertThat(entries)
                .extracting(EffectTraceEntry::effectKind)
                .containsExactly(
                        "send_decision",
                        "handle_recv",
                        "handle_choose",
                        "invoke_step",
                        "handle_acquire",
                        "handle_release",
                        "topology_events",
                        "wal_sync",
                        "output_condition_hint");
        for (int i = 0; i < entries.size(); i++) {
            EffectRequest request = Asked.request(Asked.ALL.get(i));
            EffectOutcome outcome = new Host().handleEffect(request);
            EffectExchange exchange = recorder.exchanges().get(i);
            assertThat(exchange).isEqualTo(new EffectExchange(i, "host", i, request.withEffectId(i), outcome));
            assertThat(entries.get(i))
                    .isEqualTo(new EffectTraceEntry(
                            i,
                            entries.get(i).effectKind(),
                            tree(EffectRequest.CODEC, request.withEffectId(i)),
                            tree(EffectOutcome.CODEC, outcome),
                            "host",
                            request.metadata().interfaceName(),
                            request.metadata().operationName(),
                            i,
                            request.body() instanceof EffectRequestBody.Topology
                                    ? new TopologyEvent.Crash("B")
                                    : null));
        }
        assertThat(recorder.handlerIdentity()).isEqualTo("host");
        assertThat(recorder.supportsWalSync()).isTrue();
        assertThat(new RecordingHandler(new PassThroughHandler()).supportsWalSync())
                .isFalse();
    }

    @Test
    void typed_calls_are_requests_at_tick_zero_without_the_session_they_do_not_know() {
        RecordingHandler recorder = new RecordingHandler(new Host());
        RegisterFile state = RegisterFile.of(Asked.STATE);
        assertThat(recorder.sendDecision(4, "A", "B", "l", state, Value.UNIT)).isInstanceOf(EffectResult.Success.class);
        assertThat(recorder.handleRecv("B", "A", "l", state, new Value.Nat(1))).isEqualTo(EffectResult.DONE);
        assertThat(state.get(1)).as("the handler's registers").isEqualTo(new Value.Nat(1));
        assertThat(recorder.handleChoose("A", "B", List.of("l", "r"), state)).isEqualTo(EffectResult.success("l"));
        assertThat(recorder.step("A", state)).isEqualTo(EffectResult.blocked());
        assertThat(state.get(0)).as("of a blocked step nothing stays").isEqualTo(new Value.Nat(7));
        assertThat(recorder.handleAcquire(5, "A", "auth", state)).isEqualTo(EffectResult.success(Value.UNIT));
        assertThat(recorder.handleRelease(6, "A", "auth", Value.UNIT, state)).isEqualTo(EffectResult.DONE);
        assertThat(recorder.topologyEvents(0)).isEqualTo(EffectResult.success(List.of()));
        assertThat(recorder.topologyEvents(12)).isInstanceOf(EffectResult.Success.class);
        assertThat(recorder.outputConditionHint(7, "A", state)).isEqualTo(new OutputConditionHint("p", null));
        assertThat(recorder.walSync(((EffectRequestBody.WalSync) Asked.WAL).sync()))
                .isEqualTo(EffectResult.DONE);
        assertThat(recorder.exchanges())
                .extracting(exchange -> exchange.request().body().effectKind().word() + " "
                        + exchange.request().tick() + " " + exchange.request().session() + " "
                        + exchange.request().operationId())
                .containsExactly(
                        "send_decision 0 4 null",
                        "handle_recv 0 null null",
                        "handle_choose 0 null null",
                        "invoke_step 0 null null",
                        "handle_acquire 0 5 null",
                        "handle_release 0 6 null",
                        "topology_events 0 null null",
                        "topology_events 12 null null",
                        "output_condition_hint 0 7 null",
                        "wal_sync 5 null effect:2");
        assertThat(recorder.handleSend("A", "B", "l", state)).isEqualTo(Value.UNIT);
        assertThat(recorder.tape().entries()).hasSize(10);
        assertThat(recorder.tape().entries().get(6).topology()).isNull();
    }

    @Test
    void a_seed_comes_first_and_its_last_id_is_counted_on() {
        EffectTape seed = Asked.tape(Asked.entry(3, "wal_sync", "1", "old"), Asked.entry(40, "any", "2", "old"));
        RecordingHandler recorder = new RecordingHandler(new Host(), seed);
        recorder.topologyEvents(1);
        recorder.topologyEvents(2);
        List<EffectTraceEntry> entries = recorder.tape().entries();
        assertThat(entries.subList(0, 2)).isEqualTo(seed.entries());
        assertThat(entries).extracting(EffectTraceEntry::effectId).containsExactly(3L, 40L, 41L, 42L);
        assertThat(entries).extracting(EffectTraceEntry::orderingKey).containsExactly(3L, 40L, 41L, 42L);
        assertThat(recorder.exchanges()).extracting(EffectExchange::effectId).containsExactly(41L, 42L);
    }

    @Test
    void a_full_tape_is_an_error_before_the_host_is_asked() {
        RecordingHandler recorder =
                new RecordingHandler(new Host(), Asked.tape(Asked.entry(0, "wal_sync", "1", "old")), 2);
        recorder.topologyEvents(1);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> recorder.topologyEvents(2))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("TAPE_FULL"));
        assertThat(recorder.tape().entries()).hasSize(2);
    }

    private static EffectTape read(String text) {
        return EffectTape.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_tape_survives_its_document() {
        RecordingHandler recorder = new RecordingHandler(new Host());
        Asked.ALL.forEach(body -> recorder.handleEffect(Asked.request(body)));
        EffectTape tape = recorder.tape();
        assertThat(EffectTape.read(tape.toBytes())).isEqualTo(tape);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MISSING_MEMBER              | {'entries':[]}",
                "UNSUPPORTED_SCHEMA_VERSION  | {'schema_version':'paritas.effect_tape.v2','entries':[]}",
                "WRONG_TYPE                  | []",
                "UNKNOWN_MEMBER              | {'schema_version':'paritas.effect_tape.v1','entries':[],'more':1}",
                "MISSING_MEMBER              | {'schema_version':'paritas.effect_tape.v1','entries':[{}]}",
                "DUPLICATE_MEMBER            | {'schema_version':'paritas.effect_tape.v1','entries':[],'entries':[]}",
                "INVALID_JSON                | {'schema_version':'paritas.effect_tape.v1','entries':["
            })
    void a_document_that_is_no_tape_is_refused(JsonErrorCode code, String document) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> read(document.replace('\'', '"')))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void a_tape_beyond_the_limit_is_neither_written_nor_read() {
        EffectTape large = new EffectTape(List.of(new EffectTraceEntry(
                0,
                "send_decision",
                JsonValue.NULL,
                new JsonValue.Text("x".repeat(EffectTape.MAX_BYTES)),
                "h",
                null,
                null,
                0,
                null)));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(large::toBytes)
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("TAPE_TOO_LARGE"));
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> EffectTape.read(new byte[EffectTape.MAX_BYTES + 1]))
                .satisfies(e -> assertThat(e.code()).isEqualTo(JsonErrorCode.INPUT_TOO_LARGE));
    }

    /** What can be recorded can be read back, down to the deepest value. */
    @Test
    void values_nest_as_deep_as_a_document_can_hold() {
        int depth = 0;
        Value value = Value.UNIT;
        JsonErrorCode refused = null;
        while (refused == null) {
            RecordingHandler recorder = new RecordingHandler(new PassThroughHandler());
            recorder.step("A", RegisterFile.of(List.of(value)));
            try {
                EffectTape tape = recorder.tape();
                assertThat(EffectTape.read(tape.toBytes())).isEqualTo(tape);
                value = new Value.Prod(value, Value.UNIT);
                depth++;
            } catch (JsonException e) {
                refused = e.code();
            }
        }
        assertThat(refused).isEqualTo(JsonErrorCode.INPUT_TOO_DEEP);
        assertThat(depth).isGreaterThan(50);
    }
}
