package dev.paritas.admission.gate;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;

/** Whether contracts allow a capability; a pair in JSON (spec 31 §7). */
public record CapabilityAdmission(RuntimeCapability capability, boolean admitted) {
    public static final Codec<CapabilityAdmission> CODEC = new PairCodec<>(
            RuntimeCapability.CODEC,
            Codec.BOOL,
            CapabilityAdmission::new,
            CapabilityAdmission::capability,
            CapabilityAdmission::admitted);
}
