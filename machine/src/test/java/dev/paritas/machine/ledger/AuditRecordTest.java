package dev.paritas.machine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spec 30 §14 and spec 31 §2, §5, §6. */
class AuditRecordTest {
    private static final String WITNESS = """
            {"witness_id":1,"session_id":0,"owner_id":"host/A","generation":0,"scope":"Session",\
            "predicate_ref":"session.ready"}""";

    @Test
    void the_lifecycle_row_of_the_specification_is_written_exactly() {
        String row = "{\"tick\":null,\"artifact\":{\"ReadinessWitness\":" + WITNESS
                + "},\"lifecycle\":\"issued\",\"reason\":null}";
        CapabilityLifecycleRecord read = JsonInput.read(row, ReadPolicy.STRICT, CapabilityLifecycleRecord.CODEC);
        assertThat(read.artifact().capabilityClass()).isEqualTo(CapabilityClass.EVIDENCE);
        assertThat(new String(JsonOutput.declaredBytes(CapabilityLifecycleRecord.CODEC, read), StandardCharsets.UTF_8))
                .isEqualTo(row);
    }

    @Test
    void an_authority_record_tags_the_same_artifact_shorter() {
        String row =
                "{\"tick\":null,\"artifact\":{\"Readiness\":" + WITNESS + "},\"event\":\"RolledBack\",\"reason\":null}";
        AuthorityAuditRecord read = JsonInput.read(row, ReadPolicy.STRICT, AuthorityAuditRecord.CODEC);
        assertThat(read.artifact().session()).isEqualTo(OptionalLong.of(0));
        assertThat(new String(JsonOutput.declaredBytes(AuthorityAuditRecord.CODEC, read), StandardCharsets.UTF_8))
                .isEqualTo(row);
        assertThat(new TimeoutWitness(0, "s", 1, 4).session()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"Authority":{"tick":null,"session":null,"artifact":{"Timeout":{"witness_id":0,"site":"s","issued_at_tick":1,"until_tick":4}},"event":"Issued","reason":null}} | 0 | 0
                    {"Delegation":{"tick":3,"session":0,"receipt":{"receipt_id":0,"session":0,"endpoint":{"sid":0,"role":"A"},"from_coro":0,"to_coro":1,"scope":{"Fragments":["A"]}},"status":"Committed","reason":null}} | 1 | 3
                    {"TransformationObligation":{"tick":3,"session":0,"obligation":{"obligation_id":"o","handoff_id":0,"session":0,"transformed_fragments":["A"],"affected_operation_ids":["effect:3"],"affected_effect_ids":[3],"transported_effect_ids":[],"invalidated_effect_ids":[],"witness_policy":"transport_pending_invalidate_blocked","publication_revoked_from":"coro:0","publication_activated_to":"coro:1","scope":{"Fragments":["A"]},"status":"Committed","tick":3,"reason":null}}} | 2 | 3
                    {"Publication":{"tick":0,"session":null,"event":{"publication_id":"p","session":null,"operation_id":"o","owner_id":null,"publication":"effect.succeeded","observer_class":"canonical","status":"published","proof_ref":null,"handle_ref":null,"reason":null}}} | 3 | 0
                    {"ProgressTransition":{"tick":2,"session":null,"transition":{"operation_id":"o","session":null,"from_state":"no_progress","to_state":"timed_out","tick":2,"reason":null}}} | 4 | 2
                    {"FailureBranch":{"tick":2,"session":0,"coro_id":1,"fault":"OutOfCredits"}} | 5 | 2
                    {"TimeoutIssued":{"tick":2,"site":"s","until_tick":4,"witness_id":0}} | 6 | 2
                    {"CancellationRequested":{"tick":2,"session":0,"witness_id":0,"owner_id":"o","reason":{"OwnerDied":{"owner_id":"o"}}}} | 7 | 2
                    {"Cancelled":{"tick":2,"session":0,"witness_id":0,"reason":{"TransferCommitFailed":{"owner_id":"o","claim_id":1,"reason":"r"}}}} | 8 | 2
                    {"SessionTerminal":{"tick":2,"session":0,"reason":{"Faulted":{"reason":"r"}}}} | 9 | 2
                    {"EffectObservation":{"effect_id":9,"ordering_key":4,"session":null,"effect_kind":"k","effect_interface":null,"effect_operation":null,"handler_identity":"h","inputs":null,"outputs":{"ok":true}}} | 10 | 4
                    """)
    void a_record_has_the_json_rank_and_tick_of_the_table(String json, int rank, long sortTick) {
        SemanticAuditRecord read = JsonInput.read(json, ReadPolicy.STRICT, SemanticAuditRecord.CODEC);
        assertThat(new String(JsonOutput.declaredBytes(SemanticAuditRecord.CODEC, read), StandardCharsets.UTF_8))
                .isEqualTo(json);
        assertThat(read.rank()).isEqualTo(rank);
        assertThat(read.sortTick()).isEqualTo(sortTick);
    }
}
