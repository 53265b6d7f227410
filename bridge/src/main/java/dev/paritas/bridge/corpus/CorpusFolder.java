package dev.paritas.bridge.corpus;

import dev.paritas.bridge.OsText;
import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.report.Sha256;
import dev.paritas.semanticobjects.json.CodePointOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
     * @throws CorpusException when a file is absent, unlisted or differs from its digest
     */
    public static SortedMap<String, byte[]> verified(Path folder, CorpusIndex index) {
        SortedMap<String, byte[]> present = cases(folder);
        present.remove(CorpusIndex.FILE);
        SortedMap<String, byte[]> listed = new TreeMap<>(CodePointOrder.INSTANCE);
        for (CorpusFile file : index.files()) {
            byte[] bytes = present.remove(file.path());
            if (bytes == null) {
                throw new CorpusException(CorpusErrorCode.FILE_MISSING, "the corpus lacks " + file.path());
            }
            requireDigest(file.path(), Sha256.hex(bytes), Optional.of(file.sha256()));
            listed.put(file.path(), bytes);
        }
        if (!present.isEmpty()) {
            throw new CorpusException(
                    CorpusErrorCode.FILE_UNLISTED, "the index does not list " + String.join(", ", present.keySet()));
        }
        return listed;
    }

    /** @throws CorpusException when {@code path} is not listed, or with another digest than {@code sha256} */
    public static void requireDigest(String path, String sha256, Optional<String> listed) {
        if (listed.isEmpty()) {
            throw new CorpusException(CorpusErrorCode.FILE_UNLISTED, "the index does not list " + path);
        }
        if (!listed.get().equals(sha256)) {
            throw new CorpusException(
                    CorpusErrorCode.DIGEST_MISMATCH,
                    path + " has digest " + sha256 + "; the index says " + listed.get());
        }
    }

    /** {@return the index of the corpus in {@code folder}} */
    public static CorpusIndex index(Path folder) {
        Path file = folder.resolve(CorpusIndex.FILE);
        if (!Files.isRegularFile(file)) {
            throw new CorpusException(CorpusErrorCode.NO_INDEX, "there is no corpus index at " + file);
        }
        try {
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
     * Publishes {@code fresh}, replacing what is there.
     *
     * @param acceptDrift whether other bytes than the published ones may be written
     * @throws CorpusException {@code DRIFT} when something differs and that was not accepted
     */
    public static void publish(Path folder, Map<String, byte[]> fresh, boolean acceptDrift) {
        List<String> drifted = drift(folder, fresh);
        boolean first = !Files.isRegularFile(folder.resolve(CorpusIndex.FILE));
        if (!drifted.isEmpty() && !first && !acceptDrift) {
            throw new CorpusException(
                    CorpusErrorCode.DRIFT,
                    "regenerating changes " + String.join(", ", drifted) + "; accept the drift or restore the code");
        }
        try {
            Files.createDirectories(folder);
            for (String path : drifted) {
                byte[] bytes = fresh.get(path);
                if (bytes == null) {
                    Files.delete(folder.resolve(path));
                } else {
                    Files.write(folder.resolve(path), bytes);
                }
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** {@return the corpus' own files; reference answers beside them are nothing that this program makes} */
    private static SortedMap<String, byte[]> cases(Path folder) {
        SortedMap<String, byte[]> files = read(folder);
        files.keySet().removeIf(path -> path.startsWith(REFERENCE + "/"));
        return files;
    }

    /** {@return the bytes of every file in {@code folder}, which may be a link, by relative path} */
    public static SortedMap<String, byte[]> read(Path named) {
        SortedMap<String, byte[]> files = new TreeMap<>(CodePointOrder.INSTANCE);
        Path folder;
        try {
            folder = named.toRealPath();
        } catch (IOException e) {
            throw unreadable(named, e);
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        BoundedFile.atMost(file, BoundedFile.MAX_BYTES));
            }
        } catch (IOException e) {
            throw unreadable(named, e);
        }
        return files;
    }

    private static CorpusException unreadable(Path path, IOException e) {
        return new CorpusException(CorpusErrorCode.IO, path + " could not be read or written: " + OsText.of(e));
    }
}
