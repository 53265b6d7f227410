package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** How a theorem supports the runtime. */
public record TheoremSupport(String name, SupportClass supportClass) {
    public static final Codec<TheoremSupport> CODEC = ObjectCodec.of("TheoremSupport", m -> {
        var name = m.required("name", Codec.STRING, TheoremSupport::name);
        var supportClass = m.required("support_class", SupportClass.CODEC, TheoremSupport::supportClass);
        return in -> new TheoremSupport(in.get(name), in.get(supportClass));
    });
}
