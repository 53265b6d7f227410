package dev.paritas.app.diagram;

import dev.paritas.app.diagram.SequenceDiagram.Alternatives;
import dev.paritas.app.diagram.SequenceDiagram.Note;
import dev.paritas.app.diagram.SequenceDiagram.Step;
import dev.paritas.bridge.compare.DivergedEvents;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Two runs as one picture: what they have in common, then what the left and the right side did instead of each other. */
public final class DifferenceDrawing {
    private DifferenceDrawing() {}

    /**
     * {@return the picture of a difference}
     *
     * @param sessions the roles of each session, as far as they are known
     * @param trace the left side's trace; empty when only the report is at hand
     */
    public static SequenceDiagram of(
            String title,
            List<? extends Collection<String>> sessions,
            List<TraceEvent> trace,
            DivergenceReport report) {
        return DivergedEvents.of(report)
                .map(parted -> parted(title, sessions, trace, report, parted))
                .orElseGet(() -> beside(title, sessions, trace, report));
    }

    private static SequenceDiagram parted(
            String title,
            List<? extends Collection<String>> sessions,
            List<TraceEvent> trace,
            DivergenceReport report,
            DivergedEvents parted) {
        List<TraceEvent> common = common(trace, report, parted);
        long hidden = report.index() - common.size();
        Cast cast = new Cast(
                sessions, Stream.of(common, parted.left(), parted.right()).flatMap(List::stream));
        int last = cast.participants().size() - 1;
        List<Step> steps = new ArrayList<>();
        if (hidden > 0) {
            steps.add(new Note(
                    0, last, List.of(Long.toUnsignedString(hidden) + " equal events before are not drawn"), false));
        }
        steps.addAll(EventSteps.of(cast, null, common));
        steps.add(new Alternatives(
                "left, event " + Long.toUnsignedString(report.index()),
                side(cast, parted.left()),
                "right, event " + Long.toUnsignedString(report.index()),
                side(cast, parted.right())));
        steps.add(why(cast, report));
        return new SequenceDiagram(title, cast.participants(), steps);
    }

    /** A difference that is none of the events: the whole run, and what differs beside it. */
    private static SequenceDiagram beside(
            String title,
            List<? extends Collection<String>> sessions,
            List<TraceEvent> trace,
            DivergenceReport report) {
        RunDrawing run = new RunDrawing(sessions);
        trace.forEach(run::add);
        SequenceDiagram drawn = run.diagram(title);
        List<String> lines = new ArrayList<>(Shown.lines("the left side; first difference: " + report.headline()));
        lines.addAll(Shown.lines(report.explanation()));
        List<Step> steps = new ArrayList<>(drawn.steps());
        steps.add(new Note(0, drawn.participants().size() - 1, lines, true));
        return new SequenceDiagram(title, drawn.participants(), steps);
    }

    /** {@return the equal events, from the whole trace where the report counts in it} */
    private static List<TraceEvent> common(List<TraceEvent> trace, DivergenceReport report, DivergedEvents parted) {
        int tail = parted.common().size();
        long index = report.index();
        if (index < tail || index > trace.size()) {
            return parted.common();
        }
        int at = (int) index;
        return trace.subList(at - tail, at).equals(parted.common())
                        && trace.subList(
                                        at,
                                        Math.min(
                                                trace.size(), at + parted.left().size()))
                                .equals(parted.left())
                ? trace.subList(Math.max(0, at - RunDrawing.MOST_EVENTS), at)
                : parted.common();
    }

    private static List<Step> side(Cast cast, List<TraceEvent> events) {
        return events.isEmpty()
                ? List.of(new Note(0, cast.participants().size() - 1, List.of("ends here"), true))
                : EventSteps.of(cast, "tick", events);
    }

    private static Note why(Cast cast, DivergenceReport report) {
        List<String> lines = new ArrayList<>(Shown.lines(report.explanation()));
        lines.addAll(RunDrawing.missing(cast));
        return new Note(0, cast.participants().size() - 1, lines, true);
    }
}
