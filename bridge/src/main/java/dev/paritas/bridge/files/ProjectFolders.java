package dev.paritas.bridge.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a checkout, or a distribution that was put somewhere else, keeps what checks read. Any of the folders may be absent.
 *
 * @param root absolute
 * @param kind which of the two it is
 */
public record ProjectFolders(Path root, Kind kind) {
    /** What a root is. */
    public enum Kind {
        /** Sources; its programs are in {@code target/dist}. */
        CHECKOUT,
        /** Programs with the corpus beside them, and nothing to build. */
        DISTRIBUTION
    }

    /** {@return the folders of {@code root}, which is taken for a checkout unless it has the form of a distribution} */
    public static ProjectFolders at(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        return find(absolute).orElseGet(() -> new ProjectFolders(absolute, Kind.CHECKOUT));
    }

    /** {@return the folders of {@code root}, if it is a checkout or a distribution} */
    public static Optional<ProjectFolders> find(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute.resolve("corpus"))) {
            return Optional.empty();
        }
        if (Files.isRegularFile(absolute.resolve("justfile"))) {
            return Optional.of(new ProjectFolders(absolute, Kind.CHECKOUT));
        }
        return Files.isRegularFile(absolute.resolve("lib/paritas.jar"))
                ? Optional.of(new ProjectFolders(absolute, Kind.DISTRIBUTION))
                : Optional.empty();
    }

    /** {@return the published cases} */
    public Path corpus() {
        return root.resolve("corpus");
    }

    /** {@return the hand-written cases} */
    public Path fixtures() {
        return root.resolve("fixtures");
    }

    /** {@return the Lean sources, of a checkout} */
    public Path lean() {
        return root.resolve("lean");
    }

    /** {@return the executables we offer} */
    public Path runners() {
        return switch (kind) {
            case CHECKOUT -> root.resolve("target/dist/runners");
            case DISTRIBUTION -> root.resolve("runners");
        };
    }

    /** {@return where reports go: nothing is written beside programs, which may be of another owner} */
    public Path reports() {
        return switch (kind) {
            case CHECKOUT -> root.resolve("target/parity");
            case DISTRIBUTION -> Path.of("parity").toAbsolutePath();
        };
    }
}
