package dev.paritas.semanticobjects.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.semanticobjects.effect.EffectMetadata.RetryShape;
import dev.paritas.semanticobjects.effect.EffectMetadata.TimeoutPolicy;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec 21 §7.5 and spec 30 §6. */
class EffectTest {
    private static final String EXCHANGE = """
        {"effect_id":1,"handler_identity":"default_handler","ordering_key":1,\
        "request":{"effect_id":1,"tick":1,"session":0,"operation_id":null,\
        "metadata":{"interface_name":"Transport","operation_name":"sendDecision","authority_class":"command",\
        "semantic_class":"best_effort","agreement_use":"forbidden","region_scope":"session",\
        "admissibility":"declared_use_only","totality":"immediate","timeout_policy":"none",\
        "retry_shape":"forbidden","reentrancy_policy":"allow","handler_domain":"external"},\
        "body":{"kind":"send_decision","role":"A","partner":"B","label":"ping",\
        "state":[{"Endpoint":{"sid":0,"role":"A"}},"Unit"],"payload":"Unit"}},\
        "outcome":{"status":{"status":"success"},"response":{"kind":"send_decision","decision":{"Deliver":"Unit"}}}}\
        """;

    @Test
    void the_exchange_of_the_specification_is_written_exactly() {
        EffectExchange exchange = JsonInput.read(EXCHANGE, ReadPolicy.STRICT, EffectExchange.CODEC);
        assertThat(exchange.request().metadata()).isEqualTo(EffectKind.SEND_DECISION.metadata());
        assertThat(exchange.request().body().effectKind()).isEqualTo(EffectKind.SEND_DECISION);
        assertThat(new String(JsonOutput.declaredBytes(EffectExchange.CODEC, exchange), StandardCharsets.UTF_8))
                .isEqualTo(EXCHANGE);
    }

    @Test
    void failed_and_blocked_outcomes_have_no_response() {
        EffectOutcome failure = EffectOutcome.failure(new EffectFailure(EffectFailureKind.TIMEOUT, "x"));
        assertThat(new String(JsonOutput.declaredBytes(EffectOutcome.CODEC, failure), StandardCharsets.UTF_8))
                .isEqualTo("{\"status\":{\"status\":\"failure\",\"failure\":{\"kind\":\"timeout\",\"message\":\"x\"}},"
                        + "\"response\":null}");
        assertThat(new String(
                        JsonOutput.declaredBytes(EffectOutcome.CODEC, EffectOutcome.blocked()), StandardCharsets.UTF_8))
                .isEqualTo("{\"status\":{\"status\":\"blocked\"},\"response\":null}");
    }

    @Test
    void ids_session_and_response_may_be_missing() {
        String request = EXCHANGE.substring(
                        EXCHANGE.indexOf("{\"effect_id\":1,\"tick\""), EXCHANGE.indexOf(",\"outcome\""))
                .replace("\"effect_id\":1,", "")
                .replace("\"session\":0,", "")
                .replace("\"operation_id\":null,", "");
        EffectRequest read = JsonInput.read(request, ReadPolicy.STRICT, EffectRequest.CODEC);
        assertThat(read.effectId()).isNull();
        assertThat(read.session()).isNull();
        assertThat(JsonInput.read("{\"status\":{\"status\":\"blocked\"}}", ReadPolicy.STRICT, EffectOutcome.CODEC))
                .isEqualTo(EffectOutcome.blocked());
    }

