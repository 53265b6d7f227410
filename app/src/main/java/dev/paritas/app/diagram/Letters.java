package dev.paritas.app.diagram;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.Optional;

/** Whether pictures can be drawn on this machine, found out by drawing one. */
public final class Letters {
    private Letters() {}

    /** {@return why not; empty when they can} */
    public static Optional<String> missing() {
        try {
            Svg.of("@startuml\nA -> B : x\n@enduml\n", "x");
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.only(SvgProblem.class).sentence());
        }
    }
}
