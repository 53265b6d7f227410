package dev.paritas.search.bundle;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** How a theorem supports the runtime, in the model's word; an unknown one is a difference, not an error of the document. */
public record ModelTheoremSupport(String name, String supportClass) {
    public static final Codec<ModelTheoremSupport> CODEC = ObjectCodec.of(
            "ModelTheoremSupport",
            field("name", Codec.STRING, ModelTheoremSupport::name),
            field("support_class", Codec.STRING, ModelTheoremSupport::supportClass),
            ModelTheoremSupport::new);
}
