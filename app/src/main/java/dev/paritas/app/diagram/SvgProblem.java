package dev.paritas.app.diagram;

import dev.paritas.semanticobjects.problem.Problem;

/** Why there is no picture. */
public sealed interface SvgProblem extends Problem {
    /** Letters cannot be measured: this machine has no fonts, or this Java runtime no graphics. */
    record NoFonts() implements SvgProblem {
        @Override
        public String sentence() {
            return "letters cannot be measured here: there are no fonts, or Java has no graphics;"
                    + " --diagram plantuml and mermaid need neither";
        }
    }

    /** The program was started in a way that would let a diagram read files. */
    record NotConfined() implements SvgProblem {
        @Override
        public String sentence() {
            return "pictures are drawn only by a program that its launcher started, which takes files and network away"
                    + " from whoever draws them";
        }
    }

    /** Who draws it did not understand its source, which is our defect. */
    record NotDrawn() implements SvgProblem {
        @Override
        public String sentence() {
            return "the picture could not be drawn; --diagram plantuml shows its source";
        }
    }
}
