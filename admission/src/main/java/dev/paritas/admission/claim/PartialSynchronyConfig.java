package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * A timing assumption (spec 32 §3.4).
 *
 * @param deltaBound longest delay, unsigned
 */
public record PartialSynchronyConfig(
        TimingModel timing, @Nullable Long deltaBound) {
    public static final Codec<PartialSynchronyConfig> CODEC = ObjectCodec.of("PartialSynchronyConfig", m -> {
        var timing = m.required("timing", TimingModel.CODEC, PartialSynchronyConfig::timing);
        var deltaBound = m.nullable("delta_bound", Codec.U64, PartialSynchronyConfig::deltaBound);
        return in -> new PartialSynchronyConfig(in.get(timing), in.get(deltaBound));
    });
}
