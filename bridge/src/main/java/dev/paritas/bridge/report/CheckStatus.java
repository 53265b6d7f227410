package dev.paritas.bridge.report;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** How one check of a lane ended (docs/lanes.md). */
public enum CheckStatus {
    /** Every case agreed. */
    PASS,
    /** At least one case differed. */
    FAIL,
    /** Left out for a stated reason; under strict this counts as a failure. */
    SKIPPED,
    /** Asked for and could not run, or compared nothing. */
    BLOCKED,
    /** Began, and a side failed to answer; what was compared before agreed. */
    BROKEN,
    /** Differed, and every difference is a listed deviation. */
    COVERED;

    public static final Codec<CheckStatus> CODEC = WordCodec.snakeCase(CheckStatus.class);
}
