package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A configured guard layer (spec 20 §15.5). */
public record GuardLayer(String id, boolean active) {
    public static final Codec<GuardLayer> CODEC = ObjectCodec.of("GuardLayer", m -> {
        var id = m.required("id", Codec.STRING, GuardLayer::id);
        var active = m.required("active", Codec.BOOL, GuardLayer::active);
        return in -> new GuardLayer(in.get(id), in.get(active));
    });
}
