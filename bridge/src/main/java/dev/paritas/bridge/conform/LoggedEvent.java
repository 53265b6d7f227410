package dev.paritas.bridge.conform;

import dev.paritas.choreography.monitor.Action;
import org.jspecify.annotations.Nullable;

/**
 * One event of a log.
 *
 * @param session empty when the log has one session without a name
 * @param peer null when the log does not say
 * @param label null when the log does not say
 * @param line in the log, from 1
 */
public record LoggedEvent(
        String session,
        String role,
        Action action,
        @Nullable String peer,
        @Nullable String label,
        long line) {}
