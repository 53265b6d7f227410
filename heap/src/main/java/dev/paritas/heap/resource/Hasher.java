package dev.paritas.heap.resource;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.codec.digest.Blake3;

/**
 * A named hash (spec 40 §4). Everything that is published is made with {@link #BLAKE3}.
 *
 * @param name as corpora and debug texts write it
 */
public record Hasher(String name, HashFunction function) {
    /** BLAKE3 in plain hash mode, 32 bytes. */
    public static final Hasher BLAKE3 = new Hasher("blake3", Blake3::hash);

    public static final Hasher SHA_256 = new Hasher("sha256", Hasher::sha256);

    /**
     * {@return the digest of {@code input}}
     *
     * @throws IllegalArgumentException when the function does not give 32 bytes
     */
    public Digest digest(byte[] input) {
        return Digest.of(function.digest(input));
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A hash over whole inputs. Implementations are safe from any thread and do not keep or change the input. */
    @FunctionalInterface
    public interface HashFunction {
        /** {@return the digest of {@code input}, 32 bytes in an array of its own} */
        byte[] digest(byte[] input);
    }
}
