package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/**
 * A timing assumption (spec 32 §3.4).
 *
 * @param deltaBound longest delay, unsigned
 */
public record PartialSynchronyConfig(
        TimingModel timing, @Nullable Long deltaBound) {
    public static final Codec<PartialSynchronyConfig> CODEC = ObjectCodec.of(
            "PartialSynchronyConfig",
            field("timing", TimingModel.CODEC, PartialSynchronyConfig::timing),
            nullable("delta_bound", Codec.U64, PartialSynchronyConfig::deltaBound),
            PartialSynchronyConfig::new);

    /** How much time is known about; the first is the default (spec 32 §3.2). */
    public enum TimingModel {
        ASYNCHRONOUS,
        PARTIAL_SYNCHRONY,
        SYNCHRONOUS;

        public static final WordCodec<TimingModel> CODEC = WordCodec.camelCase(TimingModel.class);
    }
}
