package dev.paritas.bridge.corpus;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.files.FileName;
import dev.paritas.bridge.files.FolderChange;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the reference that a checkout of it holds, wherever they stand in it; symbolic links are not followed.
 *
 * @param index of the folder to be written
 * @param files bytes by path
 * @param leftOut one sentence for each file that has the name and the place of such a file and is none
 */
public record ReferenceImport(ReferenceIndex index, SortedMap<String, byte[]> files, List<String> leftOut) {
    /** Nothing of the reference stands deeper. */
    private static final int MAX_DEPTH = 16;

    private static final int MAX_VISITED = 500_000;
    private static final long MAX_BYTES = 64L << 20;
    private static final Set<String> SKIPPED = Set.of(".git", "target", "node_modules", ".lake");
    private static final Pattern VERSION = Pattern.compile("^version\\s*=\\s*\"([^\"]+)\"", Pattern.MULTILINE);
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /**
     * Looks through a checkout, or through a folder that has the layout of an imported one.
     *
     * @throws ProblemException ({@link CorpusProblem}) {@code FILE_MISSING} when there is no such file, {@code
     *     DIGEST_MISMATCH} when two that go
     *     to the same place differ, {@code IO}
     */
    public static ReferenceImport of(Path checkout) {
        SortedMap<String, byte[]> files = new TreeMap<>(CodePointOrder.INSTANCE);
        Map<String, String> sources = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        try {
            for (Path file : walk(checkout)) {
                Path relative = checkout.relativize(file);
                for (ReferenceKind kind : ReferenceKind.values()) {
                    Optional<String> place = kind.place(relative);
                    if (place.isPresent()) {
                        take(kind, file, text(relative), place.get(), files, sources, leftOut);
                        break;
                    }
                }
            }
            if (files.isEmpty()) {
                throw new ProblemException(new CorpusProblem(
                        CorpusErrorCode.FILE_MISSING, "there is no file of the reference in " + checkout));
            }
            List<ReferenceFile> listed = new ArrayList<>();
            files.forEach((path, bytes) ->
                    listed.add(new ReferenceFile(path, Sha256.hex(bytes), 1, null, sources.getOrDefault(path, path))));
            return new ReferenceImport(ReferenceIndex.of(program(checkout), commit(checkout), listed), files, leftOut);
        } catch (IOException e) {
            throw new ProblemException(new CorpusProblem(CorpusErrorCode.IO, checkout + " could not be read"));
        }
    }

    private static void take(
            ReferenceKind kind,
            Path file,
            String source,
            String place,
            SortedMap<String, byte[]> files,
            Map<String, String> sources,
            List<String> leftOut)
            throws IOException {
        if (!FileName.isSafePath(place)) {
            leftOut.add(source + ": such a name is not given to a file");
            return;
        }
        if (Files.size(file) > MAX_BYTES) {
            leftOut.add(source + ": it has more than " + MAX_BYTES + " bytes");
            return;
        }
        byte[] bytes = BoundedFile.atMost(file, MAX_BYTES);
        Optional<String> flaw = kind.flaw(file.getFileName().toString(), bytes);
        if (flaw.isPresent()) {
            leftOut.add(source + ": " + flaw.get());
            return;
        }
        byte[] other = files.putIfAbsent(place, bytes);
        if (other != null && !Arrays.equals(other, bytes)) {
            throw new ProblemException(new CorpusProblem(
                    CorpusErrorCode.DIGEST_MISMATCH,
                    sources.get(place) + " and " + source + " differ, and both are " + place));
        }
        sources.putIfAbsent(place, source);
    }

    /**
     * Writes the folder, in place of an earlier import.
     *
     * @throws ProblemException ({@link CorpusProblem}) {@code FILE_UNLISTED} when {@code folder} holds anything that
     *     no import wrote, {@code IO}
     */
    public void write(Path folder) {
        SortedMap<String, byte[]> written = new TreeMap<>(files);
        written.put(ReferenceIndex.FILE, index.bytes());
        try {
            List<String> gone = Files.exists(folder) ? earlier(folder) : new ArrayList<>();
            gone.removeAll(written.keySet());
            new FolderChange(written, gone).applyTo(folder);
        } catch (IOException e) {
            throw new ProblemException(
                    new CorpusProblem(CorpusErrorCode.IO, folder + " could not be written: " + OsText.of(e)));
        }
    }

    /** {@return the paths of what an earlier import has left in {@code folder}} */
    private static List<String> earlier(Path folder) throws IOException {
        FolderChange.finish(folder);
        Path old = folder.resolve(ReferenceIndex.FILE);
        List<Path> present = walk(folder);
        List<Path> written = new ArrayList<>();
        if (Files.isRegularFile(old)) {
            written.add(old);
            ReferenceIndex.parse(BoundedFile.atMost(old, MAX_BYTES))
                    .files()
                    .forEach(file -> written.add(folder.resolve(file.path())));
        }
        for (Path file : present) {
            if (!written.contains(file)) {
                throw new ProblemException(new CorpusProblem(
                        CorpusErrorCode.FILE_UNLISTED,
                        folder + " holds " + text(folder.relativize(file)) + ", which no import wrote"));
            }
        }
        return new ArrayList<>(
                present.stream().map(file -> text(folder.relativize(file))).toList());
    }

    private static List<Path> walk(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(), MAX_DEPTH, new SimpleFileVisitor<>() {
            private int visited;

            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return !path.equals(folder)
                                && (SKIPPED.contains(String.valueOf(path.getFileName())) || FolderChange.isPartOf(path))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (++visited > MAX_VISITED) {
                    throw new IOException("more than " + MAX_VISITED + " files");
                }
                if (attributes.isRegularFile()) {
                    files.add(path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException problem) throws IOException {
                if (path.equals(folder)) {
                    throw problem;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    private static String program(Path checkout) throws IOException {
        for (String manifest : List.of("Cargo.toml", "rust/Cargo.toml")) {
            Path file = checkout.resolve(manifest);
            if (Files.isRegularFile(file)) {
                Matcher version =
                        VERSION.matcher(new String(BoundedFile.atMost(file, MAX_BYTES), StandardCharsets.UTF_8));
                if (version.find()) {
                    return "telltale " + version.group(1);
                }
            }
        }
        return "telltale";
    }

    /** {@return the commit that a Git checkout stands on; null where that cannot be read} */
    private static @Nullable String commit(Path checkout) throws IOException {
        Path git = checkout.resolve(".git");
        String head = line(git, "HEAD", "");
        String ref = head.startsWith("ref: ") ? head.substring(5) : "";
        String commit = ref.isEmpty() ? head : line(git, ref, "");
        if (commit.isEmpty() && !ref.isEmpty()) {
            String packed = line(git, "packed-refs", " " + ref);
            commit = packed.isEmpty() ? "" : packed.substring(0, packed.indexOf(' '));
        }
        return COMMIT.matcher(commit).matches() ? commit : null;
    }

    /** {@return the first line that ends with {@code end}; empty when there is none, or no such file} */
    private static String line(Path folder, String name, String end) throws IOException {
        Path file;
        try {
            file = folder.resolve(name);
        } catch (InvalidPathException ignored) {
            return "";
        }
        if (!Files.isRegularFile(file)) {
            return "";
        }
        return new String(BoundedFile.atMost(file, MAX_BYTES), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.endsWith(end))
                .findFirst()
                .orElse("");
    }

    private static String text(Path relative) {
        return relative.toString().replace('\\', '/');
    }
}
