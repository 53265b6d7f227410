package dev.paritas.choreography.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.codec.digest.Blake3;

/** The digests that an identity may be made with; both have 32 bytes. */
public enum HashAlgorithm {
    BLAKE3("blake3") {
        @Override
        byte[] digest(byte[] bytes) {
            return Blake3.hash(bytes);
        }
    },
    SHA256("sha256") {
        @Override
        byte[] digest(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    };

    private final String word;

    HashAlgorithm(String word) {
        this.word = word;
    }

    abstract byte[] digest(byte[] bytes);

    /** {@return the name in debug texts} */
    public String word() {
        return word;
    }
}
