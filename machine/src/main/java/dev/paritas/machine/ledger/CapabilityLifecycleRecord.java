package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/** One entry of the capability lifecycle log (spec 31 §5). */
public record CapabilityLifecycleRecord(
        @Nullable Long tick,
        CapabilityArtifact artifact,
        CapabilityLifecycle lifecycle,
        @Nullable String reason) {
    public static final Codec<CapabilityLifecycleRecord> CODEC = ObjectCodec.of(
            "CapabilityLifecycleRecord",
            nullable("tick", Codec.U64, CapabilityLifecycleRecord::tick),
            field("artifact", CapabilityArtifact.CODEC, CapabilityLifecycleRecord::artifact),
            field("lifecycle", CapabilityLifecycle.CODEC, CapabilityLifecycleRecord::lifecycle),
            nullable("reason", Codec.STRING, CapabilityLifecycleRecord::reason),
            CapabilityLifecycleRecord::new);

    /** Where a capability stands, in rank order (spec 31 §1). */
    public enum CapabilityLifecycle {
        ISSUED,
        CONSUMED,
        REJECTED,
        INVALIDATED,
        COMMITTED,
        ROLLED_BACK,
        EXPIRED;

        public static final WordCodec<CapabilityLifecycle> CODEC = WordCodec.snakeCase(CapabilityLifecycle.class);
    }
}
