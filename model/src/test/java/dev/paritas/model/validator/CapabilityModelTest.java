package dev.paritas.model.validator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact.TransitionPhase;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.ExecutionConstraint;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PendingEffectTreatment;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PublicationContinuity;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationReadClass;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationStage;
import dev.paritas.testsupport.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The facade of the capability model (spec 32 §8). */
class CapabilityModelTest {
    private static final FinalizationPath NO_PATH = new FinalizationPath(
            "operation",
            null,
            null,
            FinalizationReadClass.NONE,
            FinalizationStage.OBSERVED,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    private static final UpgradeCompatibility DEFAULT = new UpgradeCompatibility(
            ExecutionConstraint.PRESERVE_BUNDLE_PROFILE,
            true,
            PendingEffectTreatment.PRESERVE_PENDING,
            PublicationContinuity.PRESERVE_CANONICAL_TRUTH);
    private static final RuntimeUpgradeArtifact NO_UPGRADE = new RuntimeUpgradeArtifact(
            "upgrade",
            TransitionPhase.STAGED,
            List.of(),
            List.of(),
            DEFAULT,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);

    private static CapabilityModel model(String payload) {
        return CapabilityModel.of(Json.singleQuoted(payload));
    }

    private static CapabilityModel.Inspected inspected(String payload) {
        CapabilityModel model = model(payload);
        assertThat(model).isInstanceOf(CapabilityModel.Inspected.class);
        return (CapabilityModel.Inspected) model;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{'finalization':{},'runtime_upgrade':{}}",
                "{'finalization':7,'runtime_upgrade':[]}",
                "{'finalization':{'operation_id':1,'session':'0','owner_id':[],'read_class':3,'proof_ids':['p',1],"
                        + "'invalidated_by_handoff_ids':[1,-1]},'runtime_upgrade':{'upgrade_id':null,'phase':false,"
                        + "'ownership_continuity_required':'no','reason':9,'execution_constraint':0}}"
            })
    void what_is_absent_or_ill_typed_has_its_default(String payload) {
        assertThat(model(payload)).isEqualTo(new CapabilityModel.Inspected(NO_PATH, NO_UPGRADE));
    }

    @Test
    void the_first_example_is_canonical_and_committed() {
        CapabilityModel.Inspected model = inspected("{'finalization':{'read_class':'authoritative_only',"
                + "'proof_ids':['p'],'canonical_handle_ids':['h'],'publication_ids':['pub']},"
                + "'runtime_upgrade':{'phase':'committed_cutover','previous_members':['A'],'next_members':['A','B']}}");
        assertThat(model.finalization().stage()).isEqualTo(FinalizationStage.CANONICAL);
        assertThat(model.finalization().isCanonical()).isTrue();
        assertThat(model.upgrade().phase()).isEqualTo(TransitionPhase.COMMITTED_CUTOVER);
        assertThat(model.isCommittedCutover()).isTrue();
    }

    @Test
    void the_second_example_is_invalidated_and_not_committed() {
        CapabilityModel.Inspected model = inspected("{'finalization':{'read_class':'mixed','proof_ids':['p'],"
                + "'canonical_handle_ids':['h'],'publication_ids':['pub'],'invalidated_by_handoff_ids':[9]},"
                + "'runtime_upgrade':{'phase':'rolled_back','execution_constraint':'mixed_determinism_allowed',"
                + "'pending_effect_treatment':'invalidate_blocked',"
                + "'canonical_publication_continuity':'reissue_canonical_truth'}}");
        assertThat(model.finalization().stage()).isEqualTo(FinalizationStage.INVALIDATED);
        assertThat(model.finalization().isInvalidated()).isTrue();
        assertThat(model.isCommittedCutover()).isFalse();
        assertThat(model.upgrade().compatibility())
                .isEqualTo(new UpgradeCompatibility(
                        ExecutionConstraint.MIXED_DETERMINISM_ALLOWED,
                        true,
                        PendingEffectTreatment.INVALIDATE_BLOCKED,
                        PublicationContinuity.REISSUE_CANONICAL_TRUTH));
    }

