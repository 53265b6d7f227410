package dev.paritas.app.diagram;

import dev.paritas.choreography.monitor.RoleStates;

/** The languages in which the states of one role are written. */
public enum StateForm {
    /** Graphviz's {@code digraph}. */
    DOT,
    /** Mermaid's {@code stateDiagram-v2}. */
    MERMAID,
    /** A picture that stands by itself. */
    SVG;

    /** So many states are drawn as a picture, whose layout takes time that grows faster than their number. */
    public static final int MOST_STATES = 200;

    /**
     * {@return the diagram, without a last line end}
     *
     * @throws dev.paritas.semanticobjects.problem.ProblemException {@link SvgProblem}, for {@link #SVG} only
     */
    public String write(String role, RoleStates states) {
        return switch (this) {
            case DOT -> StateText.dot(role, states);
            case MERMAID -> StateText.mermaid(role, states);
            case SVG -> Svg.of(StateText.plantUml(role, states), Shown.cut(role));
        };
    }
}
