package dev.paritas.app.diagram;

import dev.paritas.app.diagram.SequenceDiagram.Message;
import dev.paritas.app.diagram.SequenceDiagram.Note;
import dev.paritas.app.diagram.SequenceDiagram.Step;
import dev.paritas.choreography.monitor.Action;
import dev.paritas.choreography.monitor.Observation;
import dev.paritas.choreography.monitor.Violation;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A violation as a picture: the last events that were allowed, the one that was not, and what would have been. */
public final class ViolationDrawing {
    /** The other end of a message where a log does not say it. */
    private static final String SOMEBODY = "somebody";

    private ViolationDrawing() {}

    /**
     * {@return the picture of a violation}
     *
     * @param roles the protocol's
     */
    public static SequenceDiagram of(String title, List<String> roles, Violation violation) {
        List<TraceEvent> before =
                violation.before().stream().map(ViolationDrawing::event).toList();
        TraceEvent happened = event(violation.happened());
        Cast cast = new Cast(List.of(roles), Stream.concat(before.stream(), Stream.of(happened)));
        List<Step> steps = new ArrayList<>(EventSteps.of(cast, "line", before));
        EventSteps.of(cast, "line", List.of(happened)).forEach(step -> steps.add(marked(step)));
        List<String> words = new ArrayList<>(Shown.lines(violation.reason().sentence()));
        words.addAll(Shown.lines("allowed: "
                + (violation.allowed().isEmpty() ? "nothing more" : String.join(", or ", violation.allowed()))));
        words.addAll(RunDrawing.missing(cast));
        int at = cast.place(null, violation.happened().role()).orElse(0);
        steps.add(new Note(at, at, words, true));
        return new SequenceDiagram(title, cast.participants(), steps);
    }

    private static TraceEvent event(Observation seen) {
        String peer = Objects.requireNonNullElse(seen.peer(), SOMEBODY);
        return switch (seen.action()) {
            case SEND -> TraceEvent.sent(seen.position(), 0, seen.role(), peer, seen.label());
            case RECEIVE -> TraceEvent.received(seen.position(), 0, peer, seen.role(), seen.label());
            case CHOOSE, END -> did(seen);
        };
    }

    /** What a role does by itself, in the words of the log. */
    private static TraceEvent did(Observation seen) {
        return new TraceEvent(
                seen.action() == Action.END ? "ends" : "chooses",
                seen.position(),
                0L,
                null,
                null,
                seen.label(),
                seen.role(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Step marked(Step step) {
        return switch (step) {
            case Message message -> new Message(message.from(), message.to(), message.text(), message.way(), true);
            case Note note -> new Note(note.first(), note.last(), note.lines(), true);
            case SequenceDiagram.Alternatives either -> either;
        };
    }
}
