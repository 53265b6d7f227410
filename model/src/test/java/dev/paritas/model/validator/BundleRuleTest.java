package dev.paritas.model.validator;

import static dev.paritas.testsupport.Json.singleQuoted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.membership.TheoremBoundary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three rules on bundles (spec 32 §6). */
class BundleRuleTest {
    private static String codes(String payload) {
        return String.join(
                " ",
                BundleRule.verify(singleQuoted(payload)).stream()
                        .map(ValidatorIssue::code)
                        .toList());
    }

    private static String claims(String liveness, String distributed) {
        return "{'claims':{'liveness':" + liveness + ",'distributed':{" + distributed + "}}}";
    }

    private static String quorum(String system, long n, long size, long intersection) {
        return "'quorum_geometry':{'quorum_system':'" + system + "','n':" + n + ",'quorum_size':" + size
                + ",'intersection_size':" + intersection + "}";
    }

    private static String liveness(String scheduler, boolean progress) {
        return "{'scheduler':'" + scheduler + "','fairness_k':null,'progress_required':" + progress + "}";
    }

    private static String flp(long crash, boolean deterministic) {
        return "'flp':{'crash_bound':" + crash + ",'requires_determinism':" + deterministic + "}";
    }

    private static String synchrony(String timing, String delta) {
        return "'partial_synchrony':{'timing':'" + timing + "','delta_bound':" + delta + "}";
    }

    /** The table of spec 32 §6.4. */
    @Test
    void the_worked_examples_have_the_published_errors() {
        String cap = ",'cap':{'consistency':'Linearizable','availability':'Total','partition_model':'NetworkSplit'}";
        assertThat(codes("{'claims':{}}")).isEmpty();
        assertThat(codes("null")).isEmpty();
        assertThat(codes(claims("null", quorum("Majority", 4, 2, 0) + cap))).isEqualTo("bundle.bad_quorum");
        assertThat(codes(claims("null", quorum("Flexible", 5, 3, 1)))).isEmpty();
        assertThat(codes(claims("null", quorum("Majority", 4, 2, 1)))).isEqualTo("bundle.bad_quorum");
        assertThat(codes(claims("null", quorum("Majority", 0, 0, 1)))).isEqualTo("bundle.bad_quorum");

        assertThat(codes(claims(liveness("Cooperative", true), flp(1, true)))).isEqualTo("bundle.deadlock_risk");
        assertThat(codes(claims(liveness("RoundRobin", true), flp(1, true)))).isEmpty();
        assertThat(codes(claims(liveness("Cooperative", true), flp(0, true)))).isEmpty();
        assertThat(codes(claims(liveness("Cooperative", true), flp(1, false)))).isEmpty();

        assertThat(codes(claims(liveness("RoundRobin", true), synchrony("Asynchronous", "null"))))
                .isEqualTo("bundle.unbounded_wait");
        assertThat(codes(claims(liveness("RoundRobin", true), synchrony("Asynchronous", "10"))))
                .isEmpty();
        assertThat(codes(claims(liveness("RoundRobin", true), synchrony("PartialSynchrony", "null"))))
                .isEmpty();
        assertThat(codes(claims(liveness("RoundRobin", false), synchrony("Asynchronous", "null"))))
                .isEmpty();
        assertThat(codes(claims("null", synchrony("Asynchronous", "null")))).isEmpty();
    }

    @Test
    void each_issue_is_the_published_one() {
        assertThat(BundleRule.BAD_QUORUM.issue())
                .isEqualTo(new ValidatorIssue(
                        "bundle.bad_quorum",
                        "claims.distributed.quorum_geometry",
                        "quorum geometry must guarantee non-empty intersection and majority overlap"));
        assertThat(BundleRule.DEADLOCK_RISK.issue())
                .isEqualTo(new ValidatorIssue(
                        "bundle.deadlock_risk",
                        "claims.liveness",
                        "cooperative progress claims with crash-bound FLP assumptions are rejected in the executable"
                                + " verifier"));
        assertThat(BundleRule.UNBOUNDED_WAIT.issue())
                .isEqualTo(new ValidatorIssue(
                        "bundle.unbounded_wait",
                        "claims.distributed.partial_synchrony",
                        "progress-required bundles must provide a bounded synchrony window"));
    }

    @Test
    void every_small_quorum_geometry_is_judged_alike_for_all_systems() {
        for (String system : List.of("Majority", "Weighted", "Flexible")) {
            for (long n = 0; n <= 6; n++) {
                for (long size = 0; size <= 6; size++) {
                    for (long intersection = 0; intersection <= 2; intersection++) {
                        boolean bad = intersection == 0 || 2 * size <= n;
                        assertThat(codes(claims("null", quorum(system, n, size, intersection))))
                                .as("%s n=%d size=%d intersection=%d", system, n, size, intersection)
                                .isEqualTo(bad ? "bundle.bad_quorum" : "");
                    }
                }
            }
        }
    }

