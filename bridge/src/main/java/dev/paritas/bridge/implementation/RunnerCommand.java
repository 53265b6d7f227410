package dev.paritas.bridge.implementation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an executable of a user is started: {@code ./runner}, or {@code python3 runner.py --fast}. No shell takes part.
 *
 * @param before words in front of the file, such as an interpreter
 * @param file what identifies the runner
 * @param after words behind the file
 */
public record RunnerCommand(List<String> before, Path file, List<String> after) {
    public RunnerCommand {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** {@return a file that is started as it is} */
    public static RunnerCommand of(Path file) {
        return new RunnerCommand(List.of(), file, List.of());
    }

    /**
     * {@return the command that a user typed: a file, or words parted by blanks} Words in single or double quotes may have
     * blanks. The runner is the first word that is a file; where none is, the first word names it, as a program of the
     * {@code PATH} or as a file that is missing.
     *
     * @throws IllegalArgumentException when there is no word, or a quote stays open
     */
    public static RunnerCommand of(String typed) {
        if (isFile(typed)) {
            return of(Path.of(typed));
        }
        return of(words(typed));
    }

    /**
     * {@return the command with these words}
     *
     * @throws IllegalArgumentException when there is none
     */
    public static RunnerCommand of(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (isFile(words.get(i))) {
                return new RunnerCommand(
                        words.subList(0, i), Path.of(words.get(i)), words.subList(i + 1, words.size()));
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("the runner's command is empty");
        }
        // A program that is there tells better than we can which of its words it misses.
        Path named = program(words.getFirst()).orElseGet(() -> Path.of(words.getFirst()));
        return new RunnerCommand(List.of(), named, words.subList(1, words.size()));
    }

    /** {@return the program of this name on the {@code PATH}} */
    private static Optional<Path> program(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0) {
            return Optional.empty();
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> isFile(folder + File.separator + name))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isFile(String word) {
        try {
            return Files.isRegularFile(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                open = true;
            } else if (c != ' ' && c != '\t') {
                word.append(c);
                open = true;
            } else if (open) {
                words.add(word.toString());
                word.setLength(0);
                open = false;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote in the runner's command stays open: " + typed);
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }

    /** {@return the whole command line, the file absolute} */
    public List<String> line() {
        return Stream.of(before, List.of(file.toAbsolutePath().normalize().toString()), after)
                .flatMap(List::stream)
                .toList();
    }
}
