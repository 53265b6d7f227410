package dev.paritas.semanticobjects.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The exception that carries a problem, and what a problem says by itself. */
class ProblemExceptionTest {
    private sealed interface Refusal extends Problem {
        record LateAnswer2Big(String sentence) implements Refusal {}
    }

    private record Other(String sentence) implements Problem {}

    private static final Problem LATE = new Refusal.LateAnswer2Big("too late");

    @Test
    void a_code_is_the_name_of_the_record_in_capitals() {
        assertThat(LATE.code()).isEqualTo("LATE_ANSWER2_BIG");
        assertThat(new Other("").code()).isEqualTo("OTHER");
        assertThat(LATE.place()).isEmpty();
    }

    @Test
    void a_catch_gets_the_family_that_it_means_and_lets_others_fly_on() {
        ProblemException thrown = new ProblemException(LATE, new IllegalStateException("why"));

        assertThat(thrown.only(Refusal.class)).isSameAs(LATE);
        assertThat(thrown.only(Problem.class)).isSameAs(LATE);
        assertThatThrownBy(() -> thrown.only(Other.class)).isSameAs(thrown);
        assertThat(thrown).hasMessage("too late").hasRootCauseMessage("why");
        assertThat(thrown.getStackTrace()).isNotEmpty();
        assertThat(ProblemException.untraced(LATE).getStackTrace()).isEmpty();
    }

    @Test
    void a_place_is_a_pointer_with_the_position_that_is_known() {
        assertThat(Problem.place("/a/0", 3, 7)).isEqualTo("/a/0 (line 3, column 7)");
        assertThat(Problem.place("", 1, 1)).isEqualTo("document root (line 1, column 1)");
        assertThat(Problem.place("/a", 0, 0)).isEqualTo("/a");
    }
}
