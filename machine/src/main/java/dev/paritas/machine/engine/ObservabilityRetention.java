package dev.paritas.machine.engine;

import static dev.paritas.semanticobjects.json.Field.defaulted;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;

/** How much of each log is kept (spec 20 §18); {@code capacity} counts entries per log and is unsigned. */
public record ObservabilityRetention(Mode mode, long capacity) {
    public enum Mode {
        FULL,
        /** The newest {@code capacity} entries. */
        CAPPED,
        DISABLED;

        public static final Codec<Mode> CODEC = WordCodec.snakeCase(Mode.class);
    }

    public static final long DEFAULT_CAPACITY = 4096;
    public static final ObservabilityRetention DEFAULT = new ObservabilityRetention(Mode.FULL, DEFAULT_CAPACITY);

    public static final Codec<ObservabilityRetention> CODEC = ObjectCodec.of(
            "ObservabilityRetention",
            defaulted("mode", Mode.CODEC, ObservabilityRetention::mode, Mode.FULL),
            defaulted("capacity", Codec.U64, ObservabilityRetention::capacity, DEFAULT_CAPACITY),
            ObservabilityRetention::new);

    public static ObservabilityRetention capped(long capacity) {
        return new ObservabilityRetention(Mode.CAPPED, capacity);
    }
}
