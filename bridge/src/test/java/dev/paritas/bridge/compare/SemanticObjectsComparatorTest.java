package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.object.SemanticObjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemanticObjectsComparatorTest {
    private static final String EFFECT = ExecutionComparatorTest.effect("pending");

    @Test
    void a_clean_pair_has_no_difference() {
        SemanticObjects left = ExecutionComparatorTest.bundle("outstanding_effects", EFFECT);
        SemanticObjects right = ExecutionComparatorTest.bundle("outstanding_effects", EFFECT);
        Comparison same = SemanticObjectsComparator.between(left, right);
        assertThat(same.verdict()).isEqualTo(new Verdict.Agree());
        assertThat(same.coverage().compared("semantic objects")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "effect_id|4|5",
                "operation_id|\"effect:4\"|\"effect:5\"",
                "session|0|1",
                "owner_id|null|\"coro:0\"",
                "effect_interface|\"Transport\"|null",
                "effect_operation|\"sendDecision\"|null",
                "effect_kind|\"send_decision\"|\"handle_recv\"",
                "handler_identity|\"default_handler\"|\"other\"",
                "status|\"pending\"|\"failed\"",
                "ordering_key|1|2",
                "budget_ticks|1|null",
                "retry_policy|\"forbidden\"|\"allow\"",
                "completed_at_tick|null|3",
                "inputs|{}|{\"x\":1}",
                "outputs|{}|null"
            })
    void one_planted_change_in_a_field_gives_exactly_one_difference(String field, String old, String changed) {
        String planted = EFFECT.replace("\"" + field + "\":" + old, "\"" + field + "\":" + changed);
        assertThat(planted).isNotEqualTo(EFFECT);
        assertThat(SemanticObjectsComparator.between(
                                ExecutionComparatorTest.bundle("outstanding_effects", EFFECT),
                                ExecutionComparatorTest.bundle("outstanding_effects", planted))
                        .findings())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.kind()).isEqualTo("outstanding_effects");
                    assertThat(difference.pointer()).startsWith("/outstanding_effects/0/" + field);
                });
    }

    @Test
    void an_added_object_gives_exactly_one_difference_in_its_list() {
        assertThat(SemanticObjectsComparator.between(
                                SemanticObjects.empty(), ExecutionComparatorTest.bundle("outstanding_effects", EFFECT))
                        .findings())
                .singleElement()
                .extracting(DivergenceReport::kind)
                .isEqualTo("outstanding_effects");
    }

    /**
     * {@code SemanticObject.normalize_eq_iff}, {@code SemanticObject.normalTexts_eq_iff}: normalisation hides the names of
     * handlers and whether the host or nobody is the owner, and of a list order and repetitions.
     */
    @Test
    void across_targets_handler_names_host_owners_order_and_repeats_do_not_count() {
        String other = EFFECT.replace("default_handler", "elsewhere")
                .replace("\"owner_id\":null", "\"owner_id\":\"wasm/host\"");
        String second = EFFECT.replace("\"effect_id\":4", "\"effect_id\":3");
        SemanticObjects left = ExecutionComparatorTest.bundle("outstanding_effects", EFFECT + "," + second);
        SemanticObjects right =
                ExecutionComparatorTest.bundle("outstanding_effects", second + "," + other + "," + other);
        assertThat(SemanticObjectsComparator.between(left, right).findings()).isNotEmpty();
        Comparison across = SemanticObjectsComparator.acrossTargets(left, right);
        assertThat(across.findings()).isEmpty();
        assertThat(across.ledger().count(NormalizationRule.CROSS_TARGET)).isEqualTo(2);
    }

    @Test
    void across_targets_any_other_change_still_counts() {
        String other = EFFECT.replace("\"session\":0", "\"session\":1");
        assertThat(SemanticObjectsComparator.acrossTargets(
                                ExecutionComparatorTest.bundle("outstanding_effects", EFFECT),
                                ExecutionComparatorTest.bundle("outstanding_effects", other))
                        .findings())
                .hasSize(1);
    }
}
