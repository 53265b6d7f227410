package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeComparisonTest {
    private static final ShapeField ID = new ShapeField("read_id", "str", false);
    private static final ShapeField SESSION = new ShapeField("session", "nat", true);
    private static final ShapeField EFFECT = new ShapeField("effect_id", "nat", false);

    private static ShapeDocument product(String side, ShapeField... fields) {
        return ShapeDocument.of(side, List.of(new NeutralType.Product("Read", List.of(fields))));
    }

    private static List<String> keys(ShapeDocument lean, ShapeDocument java) {
        return ShapeComparison.compare(lean, java, List.of(ShapePair.same("Read"))).stream()
                .map(ShapeDifference::key)
                .toList();
    }

    @Test
    void equal_records_have_no_keys() {
        assertThat(keys(product("lean", ID, SESSION, EFFECT), product("java", ID, SESSION, EFFECT)))
                .isEmpty();
    }

    @Test
    void a_removed_component_gives_exactly_one_key() {
        assertThat(keys(product("lean", ID, SESSION), product("java", ID)))
                .containsExactly("Read:missing_field_in_java:session");
    }

    @Test
    void swapping_the_sides_swaps_the_key() {
        assertThat(keys(product("lean", ID), product("java", ID, SESSION)))
                .containsExactly("Read:missing_field_in_lean:session");
    }

    @Test
    void a_component_that_became_plain_gives_exactly_one_key() {
        assertThat(keys(product("lean", ID, SESSION), product("java", ID, new ShapeField("session", "nat", false))))
                .containsExactly("Read:optional:session");
    }

    @Test
    void another_type_gives_exactly_one_key() {
        assertThat(keys(product("lean", ID, EFFECT), product("java", ID, new ShapeField("effect_id", "str", false))))
                .containsExactly("Read:type:effect_id:nat!=str");
    }

    @Test
    void two_components_in_another_order_give_exactly_one_key() {
        assertThat(keys(product("lean", ID, SESSION), product("java", SESSION, ID)))
                .containsExactly("Read:order");
    }

    @Test
    void a_whole_type_missing_gives_exactly_one_key() {
        assertThat(keys(product("lean", ID), ShapeDocument.of("java", List.of())))
                .containsExactly("Read:absent_in_java");
        assertThat(keys(ShapeDocument.of("lean", List.of()), product("java", ID)))
                .containsExactly("Read:absent_in_lean");
    }

    @Test
    void a_record_against_a_sum_gives_exactly_one_key() {
        ShapeDocument sum = ShapeDocument.of("java", List.of(new NeutralType.Sum("Read", List.of())));
        assertThat(keys(product("lean", ID), sum)).containsExactly("Read:kind");
    }

    @Test
    void variants_compare_as_sets() {
        ShapeDocument lean = ShapeDocument.of(
                "lean",
                List.of(new NeutralType.Sum(
                        "Read", List.of(new ShapeVariant("bool", List.of()), new ShapeVariant("nat", List.of())))));
        ShapeDocument java = ShapeDocument.of(
                "java",
                List.of(new NeutralType.Sum(
                        "Read", List.of(new ShapeVariant("nat", List.of()), new ShapeVariant("text", List.of())))));
        assertThat(keys(lean, java)).containsExactly("Read:missing_in_java:bool", "Read:missing_in_lean:text");
    }

    @Test
    void the_shape_of_a_codec_becomes_a_neutral_type() {
        Shape shape = new Shape.Obj(
                "Rule",
                List.of(
                        new Shape.Member(
                                "rule",
                                new Shape.OneOf(
                                        "AgreementRule",
                                        List.of(
                                                new Shape.Literal("any_participant"),
                                                new Shape.Obj(
                                                        "AgreementRule.threshold",
                                                        List.of(new Shape.Member(
                                                                "threshold",
                                                                new Shape.Obj(
                                                                        "Threshold",
                                                                        List.of(new Shape.Member(
                                                                                "required_participants",
                                                                                new Shape.Unsigned(-1L),
                                                                                true))),
                                                                true))),
                                                new Shape.Obj(
                                                        "AgreementRule.Fragments",
                                                        List.of(new Shape.Member(
                                                                "Fragments",
                                                                new Shape.ListOf(new Shape.Text()),
                                                                true))))),
                                true),
                        new Shape.Member("tick", new Shape.Nullable(new Shape.Unsigned(-1L)), false)));
        assertThat(ShapeExtraction.of("java", List.of(shape)).types())
                .containsExactly(
                        new NeutralType.Sum(
                                "AgreementRule",
                                List.of(
                                        new ShapeVariant("any_participant", List.of()),
                                        new ShapeVariant(
                                                "threshold",
                                                List.of(new ShapeField("required_participants", "nat", false))),
                                        new ShapeVariant(
                                                "fragments", List.of(new ShapeField("0", "list<str>", false))))),
                        new NeutralType.Product(
                                "Rule",
                                List.of(
                                        new ShapeField("rule", "AgreementRule", false),
                                        new ShapeField("tick", "nat", true))));
    }

    @Test
    void names_are_split_before_capitals_only() {
        assertThat(ShapeExtraction.snakeCase("timedOut")).isEqualTo("timed_out");
        assertThat(ShapeExtraction.snakeCase("TimedOut2x")).isEqualTo("timed_out2x");
        assertThat(ShapeExtraction.snakeCase("wal_sync")).isEqualTo("wal_sync");
    }
}
