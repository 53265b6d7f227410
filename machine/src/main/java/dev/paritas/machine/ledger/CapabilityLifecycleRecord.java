package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** One entry of the capability lifecycle log (spec 31 §5). */
public record CapabilityLifecycleRecord(
        @Nullable Long tick,
        CapabilityArtifact artifact,
        CapabilityLifecycle lifecycle,
        @Nullable String reason) {
    public static final Codec<CapabilityLifecycleRecord> CODEC = ObjectCodec.of("CapabilityLifecycleRecord", m -> {
        var tick = m.nullable("tick", Codec.U64, CapabilityLifecycleRecord::tick);
        var artifact = m.required("artifact", CapabilityArtifact.CODEC, CapabilityLifecycleRecord::artifact);
        var lifecycle = m.required("lifecycle", CapabilityLifecycle.CODEC, CapabilityLifecycleRecord::lifecycle);
        var reason = m.nullable("reason", Codec.STRING, CapabilityLifecycleRecord::reason);
        return in -> new CapabilityLifecycleRecord(in.get(tick), in.get(artifact), in.get(lifecycle), in.get(reason));
    });
}
