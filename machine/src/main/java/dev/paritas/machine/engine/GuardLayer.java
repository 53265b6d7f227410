package dev.paritas.machine.engine;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A configured guard layer (spec 20 §15.5). */
public record GuardLayer(String id, boolean active) {
    public static final Codec<GuardLayer> CODEC = ObjectCodec.of(
            "GuardLayer",
            field("id", Codec.STRING, GuardLayer::id),
            field("active", Codec.BOOL, GuardLayer::active),
            GuardLayer::new);
}
