package dev.paritas.app.diagram;

import dev.paritas.app.diagram.SequenceDiagram.Note;
import dev.paritas.app.diagram.SequenceDiagram.Step;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The beginning of a run as a picture, in memory that does not grow with the run. */
public final class RunDrawing {
    /** So many events are drawn, which are mostly two of each message; the others are counted. */
    public static final int MOST_EVENTS = 1_000;

    private final List<? extends Collection<String>> sessions;
    private final List<TraceEvent> events = new ArrayList<>();
    private long further;

    /** @param sessions the roles of each session of the run, in the order of the sessions */
    public RunDrawing(List<? extends Collection<String>> sessions) {
        this.sessions = List.copyOf(sessions);
    }

    public void add(TraceEvent event) {
        if (events.size() < MOST_EVENTS) {
            events.add(event);
        } else {
            further++;
        }
    }

    /** {@return the picture of what was added, and a last line that says how much is left out} */
    public SequenceDiagram diagram(String title) {
        Cast cast = new Cast(sessions, events.stream());
        List<Step> steps = new ArrayList<>(EventSteps.of(cast, null, events));
        List<String> leftOut = new ArrayList<>();
        if (further > 0) {
            leftOut.add(further + " further events are not drawn");
        }
        leftOut.addAll(missing(cast));
        if (!leftOut.isEmpty()) {
            steps.add(new Note(0, cast.participants().size() - 1, leftOut, false));
        }
        return new SequenceDiagram(title, cast.participants(), steps);
    }

    static List<String> missing(Cast cast) {
        return cast.missing() == 0
                ? List.of()
                : List.of(cast.missing() + " further roles and what they did are not drawn");
    }
}
