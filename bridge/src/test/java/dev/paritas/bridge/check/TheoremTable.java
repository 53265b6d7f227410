package dev.paritas.bridge.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table of theorems in {@code lean/README.md}, held against the theorem files and the Java tests that quote them. Needs
 * no Lean.
 *
 * @param root of the repository
 */
record TheoremTable(Path root) {
    private static final String HEAD = "| theorem | says | file | Java test |";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern SCOPE = Pattern.compile("(namespace|end|theorem)(?: +([^ :({\\[]+))?.*");

    /** One row; a test class may come with its package, {@code search.ReconfigurationTest}. */
    private record Row(List<String> theorems, String file, List<String> tests) {}

    private record Source(Path path, String text) {}

    /** {@return what is wrong, one sentence each; empty when table, theorems and tests fit together} */
    List<String> findings() throws IOException {
        List<Row> rows = rows();
        List<String> findings = new ArrayList<>();
        if (rows.isEmpty()) {
            findings.add("lean/README.md has no table with the head " + HEAD);
        }
        List<Source> tests = tests();
        for (Row row : rows) {
            Path file = root.resolve("lean/Paritas").resolve(row.file() + ".lean");
            List<String> stated = Files.isRegularFile(file) ? theorems(file) : List.of();
            for (String theorem : row.theorems()) {
                if (stated.stream().noneMatch(full -> ("." + full).endsWith("." + theorem))) {
                    findings.add(row.file() + " has no theorem " + theorem);
                }
            }
            findings.addAll(quotes(row, tests));
        }
        return findings;
    }

    private List<String> quotes(Row row, List<Source> tests) {
        List<String> findings = new ArrayList<>();
        List<Source> named = new ArrayList<>();
        for (String test : row.tests()) {
            Path path = Path.of(test.replace('.', '/') + ".java");
            List<Source> found = tests.stream()
                    .filter(source -> source.path().endsWith(path))
                    .toList();
            if (found.size() != 1) {
                findings.add(test + " is the name of " + found.size() + " test classes");
            }
            found.stream()
                    .filter(source -> row.theorems().stream().noneMatch(theorem -> quotes(source, theorem)))
                    .forEach(_ -> findings.add(test + " quotes no theorem of its row"));
            named.addAll(found);
        }
        if (!named.isEmpty()) {
            row.theorems().stream()
                    .filter(theorem -> named.stream().noneMatch(source -> quotes(source, theorem)))
                    .forEach(theorem -> findings.add(String.join(", ", row.tests()) + ": no quote of " + theorem));
        }
        return findings;
    }

    private static boolean quotes(Source source, String theorem) {
        return source.text().contains("{@code " + theorem + "}");
    }

    private List<Row> rows() throws IOException {
        return Files.readAllLines(root.resolve("lean/README.md")).stream()
                .dropWhile(line -> !line.equals(HEAD))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(TheoremTable::row)
                .toList();
    }

    private static Row row(String line) {
        List<String> cells = Arrays.asList(line.split("\\|", -1));
        if (cells.size() != 6) {
            throw new IllegalArgumentException("not a row of four cells: " + line);
        }
        return new Row(codes(cells.get(1)), String.join(" ", codes(cells.get(3))), codes(cells.get(4)));
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }

    /** {@return the full names of the public theorems of a Lean source} */
    private static List<String> theorems(Path file) throws IOException {
        List<String> theorems = new ArrayList<>();
        Deque<String> scopes = new ArrayDeque<>();
        for (String line : Files.readAllLines(file)) {
            var match = SCOPE.matcher(line);
            if (match.matches() && match.group(2) != null) {
                switch (match.group(1)) {
                    case "namespace" -> scopes.addLast(match.group(2));
                    case "end" -> scopes.removeLastOccurrence(match.group(2));
                    default -> theorems.add(String.join(".", scopes) + "." + match.group(2));
                }
            }
        }
        return theorems;
    }

    private List<Source> tests() throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path folder : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                            .toList()) {
                        sources.add(new Source(file, Files.readString(file)));
                    }
                }
            }
        }
        return sources;
    }
}
