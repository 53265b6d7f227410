package dev.paritas.bridge.conform;

import dev.paritas.semanticobjects.json.JsonException;
import org.jspecify.annotations.Nullable;

/** The events of a log, one after another, read as they are asked for. */
public interface EventLog extends AutoCloseable {
    /**
     * {@return the next event; null at the end}
     *
     * @throws JsonException for what is no event, with its line
     */
    @Nullable
    LoggedEvent next();

    /** {@return how many events the mapping has left out so far} */
    long skipped();

    @Override
    void close();
}
