package dev.paritas.search.bundle;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Which problems a theorem speaks about, in the model's word; an unknown one is a difference, not an error of the document. */
public record ModelTheoremProblem(String name, String problemClass) {
    public static final Codec<ModelTheoremProblem> CODEC = ObjectCodec.of("ModelTheoremProblem", m -> {
        var name = m.required("name", Codec.STRING, ModelTheoremProblem::name);
        var problemClass = m.required("problem_class", Codec.STRING, ModelTheoremProblem::problemClass);
        return in -> new ModelTheoremProblem(in.get(name), in.get(problemClass));
    });
}
