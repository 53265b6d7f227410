package dev.paritas.machine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Type advance, edges and type text (spec 20 §9, 21 §16). */
class SessionTypesTest {
    private static final LocalType.Var X = new LocalType.Var("X");

    @Test
    void a_variable_unfolds_to_the_innermost_loop_entered_whatever_its_name() {
        LocalType nested =
                new LocalType.Mu("X", LocalType.send("B", "a", new LocalType.Mu("Y", LocalType.send("B", "b", X))));
        TypeState outer = TypeState.initial(nested);
        TypeState inner = outer.firstBranch().next();
        TypeState again = inner.firstBranch().next();
        assertThat(outer.firstBranch().label()).isEqualTo("a");
        assertThat(inner.firstBranch().label()).isEqualTo("b");
        assertThat(again.firstBranch().label()).isEqualTo("b");
        assertThat(again).isSameAs(inner);
    }

    @Test
    void the_later_of_two_branches_with_one_label_wins() {
        LocalType twice = new LocalType.Send(
                "B",
                List.of(
                        new LocalType.Branch(Label.of("l"), LocalType.END),
                        new LocalType.Branch(Label.of("l"), LocalType.send("B", "m", LocalType.END))));
        TypeBranch found = TypeState.initial(twice).branch("l");
        assertThat(found)
                .extracting(branch -> branch.next().current())
                .isEqualTo(LocalType.send("B", "m", LocalType.END));
    }

    @Test
    void edges_come_from_all_types_and_skip_strangers() {
        OpenPlan plan = new OpenPlan(
                List.of("A", "B", "C"),
                Map.of(
                        "A",
                        LocalType.send("B", "m", LocalType.send("Stranger", "m", LocalType.END)),
                        "C",
                        new LocalType.Mu("X", LocalType.recv("B", "m", LocalType.send("C", "m", X)))));
        assertThat(plan.edges()).containsExactly(new OpenPlan.EdgePlan(0, 1), new OpenPlan.EdgePlan(1, 2));
    }

    @Test
    void type_text_has_no_parentheses_and_counts_binders() {
        assertThat(TypeText.of(LocalType.recv("B", "pong", LocalType.END)))
                .isEqualTo("LocalType.branch \"B\" [(\"pong\", LocalType.end_)]");
        assertThat(TypeText.of(new LocalType.Mu("X", LocalType.send("Peer", "tick", X))))
                .isEqualTo("LocalType.mu LocalType.select \"Peer\" [(\"tick\", LocalType.var 0)]");
        assertThat(TypeText.of(LocalType.send("Peer", "tick", X)))
                .isEqualTo("LocalType.select \"Peer\" [(\"tick\", LocalType.var 0)]");
        LocalType two = new LocalType.Mu(
                "X",
                new LocalType.Mu(
                        "Y",
                        new LocalType.Recv(
                                "P",
                                List.of(
                                        new LocalType.Branch(Label.of("a"), X),
                                        new LocalType.Branch(Label.of("b"), new LocalType.Var("Y")),
                                        new LocalType.Branch(Label.of("c"), new LocalType.Var("Z"))))));
        assertThat(TypeText.of(two))
                .isEqualTo("LocalType.mu LocalType.mu LocalType.branch \"P\" [(\"a\", LocalType.var 1), "
                        + "(\"b\", LocalType.var 0), (\"c\", LocalType.var 2)]");
    }

    @Test
    void ten_thousand_nested_messages_are_an_ordinary_type() {
        LocalType deep = LocalType.END;
        for (int i = 0; i < 10_000; i++) {
            deep = LocalType.send("B", "m", deep);
        }
        assertThat(TypeText.of(deep)).startsWith("LocalType.select").endsWith(")])]");
        assertThat(new OpenPlan(List.of("A", "B"), Map.of("A", deep)).edges()).hasSize(1);
    }
}
