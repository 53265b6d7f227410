package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** How a theorem supports the runtime. */
public record TheoremSupport(String name, SupportClass supportClass) {
    public static final Codec<TheoremSupport> CODEC = ObjectCodec.of(
            "TheoremSupport",
            field("name", Codec.STRING, TheoremSupport::name),
            field("support_class", SupportClass.CODEC, TheoremSupport::supportClass),
            TheoremSupport::new);
}
