package dev.paritas.bridge;

import dev.paritas.bridge.compare.ComparisonText;
import dev.paritas.bridge.compare.Sides;
import dev.paritas.bridge.compare.Verdict;
import org.jspecify.annotations.Nullable;

/** What the comparison of two implementations came to. Decided once; whoever prints it adds nothing. */
public final class Comparison {
    /** What a comparison can come to. */
    public enum Outcome {
        /** Nothing that was compared differs. */
        AGREE,
        /** The sides differ. */
        DIVERGE,
        /** A side cannot take part in this case, or there is nothing to compare. */
        DECLINED,
        /** A side gave no answer. */
        BROKEN
    }

    private final dev.paritas.bridge.compare.Comparison comparison;
    private final ComparisonText text;

    Comparison(dev.paritas.bridge.compare.Comparison comparison, @Nullable Sides sides) {
        this.comparison = comparison;
        ComparisonText plain = ComparisonText.of(comparison);
        this.text = sides == null ? plain : plain.between(sides);
    }

    public Outcome outcome() {
        return switch (comparison.verdict()) {
            case Verdict.Agree agree -> Outcome.AGREE;
            case Verdict.Diverge diverge -> Outcome.DIVERGE;
            case Verdict.Declined declined -> Outcome.DECLINED;
            case Verdict.Broken broken -> Outcome.BROKEN;
        };
    }

    /** {@return whether both sides took part and nothing that was compared differs} */
    public boolean agrees() {
        return outcome() == Outcome.AGREE;
    }

    /** {@return the verdict, the first difference with what surrounds it, the sides, and what was and was not compared} */
    public String explain() {
        return String.join("\n", text.human());
    }

    /** {@return all that as one JSON document, one line (docs/comparison.md)} */
    public String json() {
        return text.document();
    }
}
