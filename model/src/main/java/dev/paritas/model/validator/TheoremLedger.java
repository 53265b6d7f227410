package dev.paritas.model.validator;

import dev.paritas.semanticobjects.membership.TheoremBoundary;
import dev.paritas.semanticobjects.membership.TheoremBoundary.UsageClass;
import java.util.ArrayList;
import java.util.List;

/** The theorems that the validator publishes with its answers (spec 32 §6.3). */
public final class TheoremLedger {
    /** The theorems that the runtime's admission consumes, in the order of the answer. */
    public static final List<String> RUNTIME_KEYS = List.of(
            "protocol_machine_envelope_adherence", "protocol_machine_envelope_admission", "protocol_envelope_bridge");

    /** The validator's list; the runtime publishes another one (spec 31 §8), and neither is derived from the other. */
    public static final List<TheoremBoundary> ROWS = rows();

    private TheoremLedger() {}

    private static List<TheoremBoundary> rows() {
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
        unconsumed(
                rows,
                UsageClass.DOCUMENTATION_BACKGROUND_ONLY,
                "classical_foster classical_maxweight classical_ldp classical_mean_field classical_heavy_traffic"
                        + " classical_mixing classical_fluid classical_concentration classical_littles_law"
                        + " classical_functional_clt classical_spectral_gap_termination");
        return List.copyOf(rows);
    }

    private static void premises(List<TheoremBoundary> rows, String keys) {
        unconsumed(rows, UsageClass.BLACK_BOX_PREMISE_ONLY, keys);
    }

    private static void unconsumed(List<TheoremBoundary> rows, UsageClass usage, String keys) {
        for (String key : keys.split(" ", -1)) {
            rows.add(TheoremBoundary.unconsumed(key, usage));
        }
    }
}
