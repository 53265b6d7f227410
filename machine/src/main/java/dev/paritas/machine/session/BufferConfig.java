package dev.paritas.machine.session;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;

/** The shape of every buffer of a session (spec 20 §10); {@code initialCapacity} is unsigned and counts as at least 1. */
public record BufferConfig(BufferMode mode, long initialCapacity, BackpressurePolicy policy) {
    public static final BufferConfig DEFAULT = new BufferConfig(BufferMode.FIFO, 64, new BackpressurePolicy.Block());

    public static final Codec<BufferConfig> CODEC = ObjectCodec.of(
            "BufferConfig",
            field("mode", BufferMode.CODEC, BufferConfig::mode),
            field("initial_capacity", Codec.U64, BufferConfig::initialCapacity),
            field("policy", BackpressurePolicy.CODEC, BufferConfig::policy),
            BufferConfig::new);

    /** What a buffer keeps: every message in order, or only the newest. */
    public enum BufferMode {
        FIFO,
        LATEST_VALUE;

        public static final Codec<BufferMode> CODEC = WordCodec.camelCase(BufferMode.class);
    }
}
