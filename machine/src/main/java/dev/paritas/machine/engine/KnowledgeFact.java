package dev.paritas.machine.engine;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.Endpoint;

/** Something a coroutine knows about an endpoint (spec 20 §14.14). */
public record KnowledgeFact(Endpoint endpoint, String fact) {
    public static final Codec<KnowledgeFact> CODEC = ObjectCodec.of(
            "KnowledgeFact",
            field("endpoint", Endpoint.CODEC, KnowledgeFact::endpoint),
            field("fact", Codec.STRING, KnowledgeFact::fact),
            KnowledgeFact::new);
}