    @Test
    void doubling_a_quorum_does_not_overflow() {
        assertThat(codes("{'claims':{'distributed':{'quorum_geometry':{'n':1,'quorum_size':9223372036854775808,"
                        + "'intersection_size':1}}}}"))
                .isEmpty();
        assertThat(codes("{'claims':{'distributed':{'quorum_geometry':{'n':18446744073709551615,"
                        + "'quorum_size':9223372036854775807,'intersection_size':1}}}}"))
                .isEqualTo("bundle.bad_quorum");
        assertThat(codes("{'claims':{'distributed':{'quorum_geometry':{'n':18446744073709551615,"
                        + "'quorum_size':9223372036854775808,'intersection_size':1}}}}"))
                .isEmpty();
    }

    @Test
    void the_deadlock_rule_needs_all_four_of_its_conditions() {
        for (int mask = 0; mask < 16; mask++) {
            String payload = claims(
                    liveness((mask & 1) != 0 ? "Cooperative" : "Priority", (mask & 2) != 0),
                    flp((mask & 4) != 0 ? 2 : 0, (mask & 8) != 0));
            assertThat(codes(payload)).as(payload).isEqualTo(mask == 15 ? "bundle.deadlock_risk" : "");
        }
    }

    @Test
    void the_wait_rule_needs_all_three_of_its_conditions() {
        for (int mask = 0; mask < 8; mask++) {
            String payload = claims(
                    liveness("ProgressAware", (mask & 1) != 0),
                    synchrony((mask & 2) != 0 ? "Asynchronous" : "Synchronous", (mask & 4) != 0 ? "null" : "0")
                            + ",'responsiveness':{'leader_based':true,'requires_stable_period':true}");
            assertThat(codes(payload)).as(payload).isEqualTo(mask == 7 ? "bundle.unbounded_wait" : "");
        }
    }

    /**
     * {@code BundleClaims.isValid_iff}: a bundle is valid exactly when no rule is broken, which the tests above say rule
     * by rule; here any of them, in their order. {@code isValid_iff_claims}: the same of the claims' own words.
     */
    @Test
    void a_bundle_is_valid_exactly_when_its_claims_break_no_rule() {
        for (int mask = 0; mask < 8; mask++) {
            boolean quorum = (mask & 1) != 0;
            boolean deadlock = (mask & 2) != 0;
            boolean wait = (mask & 4) != 0;
            String payload = claims(
                    liveness("Cooperative", true),
                    synchrony("Asynchronous", wait ? "null" : "3") + "," + flp(deadlock ? 1 : 0, true) + ","
                            + quorum("Majority", 5, quorum ? 2 : 3, 1));
            String expected = (quorum ? "bundle.bad_quorum " : "")
                    + (deadlock ? "bundle.deadlock_risk " : "")
                    + (wait ? "bundle.unbounded_wait " : "");
            assertThat(codes(payload)).as(payload).isEqualTo(expected.strip());
        }
    }

    /**
     * {@code quorums_meet_iff}: any two quorums have a common member exactly when a quorum is more than half of the
     * members. {@code BundleClaims.valid_quorums_meet}: so they meet in every valid bundle.
     */
    @Test
    void the_quorums_of_a_valid_bundle_meet_and_others_may_miss_each_other() {
        for (int n = 1; n <= 7; n++) {
            for (int size = 1; size <= n; size++) {
                assertThat(codes(claims("null", quorum("Majority", n, size, 1))).isEmpty())
                        .as("n=%d size=%d", n, size)
                        .isEqualTo(allMeet(n, size));
            }
        }
    }

