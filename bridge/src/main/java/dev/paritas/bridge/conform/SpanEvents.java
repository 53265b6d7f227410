package dev.paritas.bridge.conform;

import dev.paritas.semanticobjects.json.JsonException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the attributes of spans, of an export as of a running process (docs/conform.md): each text and each number
 * by its name, those of the span before those of its scope, and those before the resource's. For one thread.
 */
public final class SpanEvents {
    /** The attributes that are read where no mapping says otherwise begin so. */
    public static final String PREFIX = "paritas.";

    /** Stands for the trace's id among the attributes; the session where nothing names one. */
    public static final String TRACE = "trace_id";

    /** Stands for the name of a span or of its event among the attributes. */
    public static final String NAME = "name";

    private final EventMaker maker;
    private final String[] names = new String[LogMember.values().length];

    /** @param mapping which names attributes */
    public SpanEvents(LogMapping mapping) {
        maker = new EventMaker(mapping);
        for (LogMember member : LogMember.values()) {
            names[member.ordinal()] = mapping.path(member, PREFIX + member.word());
        }
    }

    /** {@return whether attributes tell what a role did} */
    public boolean isEvent(Map<String, String> attributes) {
        return attributes.containsKey(names[LogMember.ACTION.ordinal()]);
    }

    /** {@return what a span hands down to its events} */
    public Map<String, String> withoutAction(Map<String, String> attributes) {
        Map<String, String> rest = new HashMap<>(attributes);
        rest.remove(names[LogMember.ACTION.ordinal()]);
        return rest;
    }

    /**
     * {@return the event; empty when the mapping leaves it out}
     *
     * @param attributes that {@linkplain #isEvent are an event}
     * @param line of the log, from 1; 0 without a log
     * @throws JsonException when they lack something, or the action is none
     */
    public Optional<LoggedEvent> event(Map<String, String> attributes, long line) {
        @Nullable String[] values = new @Nullable String[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = attributes.get(names[i]);
        }
        int session = LogMember.SESSION.ordinal();
        if (values[session] == null) {
            values[session] = attributes.get(TRACE);
        }
        return maker.event(values, line);
    }

    long skipped() {
        return maker.skipped();
    }
}
