package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * A claim of progress (spec 32 §3.3).
 *
 * @param fairnessK unsigned; every ready role is scheduled within this many rounds
 */
public record LivenessConfig(
        ClaimedScheduler scheduler, @Nullable Long fairnessK, boolean progressRequired) {
    public static final Codec<LivenessConfig> CODEC = ObjectCodec.of("LivenessConfig", m -> {
        var scheduler = m.required("scheduler", ClaimedScheduler.CODEC, LivenessConfig::scheduler);
        var fairnessK = m.nullable("fairness_k", Codec.U64, LivenessConfig::fairnessK);
        var progressRequired = m.required("progress_required", Codec.BOOL, LivenessConfig::progressRequired);
        return in -> new LivenessConfig(in.get(scheduler), in.get(fairnessK), in.get(progressRequired));
    });
}
