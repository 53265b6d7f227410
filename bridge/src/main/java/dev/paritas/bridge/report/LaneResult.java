package dev.paritas.bridge.report;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** The result of a whole lane run, with its exit status (spec 50 §12). */
public enum LaneResult {
    PASS(0),
    FAIL(1),
    BLOCKED(3);

    public static final Codec<LaneResult> CODEC = WordCodec.snakeCase(LaneResult.class);

    private final int exitCode;

    LaneResult(int exitCode) {
        this.exitCode = exitCode;
    }

    /** {@return 0 pass, 1 fail, 3 blocked} */
    public int exitCode() {
        return exitCode;
    }
}
