package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.DivergenceClass;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.report.Mismatch;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the pairs of runs of one check come to; of what nothing explains, the first ones are kept as reproducers. */
final class PairJudge {
    /** So many folders one check leaves; the differences beyond are told all the same. */
    static final int KEPT = 20;

    private final LaneContext context;
    private final Answerer left;
    private final Answerer right;
    private final UnaryOperator<PairRun> smaller;
    private int kept;
    private int explained;

    PairJudge(LaneContext context, Answerer left, Answerer right) {
        this(context, left, right, UnaryOperator.identity());
    }

    /** @param smaller makes of a pair that differs a small one of that kind, which is kept in its place */
    PairJudge(LaneContext context, Answerer left, Answerer right, UnaryOperator<PairRun> smaller) {
        this.context = context;
        this.left = left;
        this.right = right;
        this.smaller = smaller;
    }

    /** A case on which the sides have to agree, in every step. */
    Findings agreeing(String id, PairRun pair) throws IOException {
        Findings findings =
                pair.verdict() instanceof Verdict.Agree ? Findings.AGREEMENT : Findings.of(keep(id, null, pair));
        return findings.normalised(pair.comparison().ledger());
    }

    /** A case on which the sides may part in a known way (spec 22 §16). A declined one does not count as compared. */
    Findings classified(String id, @Nullable Long seed, PairRun pair) throws IOException {
        Findings findings = switch (pair.verdict()) {
            case Verdict.Declined ignored -> Findings.NOTHING;
            case Verdict.Broken(String stage, var ignored, var ignored2) -> broken(id, stage);
            case Verdict.Agree ignored -> Findings.AGREEMENT;
            case Verdict.Diverge(DivergenceReport report) -> {
                DivergenceClass explained = report.known();
                yield explained == null
                        ? Findings.of(keep(id, seed, pair))
                        : Findings.explained(known(id, pair), "known-divergence-" + explained.word());
            }
        };
        return findings.normalised(pair.comparison().ledger());
    }

    /** A case that a side did not survive. */
    Findings broken(String id, String failure) {
        return Findings.of(new Mismatch("broken", "an outcome", failure, id));
    }

    private Mismatch keep(String id, @Nullable Long seed, PairRun found) throws IOException {
        if (kept >= KEPT) {
            return mismatch(id, found, null, null);
        }
        PairRun pair = smaller.apply(found);
        DivergenceReport report = pair.report().orElse(null);
        if (report == null) {
            return mismatch(id, pair, null, null);
        }
        kept++;
        Reproducer reproducer =
                Reproducer.of(pair, report, new Reproducer.Origin(id, seed, context.reproducersName(), left, right));
        context.keep(reproducer);
        return mismatch(id, pair, reproducer.about().command(), report);
    }

    /** The first known ones are told with what the sides did. */
    private Mismatch known(String id, PairRun pair) {
        return mismatch(id, pair, null, explained++ < KEPT ? pair.report().orElse(null) : null);
    }

    /** {@return the line of a report on a pair that does not agree, in this process} */
    static Mismatch mismatch(String id, PairRun pair) {
        return mismatch(id, pair, null, pair.report().orElse(null));
    }

    private static Mismatch mismatch(
            String id, PairRun pair, @Nullable String replay, @Nullable DivergenceReport divergence) {
        String kind = pair.report()
                .map(report -> report.known() == null && report.kind().equals("step") ? "steps" : report.classWord())
                .orElse(pair.verdict().word());
        return new Mismatch(kind, "agreement", pair.lines().getFirst(), id, replay, divergence);
    }
}
