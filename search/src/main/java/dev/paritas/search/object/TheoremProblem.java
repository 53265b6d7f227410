package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Which problems a theorem speaks about. */
public record TheoremProblem(String name, ProblemClass problemClass) {
    public static final Codec<TheoremProblem> CODEC = ObjectCodec.of("TheoremProblem", m -> {
        var name = m.required("name", Codec.STRING, TheoremProblem::name);
        var problemClass = m.required("problem_class", ProblemClass.CODEC, TheoremProblem::problemClass);
        return in -> new TheoremProblem(in.get(name), in.get(problemClass));
    });
}
