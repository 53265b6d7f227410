package dev.paritas.bridge.golden;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.files.FileName;
import dev.paritas.bridge.files.FolderChange;
import dev.paritas.bridge.files.Links;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a golden corpus (spec 12 §6): {@code <case>/input.json} and {@code <case>/<role>.expected.json}. Cases and
 * roles are listed ascending by code point.
 */
record GoldenDirectory(Path root) {
    private static final String INPUT = "input.json";
    private static final String EXPECTED = ".expected.json";

    /** {@return whether there is a corpus; what an ended process has begun in it is finished first} */
    boolean exists() {
        finish();
        return Files.isDirectory(root);
    }

    /** {@return the names of all sub-directories, and of links in their place, which whoever asks for them hears of} */
    List<String> cases() {
        finish();
        return names(root).stream()
                .filter(entry -> Files.isSymbolicLink(entry) || Files.isDirectory(entry))
                .map(entry -> entry.getFileName().toString())
                .toList();
    }

    boolean hasInput(String name) {
        return Files.isRegularFile(input(name));
    }

    /** {@return whether there is something in the place of the input that is no file} */
    boolean hasOtherInput(String name) {
        return Files.exists(input(name), LinkOption.NOFOLLOW_LINKS) && !hasInput(name);
    }

    JsonValue readInput(String name) {
        return read(input(name));
    }

    byte[] inputBytes(String name) {
        return bytes(input(name));
    }

    /** {@return the roles that have a file, repeated suffixes taken off} */
    List<String> roles(String name) {
        return expectedFiles(name).stream()
                .map(GoldenDirectory::roleOf)
                .distinct()
                .sorted(CodePointOrder.INSTANCE)
                .toList();
    }

    SortedMap<String, JsonValue> readExpected(String name) {
        SortedMap<String, JsonValue> projections = new TreeMap<>(CodePointOrder.INSTANCE);
        expectedFiles(name).forEach(file -> projections.put(roleOf(file), read(inside(name, file))));
        return Collections.unmodifiableSortedMap(projections);
    }

    boolean hasExpected(String name, String role) {
        return Files.isRegularFile(expected(name, role));
    }

    JsonValue readExpected(String name, String role) {
        return read(expected(name, role));
    }

    /** Writes of each case the input and one file per role, of all or of none; other files stay as they are. */
    void write(Map<String, GoldenBundle> cases) {
        Map<String, byte[]> files = new TreeMap<>();
        cases.forEach((name, bundle) -> {
            bundle.projections()
                    .forEach((role, type) -> files.put(fileName(name) + "/" + fileName(role) + EXPECTED, bytes(type)));
            files.put(fileName(name) + "/" + INPUT, bytes(bundle.input()));
        });
        try {
            new FolderChange(files, List.of()).applyTo(root);
        } catch (IOException e) {
            throw failed(String.join(", ", cases.keySet()), e);
        }
    }

    private static byte[] bytes(JsonValue type) {
        return type.prettyText().getBytes(StandardCharsets.UTF_8);
    }

    private void finish() {
        try {
            FolderChange.finish(root);
        } catch (IOException e) {
            throw failed(root.toString(), e);
        }
    }

    private static String roleOf(String file) {
        String role = file;
        while (role.endsWith(EXPECTED)) {
            role = role.substring(0, role.length() - EXPECTED.length());
        }
        return role;
    }

    private Path input(String name) {
        return inside(name, INPUT);
    }

    private Path expected(String name, String role) {
        return inside(name, fileName(role) + EXPECTED);
    }

    /** {@return the names of all files of projections} */
    private List<String> expectedFiles(String name) {
        List<String> files = names(inside(name, "")).stream()
                .map(entry -> entry.getFileName().toString())
                .filter(file -> file.endsWith(EXPECTED))
                .toList();
        files.forEach(file -> inside(name, file));
        return files;
    }

    /** {@return a file of a case; a link on the way, or in its place, is refused} */
    private Path inside(String name, String file) {
        finish();
        Path path = root.resolve(fileName(name)).resolve(file);
        try {
            Links.refuse(root, path);
            return path;
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    /** Names of cases and roles come from outside; none may lead out of the corpus (spec 12 §8). */
    private static String fileName(String name) {
        if (!FileName.isSafe(name)) {
            throw new ProblemException(
                    new EquivalenceError.IoError("name cannot be that of a golden file: '" + name + "'"));
        }
        return name;
    }

    private static JsonValue read(Path file) {
        try {
            return JsonInput.read(bytes(file), ReadPolicy.PEER, JsonValue.CODEC);
        } catch (JsonException e) {
            throw new ProblemException(new EquivalenceError.JsonError(file.getFileName() + ": " + e.describe()), e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return BoundedFile.atMost(file, BoundedFile.MAX_BYTES);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new EquivalenceError.GoldenNotFound(file), e);
        } catch (IOException e) {
            throw new ProblemException(new EquivalenceError.IoError(file + ": " + OsText.of(e)), e);
        }
    }

    private static List<Path> names(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !FolderChange.isPartOf(entry))
                    .sorted(Comparator.comparing(entry -> entry.getFileName().toString(), CodePointOrder.INSTANCE))
                    .toList();
        } catch (IOException e) {
            throw failed(directory.toString(), e);
        }
    }

    private static ProblemException failed(String place, IOException e) {
        return new ProblemException(new EquivalenceError.IoError(place + ": " + OsText.of(e)), e);
    }
}
