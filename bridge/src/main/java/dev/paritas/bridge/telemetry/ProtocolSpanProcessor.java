package dev.paritas.bridge.telemetry;

import dev.paritas.bridge.ProtocolMonitor;
import dev.paritas.bridge.conform.LogMapping;
import dev.paritas.bridge.conform.LoggedEvent;
import dev.paritas.bridge.conform.SpanEvents;
import dev.paritas.semanticobjects.json.JsonException;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Tells a monitor what the roles of a protocol do, from the attributes of spans (docs/conform.md): {@code paritas.action},
 * {@code paritas.role}, {@code paritas.peer}, {@code paritas.label}, and {@code paritas.session} or else the trace.
 *
 * <p>A span is judged when it starts, in the thread that starts it, so it has to have these attributes from its builder.
 * Whoever starts the span of a send before the message is handed on, and that of a receive after it was taken, has every send
 * seen before its receive. Spans end in any order, and what is only seen then is not judged: span events are counted by
 * {@link #tooLate}, and attributes that come after the start are not looked at.
 *
 * <p>Thread-safe. Nothing is thrown into the program that makes the spans; what keeps an event from being judged is counted.
 */
public final class ProtocolSpanProcessor implements SpanProcessor {
    private final ProtocolMonitor monitor;
    private final LogMapping mapping;
    private final LongAdder judged = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private final LongAdder tooLate = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /** @param monitor best one that observes: a span cannot be prevented, so what an enforcing one throws is only counted */
    public ProtocolSpanProcessor(ProtocolMonitor monitor) {
        this(monitor, List.of());
    }

    /**
     * @param rules as those of {@code paritas conform --map}: {@code role=service.name} for another attribute,
     *     {@code role:shop-client=Buyer} for another value
     * @throws IllegalArgumentException when one is no rule
     */
    public ProtocolSpanProcessor(ProtocolMonitor monitor, List<String> rules) {
        LogMapping all = LogMapping.NONE;
        for (String rule : rules) {
            all = all.with(rule);
        }
        this.monitor = monitor;
        this.mapping = all;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        try {
            SpanEvents events = new SpanEvents(mapping);
            Map<String, String> attributes = attributes(span.toSpanData());
            if (events.isEvent(attributes)) {
                events.event(attributes, 0).ifPresent(this::tell);
            }
        } catch (JsonException e) {
            unreadable.increment();
        } catch (RuntimeException e) {
            // The monitor's listener is the user's own.
            failures.increment();
        }
    }

    private void tell(LoggedEvent event) {
        judged.increment();
        switch (event.action()) {
            case SEND -> monitor.sent(event.session(), event.role(), event.peer(), event.label());
            case RECEIVE -> monitor.received(event.session(), event.role(), event.peer(), event.label());
            case CHOOSE -> monitor.chose(event.session(), event.role(), event.peer(), event.label());
            case END -> monitor.ended(event.session(), event.role());
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        SpanEvents events = new SpanEvents(mapping);
        span.toSpanData().getEvents().stream()
                .filter(event -> events.isEvent(flat(event.getAttributes(), new HashMap<>())))
                .forEach(event -> tooLate.increment());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    /** {@return how many spans were handed to the monitor} */
    public long judged() {
        return judged.sum();
    }

    /** {@return how many spans have an action, and lack something else or have an action that is none} */
    public long unreadable() {
        return unreadable.sum();
    }

    /** {@return how many span events have an action; they are only seen when their span is over, and not judged} */
    public long tooLate() {
        return tooLate.sum();
    }

    /** {@return how often the monitor threw something, such as what its listener threw} */
    public long failures() {
        return failures.sum();
    }

    private static Map<String, String> attributes(SpanData span) {
        Map<String, String> all = flat(span.getResource().getAttributes(), new HashMap<>());
        flat(span.getInstrumentationScopeInfo().getAttributes(), all);
        all.put(SpanEvents.TRACE, span.getTraceId());
        all.put(SpanEvents.NAME, span.getName());
        return flat(span.getAttributes(), all);
    }

    /** As in an export: texts and whole numbers. */
    private static Map<String, String> flat(Attributes attributes, Map<String, String> all) {
        attributes.forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING || key.getType() == AttributeType.LONG) {
                all.put(key.getKey(), value.toString());
            }
        });
        return all;
    }
}
