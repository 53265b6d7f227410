package dev.paritas.bridge.report;

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
    public static final Codec<Mismatch> CODEC = ObjectCodec.of("Mismatch", m -> {
        var key = m.required("key", Codec.STRING, Mismatch::key);
        var expected = m.required("expected", Codec.STRING, Mismatch::expected);
        var actual = m.required("actual", Codec.STRING, Mismatch::actual);
        var location = m.required("location", Codec.STRING, Mismatch::location);
        return in -> new Mismatch(in.get(key), in.get(expected), in.get(actual), in.get(location));
    });
}
