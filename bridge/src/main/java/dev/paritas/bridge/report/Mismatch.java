package dev.paritas.bridge.report;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * One difference found by a check.
 *
 * @param key stable name of the difference; deviations are listed by it
 * @param expected what the reference side has, as compact text
 * @param actual what our side has, as compact text
 * @param location where to look: a JSON pointer, a case id or a project-relative path
 */
public record Mismatch(String key, String expected, String actual, String location) {
    public static final Codec<Mismatch> CODEC = ObjectCodec.of(
            "Mismatch",
            field("key", Codec.STRING, Mismatch::key),
            field("expected", Codec.STRING, Mismatch::expected),
            field("actual", Codec.STRING, Mismatch::actual),
            field("location", Codec.STRING, Mismatch::location),
            Mismatch::new);
}
