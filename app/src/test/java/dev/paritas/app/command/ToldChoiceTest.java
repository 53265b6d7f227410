package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Checkout;
import org.junit.jupiter.api.Test;

/** A choice that is told to several roles: it runs, and faults with the reference's payloads. */
final class ToldChoiceTest {
    private static final String TWO_PHASE_COMMIT =
            Checkout.ROOT.resolve("examples/protocols/two-phase-commit.tell").toString();

    @Test
    void the_coordinator_tells_both_and_everybody_ends() {
        Ran ran = Ran.paritas("run", TWO_PHASE_COMMIT);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("Coordinator -> Orders  Commit", "Coordinator -> Stock  Commit")
                .doesNotContain("Abort");
        for (String form : new String[] {"--json", "--objects", "--stream", "--check-replay"}) {
            assertThat(Ran.paritas("run", form, TWO_PHASE_COMMIT).exit())
                    .as(form)
                    .isZero();
        }
    }

    @Test
    void with_the_payloads_of_the_reference_it_faults_as_there() {
        Ran ran = Ran.paritas("run", "--payloads", "unit", TWO_PHASE_COMMIT);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out() + ran.err()).contains("choose payload '<branch-label>' violated expected type String");
        assertThat(Ran.paritas("run", "--payloads", "text", TWO_PHASE_COMMIT).exit())
                .isEqualTo(2);
    }
}
