package dev.paritas.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The checkout whose corpus, fixtures and runners a command works on. */
final class ProjectRoot {
    private ProjectRoot() {}

    /**
     * {@return {@code named} when given; else the checkout around the working directory; else the one that this
     * program was assembled in, told by its launcher}
     */
    static Path of(@Nullable Path named) {
        if (named != null) {
            if (!Files.isDirectory(named)) {
                throw CommandFailure.at("ROOT_MISSING", named.toString(), "no such directory");
            }
            return named;
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (isCheckout(folder)) {
                return folder;
            }
        }
        String home = System.getProperty("paritas.home");
        Path built = home == null ? here : Path.of(home).resolve("../..").normalize();
        if (!isCheckout(built)) {
            throw CommandFailure.at("ROOT_MISSING", here.toString(), "no checkout here; name one with --root");
        }
        return built;
    }

    /**
     * {@return the same for a command that starts executables of the checkout}; one that was found above the working
     * directory is told, since its owner may be another one
     */
    static Path ofExecutables(@Nullable Path named, Streams streams) {
        Path root = of(named);
        Path here = Path.of("").toAbsolutePath();
        if (named == null && !root.equals(here) && here.startsWith(root)) {
            streams.complain("note: executables are those of " + root + ", found above this folder");
        }
        return root;
    }

    private static boolean isCheckout(Path folder) {
        return Files.isDirectory(folder.resolve("corpus")) && Files.isRegularFile(folder.resolve("justfile"));
    }
}
