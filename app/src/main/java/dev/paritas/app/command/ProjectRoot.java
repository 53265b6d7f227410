package dev.paritas.app.command;

import dev.paritas.bridge.files.ProjectFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checkout or distribution whose corpus, fixtures and runners a command works on. */
final class ProjectRoot {
    private static final Path ASSEMBLED = Path.of("target/dist");

    private ProjectRoot() {}

    /**
     * {@return {@code named} when given; else the checkout around the working directory; else the one that this program was
     * assembled in, told by its launcher; else this program's own distribution, wherever it was put}
     */
    static ProjectFolders of(@Nullable Path named) {
        if (named != null) {
            if (!Files.isDirectory(named)) {
                throw CommandFailure.at("ROOT_MISSING", named.toString(), "no such directory");
            }
            return ProjectFolders.at(named);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (isCheckout(folder)) {
                return ProjectFolders.at(folder);
            }
        }
        return ofThisProgram()
                .orElseThrow(() ->
                        CommandFailure.at("ROOT_MISSING", here.toString(), "no checkout here; name one with --root"));
    }

    private static Optional<ProjectFolders> ofThisProgram() {
        String told = System.getProperty("paritas.home");
        if (told == null) {
            return Optional.empty();
        }
        Path home = Path.of(told).toAbsolutePath().normalize();
        Path around = home.resolve("../..").normalize();
        return home.endsWith(ASSEMBLED) && isCheckout(around)
                ? Optional.of(ProjectFolders.at(around))
                : ProjectFolders.find(home);
    }

    /**
     * {@return the same for a command that starts executables of the checkout}; one that was found above the working
     * directory is told, since its owner may be another one
     */
    static ProjectFolders ofExecutables(@Nullable Path named, Streams streams) {
        ProjectFolders folders = of(named);
        Path root = folders.root();
        Path here = Path.of("").toAbsolutePath();
        if (named == null && !root.equals(here) && here.startsWith(root)) {
            streams.complain("note: executables are those of " + root + ", found above this folder");
        }
        return folders;
    }

    private static boolean isCheckout(Path folder) {
        return ProjectFolders.find(folder)
                .filter(found -> found.kind() == ProjectFolders.Kind.CHECKOUT)
                .isPresent();
    }
}
