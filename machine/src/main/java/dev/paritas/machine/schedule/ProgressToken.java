package dev.paritas.machine.schedule;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.Endpoint;

/** The right to make progress at an endpoint (spec 20 §3); the machine never issues one itself. */
public record ProgressToken(long sid, Endpoint endpoint) {
    public static final Codec<ProgressToken> CODEC = ObjectCodec.of(
            "ProgressToken",
            field("sid", Codec.U64, ProgressToken::sid),
            field("endpoint", Endpoint.CODEC, ProgressToken::endpoint),
            ProgressToken::new);

    public static ProgressToken of(Endpoint endpoint) {
        return new ProgressToken(endpoint.sid(), endpoint);
    }
}
