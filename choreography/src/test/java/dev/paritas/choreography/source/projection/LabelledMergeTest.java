package dev.paritas.choreography.source.projection;

import static dev.paritas.choreography.source.projection.Sources.choice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.source.LoopCondition;
import dev.paritas.choreography.source.Role;
import dev.paritas.choreography.source.Statement;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bystander makes of a choice between A and B (spec 11 §7). */
class LabelledMergeTest {
    /** A decides among l1, l2 and so on, and each block follows the message that tells B. */
    @SafeVarargs
    private static List<Statement> decided(List<Statement>... blocks) {
        List<Statement.Branch> branches = new ArrayList<>();
        for (List<Statement> block : blocks) {
            String label = "l" + (branches.size() + 1);
            List<Statement> body = new ArrayList<>(List.of(Statement.send("A", "B", label)));
            body.addAll(block);
            branches.add(new Statement.Branch(label, body));
        }
        return List.of(new Statement.Choice(Role.of("A"), branches));
    }

    @SafeVarargs
    private static String merged(List<Statement>... blocks) {
        return SourceProjection.project(decided(blocks), "C").toString();
    }

    @SafeVarargs
    private static ProblemException failure(List<Statement>... blocks) {
        return catchThrowableOfType(ProblemException.class, () -> SourceProjection.project(decided(blocks), "C"));
    }

    private static List<Statement> m(String messages) {
        return Sources.block(messages);
    }

    private static List<Statement> loop(LoopCondition condition, String body) {
        return List.of(new Statement.Loop(condition, m(body)));
    }

