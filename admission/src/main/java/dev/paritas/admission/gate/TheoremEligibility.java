package dev.paritas.admission.gate;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;

/**
 * Whether a theorem may be relied on; a pair in JSON (spec 31 §7).
 *
 * @param key one of the keys below in every profile made here; a profile from elsewhere may name others
 */
public record TheoremEligibility(String key, boolean eligible) {
    public static final String ENVELOPE_ADHERENCE = "protocol_machine_envelope_adherence";
    public static final String ENVELOPE_ADMISSION = "protocol_machine_envelope_admission";
    public static final String ENVELOPE_BRIDGE = "protocol_envelope_bridge";

    public static final Codec<TheoremEligibility> CODEC = new PairCodec<>(
            Codec.STRING, Codec.BOOL, TheoremEligibility::new, TheoremEligibility::key, TheoremEligibility::eligible);
}
