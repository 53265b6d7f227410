package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.run.BridgeVersion;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is claimed of a protocol (spec 32 §3.1). Its JSON carries the version of the bridge, which must be the
 * supported one; {@code distributed} and {@code classical} may be missing but not null.
 */
public record InvariantClaims(
        @Nullable LivenessConfig liveness, DistributedClaims distributed, ClassicalClaims classical) {
    /** Nothing claimed. */
    public static final InvariantClaims NONE = new InvariantClaims(null, DistributedClaims.NONE, ClassicalClaims.NONE);

    public static final Codec<InvariantClaims> CODEC = ObjectCodec.of(
                    "InvariantClaims",
                    nullable("liveness", LivenessConfig.CODEC, InvariantClaims::liveness),
                    defaulted(
                            "distributed",
                            DistributedClaims.CODEC,
                            InvariantClaims::distributed,
                            DistributedClaims.NONE),
                    defaulted("classical", ClassicalClaims.CODEC, InvariantClaims::classical, ClassicalClaims.NONE),
                    InvariantClaims::new)
            .headed("schema_version", BridgeVersion.CODEC, BridgeVersion.CURRENT);

    /** {@return these claims about distribution alone} */
    public static InvariantClaims of(DistributedClaims distributed) {
        return new InvariantClaims(null, distributed, ClassicalClaims.NONE);
    }

    /** {@return these claims with another claim of progress} */
    public InvariantClaims withLiveness(LivenessConfig config) {
        return new InvariantClaims(config, distributed, classical);
    }
}
