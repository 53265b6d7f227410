package dev.paritas.choreography;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files of the reference, its measured answers, and digests of text. */
public final class Reference {
    /** The checkout. */
    public static final Path ROOT = Path.of(System.getProperty("paritas.root", ".."));

    private Reference() {}

    /** {@return the path of a measured answer} */
    static Path answers(String name) {
        return ROOT.resolve("corpus/reference").resolve(name);
    }

    /** {@return the path of a file of the reference; the test is skipped where there is none} */
    static Path at(String name) {
        Path path = ROOT.resolve(System.getenv().getOrDefault("PARITAS_REFERENCE", "reference"))
                .resolve(name)
                .normalize();
        assumeTrue(
                Files.exists(path),
                () -> "no reference file " + path + "; run 'just reference CHECKOUT' or set PARITAS_REFERENCE");
        return path;
    }

    /** {@return byte count and the first 16 hex digits of SHA-256} */
    static String fingerprint(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf8);
            return utf8.length + " " + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
