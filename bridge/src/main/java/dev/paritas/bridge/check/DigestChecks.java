package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusErrorCode;
import dev.paritas.bridge.corpus.CorpusFile;
import dev.paritas.bridge.corpus.CorpusIndex;
import dev.paritas.bridge.corpus.CorpusProblem;
import dev.paritas.bridge.corpus.ReferenceFile;
import dev.paritas.bridge.corpus.ReferenceFolder;
import dev.paritas.bridge.corpus.ReferenceIndex;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The corpus and the reference's answers in it, for one run of lanes: the first lane that asks for one of them verifies
 * it, as a check of its own.
 */
@SuppressWarnings("NullableOptional") // null is what nobody has asked for yet, empty what was refused
final class DigestChecks {
    private @Nullable Optional<Corpus> corpus;
    private @Nullable Optional<ReferenceFolder> measured;

    /** {@return the corpus; empty when there is none or it is refused, which the check tells} */
    Optional<Corpus> corpus(LaneContext context, String lane) {
        Optional<Corpus> read = corpus;
        if (read == null) {
            read = verified(
                    context,
                    Check.recorded(lane + "/digests", "digests of the corpus"),
                    context.environment().corpus(),
                    "there is no corpus at ",
                    "corpus:",
                    Corpus::read,
                    DigestChecks::files);
            corpus = read;
        }
        return read;
    }

    /** {@return the answers; empty when there are none or they are refused, which the check tells} */
    Optional<ReferenceFolder> measured(LaneContext context, String lane) {
        Optional<ReferenceFolder> read = measured;
        if (read == null) {
            read = reference(
                    context,
                    Check.recorded(lane + "/reference-digests", "digests of the reference answers"),
                    context.environment().measured());
            measured = read;
        }
        return read;
    }

    /** Holds the imported files, where there are any, to the index that the import wrote. */
    static void imported(LaneContext context) {
        Path folder = context.environment().reference();
        if (context.environment().has(folder.resolve(ReferenceIndex.FILE))) {
            Optional<ReferenceFolder> ignored = reference(
                    context,
                    Check.recorded("golden/imported-digests", "digests of the imported reference files"),
                    folder);
        }
    }

    private static Optional<ReferenceFolder> reference(LaneContext context, Check check, Path folder) {
        return verified(
                context,
                check,
                folder,
                "there are no reference answers at ",
                "reference:",
                ReferenceFolder::read,
                DigestChecks::files);
    }

    private static List<String> files(Corpus corpus) {
        return Stream.concat(
                        Stream.of(CorpusIndex.FILE),
                        corpus.index().files().stream().map(CorpusFile::path))
                .toList();
    }

    private static List<String> files(ReferenceFolder reference) {
        return Stream.concat(
                        Stream.of(ReferenceIndex.FILE),
                        reference.index().files().stream().map(ReferenceFile::path))
                .toList();
    }

    /**
     * @param read verifies while it reads
     * @param files the index, and every file that it lists
     */
    private static <T> Optional<T> verified(
            LaneContext context,
            Check check,
            Path folder,
            String absent,
            String key,
            Function<Path, T> read,
            Function<T, List<String>> files) {
        String place = context.environment().relative(folder);
        try {
            T verified = read.apply(folder);
            context.run(check, () -> {
                List<String> listed = files.apply(verified);
                for (String file : listed) {
                    byte[] ignored = context.read(folder.resolve(file));
                }
                return Findings.of(listed.size() - 1L, List.of());
            });
            return Optional.of(verified);
        } catch (ProblemException e) {
            CorpusProblem problem = e.only(CorpusProblem.class);
            context.insist(check);
            if (problem.kind() == CorpusErrorCode.NO_INDEX) {
                context.decline(check, SkipCause.CORPUS, absent + place);
            } else {
                context.run(
                        check,
                        () -> Findings.of(
                                new Mismatch(key + problem.code(), "the published bytes", problem.sentence(), place)));
            }
            return Optional.empty();
        }
    }
}
