package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Whether a theorem is in the pack. */
public record TheoremPresence(String name, boolean present) {
    public static final Codec<TheoremPresence> CODEC = ObjectCodec.of(
            "TheoremPresence",
            field("name", Codec.STRING, TheoremPresence::name),
            field("present", Codec.BOOL, TheoremPresence::present),
            TheoremPresence::new);
}
