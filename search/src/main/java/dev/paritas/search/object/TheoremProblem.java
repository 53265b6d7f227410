package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Which problems a theorem speaks about. */
public record TheoremProblem(String name, ProblemClass problemClass) {
    public static final Codec<TheoremProblem> CODEC = ObjectCodec.of(
            "TheoremProblem",
            field("name", Codec.STRING, TheoremProblem::name),
            field("problem_class", ProblemClass.CODEC, TheoremProblem::problemClass),
            TheoremProblem::new);
}
