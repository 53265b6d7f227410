package dev.paritas.testsupport;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout under test, and the reference's own files where this machine has them. */
public final class Checkout {
    /** Absolute and normalised. */
    public static final Path ROOT =
            Path.of(System.getProperty("paritas.root", "..")).toAbsolutePath().normalize();

    public static final Path CORPUS = ROOT.resolve("corpus");

    /** Answers of the reference that are published with the corpus. */
    public static final Path ANSWERS = CORPUS.resolve("reference");

    public static final Path FIXTURES = ROOT.resolve("fixtures");

    private Checkout() {}

    /** {@return a file or folder of the reference's own; the calling test is skipped where there is none} */
    public static Path reference(String name) {
        Path path = ROOT.resolve(System.getenv().getOrDefault("PARITAS_REFERENCE", "reference"))
                .resolve(name)
                .normalize();
        assumeTrue(
                Files.exists(path),
                () -> "no reference file " + path + "; run 'just reference CHECKOUT' or set PARITAS_REFERENCE");
        return path;
    }
}
