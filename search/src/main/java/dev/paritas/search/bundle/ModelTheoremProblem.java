package dev.paritas.search.bundle;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Which problems a theorem speaks about, in the model's word; an unknown one is a difference, not an error of the document. */
public record ModelTheoremProblem(String name, String problemClass) {
    public static final Codec<ModelTheoremProblem> CODEC = ObjectCodec.of(
            "ModelTheoremProblem",
            field("name", Codec.STRING, ModelTheoremProblem::name),
            field("problem_class", Codec.STRING, ModelTheoremProblem::problemClass),
            ModelTheoremProblem::new);
}
