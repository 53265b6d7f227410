package dev.paritas.bridge.conform;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log of JSON objects, one a line or as the elements of one array. Members that no mapping names are passed over. */
public final class JsonEventLog implements EventLog {
    /** One event may be as long as the documents of a peer. */
    private static final ReadPolicy EACH = ReadPolicy.PEER;

    private final JsonInput in;
    private final EventMaker maker;
    private final String[] paths = new String[LogMember.values().length];
    private final @Nullable String[] values = new @Nullable String[paths.length];
    private boolean begun;
    private boolean inArray;

    /** The caller closes the stream. */
    public JsonEventLog(InputStream stream, LogMapping mapping) {
        in = JsonInput.ofMany(stream, EACH);
        maker = new EventMaker(mapping);
        for (LogMember member : LogMember.values()) {
            paths[member.ordinal()] = mapping.path(member, member.word());
        }
    }

    @Override
    public @Nullable LoggedEvent next() {
        if (!begun) {
            begun = true;
            if (in.atArray()) {
                in.beginArray();
                inArray = true;
            }
        }
        while (inArray ? in.nextElement() : !in.atEnd()) {
            Optional<LoggedEvent> event = read();
            in.endOfValue();
            if (event.isPresent()) {
                return event.get();
            }
        }
        if (inArray) {
            in.expectEnd();
        }
        return null;
    }

    private Optional<LoggedEvent> read() {
        long line = in.line();
        Arrays.fill(values, null);
        in.beginObject();
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            take(name, line);
        }
        return maker.event(values, line);
    }

    private void take(String name, long line) {
        JsonValue value = null;
        for (int i = 0; i < paths.length; i++) {
            if (MemberPath.leadsThrough(paths[i], name)) {
                if (value == null) {
                    value = JsonValue.CODEC.read(in);
                }
                String found = maker.placed(paths[i], name, value, line);
                if (found != null && values[i] != null) {
                    throw maker.repeated(paths[i], line);
                }
                values[i] = found == null ? values[i] : found;
            }
        }
        if (value == null) {
            in.skip();
        }
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
