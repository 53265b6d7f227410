package dev.paritas.bridge.golden;

import dev.paritas.bridge.OsText;
import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of a golden corpus (spec 12 §6): {@code <case>/input.json} and {@code <case>/<role>.expected.json}. Cases and
 * roles are listed ascending by code point.
 */
record GoldenDirectory(Path root) {
    private static final String INPUT = "input.json";
    private static final String EXPECTED = ".expected.json";

    boolean exists() {
        return Files.isDirectory(root);
    }

    /** {@return the names of all sub-directories} */
    List<String> cases() {
        return names(root, Files::isDirectory);
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
        return names(directory(name), file -> true).stream()
                .filter(file -> file.endsWith(EXPECTED))
                .map(GoldenDirectory::roleOf)
                .distinct()
                .sorted(CodePointOrder.INSTANCE)
                .toList();
    }

    SortedMap<String, JsonValue> readExpected(String name) {
        SortedMap<String, JsonValue> projections = new TreeMap<>(CodePointOrder.INSTANCE);
        for (String file : names(directory(name), entry -> true)) {
            if (file.endsWith(EXPECTED)) {
                projections.put(roleOf(file), read(directory(name).resolve(file)));
            }
        }
        return Collections.unmodifiableSortedMap(projections);
    }

    boolean hasExpected(String name, String role) {
        return Files.isRegularFile(expected(name, role));
    }

    JsonValue readExpected(String name, String role) {
        return read(expected(name, role));
    }

    /** Writes the input and one file per role; other files of the case stay as they are. */
    void write(String name, GoldenBundle bundle) {
        try {
            Files.createDirectories(directory(name));
            // Every name is looked at before the first file is touched.
            SortedMap<Path, JsonValue> files = new TreeMap<>();
            bundle.projections().forEach((role, type) -> files.put(expected(name, role), type));
            files.put(input(name), bundle.input());
            for (var file : files.entrySet()) {
                Files.write(file.getKey(), file.getValue().prettyText().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new EquivalenceException(new EquivalenceError.IoError(name + ": " + OsText.of(e)), e);
        }
    }

    private static String roleOf(String file) {
        String role = file;
        while (role.endsWith(EXPECTED)) {
            role = role.substring(0, role.length() - EXPECTED.length());
        }
        return role;
    }

    private Path directory(String name) {
        return root.resolve(fileName(name));
    }

    private Path input(String name) {
        return directory(name).resolve(INPUT);
    }

    private Path expected(String name, String role) {
        return directory(name).resolve(fileName(role) + EXPECTED);
    }

    /** Names of cases and roles come from outside; none may lead out of the corpus (spec 12 §8). */
    private static String fileName(String name) {
        if (name.contains("/") || name.contains("\\") || name.contains("..") || name.indexOf('\0') >= 0) {
            throw new EquivalenceException(
                    new EquivalenceError.IoError("name cannot be that of a golden file: '" + name + "'"));
        }
        return name;
    }

    private static JsonValue read(Path file) {
        try {
            return JsonInput.read(bytes(file), ReadPolicy.PEER, JsonValue.CODEC);
        } catch (JsonException e) {
            throw new EquivalenceException(new EquivalenceError.JsonError(file.getFileName() + ": " + e.describe()), e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return BoundedFile.atMost(file, BoundedFile.MAX_BYTES);
        } catch (NoSuchFileException e) {
            throw new EquivalenceException(new EquivalenceError.GoldenNotFound(file), e);
        } catch (IOException e) {
            throw new EquivalenceException(new EquivalenceError.IoError(file + ": " + OsText.of(e)), e);
        }
    }

    private static List<String> names(Path directory, Predicate<Path> wanted) {
        List<String> names = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            entries.filter(wanted)
                    .forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (IOException e) {
            throw new EquivalenceException(new EquivalenceError.IoError(directory + ": " + OsText.of(e)), e);
        }
        names.sort(CodePointOrder.INSTANCE);
        return names;
    }
}
