package dev.paritas.app.command;

import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.Comparison;
import dev.paritas.bridge.compare.ComparisonMode;
import dev.paritas.bridge.compare.ComparisonText;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.Sides;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.semanticobjects.run.RunDetail;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The machine and another side, which are given the same cases.
 *
 * @param against the other side
 * @param asked the mode that was asked for
 * @param reproducers where divergences are kept, when not in the usual place
 * @param source where the cases come from
 */
record PairOfSides(
        Side against,
        @Nullable ComparisonMode asked,
        @Nullable Path reproducers,
        String source) {
    /**
     * What came of one case.
     *
     * @param pair what was compared; null when a side gave no answer
     * @param warning why no reproducer was kept
     */
    record Result(@Nullable PairRun pair, ComparisonText text, Optional<String> warning) {
        Verdict verdict() {
            return text.comparison().verdict();
        }
    }

    Result compare(CaseInput input) {
        try {
            SideOutcome theirs = against.run(input);
            Answerer right = against.answerer();
            ComparisonMode used = asked == null ? ComparisonMode.of(right, theirs) : asked;
            Side machine = machine(used);
            Answerer left = machine.answerer();
            PairRun pair = PairRun.compare(input, machine.run(input), theirs, used);
            Reproducers.Kept kept = Reproducers.keep(reproducers, pair, left, right, source);
            return new Result(
                    pair,
                    ComparisonText.of(pair.comparison())
                            .between(new Sides(left.identity(), right.identity()))
                            .withReplay(kept.command()),
                    kept.warning());
        } catch (ImplementationException e) {
            return new Result(null, broken(e), Optional.empty());
        }
    }

    /** A runtime of its own tells a choice to several roles; exactly compared is what the reference does. */
    static Side machine(ComparisonMode mode) {
        return mode == ComparisonMode.EXACT
                ? new MachineSide(RunDetail.STEPS)
                : MachineSide.withLabels(RunDetail.STEPS);
    }

    static ComparisonText broken(ImplementationException e) {
        return ComparisonText.of(
                Comparison.none(new Verdict.Broken(e.sentence(), Verdict.Whose.RIGHT, e.stderrTail())), "");
    }
}
