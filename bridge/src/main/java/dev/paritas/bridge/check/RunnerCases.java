package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.RunnerException;
import dev.paritas.bridge.implementation.RunnerFailure;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.report.CaseFailure;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases of a check that asks a runner, one after another. A refusal is an answer, and here another one than was due.
 * A case without an answer is kept with its place; behind two of them in a row the runner is not asked again.
 */
final class RunnerCases {
    /** So many cases in a row without an answer end the asking. */
    static final int CHANCES = 2;

    /** The comparison of one case: its differences. */
    @FunctionalInterface
    interface Comparison {
        List<Mismatch> compare() throws IOException;
    }

    private final LaneContext context;
    private final Check check;
    private final long total;
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final List<CaseFailure> failures = new ArrayList<>();
    private long compared;
    private long asked;
    private long left;
    private int inARow;

    /** @param total how many cases there will be */
    RunnerCases(LaneContext context, Check check, long total) {
        this.context = context;
        this.check = check;
        this.total = total;
    }

    /** One case, unless the runner has been given up. */
    void ask(String place, Comparison comparison) throws IOException {
        if (inARow >= CHANCES) {
            left++;
            return;
        }
        try {
            mismatches.addAll(comparison.compare());
            compared++;
            inARow = 0;
        } catch (RunnerException e) {
            if (e.isRefusal()) {
                mismatches.add(new Mismatch(check.id() + ":refused", "an answer", e.sentence(), place));
                compared++;
                inARow = 0;
            } else {
                failures.add(failure(place, e));
                inARow++;
            }
        } catch (ChildException e) {
            failures.add(failure(place, e));
            inARow++;
        }
        context.progress().advance(check.id(), ++asked, total);
    }

    /** @param sides who was compared with whom */
    LaneContext.Findings findings(Identity... sides) {
        return new LaneContext.Findings(compared, mismatches, List.of(), told(failures, left), List.of(sides));
    }

    /** {@return the failures, the last of which says how many cases were not asked behind it} */
    static List<CaseFailure> told(List<CaseFailure> failures, long left) {
        if (left == 0) {
            return failures;
        }
        List<CaseFailure> all = new ArrayList<>(failures);
        CaseFailure last = all.removeLast();
        all.add(new CaseFailure(
                last.location(),
                last.reason() + "; " + left + (left == 1 ? " case was" : " cases were") + " not asked any more",
                last.exitCode(),
                last.stderr()));
        return all;
    }

    static CaseFailure failure(String place, RunnerException e) {
        Long exitCode = e.failure() instanceof RunnerFailure.Ended(int code, var _) ? Long.valueOf(code) : null;
        return new CaseFailure(place, e.sentence(), exitCode, String.join("\n", e.stderrTail()));
    }

    static CaseFailure failure(String place, ChildException e) {
        Long exitCode = e.exitCode().isPresent() ? Long.valueOf(e.exitCode().getAsInt()) : null;
        return new CaseFailure(place, String.valueOf(e.getMessage()), exitCode, String.join("\n", e.stderrLines()));
    }
}
