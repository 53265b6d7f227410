package dev.paritas.bridge.conform;

import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's trace export as JSON, one request a line (OTLP/JSON). Spans and span events with the action's attribute
 * are events; an attribute that they lack is looked up in their span, their scope and their resource. The events of one
 * request come in the order of their times, requests as they are written.
 */
public final class OtlpEventLog implements EventLog {
    /** What other exports have in the place of spans. */
    private static final List<String> OTHERS = List.of("resourceLogs", "resourceMetrics");

    /** A request holds many spans. */
    private static final ReadPolicy EACH = ReadPolicy.PEER.withMaxBytes(64L << 20);

    private record Timed(long nanos, Map<String, String> attributes) {}

    private final JsonInput in;
    private final SpanEvents maker;
    private final Deque<LoggedEvent> ready = new ArrayDeque<>();

    /** The caller closes the stream. */
    public OtlpEventLog(InputStream stream, LogMapping mapping) {
        in = JsonInput.ofMany(stream, EACH);
        maker = new SpanEvents(mapping);
    }

    @Override
    public @Nullable LoggedEvent next() {
        while (ready.isEmpty()) {
            if (in.atEnd()) {
                return null;
            }
            long line = in.line();
            JsonValue request = JsonValue.CODEC.read(in);
            in.endOfValue();
            events(request, line);
        }
        return ready.remove();
    }

    private void events(JsonValue request, long line) {
        requireRequest(request, line);
        List<Timed> timed = new ArrayList<>();
        for (JsonValue resource : elements(request, "resourceSpans")) {
            Map<String, String> outer = attributes(member(resource, "resource"), Map.of());
            for (JsonValue scope : elements(resource, "scopeSpans")) {
                Map<String, String> scoped = attributes(member(scope, "scope"), outer);
                for (JsonValue span : elements(scope, "spans")) {
                    spanEvents(span, scoped, timed, line);
                }
            }
        }
        timed.stream()
                .sorted(Comparator.comparingLong(Timed::nanos))
                .map(event -> maker.event(event.attributes(), line))
                .flatMap(Optional::stream)
                .forEach(ready::add);
    }

    /** A line that is no export would be lost without a word; metrics and logs are exported beside traces. */
    private static void requireRequest(JsonValue request, long line) {
        if (OTHERS.stream().allMatch(name -> member(request, name) == null)
                && !(member(request, "resourceSpans") instanceof JsonValue.Array)) {
            throw refusal(
                    JsonErrorCode.MISSING_MEMBER,
                    "the line has no list 'resourceSpans', so it is no trace export",
                    line);
        }
    }

    private static JsonException refusal(JsonErrorCode code, String sentence, long line) {
        return new JsonException(code, sentence, "", (int) Math.min(line, Integer.MAX_VALUE), 1);
    }

    private void spanEvents(JsonValue span, Map<String, String> outer, List<Timed> timed, long line) {
        Map<String, String> attributes = new HashMap<>(outer);
        text(member(span, "traceId")).ifPresent(id -> attributes.put(SpanEvents.TRACE, id));
        text(member(span, "name")).ifPresent(name -> attributes.put(SpanEvents.NAME, name));
        Map<String, String> own = attributes(span, attributes);
        if (maker.isEvent(own)) {
            timed.add(new Timed(nanos(span, "startTimeUnixNano", line), own));
        }
        Map<String, String> inner = maker.withoutAction(own);
        for (JsonValue event : elements(span, "events")) {
            Map<String, String> ofEvent = new HashMap<>(inner);
            text(member(event, "name")).ifPresent(name -> ofEvent.put(SpanEvents.NAME, name));
            Map<String, String> all = attributes(event, ofEvent);
            if (maker.isEvent(all)) {
                timed.add(new Timed(nanos(event, "timeUnixNano", line), all));
            }
        }
    }

    private static Map<String, String> attributes(@Nullable JsonValue holder, Map<String, String> outer) {
        Map<String, String> all = new HashMap<>(outer);
        if (holder != null) {
            for (JsonValue attribute : elements(holder, "attributes")) {
                Optional<String> key = text(member(attribute, "key"));
                Optional<String> value = value(member(attribute, "value"));
                if (key.isPresent() && value.isPresent()) {
                    all.put(key.get(), value.get());
                }
            }
        }
        return all;
    }

    private static Optional<String> value(@Nullable JsonValue value) {
        if (value == null) {
            return Optional.empty();
        }
        return text(member(value, "stringValue")).or(() -> text(member(value, "intValue")));
    }

    /** Times are decimal texts in OTLP/JSON; some writers use numbers. */
    private static long nanos(JsonValue holder, String name, long line) {
        try {
            return Long.parseLong(text(member(holder, name)).orElse(""));
        } catch (NumberFormatException e) {
            throw refusal(
                    JsonErrorCode.BAD_NUMBER, "an event has no time '" + name + "', so its order is not known", line);
        }
    }

    private static Optional<String> text(@Nullable JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> Optional.of(text.value());
            case JsonValue.Num number -> Optional.of(number.text());
            case null, default -> Optional.empty();
        };
    }

    private static @Nullable JsonValue member(JsonValue holder, String name) {
        return holder instanceof JsonValue.Obj object ? object.members().get(name) : null;
    }

    private static List<JsonValue> elements(JsonValue holder, String name) {
        return member(holder, name) instanceof JsonValue.Array array ? array.elements() : List.of();
    }

    @Override
    public long skipped() {
        return maker.skipped();
    }

    @Override
    public void close() {
        in.close();
    }
}
