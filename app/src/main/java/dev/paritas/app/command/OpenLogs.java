package dev.paritas.app.command;

import dev.paritas.bridge.conform.EventLog;
import dev.paritas.bridge.conform.LoggedEvent;
import dev.paritas.bridge.conform.NamedLog;
import dev.paritas.bridge.files.UnreadableFile;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several logs that are read at once; what is no event is told with its file. */
final class OpenLogs implements AutoCloseable {
    private record Placed(String file, EventLog events) implements EventLog {
        @Override
        public @Nullable LoggedEvent next() {
            try {
                return events.next();
            } catch (JsonException e) {
                throw new ProblemException(new UnreadableFile(file, e, 0), e);
            }
        }

        @Override
        public long skipped() {
            return events.skipped();
        }

        @Override
        public void close() {
            events.close();
        }
    }

    private final List<NamedLog> logs = new ArrayList<>();
    private final List<InputStream> streams = new ArrayList<>();

    void add(String file, EventLog events, InputStream stream) {
        logs.add(new NamedLog(file, new Placed(file, events)));
        streams.add(stream);
    }

    List<NamedLog> logs() {
        return List.copyOf(logs);
    }

    @Override
    public void close() throws IOException {
        logs.forEach(log -> log.events().close());
        for (InputStream stream : streams) {
            stream.close();
        }
    }
}