    /**
     * All sixteen combinations for each class of reads, by the order of spec 32 §8.
     * {@code FinalizationPath.stage_canonical_iff}: canonical exactly with a proof and a handle, no handoff, no rejection.
     */
    @ParameterizedTest
    @CsvSource({"none, observed", "observed_only, observed", "authoritative_only, authoritative", "mixed, authoritative"
    })
    void the_first_stage_that_holds_is_taken(String reads, String otherwise) {
        for (int mask = 0; mask < 16; mask++) {
            boolean handoff = (mask & 1) != 0;
            boolean rejected = (mask & 2) != 0;
            boolean proofs = (mask & 4) != 0;
            boolean handles = (mask & 8) != 0;
            String expected = handoff
                    ? "invalidated"
                    : rejected ? "rejected" : proofs && handles ? "canonical" : proofs ? "materialized" : otherwise;
            String payload = "{'finalization':{'read_class':'" + reads + "','invalidated_by_handoff_ids':"
                    + (handoff ? "[9]" : "[]") + ",'rejected_publication_ids':" + (rejected ? "['r']" : "[]")
                    + ",'proof_ids':" + (proofs ? "['p']" : "[]") + ",'canonical_handle_ids':"
                    + (handles ? "['h']" : "[]") + "}}";
            assertThat(FinalizationStage.CODEC.word(
                            inspected(payload).finalization().stage()))
                    .as(payload)
                    .isEqualTo(expected);
        }
    }

    @Test
    void lists_keep_their_order_and_repetitions() {
        CapabilityModel.Inspected model = inspected("{'finalization':{'proof_ids':['z','a','z'],"
                + "'invalidated_by_handoff_ids':[9,1,9]},'runtime_upgrade':{'next_members':['B','A','B']}}");
        assertThat(model.finalization().proofIds()).containsExactly("z", "a", "z");
        assertThat(model.finalization().invalidatedByHandoffIds()).containsExactly(9L, 1L, 9L);
        assertThat(model.upgrade().nextMembers()).containsExactly("B", "A", "B");
    }

    @Test
    void a_nested_compatibility_is_silently_replaced_by_the_defaults() {
        assertThat(inspected("{'runtime_upgrade':{'compatibility':{'execution_constraint':'mixed_determinism_allowed',"
                                + "'ownership_continuity_required':false}}}")
                        .upgrade()
                        .compatibility())
                .isEqualTo(DEFAULT);
    }

    private static String refusal(String payload) {
        CapabilityModel model = model(payload);
        assertThat(model).isInstanceOf(CapabilityModel.Refused.class);
        ValidatorIssue issue = ((CapabilityModel.Refused) model).issue();
        assertThat(issue.code()).isEqualTo("capability_model.invalid_payload");
        assertThat(issue.path()).isEqualTo("payload");
        return issue.message();
    }

    private static final List<String> TAGS = List.of(
            "finalization read_class unknown finalization read class: X",
            "runtime_upgrade phase unknown transition artifact phase: X",
            "runtime_upgrade execution_constraint unknown runtime upgrade execution constraint: X",
            "runtime_upgrade pending_effect_treatment unknown pending effect treatment: X",
            "runtime_upgrade canonical_publication_continuity unknown canonical publication continuity: X");

    @Test
    void each_unknown_word_is_refused_and_of_two_the_first() {
        for (int i = 0; i < TAGS.size(); i++) {
            String[] first = TAGS.get(i).split(" ", 3);
            assertThat(refusal("{'" + first[0] + "':{'" + first[1] + "':'X'}}")).isEqualTo(first[2]);
            for (int j = i + 1; j < TAGS.size(); j++) {
                String[] second = TAGS.get(j).split(" ", 3);
                String payload = first[0].equals(second[0])
                        ? "{'" + first[0] + "':{'" + second[1] + "':'X','" + first[1] + "':'X'}}"
                        : "{'" + second[0] + "':{'" + second[1] + "':'X'},'" + first[0] + "':{'" + first[1] + "':'X'}}";
                assertThat(refusal(payload)).as(payload).isEqualTo(first[2]);
            }
        }
    }
}
