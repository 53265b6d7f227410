package dev.paritas.choreography.source.projection;

import static dev.paritas.choreography.source.projection.Sources.block;
import static dev.paritas.choreography.source.projection.Sources.branches;
import static dev.paritas.choreography.source.projection.Sources.choice;
import static dev.paritas.choreography.source.projection.Sources.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.source.LoopCondition;
import dev.paritas.choreography.source.Role;
import dev.paritas.choreography.source.Statement;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The construct table of spec 11 §7, row by row. */
class SourceProjectionTest {
    private static final Role A = Role.of("A");
    private static final Role B = Role.of("B");

    private static String projected(List<Statement> block, String role) {
        return SourceProjection.project(block, role).toString();
    }

    private static SourceProjectionError refused(List<Statement> block, String role) {
        return catchThrowableOfType(ProblemException.class, () -> SourceProjection.project(block, role))
                .only(SourceProjectionError.class);
    }

    private static List<Statement> with(Statement first, List<Statement> rest) {
        List<Statement> block = new ArrayList<>();
        block.add(first);
        block.addAll(rest);
        return block;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A→B:m; B→A:n       | A | !B m.?B n.end
            A→B:m; B→A:n       | B | ?A m.!A n.end
            A→B:m; B→C:n       | C | ?B n.end
            A→B:m; B→C:n       | D | end
            A→A:m              | A | !A m.end
            A→B:m; t           | C | t
            """)
    void a_message_is_sent_received_or_none_of_ones_business(String source, String role, String type) {
        assertThat(projected(block(source), role)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A | !C m.!B m.?B n.end
            B | ?A m.!A n.end
            C | ?A m.end
            D | end
            """)
    void a_broadcast_is_a_message_to_each_recipient_in_order(String role, String type) {
        Statement broadcast = new Statement.Broadcast(A, List.of(Role.of("C"), B), "m");

        assertThat(projected(with(broadcast, block("B→A:n")), role)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            x = A→B:x | y = A→B:y            ; A ; ⊕B{x.end, y.end}
            x = A→B:x | y = A→B:y            ; B ; &A{x.end, y.end}
            x = A→B:m | y = A→B:y            ; A ; ⊕B{x.!B m.end, y.end}
            x = A→B:m | y = A→B:y            ; B ; &A{x.?A m.end, y.end}
            y = A→B:y | x = A→C:m            ; A ; ⊕B{y.end, x.!C m.end}
            y = A→B:y | x = A→C:x            ; C ; &A{y.end, x.end}
            x = C→B:x | y = C→D:m            ; A ; ⊕B{x.end, y.end}
            x = C→B:x | y = A→B:y            ; B ; &C{x.end, y.end}
            x = A→B:x | y =                  ; A ; local{x.!B x.end, y.end}
            x = t | y = A→B:y                ; A ; local{x.t, y.!B y.end}
            x = t | y = A→B:y                ; B ; &A{x.t, y.end}
            x = A→B:x | y = A→B:y            ; C ; end
            """)
    void a_choice_is_a_select_a_branch_or_a_choice_of_ones_own(String branches, String role, String type) {
        assertThat(projected(choice("A", branches), role)).isEqualTo(type);
    }

    @Test
    void the_message_that_decides_is_consumed_with_what_follows_it_kept() {
        List<Statement> source =
                tell("choice A at\n  | x =>\n    A -> B : x\n    B -> A : n\n  | y =>\n    A -> B : m\n"
                        + "    B -> C : o\nA -> B : lost");

        assertThat(projected(source, "A")).isEqualTo("⊕B{x.?B n.end, y.!B m.end}");
        assertThat(projected(source, "B")).isEqualTo("&A{x.!A n.end, y.?A m.!C o.end}");
        assertThat(projected(source, "C")).isEqualTo("?B o.end");
    }

    @Test
    void a_choice_without_branches_decides_nothing() {
        List<Statement> source = List.of(new Statement.Choice(A, List.of()));

        assertThat(projected(source, "A")).isEqualTo("local{}");
        assertThat(projected(source, "B")).isEqualTo("end");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `loop repeat 3\n  A -> B : m\nA -> B : lost`  | A | loop[repeat 3](!B m.end)
            `loop repeat 3\n  A -> B : m`                 | C | end
            `loop decide by A\n  B -> A : m`              | A | loop[decide by A](?B m.end)
            `loop decide by A\n  A -> B : m\nB -> A : n`  | A | μRoleDecidesLoop.⊕B{m.RoleDecidesLoop, Done.?B n.end}
            `loop decide by A\n  A -> B : m\nB -> A : n`  | B | μRoleDecidesLoop.&A{m.RoleDecidesLoop, Done.!A n.end}
            `rec t\n  A -> B : m\n  continue t`           | A | μt.!B m.t
            `rec t\n  A -> B : m\n  continue t`           | C | μt.t
            `rec t\n  A -> B : m`                         | C | end
            `rec t\n  rec s\n    continue t`              | C | μt.μs.t
            `continue t\nA -> B : lost`                   | A | t
            """)
    void loops_and_recursions_stay_unless_nothing_is_in_them(String source, String role, String type) {
        assertThat(projected(tell(source), role)).isEqualTo(type);
    }

    private static List<Statement> parallel(String... branches) {
        return List.of(new Statement.Parallel(
                Arrays.stream(branches).map(Sources::block).toList()));
    }

    @Test
    void parallel_branches_that_do_not_name_the_role_are_left_out() {
        assertThat(projected(parallel("A→B:m", "C→D:n"), "E")).isEqualTo("end");
        assertThat(projected(parallel("A→B:m; t", "C→D:n"), "A")).isEqualTo("!B m.t");
        assertThat(projected(
                        List.of(new Statement.Parallel(List.of(
                                block("A→B:m"), List.of(new Statement.Commitment(Statement.Commitment.Kind.BEGIN))))),
                        "A"))
                .isEqualTo("!B m.end");
    }

    @Test
    void parallel_branches_follow_each_other_in_the_order_of_the_source() {
        assertThat(projected(parallel("A→B:m; B→A:n", "A→C:o", "D→A:p"), "A")).isEqualTo("!B m.?B n.!C o.?D p.end");
        assertThat(projected(parallel("A→C:o", "D→B:x", "A→B:m; B→A:n"), "A")).isEqualTo("!C o.!B m.?B n.end");
        assertThat(projected(parallel("A→B:m", "B→A:n"), "A")).isEqualTo("!B m.?B n.end");
    }

    @Test
    void a_role_that_is_named_but_does_nothing_in_parallel_has_nothing_to_append() {
        List<Statement> decides = choice("A", "x = A→B:x | y = A→B:y");
        Statement.Rec empty = new Statement.Rec("t", List.of(new Statement.Parallel(List.of())));

        assertThat(projected(
                        List.of(new Statement.Parallel(List.of(
                                List.of(new Statement.Case(List.of(new Statement.Branch("x", decides)))),
                                block("C→D:m"),
                                List.of(empty, Statement.send("C", "D", "lost"))))),
                        "C"))
                .isEqualTo("!D m.end");
    }

    @Test
    void whatever_is_not_a_message_swallows_the_parallel_branches_behind_it() {
        List<Statement> selects = choice("A", "x = A→B:x | y = A→B:y");
        List<Statement> recursion = List.of(new Statement.Rec("t", block("A→B:m; t")));
        List<Statement> loop = List.of(new Statement.Loop(new LoopCondition.Forever(), block("A→B:m")));

        for (List<Statement> swallowing : List.of(selects, recursion, loop)) {
            String alone = projected(swallowing, "A");
            assertThat(projected(List.of(new Statement.Parallel(List.of(swallowing, block("A→C:n")))), "A"))
                    .isEqualTo(alone);
            assertThat(projected(List.of(new Statement.Parallel(List.of(block("A→C:n"), swallowing))), "A"))
                    .isEqualTo("!C n." + alone);
        }
        assertThat(projected(List.of(new Statement.Parallel(List.of(selects, block("C→B:n")))), "B"))
                .isEqualTo("&A{x.end, y.end}");
    }

    @Test
    void two_parallel_branches_must_not_begin_with_one_partner_in_one_direction() {
        List<Statement> selects = choice("A", "x = A→B:x | y = A→B:y");

        assertThat(refused(parallel("A→B:m", "A→B:n"), "A").sentence())
                .isEqualTo("inconsistent projections in parallel branches");
        assertThat(refused(parallel("A→B:m", "A→B:n"), "B"))
                .isEqualTo(new SourceProjectionError.InconsistentParallel());
        for (String role : List.of("A", "B")) {
            assertThat(refused(List.of(new Statement.Parallel(List.of(block("A→B:m"), selects))), role)
                            .code())
                    .isEqualTo("INCONSISTENT_PARALLEL");
        }
        assertThat(projected(parallel("A→B:m", "A→C:o; A→B:n"), "A")).isEqualTo("!B m.!C o.!B n.end");
    }

    @Test
    void a_case_is_merged_and_a_choice_of_ones_own_where_that_fails() {
        List<Statement> equal = List.of(new Statement.Case(branches("x = A→B:m | y = A→B:m")));
        List<Statement> received = List.of(new Statement.Case(branches("x = A→B:m | y = A→B:n")));

        assertThat(projected(equal, "A")).isEqualTo("!B m.end");
        assertThat(projected(received, "B")).isEqualTo("&A{x.end, y.end}");
        assertThat(projected(received, "A")).isEqualTo("local{x.!B m.end, y.!B n.end}");
        assertThat(projected(received, "C")).isEqualTo("end");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A | timeout[PT5S](end, end, end)       | timeout[PT5S](end, end)
            B | timeout[PT5S](?C m.end, end, end)  | timeout[PT5S](?C m.end, end)
            D | timeout[PT5S](end, !E n.end, end)  | timeout[PT5S](end, !E n.end)
            E | timeout[PT5S](end, ?D n.end, ?C o.end) | timeout[PT5S](end, ?D n.end)
            F | end                                | end
            """)
    void a_timeout_is_kept_by_its_owner_and_by_all_who_act_in_it(String role, String cancelled, String plain) {
        Duration time = Duration.ofSeconds(5);
        List<Statement> body = block("C→B:m");
        List<Statement> late = block("D→E:n");

        assertThat(projected(List.of(new Statement.Timeout(A, time, body, late, Optional.of(block("C→E:o")))), role))
                .isEqualTo(cancelled);
        assertThat(projected(List.of(new Statement.Timeout(A, time, body, late, Optional.empty())), role))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource
    void what_exchanges_no_message_is_passed(Statement.Silent.Kind kind) {
        assertThat(projected(with(new Statement.Silent(kind), block("A→B:m")), "A"))
                .isEqualTo("!B m.end");
    }

    @ParameterizedTest
    @EnumSource
    void commitments_are_refused_for_every_role(Statement.Commitment.Kind kind) {
        List<Statement> source = with(new Statement.Commitment(kind), block("A→B:m"));

        for (String role : List.of("A", "B", "C")) {
            SourceProjectionError error = refused(source, role);
            assertThat(error.code()).isEqualTo("UNSUPPORTED_AUTHORITY_CONSTRUCT");
            assertThat(error)
                    .isEqualTo(new SourceProjectionError.UnsupportedAuthorityConstruct(
                            switch (kind) {
                                case BEGIN -> "begin";
                                case AWAIT -> "await";
                                case RESOLVE -> "resolve";
                                case INVALIDATE -> "invalidate";
                            }));
        }
    }

    @Test
    void parsed_commitments_and_publications_are_projected_as_what_they_are() {
        assertThat(refused(tell("await c\nA -> B : m"), "B"))
                .isEqualTo(new SourceProjectionError.UnsupportedAuthorityConstruct("await"));
        assertThat(projected(tell("publish x\nhandoff y\nmaterialize z\nA -> B : m"), "B"))
                .isEqualTo("?A m.end");
    }

    @Test
    void statements_whose_contents_were_not_read_are_refused() {
        assertThat(refused(tell("A -> B : m\nloop forever\n  A -> B : n"), "C"))
                .isEqualTo(new SourceProjectionError.NotRead("Loop"));
        assertThat(refused(List.of(new Statement.Call("Q", 3)), "A").sentence())
                .isEqualTo("the contents of a statement of kind Call were not read, so it cannot be projected");
    }

    @Test
    void roles_that_are_not_known_beforehand_are_refused() {
        Role symbolic = new Role.Symbolic("Worker", "i");
        Role dynamic = new Role.Dynamic("Worker");

        for (String role : List.of("A", "C")) {
            assertThat(refused(List.of(new Statement.Send(symbolic, dynamic, "m")), role))
                    .isEqualTo(new SourceProjectionError.UnboundSymbolic("i"));
            assertThat(refused(List.of(new Statement.Broadcast(A, List.of(B, dynamic), "m")), role))
                    .isEqualTo(new SourceProjectionError.DynamicRoleProjection("Worker"));
            assertThat(refused(List.of(new Statement.Choice(dynamic, branches("x = A→B:x"))), role)
                            .code())
                    .isEqualTo("DYNAMIC_ROLE_PROJECTION");
        }
    }

    @Test
    void the_first_error_of_the_text_is_reported() {
        Statement lost = new Statement.Commitment(Statement.Commitment.Kind.AWAIT);
        List<Statement> source = with(
                new Statement.Silent(Statement.Silent.Kind.LET),
                with(lost, List.of(new Statement.Send(A, new Role.Dynamic("W"), "m"))));

        assertThat(refused(source, "A")).isEqualTo(new SourceProjectionError.UnsupportedAuthorityConstruct("await"));
    }
}
