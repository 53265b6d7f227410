package dev.paritas.simulation.scenario;

import dev.paritas.semanticobjects.value.FixedQ32;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something happens, as written: at most one of the conditions, and none means at once (spec 52 §4.1).
 *
 * @param atTick unsigned
 * @param afterStep unsigned
 * @param random probability
 */
public record TriggerSpec(
        boolean immediate,
        @Nullable Long atTick,
        @Nullable Long afterStep,
        @Nullable FixedQ32 random,
        @Nullable OnEvent onEvent) {
    /** An observable event, of one role or of any. */
    public record OnEvent(String kind, @Nullable String role) {
        private static final Set<String> KINDS =
                Set.of("sent", "received", "opened", "closed", "invoked", "halted", "faulted");

        /** {@return the kind as events name it; empty for one that cannot trigger} */
        public Optional<String> known() {
            return Optional.of(kind.strip().toLowerCase(Locale.ROOT)).filter(KINDS::contains);
        }
    }

    public static final TriggerSpec NONE = new TriggerSpec(false, null, null, null, null);

    /** {@return why this is no trigger} */
    public Optional<String> error() {
        long conditions = Stream.of(immediate, atTick != null, afterStep != null, random != null, onEvent != null)
                .filter(given -> given)
                .count();
        if (conditions > 1) {
            return Optional.of("trigger must specify exactly one condition");
        }
        if (onEvent != null && onEvent.known().isEmpty()) {
            return Optional.of("unsupported on_event kind: " + onEvent.kind());
        }
        return Optional.empty();
    }
}
