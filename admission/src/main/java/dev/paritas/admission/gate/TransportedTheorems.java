package dev.paritas.admission.gate;

import dev.paritas.admission.gate.ExecutionProfile.TheoremEligibility;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.WordCodec;
import dev.paritas.semanticobjects.membership.TheoremBoundary;
import dev.paritas.semanticobjects.membership.TheoremBoundary.UsageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The theorems that the runtime publishes, and whether a profile agrees with them (spec 31 §8). */
public final class TransportedTheorems {
    /** The runtime's list; the validator publishes another one (spec 32 §6.3), and neither is derived from the other. */
    public static final List<TheoremBoundary> ROWS = rows();

    private TransportedTheorems() {}

    /** A contradiction inside a ledger, or between it and a profile. */
    public record Inconsistency(Kind kind, String key) {
        /** Stable codes, in the reference's words. */
        public enum Kind {
            /** The runtime consumes a theorem that is not called critical. */
            RUST_ADMISSION_KEY_NOT_RUNTIME_CRITICAL,
            /** Only the model consumes a critical theorem, and nothing says why. */
            LEAN_ONLY_RUNTIME_CRITICAL_MISSING_ASSUMPTION_BOUNDARY,
            /** The runtime consumes a theorem that the profile does not name. */
            RUNTIME_PROFILE_MISSING_RUST_ADMISSION_KEY,
            /** The runtime consumes a theorem that the profile does not rely on. */
            RUNTIME_PROFILE_DISABLES_RUST_ADMISSION_KEY,
            /** The profile relies on a theorem that the runtime does not consume. */
            RUNTIME_PROFILE_ENABLES_UNKNOWN_RUST_ADMISSION_KEY;

            public static final WordCodec<Kind> CODEC = WordCodec.camelCase(Kind.class);
        }

        /** {@return the kind's word with the key, as {@code Kind(key)}} */
        public String text() {
            return Kind.CODEC.word(kind) + "(" + key + ")";
        }
    }

    /** {@return the first contradiction: rows in order, then the theorems that only the profile knows, ascending} */
    public static Optional<Inconsistency> inconsistency(List<TheoremBoundary> rows, ExecutionProfile profile) {
        return rows.stream()
                .flatMap(row -> inconsistency(row, profile).map(kind -> new Inconsistency(kind, row.key())).stream())
                .findFirst()
                .or(() -> unknown(rows, profile));
    }

    private static Optional<Inconsistency.Kind> inconsistency(TheoremBoundary row, ExecutionProfile profile) {
        boolean critical = row.usageClass() == UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE;
        if (!row.consumedByRuntime()) {
            return critical && row.consumedByModel() && row.assumptionBoundary() == null
                    ? Optional.of(Inconsistency.Kind.LEAN_ONLY_RUNTIME_CRITICAL_MISSING_ASSUMPTION_BOUNDARY)
                    : Optional.empty();
        }
        if (!critical) {
            return Optional.of(Inconsistency.Kind.RUST_ADMISSION_KEY_NOT_RUNTIME_CRITICAL);
        }
        Optional<Boolean> eligible = profile.eligible(row.key());
        if (eligible.isEmpty()) {
            return Optional.of(Inconsistency.Kind.RUNTIME_PROFILE_MISSING_RUST_ADMISSION_KEY);
        }
        return eligible.get()
                ? Optional.empty()
                : Optional.of(Inconsistency.Kind.RUNTIME_PROFILE_DISABLES_RUST_ADMISSION_KEY);
    }

    private static Optional<Inconsistency> unknown(List<TheoremBoundary> rows, ExecutionProfile profile) {
        Set<String> consumed = rows.stream()
                .filter(TheoremBoundary::consumedByRuntime)
                .map(TheoremBoundary::key)
                .collect(Collectors.toSet());
        return profile.theoremPackEligibility().stream()
                .map(TheoremEligibility::key)
                .filter(key -> profile.eligible(key).orElse(false))
                .filter(Predicate.not(consumed::contains))
                .min(CodePointOrder.INSTANCE)
                .map(key ->
                        new Inconsistency(Inconsistency.Kind.RUNTIME_PROFILE_ENABLES_UNKNOWN_RUST_ADMISSION_KEY, key));
    }

    private static List<TheoremBoundary> rows() {
        List<TheoremBoundary> rows = new ArrayList<>();
        unconsumed(
                rows,
                UsageClass.BLACK_BOX_PREMISE_ONLY,
                "termination output_condition_soundness flp_lower_bound flp_impossibility cap_impossibility"
                        + " quorum_geometry_safety partial_synchrony_liveness responsiveness nakamoto_security"
                        + " reconfiguration_safety atomic_broadcast_ordering accountable_safety"
                        + " failure_detector_boundaries data_availability_retrievability"
                        + " coordination_characterization crdt_envelope_and_equivalence consensus_envelope"
                        + " failure_envelope effect_interface_bridge");
        rows.add(new TheoremBoundary(
                "byzantine_safety_characterization",
                UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE,
                false,
                true,
                "Lean theorem-pack gate only. Rust runtime admission does not currently consume this key."));
        for (String key : List.of(
                TheoremEligibility.ENVELOPE_ADHERENCE,
                TheoremEligibility.ENVELOPE_ADMISSION,
                TheoremEligibility.ENVELOPE_BRIDGE)) {
            rows.add(new TheoremBoundary(key, UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE, true, true, null));
        }
        unconsumed(
                rows,
                UsageClass.DOCUMENTATION_BACKGROUND_ONLY,
                "classical_foster classical_maxweight classical_ldp classical_mean_field classical_heavy_traffic"
                        + " classical_mixing classical_fluid classical_concentration classical_littles_law"
                        + " classical_functional_clt classical_spectral_gap_termination");
        return List.copyOf(rows);
    }

    private static void unconsumed(List<TheoremBoundary> rows, UsageClass usage, String keys) {
        for (String key : keys.split(" ", -1)) {
            rows.add(TheoremBoundary.unconsumed(key, usage));
        }
    }
}
