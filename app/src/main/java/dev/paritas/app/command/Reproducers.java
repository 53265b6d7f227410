package dev.paritas.app.command;

import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.implementation.OsText;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a divergence so that it can be seen again. */
final class Reproducers {
    /**
     * What came of keeping one.
     *
     * @param command the line that replays it; empty when there was nothing to keep, or it could not be kept
     * @param warning why it could not be kept
     */
    record Kept(Optional<String> command, Optional<String> warning) {
        static final Kept NOTHING = new Kept(Optional.empty(), Optional.empty());
    }

    private static final Path DEFAULT = Path.of("reproducers");

    private Reproducers() {}

    /** Writes the folder of {@code pair} when it diverges, below {@code parent} when one is named. */
    static Kept keep(@Nullable Path parent, PairRun pair, Answerer left, Answerer right, String source) {
        if (pair.report().isEmpty()) {
            return Kept.NOTHING;
        }
        Path below = parent == null ? DEFAULT : parent;
        Reproducer reproducer = Reproducer.of(
                pair, pair.report().get(), new Reproducer.Origin(source, null, below.toString(), left, right));
        try {
            Path _ = reproducer.writeTo(below);
            return new Kept(Optional.of(reproducer.about().command()), Optional.empty());
        } catch (IOException e) {
            return new Kept(
                    Optional.empty(), Optional.of("warning: no reproducer was kept in " + below + ": " + OsText.of(e)));
        }
    }

    /** {@return the folder as it was kept} */
    static Reproducer read(Path folder) {
        try {
            return Reproducer.read(folder);
        } catch (NoSuchFileException e) {
            throw CommandFailure.at("IO", e.getFile(), "there is no such file, so " + folder + " is no reproducer");
        } catch (IOException e) {
            throw CommandFailure.at("IO", folder.toString(), OsText.of(e));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.at(
                    "UNSUPPORTED_SCHEMA_VERSION",
                    folder.resolve("about.json").toString(),
                    String.valueOf(e.getMessage()));
        }
    }
}
