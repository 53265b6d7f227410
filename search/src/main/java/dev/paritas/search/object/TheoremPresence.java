package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Whether a theorem is in the pack. */
public record TheoremPresence(String name, boolean present) {
    public static final Codec<TheoremPresence> CODEC = ObjectCodec.of("TheoremPresence", m -> {
        var name = m.required("name", Codec.STRING, TheoremPresence::name);
        var present = m.required("present", Codec.BOOL, TheoremPresence::present);
        return in -> new TheoremPresence(in.get(name), in.get(present));
    });
}
