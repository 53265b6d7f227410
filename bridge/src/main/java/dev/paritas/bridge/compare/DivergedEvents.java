package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import java.util.Optional;

/**
 * The events around the first difference of two traces.
 *
 * @param hidden how many equal events come before {@code common}, unsigned
 * @param common the last equal ones
 * @param left what the left side did then, empty when its trace ends there
 * @param right the same of the right side
 */
public record DivergedEvents(long hidden, List<TraceEvent> common, List<TraceEvent> left, List<TraceEvent> right) {
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
                    events(report.rightNext())));
        } catch (JsonException e) {
            // A record of another release may hold events that this one does not know.
            return Optional.empty();
        }
    }

    private static List<TraceEvent> events(List<JsonValue> elements) {
        return elements.stream()
                .map(element -> TraceEvent.RUNNER_CODEC.fromTree(element, ReadPolicy.OWN))
                .toList();
    }
}
