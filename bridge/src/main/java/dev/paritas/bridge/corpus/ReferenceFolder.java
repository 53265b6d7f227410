package dev.paritas.bridge.corpus;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.files.FolderChange;
import dev.paritas.bridge.files.Links;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A reference folder, read and verified: every listed file is there with its digest, and no other file is.
 *
 * @param files bytes by path, index excluded, ascending
 */
public record ReferenceFolder(ReferenceIndex index, SortedMap<String, byte[]> files) {
    /** The environment variable that names the folder of the reference's own files. */
    public static final String SETTING = "PARITAS_REFERENCE";

    /**
     * {@return the folder of the reference's own files: the one that {@value #SETTING} names, a relative one from
     * {@code root}, else the imported one}
     */
    public static Path imported(Path root, Map<String, String> environment) {
        String named = environment.getOrDefault(SETTING, "");
        return root.resolve(named.isEmpty() ? "reference" : named).normalize();
    }

    /**
     * @throws ProblemException ({@link CorpusProblem}) {@code NO_INDEX} without an index; else on any deviation from it
     */
    public static ReferenceFolder read(Path folder) {
        Path file = folder.resolve(ReferenceIndex.FILE);
        ReferenceIndex index;
        try {
            FolderChange.finish(folder);
            Links.refuse(folder, file);
            if (!Files.isRegularFile(file)) {
                throw new ProblemException(
                        new CorpusProblem(CorpusErrorCode.NO_INDEX, "there is no reference index at " + file));
            }
            index = ReferenceIndex.parse(BoundedFile.atMost(file, BoundedFile.MAX_BYTES));
        } catch (IOException e) {
            throw new ProblemException(
                    new CorpusProblem(CorpusErrorCode.IO, file + " could not be read: " + OsText.of(e)));
        }
        SortedMap<String, byte[]> present = CorpusFolder.read(folder);
        present.remove(ReferenceIndex.FILE);
        SortedMap<String, byte[]> listed = new TreeMap<>(CodePointOrder.INSTANCE);
        for (ReferenceFile one : index.files()) {
            byte[] bytes = present.remove(one.path());
            if (bytes == null) {
                throw new ProblemException(
                        new CorpusProblem(CorpusErrorCode.FILE_MISSING, "the reference folder lacks " + one.path()));
            }
            CorpusFolder.requireDigest(one.path(), Sha256.hex(bytes), Optional.of(one.sha256()));
            listed.put(one.path(), bytes);
        }
        if (!present.isEmpty()) {
            throw new ProblemException(new CorpusProblem(
                    CorpusErrorCode.FILE_UNLISTED, "the index does not list " + String.join(", ", present.keySet())));
        }
        return new ReferenceFolder(index, listed);
    }
}
