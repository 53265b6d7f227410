package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.model.machine.ModelType.Branch;
import dev.paritas.model.machine.ModelType.Choice;
import dev.paritas.model.machine.ModelType.Mu;
import dev.paritas.model.machine.ModelType.Recv;
import dev.paritas.model.machine.ModelType.Select;
import dev.paritas.model.machine.ModelType.Send;
import dev.paritas.model.machine.ModelType.Var;
import dev.paritas.semanticobjects.value.ValType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Renderings that the specification lists as checked, and the 120-column limit (spec 22 §11). */
class ModelTypeTextTest {
    private static final ModelType END = ModelType.END;

    private static Choice to(String label, ModelType next) {
        return new Choice(label, next);
    }

    @Test
    void a_short_type_is_one_line() {
        assertThat(ModelTypeText.of(new Select("B", List.of(to("ping", new Branch("B", List.of(to("pong", END))))))))
                .isEqualTo("LocalType.select \"B\" [(\"ping\", LocalType.branch \"B\" [(\"pong\", LocalType.end_)])]");
    }

    @Test
    void arguments_are_in_parentheses_and_pairs_are_not() {
        ModelType type = new Mu(new Select("Peer", List.of(to("tick", new Var(0)), to("b", new Mu(new Var(1))))));
        assertThat(ModelTypeText.of(type))
                .isEqualTo(
                        "LocalType.mu (LocalType.select \"Peer\" [(\"tick\", LocalType.var 0), (\"b\", LocalType.mu (LocalType.var 1))])");
    }

    @Test
    void value_types_follow_the_same_grammar() {
        assertThat(ModelTypeText.of(new ValType.Prod(new ValType.Chan(0, ""), ValType.STRING)))
                .isEqualTo("ValType.prod (ValType.chan 0 \"\") (ValType.string)");
        assertThat(ModelTypeText.of(new Send("B", ValType.NAT, new Recv("C", ValType.BOOL, END))))
                .isEqualTo("LocalType.send \"B\" (ValType.nat) (LocalType.recv \"C\" (ValType.bool) (LocalType.end_))");
    }

    @Test
    void a_long_type_breaks_its_outer_groups_only() {
        ModelType type = new Select(
                "LongRoleNameNumberOne",
                List.of(
                        to("firstLabelName", new Branch("AnotherLongRole", List.of(to("ack", END), to("nack", END)))),
                        to("second", new Branch("AnotherLongRole", List.of(to("x", END))))));
        assertThat(ModelTypeText.of(type)).isEqualTo("""
                        LocalType.select
                          "LongRoleNameNumberOne"
                          [("firstLabelName", LocalType.branch "AnotherLongRole" [("ack", LocalType.end_), ("nack", LocalType.end_)]),
                           ("second", LocalType.branch "AnotherLongRole" [("x", LocalType.end_)])]\
                        """);
    }

    @Test
    void up_to_120_columns_stay_flat() {
        String frame = "LocalType.select \"P\" [(\"\", LocalType.end_)]";
        for (int columns : new int[] {119, 120}) {
            String label = "x".repeat(columns - frame.length());
            assertThat(ModelTypeText.of(new Select("P", List.of(to(label, END)))))
                    .hasSize(columns)
                    .doesNotContain("\n");
        }
        String label = "x".repeat(121 - frame.length());
        assertThat(ModelTypeText.of(new Select("P", List.of(to(label, END)))))
                .isEqualTo("LocalType.select\n  \"P\"\n  [(\"" + label + "\", LocalType.end_)]");
    }

    @Test
    void columns_are_code_points() {
        String frame = "LocalType.select \"P\" [(\"\", LocalType.end_)]";
        String label = "\uD83D\uDE00".repeat(120 - frame.length());
        assertThat(ModelTypeText.of(new Select("P", List.of(to(label, END))))).doesNotContain("\n");
    }

    @Test
    void a_pair_that_does_not_fit_breaks_behind_its_comma() {
        String label = "x".repeat(110);
        assertThat(ModelTypeText.of(new Select("P", List.of(to(label, END)))))
                .isEqualTo("LocalType.select\n  \"P\"\n  [(\"" + label + "\",\n    LocalType.end_)]");
    }

    @Test
    void quotes_and_control_characters_are_escaped() {
        assertThat(ModelTypeText.of(new Select("a\"b\\c\n\t\r\u0001\u001f\u00e9", List.of())))
                .isEqualTo("LocalType.select \"a\\\"b\\\\c\\n\\t\\r\\x01\\x1f\u00e9\" []");
    }
}
