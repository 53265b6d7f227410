package dev.paritas.bridge.lane;

import dev.paritas.bridge.compare.DivergenceClass;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.ReproducerAbout;
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
    private final UnaryOperator<PairRun> smaller;
    private final List<Mismatch> open = new ArrayList<>();
    private final List<Mismatch> known = new ArrayList<>();
    private long compared;
    private int kept;

    PairFindings(LaneContext context, String check) {
        this(context, check, UnaryOperator.identity());
    }

    /** @param smaller from a pair that nothing explains to a smaller one of that kind, which is kept in its place */
    PairFindings(LaneContext context, String check, UnaryOperator<PairRun> smaller) {
        this.context = context;
        this.check = check;
        this.smaller = smaller;
    }

    /** A case on which the sides have to agree, in every step. */
    void agreeing(String id, PairRun pair) throws IOException {
        compared++;
        if (!(pair.verdict() instanceof Verdict.Agree) || pair.unexplained()) {
            keep(id, null, pair);
        }
    }

    /** A case on which the sides may part in a known way (spec 22 §16). A declined one does not count as compared. */
    void classified(String id, @Nullable Long seed, PairRun pair) throws IOException {
        switch (pair.verdict()) {
            case Verdict.Declined _ -> {}
            case Verdict.Broken(String stage, var _) -> broken(id, stage);
            case Verdict.Agree _ -> {
                compared++;
                if (pair.unexplained()) {
                    keep(id, seed, pair);
                }
            }
            case Verdict.Diverge(DivergenceReport report) -> {
                compared++;
                DivergenceClass explained = report.known();
                if (explained == null) {
                    keep(id, seed, pair);
                } else {
                    known.add(mismatch(id, pair, ""));
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
        if (kept >= KEPT) {
            open.add(mismatch(id, found, ""));
            return;
        }
        PairRun pair = smaller.apply(found);
        DivergenceReport report = pair.report().orElse(null);
        if (report == null) {
            open.add(mismatch(id, pair, ""));
            return;
        }
        kept++;
        String parent = ReproducerFolders.name(context);
        ReproducerAbout about =
                ReproducerAbout.of(report, id, seed, parent, Reproducer.folderName(report.classWord(), pair.input()));
        ReproducerFolders.keep(context, new Reproducer(pair.input(), pair.machine(), pair.lean(), about));
        open.add(mismatch(id, pair, "; replay: " + about.command()));
    }

    private Mismatch mismatch(String id, PairRun pair, String more) {
        String kind = pair.verdict() instanceof Verdict.Diverge(DivergenceReport report) ? report.classWord() : "steps";
        return new Mismatch(check + ":" + kind, "agreement", pair.lines().getFirst() + more, id);
    }
}