    @ParameterizedTest
    @CsvSource({
        "send_decision, Transport, sendDecision, command, best_effort, forbidden, session, declared_use_only,"
                + " immediate, none, forbidden, allow, external",
        "handle_recv, Transport, handleRecv, command, best_effort, forbidden, session, declared_use_only, immediate,"
                + " none, forbidden, allow, external",
        "handle_choose, Transport, handleChoose, command, best_effort, forbidden, session, declared_use_only,"
                + " immediate, none, forbidden, allow, external",
        "invoke_step, Runtime, invoke, command, best_effort, forbidden, fragment, declared_use_only, immediate,"
                + " inherit_operation_budget, forbidden, reject_same_operation, external",
        "handle_acquire, Guard, acquire, authoritative, authoritative, required, fragment, declared_use_only,"
                + " may_block, required, forbidden, reject_same_fragment, external",
        "handle_release, Guard, release, authoritative, authoritative, required, fragment, declared_use_only,"
                + " immediate, none, forbidden, reject_same_fragment, external",
        "topology_events, Runtime, topologyEvents, authoritative, authoritative, required, fragment, internal_only,"
                + " immediate, none, forbidden, allow, internal",
        "topology_event, Runtime, topologyEvents, authoritative, authoritative, required, fragment, internal_only,"
                + " immediate, none, forbidden, allow, internal",
        "wal_sync, Wal, sync, authoritative, authoritative, required, fragment, internal_only, may_block, required,"
                + " bounded, reject_same_fragment, internal",
        "output_condition_hint, Runtime, outputConditionHint, authoritative, authoritative, required, fragment,"
                + " declared_use_only, immediate, none, forbidden, allow, external",
        "anything_else, Runtime, anything_else, command, best_effort, forbidden, session, declared_use_only,"
                + " immediate, none, forbidden, allow, external",
    })
    void an_effect_has_the_metadata_of_the_table(
            String kind,
            String interfaceName,
            String operation,
            String authority,
            String semantic,
            String agreement,
            String region,
            String admissibility,
            String totality,
            String timeout,
            String retry,
            String reentrancy,
            String domain) {
        String timeoutJson =
                timeout.equals("required") ? "{\"required\":{\"budget_ticks\":null}}" : "\"" + timeout + "\"";
        String retryJson = retry.equals("bounded") ? "{\"bounded\":{\"max_retries\":3}}" : "\"" + retry + "\"";
        String expected =
                "{\"interface_name\":\"%s\",\"operation_name\":\"%s\",\"authority_class\":\"%s\",\"semantic_class\":\"%s\",\"agreement_use\":\"%s\",\"region_scope\":\"%s\",\"admissibility\":\"%s\",\"totality\":\"%s\",\"timeout_policy\":%s,\"retry_shape\":%s,\"reentrancy_policy\":\"%s\",\"handler_domain\":\"%s\"}"
                        .formatted(
                                interfaceName,
                                operation,
                                authority,
                                semantic,
                                agreement,
                                region,
                                admissibility,
                                totality,
                                timeoutJson,
                                retryJson,
                                reentrancy,
                                domain);
        EffectMetadata metadata = EffectKind.metadataOf(kind);
        assertThat(new String(JsonOutput.declaredBytes(EffectMetadata.CODEC, metadata), StandardCharsets.UTF_8))
                .isEqualTo(expected);
        assertThat(metadata.isLegal()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_kind_is_found_by_its_word(EffectKind kind) {
        assertThat(EffectKind.ofWord(kind.word())).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({ // spec 30 §6.2, one broken rule a line
        "authoritative, observational, none, immediate, none, always, external",
        "authoritative, best_effort, none, immediate, none, always, external",
        "observe, authoritative, required, immediate, none, always, external",
        "command, observational, required, immediate, none, always, external",
        "command, best_effort, none, may_block, none, always, external",
        "command, best_effort, none, may_block, inherit_operation_budget, always, external",
        "command, best_effort, none, immediate, none, internal_only, external",
    })
    void metadata_that_break_a_rule_are_illegal(
            String authority,
            String semantic,
            String agreement,
            String totality,
            String timeout,
            String admissibility,
            String domain) {
        EffectMetadata metadata = metadata(authority, semantic, agreement, totality, timeout, admissibility, domain);
        assertThat(metadata.isLegal()).isFalse();
        assertThat(metadata.illegal())
                .isEqualTo(new EffectFailure(
                        EffectFailureKind.CONTRACT_VIOLATION,
                        "effect I.o violates the protocol-machine effect algebra"));
    }

    @Test
    void a_retry_needs_a_timeout() {
        EffectMetadata base = metadata("command", "best_effort", "none", "immediate", "none", "always", "external");
        assertThat(base.isLegal()).isTrue();
        for (RetryShape retry : List.of(new RetryShape.Bounded(1), new RetryShape.UntilTimeout())) {
            assertThat(with(base, retry, new TimeoutPolicy.None()).isLegal()).isFalse();
            assertThat(with(base, retry, new TimeoutPolicy.Required(1L)).isLegal())
                    .isTrue();
        }
    }

    private static EffectMetadata metadata(
            String authority,
            String semantic,
            String agreement,
            String totality,
            String timeout,
            String admissibility,
            String domain) {
        return JsonInput.read(
                "{\"interface_name\":\"I\",\"operation_name\":\"o\",\"authority_class\":\"%s\",\"semantic_class\":\"%s\",\"agreement_use\":\"%s\",\"region_scope\":\"global\",\"admissibility\":\"%s\",\"totality\":\"%s\",\"timeout_policy\":\"%s\",\"retry_shape\":\"forbidden\",\"reentrancy_policy\":\"allow\",\"handler_domain\":\"%s\"}"
                        .formatted(authority, semantic, agreement, admissibility, totality, timeout, domain),
                ReadPolicy.STRICT,
                EffectMetadata.CODEC);
    }

    private static EffectMetadata with(EffectMetadata base, RetryShape retry, TimeoutPolicy timeout) {
        return new EffectMetadata(
                base.interfaceName(),
                base.operationName(),
                base.authorityClass(),
                base.semanticClass(),
                base.agreementUse(),
                base.regionScope(),
                base.admissibility(),
                base.totality(),
                timeout,
                retry,
                base.reentrancyPolicy(),
                base.handlerDomain());
    }

    @Test
    void a_drop_and_a_defer_are_bare_words() {
        assertThat(JsonOutput.compactText(SendDecision.CODEC, SendDecision.DROP))
                .isEqualTo("\"Drop\"");
        assertThat(JsonOutput.compactText(SendDecision.CODEC, SendDecision.DEFER))
                .isEqualTo("\"Defer\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Crash\":{\"site\":\"s\"}}",
                "{\"Partition\":{\"from\":\"a\",\"to\":\"b\"}}",
                "{\"Heal\":{\"from\":\"a\",\"to\":\"b\"}}",
                "{\"Corrupt\":{\"corruption\":\"BitFlip\",\"from\":\"a\",\"to\":\"b\"}}",
                "{\"Corrupt\":{\"corruption\":\"Truncation\",\"from\":\"a\",\"to\":\"b\"}}",
                "{\"Corrupt\":{\"corruption\":\"PayloadErase\",\"from\":\"a\",\"to\":\"b\"}}",
                "{\"Timeout\":{\"duration\":{\"nanos\":3000000,\"secs\":0},\"site\":\"s\"}}"
            })
    void topology_events_have_the_json_of_the_specification(String json) {
        TopologyEvent event = JsonInput.read(json, ReadPolicy.STRICT, TopologyEvent.CODEC);
        assertThat(JsonOutput.compactText(TopologyEvent.CODEC, event)).isEqualTo(json);
    }

    @Test
    void the_tag_may_follow_the_members_it_governs() {
        JsonValue body =
                JsonInput.read("{\"tick\":3,\"kind\":\"topology_events\"}", ReadPolicy.STRICT, JsonValue.CODEC);
        assertThat(EffectRequestBody.CODEC.fromTree(body, ReadPolicy.STRICT))
                .isEqualTo(new EffectRequestBody.Topology(3));
    }

    @Test
    void a_receive_needs_its_payload_and_a_send_does_not() {
        String members = "\"role\":\"A\",\"partner\":\"B\",\"label\":\"l\",\"state\":[]}";
        assertThat(JsonInput.read("{\"kind\":\"send_decision\"," + members, ReadPolicy.STRICT, EffectRequestBody.CODEC))
                .isEqualTo(new EffectRequestBody.Send("A", "B", "l", List.of(), null));
        JsonException e = catchThrowableOfType(
                JsonException.class,
                () -> JsonInput.read("{\"kind\":\"receive\"," + members, ReadPolicy.STRICT, EffectRequestBody.CODEC));
        assertThat(e.code()).isEqualTo(JsonErrorCode.MISSING_MEMBER);
    }

    @Test
    void a_member_of_another_kind_is_refused_when_strict_and_ignored_from_a_peer() {
        String json = "{\"kind\":\"release\",\"label\":\"x\"}";
        JsonException e = catchThrowableOfType(
                JsonException.class, () -> JsonInput.read(json, ReadPolicy.STRICT, EffectResponse.CODEC));
        assertThat(e.code()).isEqualTo(JsonErrorCode.UNKNOWN_MEMBER);
        assertThat(JsonInput.read(json, ReadPolicy.PEER, EffectResponse.CODEC)).isEqualTo(new EffectResponse.Release());
    }

    @Test
    void debug_texts_of_responses_follow_the_rules() {
        assertThat(new EffectResponse.Acquire(Value.UNIT).debugText()).isEqualTo("Acquire { evidence: Unit }");
        assertThat(new EffectResponse.Release().debugText()).isEqualTo("Release");
        assertThat(new EffectResponse.Send(new SendDecision.Deliver(new Value.Str("x"))).debugText())
                .isEqualTo("SendDecision { decision: Deliver(Str(\"x\")) }");
        assertThat(new EffectResponse.Topology(List.of(new TopologyEvent.Timeout("s", WireDuration.ofMillis(3))))
                        .debugText())
                .isEqualTo("TopologyEvents { events: [Timeout { site: \"s\", duration: 3ms }] }");
        assertThat(new WireDuration(1, 500_000_000).debugText()).isEqualTo("1.5s");
        assertThat(new WireDuration(0, 1_500).debugText()).isEqualTo("1.5\u00b5s");
        assertThat(new WireDuration(0, 0).debugText()).isEqualTo("0ns");
    }
}
