package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.CorpusErrorCode;
import dev.paritas.bridge.corpus.CorpusException;
import dev.paritas.bridge.reference.ReferenceFile;
import dev.paritas.bridge.reference.ReferenceFolder;
import dev.paritas.bridge.reference.ReferenceIndex;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The measured answers of one run of lanes: the first lane that asks verifies them, as a check of its own. */
final class MeasuredAnswers {
    private boolean asked;
    private Optional<ReferenceFolder> answers = Optional.empty();

    /** {@return the answers; empty when there are none or they are refused, which the check tells} */
    Optional<ReferenceFolder> read(LaneContext context, String lane) {
        if (!asked) {
            asked = true;
            Path folder = context.environment().measured();
            Check check = Check.recorded(lane + "/reference-digests", "digests of the reference answers");
            try {
                ReferenceFolder read = ReferenceFolder.read(folder);
                verified(context, check, folder, read);
                answers = Optional.of(read);
            } catch (CorpusException e) {
                if (e.code() == CorpusErrorCode.NO_INDEX) {
                    context.decline(
                            check,
                            SkipCause.CORPUS,
                            "there are no reference answers at "
                                    + context.environment().relative(folder));
                } else {
                    refused(context, check, folder, e);
                }
            }
        }
        return answers;
    }

    /** Holds the imported files, where there are any, to the index that the import wrote. */
    static void imported(LaneContext context) {
        Path folder = context.environment().reference();
        if (!context.environment().has(folder.resolve(ReferenceIndex.FILE))) {
            return;
        }
        Check check = Check.recorded("golden/imported-digests", "digests of the imported reference files");
        try {
            verified(context, check, folder, ReferenceFolder.read(folder));
        } catch (CorpusException e) {
            refused(context, check, folder, e);
        }
    }

    private static void verified(LaneContext context, Check check, Path folder, ReferenceFolder read) {
        context.run(check, () -> {
            context.read(folder.resolve(ReferenceIndex.FILE));
            List<ReferenceFile> files = read.index().files();
            for (ReferenceFile file : files) {
                context.read(folder.resolve(file.path()));
            }
            return LaneContext.Findings.of(files.size(), List.of());
        });
    }

    private static void refused(LaneContext context, Check check, Path folder, CorpusException problem) {
        context.run(
                check,
                () -> LaneContext.Findings.of(
                        1,
                        List.of(new Mismatch(
                                "reference:" + problem.code(),
                                "the published bytes",
                                String.valueOf(problem.getMessage()),
                                context.environment().relative(folder)))));
    }
}
