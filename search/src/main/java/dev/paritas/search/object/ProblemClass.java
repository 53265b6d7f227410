package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** Which problems a theorem speaks about (spec 52 §7.1). */
public enum ProblemClass {
    GENERIC_MACHINE,
    GENERIC_SELECTED_RESULT,
    PATH_PROBLEM_SPECIFIC;

    public static final WordCodec<ProblemClass> CODEC = WordCodec.camelCase(ProblemClass.class);
}
