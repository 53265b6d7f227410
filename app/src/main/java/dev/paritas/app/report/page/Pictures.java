package dev.paritas.app.report.page;

import dev.paritas.app.diagram.DifferenceDrawing;
import dev.paritas.app.diagram.SequenceForm;
import dev.paritas.app.diagram.SvgProblem;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Draws the first differences of a page; behind them, and where this machine cannot draw, there are words alone. */
final class Pictures {
    /** So many pictures are on a page: each takes some ten kilobytes. */
    private static final int MOST = 20;

    private int left = MOST;
    private String refusal = "";

    /** {@return the address of a picture that the page carries; empty for none} */
    String of(String title, DivergenceReport difference) {
        if (left == 0) {
            return "";
        }
        left--;
        try {
            String svg = SequenceForm.SVG.write(DifferenceDrawing.of(title, List.of(), List.of(), difference));
            return "data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException e) {
            refusal = e.only(SvgProblem.class).sentence();
            left = 0;
            return "";
        }
    }

    /** {@return why no pictures could be drawn; empty where they were} */
    String refusal() {
        return refusal;
    }
}
