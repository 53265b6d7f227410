package dev.paritas.choreography.check;

import static dev.paritas.choreography.check.LocalTypes.end;
import static dev.paritas.choreography.check.LocalTypes.mu;
import static dev.paritas.choreography.check.LocalTypes.on;
import static dev.paritas.choreography.check.LocalTypes.recv;
import static dev.paritas.choreography.check.LocalTypes.send;
import static dev.paritas.choreography.check.LocalTypes.var;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.LocalType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The agreement corpus and the divergences of spec 11 §10.3, the formal model's column. */
class PracticalFragmentTest {
    private static Optional<String> none() {
        return Optional.empty();
    }

    @Test
    void the_agreement_corpus_is_told_in_full() {
        assertThat(PracticalFragment.of(end()))
                .isEqualTo(new PracticalFragment(
                        false,
                        false,
                        true,
                        "end",
                        Optional.of("full unfolding does not expose a communication head (got end)")));
        assertThat(PracticalFragment.of(send("B", on("msg", end()))))
                .isEqualTo(new PracticalFragment(true, true, true, "send", none()));
        assertThat(PracticalFragment.of(mu("t", recv("B", on("msg", var("t"))))))
                .isEqualTo(new PracticalFragment(true, true, true, "recv", none()));
        assertThat(PracticalFragment.of(mu("t", var("t"))))
                .isEqualTo(new PracticalFragment(
                        false, false, false, "mu", Optional.of("local type is not contractive/guarded")));
        assertThat(PracticalFragment.of(send("B", on("msg", var("t")))))
                .isEqualTo(new PracticalFragment(
                        false, true, false, "send", Optional.of("local type has free recursion variables")));
    }

    @Test
    void the_model_accepts_what_the_runtime_does_not() {
        for (LocalType type : List.of(
                mu("a", mu("b", send("B", on("m", var("b"))))),
                recv("A", on("m", end()), on("m", end())),
                send("B", on("m", send("C"))),
                mu("t", send("B", on("m", mu("s", var("t"))))))) {
            assertThat(PracticalFragment.of(type).result()).as("%s", type).isTrue();
            assertThat(type.regularPracticalFragment()).as("%s", type).isFalse();
        }
    }

    @Test
    void the_runtime_agrees_on_the_agreement_corpus() {
        assertThat(end().regularPracticalFragment()).isFalse();
        assertThat(send("B", on("msg", end())).regularPracticalFragment()).isTrue();
        assertThat(mu("t", recv("B", on("msg", var("t")))).regularPracticalFragment())
                .isTrue();
        assertThat(mu("t", var("t")).regularPracticalFragment()).isFalse();
        assertThat(send("B", on("msg", var("t"))).regularPracticalFragment()).isFalse();
        assertThat(send("B", on("msg", var("t"))).reachesCommunication()).isTrue();
    }

    @Test
    void a_choice_without_branches_is_no_communication() {
        assertThat(PracticalFragment.of(send("B")))
                .isEqualTo(new PracticalFragment(
                        false,
                        false,
                        true,
                        "send",
                        Optional.of("full unfolding does not expose a communication head (got send)")));
    }

    @Test
    void free_variables_are_told_before_guardedness() {
        assertThat(PracticalFragment.of(send("B", on("x", var("u")), on("y", mu("t", var("t")))))
                        .reason())
                .contains("local type has free recursion variables");
    }
}
