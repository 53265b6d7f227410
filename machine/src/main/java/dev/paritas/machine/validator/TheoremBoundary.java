package dev.paritas.machine.validator;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One theorem of the formal model and how far the running system relies on it (spec 32 §6.3).
 *
 * @param consumedByRuntime whether the runtime's admission looks at it
 * @param consumedByModel whether the model's gate looks at it
 * @param assumptionBoundary why a critical theorem is not consumed; left out when null
 */
public record TheoremBoundary(
        String key,
        UsageClass usageClass,
        boolean consumedByRuntime,
        boolean consumedByModel,
        @Nullable String assumptionBoundary) {
    /** What a theorem is used for. */
    public enum UsageClass {
        BLACK_BOX_PREMISE_ONLY,
        RUNTIME_CRITICAL_INSTANTIATED_PREMISE,
        DOCUMENTATION_BACKGROUND_ONLY;

        public static final WordCodec<UsageClass> CODEC = WordCodec.snakeCase(UsageClass.class);
    }

    public static final Codec<TheoremBoundary> CODEC = ObjectCodec.of("TheoremBoundary", m -> {
        var key = m.required("key", Codec.STRING, TheoremBoundary::key);
        var usageClass = m.required("usage_class", UsageClass.CODEC, TheoremBoundary::usageClass);
        var runtime = m.required("consumed_by_rust_runtime_admission", Codec.BOOL, TheoremBoundary::consumedByRuntime);
        var model = m.required("consumed_by_lean_runtime_gate", Codec.BOOL, TheoremBoundary::consumedByModel);
        var boundary = m.omittable("assumption_boundary", Codec.STRING, TheoremBoundary::assumptionBoundary);
        return in ->
                new TheoremBoundary(in.get(key), in.get(usageClass), in.get(runtime), in.get(model), in.get(boundary));
    });

    /** The theorems that the runtime's admission consumes, in the order of the answer. */
    public static final List<String> RUNTIME_KEYS = List.of(
            "protocol_machine_envelope_adherence", "protocol_machine_envelope_admission", "protocol_envelope_bridge");

    /** The validator's list; the runtime publishes another one (spec 31 §8), and neither is derived from the other. */
    public static final List<TheoremBoundary> LEDGER = ledger();

    private static List<TheoremBoundary> ledger() {
        List<TheoremBoundary> rows = new ArrayList<>();
        premises(
                rows,
                "termination output_condition_soundness flp_lower_bound flp_impossibility cap_impossibility"
                        + " quorum_geometry_safety partial_synchrony_liveness responsiveness nakamoto_security"
                        + " reconfiguration_safety atomic_broadcast_ordering accountable_safety"
                        + " failure_detector_boundaries data_availability_retrievability"
                        + " coordination_characterization calm_characterization crdt_envelope_and_equivalence"
                        + " crdt_monotonicity triangle_of_forgetting_impossibility");
        rows.add(new TheoremBoundary(
                "byzantine_safety_characterization",
                UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE,
                false,
                true,
                "Lean theorem-pack gate only; Rust runtime admission does not currently consume this key."));
        premises(rows, "consensus_envelope failure_envelope");
        for (String key : RUNTIME_KEYS) {
            rows.add(new TheoremBoundary(key, UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE, true, true, null));
        }
        premises(rows, "effect_interface_bridge");
        rows(
                rows,
                UsageClass.DOCUMENTATION_BACKGROUND_ONLY,
                "classical_foster classical_maxweight classical_ldp classical_mean_field classical_heavy_traffic"
                        + " classical_mixing classical_fluid classical_concentration classical_littles_law"
                        + " classical_functional_clt classical_spectral_gap_termination");
        return List.copyOf(rows);
    }

    private static void premises(List<TheoremBoundary> rows, String keys) {
        rows(rows, UsageClass.BLACK_BOX_PREMISE_ONLY, keys);
    }

    private static void rows(List<TheoremBoundary> rows, UsageClass usage, String keys) {
        for (String key : keys.split(" ", -1)) {
            rows.add(new TheoremBoundary(key, usage, false, false, null));
        }
    }
}
