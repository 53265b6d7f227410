package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/**
 * A claim of progress (spec 32 §3.3).
 *
 * @param fairnessK unsigned; every ready role is scheduled within this many rounds
 */
public record LivenessConfig(
        ClaimedScheduler scheduler, @Nullable Long fairnessK, boolean progressRequired) {
    public static final Codec<LivenessConfig> CODEC = ObjectCodec.of(
            "LivenessConfig",
            field("scheduler", ClaimedScheduler.CODEC, LivenessConfig::scheduler),
            nullable("fairness_k", Codec.U64, LivenessConfig::fairnessK),
            field("progress_required", Codec.BOOL, LivenessConfig::progressRequired),
            LivenessConfig::new);

    /** The scheduler that a liveness claim is about; the first is the default (spec 32 §3.2). */
    public enum ClaimedScheduler {
        COOPERATIVE,
        ROUND_ROBIN,
        PRIORITY,
        PROGRESS_AWARE;

        public static final WordCodec<ClaimedScheduler> CODEC = WordCodec.camelCase(ClaimedScheduler.class);
    }
}
