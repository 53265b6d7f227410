package dev.paritas.bridge.report;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** The result of a whole lane run, with its exit status (docs/lanes.md); a later one is the stronger finding. */
public enum LaneResult {
    PASS(0),
    /** Nothing was compared, or something that was asked for could not be. */
    BLOCKED(4),
    /** A side failed to answer. */
    BROKEN(3),
    FAIL(1);

    public static final Codec<LaneResult> CODEC = WordCodec.snakeCase(LaneResult.class);

    private final int exitCode;

    LaneResult(int exitCode) {
        this.exitCode = exitCode;
    }

    /** {@return 0 pass, 1 fail, 3 broken, 4 blocked} */
    public int exitCode() {
        return exitCode;
    }

    /** {@return the stronger of two results} */
    public LaneResult and(LaneResult other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