    /** {@return whether any two sets of {@code size} of {@code n} members, as bits, have a common one} */
    private static boolean allMeet(int n, int size) {
        for (int one = 0; one < 1 << n; one++) {
            for (int other = 0; other < 1 << n; other++) {
                if (Integer.bitCount(one) == size && Integer.bitCount(other) == size && (one & other) == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void all_three_may_fire_together_in_their_order() {
        assertThat(codes(claims(
                        liveness("Cooperative", true),
                        synchrony("Asynchronous", "null") + "," + flp(3, true) + "," + quorum("Weighted", 9, 1, 0))))
                .isEqualTo("bundle.bad_quorum bundle.deadlock_risk bundle.unbounded_wait");
    }

    /** An ill-typed member is an absent one: the two columns have one verdict. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'n':'4','quorum_size':2,'intersection_size':0} | ``",
                "{'n':4,'quorum_size':-2,'intersection_size':0} | ``",
                "{'n':4,'quorum_size':2,'intersection_size':0.0} | ``",
                "{'n':4,'quorum_size':2} | ``",
                "{'n':4,'quorum_size':2,'intersection_size':null} | ``",
                "[4,2,0] | ``",
                "'x' | ``",
                "{'n':4,'quorum_size':2,'intersection_size':0} | bundle.bad_quorum"
            })
    void ill_typed_numbers_count_as_absent(String geometry, String codes) {
        assertThat(codes("{'claims':{'distributed':{'quorum_geometry':" + geometry + "}}}"))
                .isEqualTo(codes);
    }

    @Test
    void an_ill_typed_delay_counts_as_none_and_ill_typed_conditions_do_not_hold() {
        for (String delta : List.of("'10'", "-1", "2.5", "[]", "true")) {
            assertThat(codes(claims(liveness("RoundRobin", true), synchrony("Asynchronous", delta))))
                    .as(delta)
                    .isEqualTo("bundle.unbounded_wait");
        }
        assertThat(codes("{'claims':{'liveness':{'scheduler':'Cooperative','progress_required':'true'},'distributed':{"
                        + flp(1, true) + "," + synchrony("Asynchronous", "null") + "}}}"))
                .isEmpty();
        assertThat(codes("{'claims':{'liveness':{'scheduler':'cooperative','progress_required':true},'distributed':{"
                        + flp(1, true) + "}}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "'x'",
                "true",
                "{}",
                "{'claims':null}",
                "{'claims':[]}",
                "{'claims':{'distributed':null}}",
                "{'schema_version':'protocol_bundle.v9','claims':{'schema_version':7}}"
            })
    void anything_is_a_bundle(String payload) {
        assertThat(codes(payload)).isEmpty();
    }

    /** Spec 32 §6.3, typed in; B black box, R runtime critical, D documentation. */
    @Test
    void the_ledger_is_the_published_one() {
        List<String> rows = new ArrayList<>();
        for (String key : "termination output_condition_soundness flp_lower_bound flp_impossibility cap_impossibility"
                .concat(" quorum_geometry_safety partial_synchrony_liveness responsiveness nakamoto_security")
                .concat(" reconfiguration_safety atomic_broadcast_ordering accountable_safety")
                .concat(" failure_detector_boundaries data_availability_retrievability coordination_characterization")
                .concat(" calm_characterization crdt_envelope_and_equivalence crdt_monotonicity")
                .concat(" triangle_of_forgetting_impossibility")
                .split(" ", -1)) {
            rows.add(key + " black_box_premise_only false false");
        }
        rows.add("byzantine_safety_characterization runtime_critical_instantiated_premise false true Lean theorem-pack"
                + " gate only; Rust runtime admission does not currently consume this key.");
        rows.add("consensus_envelope black_box_premise_only false false");
        rows.add("failure_envelope black_box_premise_only false false");
        rows.add("protocol_machine_envelope_adherence runtime_critical_instantiated_premise true true");
        rows.add("protocol_machine_envelope_admission runtime_critical_instantiated_premise true true");
        rows.add("protocol_envelope_bridge runtime_critical_instantiated_premise true true");
        rows.add("effect_interface_bridge black_box_premise_only false false");
        for (String key : "foster maxweight ldp mean_field heavy_traffic mixing fluid concentration littles_law"
                .concat(" functional_clt spectral_gap_termination")
                .split(" ", -1)) {
            rows.add("classical_" + key + " documentation_background_only false false");
        }
        assertThat(rows).hasSize(37);
        assertThat(TheoremLedger.ROWS)
                .extracting(row -> row.key() + " " + TheoremBoundary.UsageClass.CODEC.word(row.usageClass()) + " "
                        + row.consumedByRuntime() + " " + row.consumedByModel()
                        + Optional.ofNullable(row.assumptionBoundary())
                                .map(text -> " " + text)
                                .orElse(""))
                .containsExactlyElementsOf(rows);
    }

    /**
     * {@code TheoremRow.ledger_explicit}, {@code ledger_consumed}: consumed are exactly the runtime's keys, all of them
     * critical, and each other critical row says why it is not.
     */
    @Test
    void every_critical_row_is_consumed_by_the_runtime_or_says_why_not() {
        assertThat(TheoremLedger.ROWS)
                .filteredOn(row -> row.usageClass() == TheoremBoundary.UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE)
                .allMatch(row -> row.consumedByRuntime() || row.assumptionBoundary() != null);
        assertThat(TheoremLedger.ROWS)
                .filteredOn(TheoremBoundary::consumedByRuntime)
                .extracting(TheoremBoundary::key)
                .containsExactlyElementsOf(TheoremLedger.RUNTIME_KEYS);
    }
}
