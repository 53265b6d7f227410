package dev.paritas.app.diagram;

/** The languages in which a {@link SequenceDiagram} is written. */
public enum SequenceForm {
    /** Mermaid's {@code sequenceDiagram}, which many pages draw by themselves. */
    MERMAID,
    /** PlantUML's source. */
    PLANTUML,
    /** A picture that stands by itself. */
    SVG;

    /**
     * {@return the diagram, without a last line end}
     *
     * @throws dev.paritas.semanticobjects.problem.ProblemException {@link SvgProblem}, for {@link #SVG} only
     */
    public String write(SequenceDiagram diagram) {
        return switch (this) {
            case MERMAID -> Mermaid.of(diagram);
            case PLANTUML -> PlantUml.of(diagram);
            case SVG -> Svg.of(PlantUml.of(diagram), Shown.cut(diagram.title()));
        };
    }
}
