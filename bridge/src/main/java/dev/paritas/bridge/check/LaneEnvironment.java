package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.CorpusFolder;
import dev.paritas.bridge.corpus.ReferenceFolder;
import dev.paritas.bridge.files.ProjectFolders;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a lane finds its data and leaves its findings. Any of these folders may be absent; a check that needs an
 * absent one declines with a reason.
 *
 * @param root the project; paths in reports are relative to it
 * @param corpus published cases
 * @param fixtures hand-written cases
 * @param reference files of the reference, imported or read in place
 * @param lean Lean sources
 * @param runners executables with the names of the reference's runners
 * @param output where reports and reproducer folders go
 * @param strict whether a skipped check is a failure
 */
public record LaneEnvironment(
        Path root, Path corpus, Path fixtures, Path reference, Path lean, Path runners, Path output, boolean strict) {
    /** {@return the environment of a checkout or a distribution at {@code root}} */
    public static LaneEnvironment at(Path root, boolean strict) {
        ProjectFolders folders = ProjectFolders.at(root);
        return new LaneEnvironment(
                folders.root(),
                folders.corpus(),
                folders.fixtures(),
                ReferenceFolder.imported(folders.root(), System.getenv()),
                folders.lean(),
                folders.runners(),
                folders.reports(),
                strict);
    }

    /** {@return the measured answers of the reference, which are part of the corpus} */
    public Path measured() {
        return corpus.resolve(CorpusFolder.REFERENCE);
    }

    /** {@return {@code file} as reports name it, with {@code /}: relative to the project when it is inside} */
    public String relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(root) ? root.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    boolean has(Path file) {
        return Files.exists(file);
    }
}
