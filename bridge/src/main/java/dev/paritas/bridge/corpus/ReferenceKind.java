package dev.paritas.bridge.corpus;

import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A kind of file that the reference publishes and checks read; each has a folder of its own. */
enum ReferenceKind {
    GOLDEN("golden", "golden", "input\\.json|.+\\.expected\\.json"),
    HEAP("heap", "", "heap_vectors_v\\d+\\.json|heap_lean_parity_v\\d+(\\.sample)?\\.json"),
    SEARCH("search-parity", "", "search_([a-z_]+_)?vectors_([a-z_]+_)?v\\d+\\.json"),
    SCENARIO("simulator-scenarios", "scenarios|simulator-scenarios", "[A-Za-z0-9._-]+\\.toml"),
    CONTRACT("contracts", "contracts|aprender", "[a-z0-9-]+-v\\d+\\.yaml|binding\\.yaml");

    private static final Pattern CONTRACT_HEAD = Pattern.compile("^(metadata|bindings|equations):", Pattern.MULTILINE);

    private final String folder;
    private final Pattern parent;
    private final Pattern name;

    ReferenceKind(String folder, String parent, String name) {
        this.folder = folder;
        this.parent = Pattern.compile(parent);
        this.name = Pattern.compile(name);
    }

    /** {@return the folder of this kind in a reference folder} */
    String folder() {
        return folder;
    }

    /** {@return where a file of this kind goes; empty when {@code file}, relative to the checkout, is none by its place} */
    Optional<String> place(Path file) {
        String last = file.getFileName().toString();
        if (!name.matcher(last).matches()) {
            return Optional.empty();
        }
        return switch (this) {
            case GOLDEN ->
                ancestor(file, 2)
                        .filter(above -> parent.matcher(above).matches())
                        .flatMap(ignored -> ancestor(file, 1))
                        .map(item -> folder + "/" + item + "/" + last);
            case HEAP, SEARCH -> Optional.of(folder + "/" + last);
            case SCENARIO, CONTRACT ->
                ancestor(file, 1)
                        .filter(above -> parent.matcher(above).matches())
                        .map(ignored -> folder + "/" + last);
        };
    }

    private static Optional<String> ancestor(Path file, int levels) {
        int at = file.getNameCount() - 1 - levels;
        return at < 0 ? Optional.empty() : Optional.of(file.getName(at).toString());
    }

    /** {@return why {@code bytes} are not what a file called {@code name} of this kind holds; empty when they are} */
    Optional<String> flaw(String name, byte[] bytes) {
        return switch (this) {
            case GOLDEN -> golden(name, bytes);
            case HEAP, SEARCH -> object(bytes);
            case SCENARIO -> flaw(isScenario(text(bytes)), "it has no roles and steps before its first table");
            case CONTRACT ->
                flaw(CONTRACT_HEAD.matcher(text(bytes)).find(), "it has no metadata, bindings or equations");
        };
    }

    private static Optional<String> golden(String name, byte[] bytes) {
        try {
            TypeReader<?> reader = name.equals("input.json") ? TypeReader.global() : TypeReader.local();
            reader.read(bytes);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of("it is no type: " + e.only(ImportRefusal.class).sentence());
        }
    }

    private static Optional<String> object(byte[] bytes) {
        try {
            return JsonInput.read(bytes, ReadPolicy.PEER, JsonValue.CODEC) instanceof JsonValue.Obj
                    ? Optional.empty()
                    : Optional.of("it is no JSON object");
        } catch (JsonException e) {
            return Optional.of("it is no JSON: " + e.describe());
        }
    }

    private static boolean isScenario(String toml) {
        List<String> head =
                toml.lines().takeWhile(line -> !line.startsWith("[")).toList();
        return Stream.of("roles\\s*=.*", "steps\\s*=.*")
                .allMatch(member -> head.stream().anyMatch(line -> line.matches(member)));
    }

    private static Optional<String> flaw(boolean right, String flaw) {
        return right ? Optional.empty() : Optional.of(flaw);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
