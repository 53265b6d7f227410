package dev.paritas.bridge.report;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.bridge.compare.AnswerDifference;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * One difference found by a check.
 *
 * @param key stable name of the difference; deviations are listed by it
 * @param expected what the reference side has, as compact text
 * @param actual what our side has, as compact text
 * @param location where to look: a JSON pointer, a case id or a project-relative path
 * @param replay the command that shows it again; absent where nothing was kept
 * @param divergence where two runs part, with what they did around it; absent where no runs were compared, and behind the
 *     first ones of a check
 */
public record Mismatch(
        String key,
        String expected,
        String actual,
        String location,
        @Nullable String replay,
        @Nullable DivergenceReport divergence) {
    public static final Codec<Mismatch> CODEC = ObjectCodec.of(
            "Mismatch",
            field("key", Codec.STRING, Mismatch::key),
            field("expected", Codec.STRING, Mismatch::expected),
            field("actual", Codec.STRING, Mismatch::actual),
            field("location", Codec.STRING, Mismatch::location),
            omittable("replay", Codec.STRING, Mismatch::replay),
            omittable("divergence", DivergenceReport.CODEC, Mismatch::divergence),
            Mismatch::new);

    /** A difference that is all in its two texts. */
    public Mismatch(String key, String expected, String actual, String location) {
        this(key, expected, actual, location, null, null);
    }

    /** {@return the difference of two documents, the left one being the expected one} */
    public static Mismatch of(String key, JsonDifference difference, String place) {
        return new Mismatch(key, difference.leftText(), difference.rightText(), place + difference.pointer());
    }

    /** {@return the difference of two answers of the model to the case {@code id}, the one of this process being expected} */
    public static Mismatch of(String check, AnswerDifference difference, String id) {
        JsonDifference first = difference.first();
        return new Mismatch(
                check + ":" + id,
                first.leftText(),
                first.rightText() + " (" + difference.explanation() + ")",
                id + first.pointer(),
                null,
                difference.report());
    }

    /** {@return the same difference, which {@code command} shows again} */
    public Mismatch shownBy(String command) {
        return new Mismatch(key, expected, actual, location, command, divergence);
    }

    /** {@return the same difference under another key} */
    public Mismatch withKey(String other) {
        return new Mismatch(other, expected, actual, location, replay, divergence);
    }

    /** {@return what our side has, and how to see it again} */
    public String told() {
        return replay == null ? actual : actual + "; replay: " + replay;
    }
}