    private static List<Statement> timeout(int seconds) {
        return List.of(new Statement.Timeout(
                Role.of("C"), Duration.ofSeconds(seconds), List.of(), List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                   | ``                     | end
            ``                   | C→D:m                  | !D m.end
            B→C:x                | ``                     | ?B x.end
            B→C:x; C→D:m         | B→C:x; C→D:m           | ?B x.!D m.end
            C→D:m                | C→D:m; C→E:n           | !D m.!E n.end
            B→C:x                | B→C:x; C→D:m           | ?B x.!D m.end
            B→C:x                | B→C:y                  | &B{l1.end, l2.end}
            B→C:x; C→D:m         | B→C:y; C→D:n           | &B{l1.!D m.end, l2.!D n.end}
            t                    | t                      | t
            """)
    void two_branches_merge(String left, String right, String type) {
        assertThat(merged(m(left), m(right))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C→D:m                | C→D:n                  | they begin differently: a send of 'm' to D and a send of 'n' to D
            C→D:m                | C→E:m                  | they begin differently: a send of 'm' to D and a send of 'm' to E
            C→D:m                | D→C:m                  | they begin differently: a send of 'm' to D and a receive of 'm' from D
            B→C:x                | D→C:x                  | they begin differently: a receive of 'x' from B and a receive of 'x' from D
            B→C:x                | D→C:y                  | they begin differently: a receive of 'x' from B and a receive of 'y' from D
            C→D:m; B→C:x         | C→D:m; B→C:y           | they begin differently: a receive of 'x' from B and a receive of 'y' from B
            t                    | s                      | they begin differently: the variable t and the variable s
            t                    | C→D:m                  | they begin differently: the variable t and a send of 'm' to D
            """)
    void two_branches_do_not_merge(String left, String right, String reason) {
        ProblemException failure = failure(m(left), m(right));

        assertThat(failure.problem().code()).isEqualTo("MERGE_FAILURE");
        assertThat(failure).hasMessage("cannot merge branches: " + reason);
    }

    @Test
    void branches_by_choice_label_are_sorted_and_take_further_receives() {
        List<Statement> source = choice("A", "q = A→B:q; B→C:x | p = A→B:p; B→C:y | r = A→B:r; B→C:z; C→D:m");

        assertThat(SourceProjection.project(source, "C")).hasToString("&B{p.end, q.end, r.!D m.end}");
        assertThat(merged(m("B→C:x"), m(""), m("B→C:x; C→D:m"), m("B→C:y")))
                .as("what is merged goes by its first label")
                .isEqualTo("&B{l1.!D m.end, l4.end}");
        assertThat(merged(m(""), m("B→C:x"), m("B→C:y")))
                .as("the label of a branch that ends is dropped with it")
                .isEqualTo("&B{l2.end, l3.end}");
    }

    @Test
    void branches_of_one_partner_are_united_in_the_order_of_labels() {
        List<Statement> left = choice("B", "z = B→C:z | a = B→C:a");
        List<Statement> right = choice("B", "m = B→C:m | a = B→C:a; C→D:n");

        assertThat(merged(left, left)).as("equal types keep their order").isEqualTo("&B{z.end, a.end}");
        assertThat(merged(left, right)).isEqualTo("&B{a.!D n.end, m.end, z.end}");
        assertThat(merged(m("C→D:o; t"), m("C→D:o; t"))).isEqualTo("!D o.t");
        assertThat(merged(left, m("B→C:other"))).isEqualTo("&B{a.end, l2.end, z.end}");
        assertThat(merged(m("B→C:other"), left)).isEqualTo("&B{a.end, l1.end, z.end}");
        assertThat(failure(left, choice("D", "a = D→C:a | z = D→C:z")).getMessage())
                .isEqualTo("cannot merge branches: they begin differently: a branch from B and a branch from D");
        assertThat(failure(
                                left,
                                choice("B", "z = B→C:z; C→D:m | a = B→C:a"),
                                choice("B", "z = B→C:z; C→D:n | a = B→C:a"))
                        .getMessage())
                .endsWith("a send of 'm' to D and a send of 'n' to D");
    }

    @Test
    void below_a_message_a_branch_takes_no_receive() {
        List<Statement> branch = new ArrayList<>(m("C→D:o"));
        branch.addAll(choice("B", "z = B→C:z | a = B→C:a"));

        assertThat(failure(branch, m("C→D:o; B→C:x")).getMessage())
                .endsWith("they begin differently: a branch from B and a receive of 'x' from B");
        assertThat(merged(branch, m("C→D:o"))).isEqualTo("!D o.&B{z.end, a.end}");
    }

    @Test
    void selects_need_the_same_labels() {
        List<Statement> left = choice("C", "z = C→D:z | a = C→D:a");

        assertThat(merged(left, choice("C", "a = C→D:a; C→E:n | z = C→D:z"))).isEqualTo("⊕D{a.!E n.end, z.end}");
        assertThat(failure(left, choice("C", "a = C→D:a | y = C→D:y")).getMessage())
                .isEqualTo(
                        "cannot merge branches: they select among different labels: a select to D and a select to D");
        assertThat(failure(left, choice("C", "a = C→E:a | z = C→E:z")).getMessage())
                .endsWith("a select to D and a select to E");
    }

    @Test
    void recursions_merge_under_one_name() {
        List<Statement> left = List.of(new Statement.Rec("t", m("C→D:m; t")));

        assertThat(merged(left, left)).isEqualTo("μt.!D m.t");
        assertThat(merged(left, List.of(new Statement.Rec("t", m("C→D:m"))))).isEqualTo("μt.!D m.t");
        assertThat(failure(left, List.of(new Statement.Rec("s", m("C→D:m; s")))).getMessage())
                .endsWith("a recursion on t and a recursion on s");
    }

    @Test
    void loops_merge_under_equal_conditions_and_custom_ones_never() {
        LoopCondition three = new LoopCondition.Count(3);
        LoopCondition custom = new LoopCondition.Custom("x > 1");

        assertThat(merged(loop(three, "C→D:m"), loop(three, "C→D:m; D→C:n")))
                .isEqualTo("loop[repeat 3](!D m.?D n.end)");
        assertThat(failure(loop(three, "C→D:m"), loop(new LoopCondition.Count(2), "C→D:m"))
                        .getMessage())
                .endsWith("a loop and a loop");
        assertThat(failure(loop(custom, "C→D:m"), loop(custom, "C→D:m")).getMessage())
                .contains("a loop with a condition of its own equals no other");
        assertThat(merged(loop(custom, "C→D:m"), m(""))).isEqualTo("loop[while x > 1](!D m.end)");
    }

    @Test
    void timeouts_and_choices_of_ones_own_merge_only_when_equal() {
        List<Statement> own = choice("C", "x = C→D:x | y =");
        List<Statement> around = choice("C", "x = | y = loop");
        List<Statement> custom = List.of(new Statement.Choice(
                Role.of("C"), List.of(new Statement.Branch("x", loop(new LoopCondition.Custom("c"), "C→D:m")))));

        assertThat(merged(own, own)).isEqualTo("local{x.!D x.end, y.end}");
        assertThat(failure(own, around).getMessage()).endsWith("they differ: a local choice and a local choice");
        assertThat(failure(custom, custom).getMessage()).endsWith("they differ: a local choice and a local choice");
        assertThat(merged(timeout(5), timeout(5))).isEqualTo("timeout[PT5S](end, end)");
        assertThat(failure(timeout(5), timeout(6)).getMessage()).endsWith("they differ: a timeout and a timeout");
    }
}
