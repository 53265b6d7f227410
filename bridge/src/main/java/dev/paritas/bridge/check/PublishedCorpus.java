package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusErrorCode;
import dev.paritas.bridge.corpus.CorpusException;
import dev.paritas.bridge.corpus.CorpusFile;
import dev.paritas.bridge.corpus.CorpusIndex;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import java.util.List;
import java.util.Optional;

/** The corpus of one run of lanes: the first lane that asks reads it, as a check of its own. */
final class PublishedCorpus {
    private boolean asked;
    private Optional<Corpus> corpus = Optional.empty();

    /** {@return the corpus; empty when there is none or it is refused, which the check tells} */
    Optional<Corpus> read(LaneContext context, String lane) {
        if (!asked) {
            asked = true;
            corpus = check(context, lane);
        }
        return corpus;
    }

    private static Optional<Corpus> check(LaneContext context, String lane) {
        Check check = Check.recorded(lane + "/digests", "digests of the corpus");
        try {
            Corpus corpus = Corpus.read(context.environment().corpus());
            context.run(check, () -> {
                context.read(context.environment().corpus().resolve(CorpusIndex.FILE));
                for (CorpusFile file : corpus.index().files()) {
                    context.read(context.environment().corpus().resolve(file.path()));
                }
                return LaneContext.Findings.of(corpus.index().files().size(), List.of());
            });
            return Optional.of(corpus);
        } catch (CorpusException e) {
            if (e.code() == CorpusErrorCode.NO_INDEX) {
                context.decline(
                        check,
                        SkipCause.CORPUS,
                        "there is no corpus at "
                                + context.environment()
                                        .relative(context.environment().corpus()));
            } else {
                context.run(
                        check,
                        () -> LaneContext.Findings.of(
                                1,
                                List.of(new Mismatch(
                                        "corpus:" + e.code(),
                                        "the published bytes",
                                        String.valueOf(e.getMessage()),
                                        context.environment()
                                                .relative(context.environment().corpus())))));
            }
            return Optional.empty();
        }
    }
}
