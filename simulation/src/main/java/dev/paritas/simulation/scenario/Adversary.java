package dev.paritas.simulation.scenario;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.value.FixedQ32;
import org.jspecify.annotations.Nullable;

/** Something that disturbs a run, within its budget (spec 52 §4.1). */
public record Adversary(@Nullable String id, TriggerSpec trigger, Action action, Budget budget) {
    /** What it does. */
    public sealed interface Action {
        record Withholding() implements Action {}

        /** @param ticks unsigned */
        record TimingDisturbance(long ticks) implements Action {}

        record Corruption() implements Action {}

        /** @param duration unsigned */
        record Crash(String role, @Nullable Long duration) implements Action {}

        /** @param delayTicks unsigned */
        record ByzantineInterference(
                FixedQ32 withholdingProbability,
                FixedQ32 corruptionProbability,
                @Nullable Long delayTicks) implements Action {}
    }

    /** How often it may act. */
    public sealed interface Budget {
        /** {@return the most activations, unsigned} */
        long total();

        /** {@return what follows when the assumption fails, kept as it is} */
        @Nullable
        JsonValue assumptionFailure();

        record Activation(long total, @Nullable JsonValue assumptionFailure) implements Budget {}

        record Independent(long total, @Nullable JsonValue assumptionFailure, FixedQ32 probability) implements Budget {}

        record Windowed(long total, @Nullable JsonValue assumptionFailure, long windowTicks, long maxPerWindow)
                implements Budget {}

        record Correlated(long total, @Nullable JsonValue assumptionFailure, FixedQ32 probability, long burstTicks)
                implements Budget {}
    }
}
