package dev.paritas.model.heap;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The encodings of spec 40 §2 to §4 as hex text, written a second time so that a comparison with the heap's own encoder
 * says something.
 */
final class ModelBytes {
    private static final String MAGIC_AND_VERSION = "54544850" + "0100";

    private ModelBytes() {}

    static String messageResource(ModelFixture.Message message) {
        return prelude("41")
                + prelude("30")
                + string(message.source())
                + string(message.dest())
                + prelude("10")
                + string(message.label())
                + bytes(message.payloadHex())
                + u64(message.seqNo());
    }

    static String resourceId(String resource, long counter) {
        return prelude("50") + bytes(resource) + u64(counter);
    }

    static String activeLeaf(String idDigest, String resource) {
        return prelude("51") + bytes(digest(idDigest)) + bytes(resource);
    }

    static String nullifierLeaf(String idDigest) {
        return prelude("52") + bytes(digest(idDigest));
    }

    static String merkleNode(String left, String right) {
        return prelude("53") + bytes(digest(left)) + bytes(digest(right));
    }

    static String commitment(String resourceRoot, String nullifierRoot, long counter) {
        return prelude("54") + bytes(digest(resourceRoot)) + bytes(digest(nullifierRoot)) + u64(counter);
    }

    /** {@return {@code text} in lower case} */
    static String payload(String text) {
        if (!isHex(text)) {
            throw new ProblemException(new ModelHeapProblem("invalid payload hex: " + text));
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** The model prints a panic and goes on with no bytes; we refuse (spec 40 §13.2 allows it). */
    private static String digest(String text) {
        if (!isHex(text)) {
            throw new ProblemException(new ModelHeapProblem("invalid digest hex: " + text));
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isHex(String text) {
        return text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit);
    }

    private static String prelude(String tag) {
        return MAGIC_AND_VERSION + tag;
    }

    private static String string(String text) {
        return bytes(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String bytes(String hex) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(hex.length() / 2)) + hex;
    }

    private static String u64(long number) {
        return HexFormat.of().toHexDigits(Long.reverseBytes(number));
    }
}
