package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.semanticobjects.value.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events around the first difference of two traces.
 *
 * @param hidden how many equal events come before {@code common}, unsigned
 * @param common the last equal ones
 * @param left what the left side did then, empty when its trace ends there
 * @param right the same of the right side
 * @param ends whether one of the traces is over there
 */
public record DivergedEvents(
        long hidden, List<TraceEvent> common, List<TraceEvent> left, List<TraceEvent> right, boolean ends) {
    /**
     * What both sides did at one place, in words.
     *
     * @param mark {@code =} where they did the same, {@code |} where they did not, {@code <} and {@code >} where one did nothing
     * @param left empty where the side did nothing
     */
    public record Row(char mark, String left, String right) {}

    public DivergedEvents {
        common = List.copyOf(common);
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** {@return the events of a report; empty when it is about something else, such as states or objects} */
    public static Optional<DivergedEvents> of(DivergenceReport report) {
        if (!report.kind().equals(DivergenceReport.TRACE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DivergedEvents(
                    report.index() - report.commonTail().size(),
                    events(report.commonTail()),
                    events(report.leftNext()),
                    events(report.rightNext()),
                    // With a pointer both have the event, and differ inside.
                    report.pointer().isEmpty()));
        } catch (JsonException e) {
            // A record of another release may hold events that this one does not know.
            return Optional.empty();
        }
    }

    /** {@return the last equal events and those behind, side by side; foreign text is made harmless for a line} */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        common.stream().map(DivergedEvents::words).forEach(text -> rows.add(new Row('=', text, text)));
        int count = Math.max(1, Math.max(left.size(), right.size()));
        for (int i = 0; i < count; i++) {
            boolean both = i < left.size() && i < right.size();
            char mark = both ? left.get(i).equals(right.get(i)) ? '=' : '|' : i < left.size() ? '<' : '>';
            rows.add(new Row(mark, text(left, i), text(right, i)));
        }
        return List.copyOf(rows);
    }

    /** {@return whether the words tell the sides apart: they leave out some members of events} */
    public boolean showDifference() {
        return rows().stream().noneMatch(row -> row.mark() == '|' && row.left().equals(row.right()));
    }

    private String text(List<TraceEvent> side, int i) {
        return i < side.size() ? words(side.get(i)) : i == 0 && ends ? "(ends here)" : "";
    }

    private static String words(TraceEvent event) {
        return ForeignText.line(EventText.line(event));
    }

    private static List<TraceEvent> events(List<JsonValue> elements) {
        return elements.stream()
                .map(element -> TraceEvent.RUNNER_CODEC.fromTree(element, ReadPolicy.OWN))
                .toList();
    }
}
