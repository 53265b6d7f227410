package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.DivergenceClass;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.report.Mismatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What machine against model came to over the cases of one check; what nothing explains leaves a reproducer folder. */
final class PairFindings {
    /** So many folders one check leaves; the differences beyond are told all the same. */
    static final int KEPT = 20;

    private final LaneContext context;
    private final String check;
    private final Answerer left;
    private final Answerer right;
    private final UnaryOperator<PairRun> smaller;
    private final List<Mismatch> open = new ArrayList<>();
    private final List<Mismatch> known = new ArrayList<>();
    private long compared;
    private int kept;

    PairFindings(LaneContext context, String check, Answerer left, Answerer right) {
        this(context, check, left, right, UnaryOperator.identity());
    }

    /** @param smaller from a pair that nothing explains to a smaller one of that kind, which is kept in its place */
    PairFindings(LaneContext context, String check, Answerer left, Answerer right, UnaryOperator<PairRun> smaller) {
        this.context = context;
        this.check = check;
        this.left = left;
        this.right = right;
        this.smaller = smaller;
    }

    /** A case on which the sides have to agree, in every step. */
    void agreeing(String id, PairRun pair) throws IOException {
        compared++;
        if (!(pair.verdict() instanceof Verdict.Agree)) {
            keep(id, null, pair);
        }
    }

    /** A case on which the sides may part in a known way (spec 22 §16). A declined one does not count as compared. */
    void classified(String id, @Nullable Long seed, PairRun pair) throws IOException {
        switch (pair.verdict()) {
            case Verdict.Declined _ -> {}
            case Verdict.Broken(String stage, var _, var _) -> broken(id, stage);
            case Verdict.Agree _ -> compared++;
            case Verdict.Diverge(DivergenceReport report) -> {
                compared++;
                DivergenceClass explained = report.known();
                if (explained == null) {
                    keep(id, seed, pair);
                } else {
                    known.add(mismatch(check, id, pair, ""));
                    context.usedDeviation("known-divergence-" + explained.word());
                }
            }
        }
    }

    /** A case that a side did not survive. */
    void broken(String id, String failure) {
        compared++;
        open.add(new Mismatch(check + ":broken", "an outcome", failure, id));
    }

    LaneContext.Findings findings() {
        return new LaneContext.Findings(compared, open, known);
    }

    private void keep(String id, @Nullable Long seed, PairRun found) throws IOException {
        PairRun pair = kept < KEPT ? smaller.apply(found) : found;
        DivergenceReport report = pair.report().orElse(null);
        if (kept >= KEPT || report == null) {
            open.add(mismatch(check, id, pair, ""));
            return;
        }
        kept++;
        Reproducer reproducer = Reproducer.of(
                pair, report, new Reproducer.Origin(id, seed, ReproducerFolders.name(context), left, right));
        ReproducerFolders.keep(context, reproducer);
        open.add(mismatch(check, id, pair, "; replay: " + reproducer.about().command()));
    }

    /** {@return the line of a report on a pair that does not agree} */
    static Mismatch mismatch(String check, String id, PairRun pair, String more) {
        String kind = pair.report()
                .map(report -> report.known() == null && report.kind().equals("step") ? "steps" : report.classWord())
                .orElse(pair.verdict().word());
        return new Mismatch(check + ":" + kind, "agreement", pair.lines().getFirst() + more, id);
    }
}
