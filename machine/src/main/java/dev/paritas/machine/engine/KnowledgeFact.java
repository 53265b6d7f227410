package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.Endpoint;

/** Something a coroutine knows about an endpoint (spec 20 §14.14). */
public record KnowledgeFact(Endpoint endpoint, String fact) {
    public static final Codec<KnowledgeFact> CODEC = ObjectCodec.of("KnowledgeFact", m -> {
        var endpoint = m.required("endpoint", Endpoint.CODEC, KnowledgeFact::endpoint);
        var fact = m.required("fact", Codec.STRING, KnowledgeFact::fact);
        return in -> new KnowledgeFact(in.get(endpoint), in.get(fact));
    });
}
