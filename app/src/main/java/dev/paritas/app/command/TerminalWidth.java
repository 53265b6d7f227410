package dev.paritas.app.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many characters fit into a line of the terminal. */
final class TerminalWidth {
    private static final int USUAL = 80;

    private TerminalWidth() {}

    /** {@return {@code COLUMNS} of the environment, else what the launcher asked the terminal, else 80} */
    static int columns() {
        return number(System.getenv("COLUMNS"))
                .or(() -> number(System.getProperty("paritas.columns")))
                .orElse(USUAL);
    }

    private static Optional<Integer> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(word -> word.matches("[1-9][0-9]{0,4}"))
                .map(Integer::valueOf);
    }
}
