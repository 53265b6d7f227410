package dev.paritas.app.diagram;

import dev.paritas.app.diagram.SequenceDiagram.Message;
import dev.paritas.app.diagram.SequenceDiagram.Note;
import dev.paritas.app.diagram.SequenceDiagram.Step;
import dev.paritas.app.diagram.SequenceDiagram.Way;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps that events make on given life lines. Where a message was taken before either end did anything else, sending and
 * receiving are one arrow: no role's own order is changed by that.
 */
final class EventSteps {
    private static final List<String> HALTED = List.of("halted");

    private record Edge(int from, int to) {}

    private final Cast cast;
    private final @Nullable String place;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Integer, Integer> lastStep = new HashMap<>();
    private final Map<Edge, Integer> underWay = new HashMap<>();

    private EventSteps(Cast cast, @Nullable String place) {
        this.cast = cast;
        this.place = place;
    }

    /**
     * {@return the steps of {@code events}}
     *
     * @param place what the ticks are that stand beside each event; null when they are left out
     */
    static List<Step> of(Cast cast, @Nullable String place, List<TraceEvent> events) {
        EventSteps made = new EventSteps(cast, place);
        events.forEach(made::add);
        return made.steps;
    }

    private void add(TraceEvent event) {
        String sender = event.sender();
        String receiver = event.receiver();
        if (sender == null || receiver == null) {
            note(event);
            return;
        }
        Optional<Integer> from = cast.place(event.session(), sender);
        Optional<Integer> to = cast.place(event.session(), receiver);
        if (from.isPresent() && to.isPresent()) {
            message(new Edge(from.get(), to.get()), event);
        }
    }

    private void message(Edge edge, TraceEvent event) {
        String label = Objects.requireNonNullElse(event.label(), "");
        switch (event.kind()) {
            case "sent" -> {
                underWay.merge(edge, 1, Integer::sum);
                arrow(edge, label + suffix(event), Way.SENT);
            }
            case "received" -> {
                Integer sending = sending(edge, label);
                underWay.merge(edge, -1, Integer::sum);
                if (sending == null) {
                    arrow(edge, label + suffix(event), Way.RECEIVED);
                } else {
                    steps.set(sending, new Message(edge.from(), edge.to(), label, Way.WHOLE, false));
                }
            }
            default -> arrow(edge, event.kind().replace('_', ' ') + " " + label + suffix(event), Way.WHOLE);
        }
    }

    private void arrow(Edge edge, String text, Way way) {
        lastStep.put(edge.from(), steps.size());
        lastStep.put(edge.to(), steps.size());
        steps.add(new Message(edge.from(), edge.to(), text, way, false));
    }

    /** {@return the step that sent the message, when both ends did nothing since and it is the only one on its edge} */
    private @Nullable Integer sending(Edge edge, String label) {
        Integer step = lastStep.get(edge.from());
        return place == null
                        && step != null
                        && step.equals(lastStep.get(edge.to()))
                        && underWay.getOrDefault(edge, 0) == 1
                        && steps.get(step).equals(new Message(edge.from(), edge.to(), label, Way.SENT, false))
                ? step
                : null;
    }

    private void note(TraceEvent event) {
        Optional<Integer> actor = cast.actorOf(event);
        List<Integer> span = actor.map(at -> List.of(at, at)).orElseGet(() -> cast.span(event.session()));
        Note note = new Note(
                span.getFirst(),
                span.getLast(),
                Shown.lines(words(event, actor.isPresent())),
                event.kind().equals("faulted"));
        // Roles mostly halt together, and one note says it for neighbours.
        if (!steps.isEmpty()
                && note.lines().equals(HALTED)
                && steps.getLast() instanceof Note before
                && before.lines().equals(HALTED)
                && (note.last() == before.first() - 1 || note.first() == before.last() + 1)) {
            steps.removeLast();
            note = new Note(
                    Math.min(note.first(), before.first()), Math.max(note.last(), before.last()), HALTED, false);
        }
        for (int i = note.first(); i <= note.last(); i++) {
            lastStep.put(i, steps.size());
        }
        steps.add(note);
    }

    private String words(TraceEvent event, boolean actorIsShown) {
        List<String> words = new ArrayList<>();
        if (event.kind().equals("opened") && event.session() != null) {
            words.add("session " + Long.toUnsignedString(event.session()));
        }
        if (event.target() != null && !actorIsShown) {
            words.add("coroutine " + event.target());
        }
        words.add(event.kind().replace('_', ' '));
        if (event.label() != null) {
            words.add(event.label());
        }
        if (event.reason() != null) {
            words.add(event.reason());
        }
        return String.join(" ", words) + suffix(event);
    }

    private String suffix(TraceEvent event) {
        return place == null ? "" : " (" + place + " " + Long.toUnsignedString(event.tick()) + ")";
    }
}
