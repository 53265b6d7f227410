package dev.paritas.search.bundle;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** How a theorem supports the runtime, in the model's word; an unknown one is a difference, not an error of the document. */
public record ModelTheoremSupport(String name, String supportClass) {
    public static final Codec<ModelTheoremSupport> CODEC = ObjectCodec.of("ModelTheoremSupport", m -> {
        var name = m.required("name", Codec.STRING, ModelTheoremSupport::name);
        var supportClass = m.required("support_class", Codec.STRING, ModelTheoremSupport::supportClass);
        return in -> new ModelTheoremSupport(in.get(name), in.get(supportClass));
    });
}
