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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a corpus as bytes by relative path, on disk and in memory. */
public final class CorpusFolder {
    /** The folder of the reference's answers within a corpus; it has an index of its own. */
    public static final String REFERENCE = "reference";

    private CorpusFolder() {}

    /**
     * Reads every listed file and verifies it.
     *
     * @throws ProblemException ({@link CorpusProblem}) when a file is absent, unlisted or differs from its digest
     */
    public static SortedMap<String, byte[]> verified(Path folder, CorpusIndex index) {
        SortedMap<String, byte[]> present = cases(folder);
        present.remove(CorpusIndex.FILE);
        SortedMap<String, byte[]> listed = new TreeMap<>(CodePointOrder.INSTANCE);
        for (CorpusFile file : index.files()) {
            byte[] bytes = present.remove(file.path());
            if (bytes == null) {
                throw new ProblemException(
                        new CorpusProblem(CorpusErrorCode.FILE_MISSING, "the corpus lacks " + file.path()));
            }
            requireDigest(file.path(), Sha256.hex(bytes), Optional.of(file.sha256()));
            listed.put(file.path(), bytes);
        }
        if (!present.isEmpty()) {
            throw new ProblemException(new CorpusProblem(
                    CorpusErrorCode.FILE_UNLISTED, "the index does not list " + String.join(", ", present.keySet())));
        }
        return listed;
    }

    /**
     * @throws ProblemException ({@link CorpusProblem}) when {@code path} is not listed, or with another digest than
     *     {@code sha256}
     */
    public static void requireDigest(String path, String sha256, Optional<String> listed) {
        if (listed.isEmpty()) {
            throw new ProblemException(
                    new CorpusProblem(CorpusErrorCode.FILE_UNLISTED, "the index does not list " + path));
        }
        if (!listed.get().equals(sha256)) {
            throw new ProblemException(new CorpusProblem(
                    CorpusErrorCode.DIGEST_MISMATCH,
                    path + " has digest " + sha256 + "; the index says " + listed.get()));
        }
    }

    /** {@return the index of the corpus in {@code folder}} */
    public static CorpusIndex index(Path folder) {
        Path file = folder.resolve(CorpusIndex.FILE);
        try {
            FolderChange.finish(folder);
            Links.refuse(folder, file);
            if (!Files.isRegularFile(file)) {
                throw new ProblemException(
                        new CorpusProblem(CorpusErrorCode.NO_INDEX, "there is no corpus index at " + file));
            }
            return CorpusIndex.parse(BoundedFile.atMost(file, BoundedFile.MAX_BYTES));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** {@return the paths at which {@code fresh} differs from what {@code folder} holds, ascending} */
    public static List<String> drift(Path folder, Map<String, byte[]> fresh) {
        SortedMap<String, byte[]> published = Files.isDirectory(folder) ? cases(folder) : new TreeMap<>();
        List<String> drifted = new ArrayList<>();
        fresh.forEach((path, bytes) -> {
            byte[] old = published.remove(path);
            if (old == null || !Arrays.equals(old, bytes)) {
                drifted.add(path);
            }
        });
        drifted.addAll(published.keySet());
        drifted.sort(CodePointOrder.INSTANCE);
        return List.copyOf(drifted);
    }

    /**
     * Publishes {@code fresh} in place of what is there: all of it or, when that fails, nothing.
     *
     * @throws ProblemException ({@link CorpusProblem}) {@code FILE_UNLISTED} when a file would have to go that no
     *     earlier call has written
     */
    public static void publish(Path folder, Map<String, byte[]> fresh) {
        Map<String, byte[]> written = new TreeMap<>();
        List<String> gone = new ArrayList<>();
        for (String path : drift(folder, fresh)) {
            byte[] bytes = fresh.get(path);
            if (bytes == null) {
                gone.add(path);
            } else {
                written.put(path, bytes);
            }
        }
        List<String> foreign = gone.isEmpty() ? List.of() : foreign(folder, gone);
        if (!foreign.isEmpty()) {
            throw new ProblemException(new CorpusProblem(
                    CorpusErrorCode.FILE_UNLISTED,
                    "no index lists " + String.join(", ", foreign) + " as it is, so it is not removed; move it away"));
        }
        try {
            new FolderChange(written, gone).applyTo(folder);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** {@return those of {@code paths} that the index does not list with the bytes that they have} */
    private static List<String> foreign(Path folder, List<String> paths) {
        Map<String, String> listed = new HashMap<>();
        try {
            index(folder).files().forEach(file -> listed.put(file.path(), file.sha256()));
        } catch (ProblemException e) {
            e.only(CorpusProblem.class);
            // Without an index that can be read nothing is known to be ours.
        }
        Map<String, String> present = new HashMap<>();
        cases(folder).forEach((path, bytes) -> present.put(path, Sha256.hex(bytes)));
        return paths.stream()
                .filter(path -> !listed.containsKey(path) || !Objects.equals(listed.get(path), present.get(path)))
                .toList();
    }

    /** {@return the corpus' own files; reference answers beside them are nothing that this program makes} */
    private static SortedMap<String, byte[]> cases(Path folder) {
        SortedMap<String, byte[]> files = read(folder);
        files.keySet().removeIf(path -> path.startsWith(REFERENCE + "/"));
        return files;
    }

    /**
     * {@return the bytes of every file in {@code folder}, which may be a link, by relative path}
     *
     * @throws ProblemException ({@link CorpusProblem}) {@code IO} when something in it is a link, or cannot be read
     */
    public static SortedMap<String, byte[]> read(Path named) {
        SortedMap<String, byte[]> files = new TreeMap<>(CodePointOrder.INSTANCE);
        Path folder;
        try {
            folder = named.toRealPath();
            FolderChange.finish(folder);
        } catch (IOException e) {
            throw unreadable(named, e);
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file :
                    walk.filter(entry -> !isPartOfChange(folder, entry)).toList()) {
                Links.refuse(folder, file);
                if (!Files.isRegularFile(file)) {
                    continue;
                }
                files.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        BoundedFile.atMost(file, BoundedFile.MAX_BYTES));
            }
        } catch (IOException e) {
            throw unreadable(named, e);
        }
        return files;
    }

    private static boolean isPartOfChange(Path folder, Path entry) {
        return FolderChange.isPartOf(folder.relativize(entry).getName(0));
    }

    private static ProblemException unreadable(Path path, IOException e) {
        return new ProblemException(
                new CorpusProblem(CorpusErrorCode.IO, path + " could not be read or written: " + OsText.of(e)));
    }
}
