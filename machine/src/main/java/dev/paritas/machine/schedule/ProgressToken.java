package dev.paritas.machine.schedule;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.Endpoint;

/** The right to make progress at an endpoint (spec 20 §3); the machine never issues one itself. */
public record ProgressToken(long sid, Endpoint endpoint) {
    public static final Codec<ProgressToken> CODEC = ObjectCodec.of("ProgressToken", m -> {
        var sid = m.required("sid", Codec.U64, ProgressToken::sid);
        var endpoint = m.required("endpoint", Endpoint.CODEC, ProgressToken::endpoint);
        return in -> new ProgressToken(in.get(sid), in.get(endpoint));
    });

    public static ProgressToken of(Endpoint endpoint) {
        return new ProgressToken(endpoint.sid(), endpoint);
    }
}
