package dev.paritas.bridge;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.ComparisonMode;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.Sides;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.implementation.ImplementationException;
import org.jspecify.annotations.Nullable;

/**
 * The question whether two implementations mean the same by a protocol.
 *
 * <pre>{@code
 * Comparison result = Parity.of(protocol).between(Implementation.machine(), mine).compare();
 * }</pre>
 */
public final class Parity {
    /** Rounds of each side, unless another limit is asked for. */
    public static final long DEFAULT_STEPS = 10_000;

    private final Choreography protocol;
    private final @Nullable Implementation left;
    private final @Nullable Implementation right;
    private final long maxSteps;
    private final @Nullable Mode mode;

    /** What of two runs must be equal (docs/comparison.md). */
    public enum Mode {
        /** Everything: one order of events with their ticks, session statuses, rounds and step states. */
        EXACT,
        /** One order of events. */
        ORDER,
        /** The order inside each session. */
        SESSION,
        /** The order of each role's own events; messages match first in, first out. */
        ROLE;

        private ComparisonMode mode() {
            return switch (this) {
                case EXACT -> ComparisonMode.EXACT;
                case ORDER -> ComparisonMode.ORDER;
                case SESSION -> ComparisonMode.SESSION;
                case ROLE -> ComparisonMode.ROLE;
            };
        }
    }

    private Parity(
            Choreography protocol,
            @Nullable Implementation left,
            @Nullable Implementation right,
            long maxSteps,
            @Nullable Mode mode) {
        this.protocol = protocol;
        this.left = left;
        this.right = right;
        this.maxSteps = maxSteps;
        this.mode = mode;
    }

    /** {@return the question about {@code protocol}, with sides still to be named} */
    public static Parity of(Choreography protocol) {
        return new Parity(protocol, null, null, DEFAULT_STEPS, null);
    }

    /** {@return the question about these two sides; both stay open} */
    public Parity between(Implementation one, Implementation other) {
        return new Parity(protocol, one, other, maxSteps, mode);
    }

    /**
     * {@return the same question with another limit of rounds}
     *
     * @param most at least 0
     */
    public Parity steps(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("a limit of rounds is at least 0, not " + most);
        }
        return new Parity(protocol, left, right, most, mode);
    }

    /**
     * {@return the same question in another mode} Where none is asked for it is exact, and by role when a side is
     * foreign: an executable that does not say who it is and tells no step states.
     */
    public Parity mode(Mode asked) {
        return new Parity(protocol, left, right, maxSteps, asked);
    }

    /**
     * Runs the protocol on both sides and compares traces, session statuses, ends and steps. A side that gives no answer makes
     * the comparison broken, never an agreement.
     *
     * @throws IllegalStateException when no sides are named
     */
    public Comparison compare() {
        Implementation one = left;
        Implementation other = right;
        if (one == null || other == null) {
            throw new IllegalStateException("name two sides with between(..) first");
        }
        CaseInput input = protocol.input(maxSteps);
        Verdict.Whose asked = Verdict.Whose.LEFT;
        try {
            SideOutcome mine = one.side().run(input);
            asked = Verdict.Whose.RIGHT;
            SideOutcome theirs = other.side().run(input);
            ComparisonMode used = mode == null ? usual(one, mine, other, theirs) : mode.mode();
            return new Comparison(
                    PairRun.compare(input, mine, theirs, used).comparison(),
                    new Sides(one.answerer().identity(), other.answerer().identity()));
        } catch (ImplementationException e) {
            return new Comparison(
                    dev.paritas.bridge.compare.Comparison.none(new Verdict.Broken(
                            e.failure().sentence(), asked, e.failure().stderrTail())),
                    null);
        }
    }

    private static ComparisonMode usual(
            Implementation one, SideOutcome mine, Implementation other, SideOutcome theirs) {
        ComparisonMode left = ComparisonMode.of(one.answerer(), mine);
        return left == ComparisonMode.EXACT ? ComparisonMode.of(other.answerer(), theirs) : left;
    }
}
