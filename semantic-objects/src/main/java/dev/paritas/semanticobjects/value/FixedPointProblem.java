package dev.paritas.semanticobjects.value;

import dev.paritas.semanticobjects.problem.Problem;

/** Why a number has no {@link FixedQ32}, with the reference's sentence. */
public enum FixedPointProblem implements Problem {
    /** Outside the range, or no decimal at all. */
    OVERFLOW("fixed-point overflow"),
    /** A ratio over zero. */
    DIVISION_BY_ZERO("fixed-point division by zero");

    private final String sentence;

    FixedPointProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
