package dev.paritas.semanticobjects.json;

/**
 * How a reader treats its input; the border that opens the document chooses, codecs never do.
 *
 * @param maxBytes largest accepted document, in UTF-8 bytes
 * @param maxDepth most nested arrays and objects
 * @param rejectUnknown whether an unknown member is an error; otherwise it is skipped
 * @param rejectDuplicates whether a repeated member is an error; otherwise the last one wins
 */
public record ReadPolicy(long maxBytes, int maxDepth, boolean rejectUnknown, boolean rejectDuplicates) {
    /** 8 MiB and 127 levels: the limits of a reference peer (spec 10 §5.3). */
    public static final long PEER_MAX_BYTES = 8L * 1024 * 1024;

    public static final int PEER_MAX_DEPTH = 127;

    /** For our own documents: nothing unknown, nothing twice. */
    public static final ReadPolicy STRICT = new ReadPolicy(PEER_MAX_BYTES, PEER_MAX_DEPTH, true, true);

    /** For documents of a peer, which may carry members we do not know (spec 30 §2). */
    public static final ReadPolicy PEER = new ReadPolicy(PEER_MAX_BYTES, PEER_MAX_DEPTH, false, false);

    /** For what this process has just written: strict, of any size. */
    public static final ReadPolicy OWN = new ReadPolicy(Long.MAX_VALUE, Integer.MAX_VALUE, true, true);

    public ReadPolicy {
        if (maxBytes < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    public ReadPolicy withMaxBytes(long bytes) {
        return new ReadPolicy(bytes, maxDepth, rejectUnknown, rejectDuplicates);
    }

    public ReadPolicy withMaxDepth(int depth) {
        return new ReadPolicy(maxBytes, depth, rejectUnknown, rejectDuplicates);
    }
}
