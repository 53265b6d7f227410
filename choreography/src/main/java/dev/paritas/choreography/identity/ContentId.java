package dev.paritas.choreography.identity;

import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.HexFormat;

/**
 * What identifies a type up to binder names and branch order (spec 10 §4). No projection may be answered from a cache
 * under this identity: names and order of the answer would be those of whichever variant came first.
 *
 * @param hex 64 lower-case hex digits
 */
public record ContentId(HashAlgorithm algorithm, String hex) {
    private static final int DEBUG_DIGITS = 16;

    public ContentId {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("an identity has 64 lower-case hex digits");
        }
    }

    /**
     * {@return the BLAKE3 identity of a closed type}
     *
     * @throws ProblemException ({@link ContentProblem}) {@code INVALID_FORMAT} for a type with free variables
     */
    public static ContentId of(SessionType<?> type) {
        return of(type, HashAlgorithm.BLAKE3);
    }

    /**
     * {@return the identity of a closed type}
     *
     * @throws ProblemException ({@link ContentProblem}) {@code INVALID_FORMAT} for a type with free variables
     */
    public static ContentId of(SessionType<?> type, HashAlgorithm algorithm) {
        return ofBytes(CanonicalForm.closed(type), algorithm);
    }

    /** {@return the identity of a type whose free variables count by name} */
    public static ContentId ofTemplate(SessionType<?> type, HashAlgorithm algorithm) {
        return ofBytes(CanonicalForm.template(type), algorithm);
    }

    static ContentId ofBytes(byte[] bytes, HashAlgorithm algorithm) {
        return new ContentId(algorithm, HexFormat.of().formatHex(algorithm.digest(bytes)));
    }

    /** {@return {@code ContentId<blake3>(5785588a591f7071...)}} */
    @Override
    public String toString() {
        return "ContentId<" + algorithm.word() + ">(" + hex.substring(0, DEBUG_DIGITS) + "...)";
    }
}
