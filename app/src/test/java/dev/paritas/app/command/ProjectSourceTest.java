package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code paritas project --source}: the projection of statements (docs/spec/11-projection-and-subtyping.md §7). */
final class ProjectSourceTest {
    @Test
    void each_role_gets_the_words_of_generated_code() {
        Ran ran = Ran.withInput("""
                protocol Shop =
                  roles Buyer, Seller
                  Buyer -> Seller : Ask
                  choice Buyer at
                    | Take =>
                      Buyer -> Seller : Pay
                    | Leave =>
                      Buyer -> Seller : Bye
                """, "project", "--source", "-");
        assertThat(ran).isEqualTo(new Ran(0, """
                Buyer  !Seller Ask.⊕Seller{Take.!Seller Pay.end, Leave.!Seller Bye.end}
                Seller  ?Buyer Ask.&Buyer{Take.?Buyer Pay.end, Leave.?Buyer Bye.end}
                """, ""));
    }

    @Test
    void one_role_is_shown_when_asked() {
        Ran ran =
                Ran.withInput("protocol P =\n  roles A, B\n  A -> B : m\n", "project", "--source", "--role", "B", "-");
        assertThat(ran).isEqualTo(new Ran(0, "B  ?A m.end\n", ""));
    }

    @Test
    void a_role_that_is_refused_leaves_nothing_said_of_those_before_it() {
        Ran ran = Ran.withInput("""
                protocol P =
                  roles A, B, C
                  choice A at
                    | x =>
                      A -> B : x
                      C -> B : one
                    | y =>
                      A -> B : y
                      C -> B : two
                """, "project", "--source", "-");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("error: MERGE_FAILURE at role C: ").hasLineCount(1);
    }

    @Test
    void a_document_has_no_statements() {
        Ran ran = Ran.withInput("{\"kind\":\"end\"}", "project", "--source", "-");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("error: SYNTAX at - document root (line 1, column 1): ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--trans", "--json", "--output=x"})
    void notation_goes_with_no_document(String option) {
        assertThat(Ran.withInput("", "project", "--source", option, "-").exit()).isEqualTo(2);
    }
}
