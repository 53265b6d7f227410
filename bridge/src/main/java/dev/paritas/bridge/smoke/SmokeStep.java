package dev.paritas.bridge.smoke;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;

/**
 * One thing that was asked of an adapter.
 *
 * @param name stable, for programs
 * @param asked for people
 * @param details what was found, and what to do about it; one fact each
 */
public record SmokeStep(String name, String asked, Result result, List<String> details) {
    /** What came of it. */
    public enum Result {
        /** As it should be. */
        OK,
        /** Something to know; nothing is wrong. */
        NOTE,
        /** Must be mended. */
        WRONG,
        /** Not asked, since an earlier step failed. */
        SKIPPED;

        private static final WordCodec<Result> CODEC = WordCodec.snakeCase(Result.class);
    }

    static final Codec<SmokeStep> CODEC = ObjectCodec.of(
            "SmokeStep",
            field("name", Codec.STRING, SmokeStep::name),
            field("asked", Codec.STRING, SmokeStep::asked),
            field("result", Result.CODEC, SmokeStep::result),
            field("details", Codec.listOf(Codec.STRING), SmokeStep::details),
            SmokeStep::new);

    public SmokeStep {
        details = List.copyOf(details);
    }
}
