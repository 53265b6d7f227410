package dev.paritas.junit;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.Comparison;
import dev.paritas.bridge.Implementation;
import dev.paritas.bridge.Parity;
import java.util.function.UnaryOperator;
import org.opentest4j.AssertionFailedError;

/** The claim that two implementations agree: in which mode, within how many rounds, and on what. */
public final class AgreementAssert {
    private final Implementation actual;
    private final Implementation other;
    private final UnaryOperator<Parity> question;

    AgreementAssert(Implementation actual, Implementation other, UnaryOperator<Parity> question) {
        this.actual = actual;
        this.other = other;
        this.question = question;
    }

    /** {@return the same claim in another mode (docs/comparison.md)} */
    public AgreementAssert inMode(Parity.Mode mode) {
        return new AgreementAssert(
                actual, other, parity -> question.apply(parity).mode(mode));
    }

    /**
     * {@return the same claim with another limit of rounds}
     *
     * @param most at least 0
     */
    public AgreementAssert within(long most) {
        return new AgreementAssert(
                actual, other, parity -> question.apply(parity).steps(most));
    }

    /**
     * Both run {@code protocol}, and nothing that is compared differs. A side that declines or gives no answer does not agree.
     *
     * @throws AssertionError with the first difference and what surrounds it
     */
    public AgreementAssert on(Choreography protocol) {
        Comparison comparison =
                question.apply(Parity.of(protocol).between(actual, other)).compare();
        if (!comparison.agrees()) {
            throw new AssertionFailedError("the implementations do not agree: " + comparison.outcome() + "\n"
                    + comparison.explain().indent(2).stripTrailing()
                    + "\n" + FailureText.next(next(comparison.outcome())));
        }
        return this;
    }

    private static String next(Comparison.Outcome outcome) {
        return switch (outcome) {
            case AGREE, DIVERGE -> "make one side do there what the other does, or change the protocol for both";
            case DECLINED -> "mend the protocol, or the side that does not take it";
            case BROKEN -> "mend the adapter first; paritas smoke says how";
        };
    }
}
