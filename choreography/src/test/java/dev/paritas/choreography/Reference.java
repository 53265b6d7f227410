package dev.paritas.choreography;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Third-party data beside the repository, and digests of text. */
final class Reference {
    private Reference() {}

    /** {@return the path of reference data; the test is skipped where there is none} */
    static Path at(String name) {
        Path path = Path.of(System.getProperty("paritas.root", ".."))
                .resolve("../shared/reference")
                .resolve(name)
                .normalize();
        assumeTrue(Files.exists(path), () -> "reference data is not here: " + path);
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
