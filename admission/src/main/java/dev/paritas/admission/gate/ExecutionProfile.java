package dev.paritas.admission.gate;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.PairCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Under which premises runs are covered by theorems (spec 31 §7). The sets iterate in the order of their constants.
 *
 * @param theoremPackEligibility in the order of the wire; of entries with one key the first decides
 */
public record ExecutionProfile(
        Set<FairnessPremise> fairnessAssumptions,
        Set<AdmissibilityClass> admissibilityClasses,
        Set<EscalationWindowClass> escalationWindowClasses,
        List<TheoremEligibility> theoremPackEligibility) {
    /** Every premise, class, window and theorem. */
    public static final ExecutionProfile FULL = new ExecutionProfile(
            EnumSet.allOf(FairnessPremise.class),
            EnumSet.allOf(AdmissibilityClass.class),
            EnumSet.allOf(EscalationWindowClass.class),
            eligibility(true, true, true));

    public static final Codec<ExecutionProfile> CODEC = ObjectCodec.of(
            "ExecutionProfile",
            field("fairness_assumptions", FairnessPremise.CODEC.set(), ExecutionProfile::fairnessAssumptions),
            field("admissibility_classes", AdmissibilityClass.CODEC.set(), ExecutionProfile::admissibilityClasses),
            field(
                    "escalation_window_classes",
                    EscalationWindowClass.CODEC.set(),
                    ExecutionProfile::escalationWindowClasses),
            field(
                    "theorem_pack_eligibility",
                    Codec.listOf(TheoremEligibility.CODEC),
                    ExecutionProfile::theoremPackEligibility),
            ExecutionProfile::new);

    public ExecutionProfile {
        fairnessAssumptions = Collections.unmodifiableSet(new TreeSet<>(fairnessAssumptions));
        admissibilityClasses = Collections.unmodifiableSet(new TreeSet<>(admissibilityClasses));
        escalationWindowClasses = Collections.unmodifiableSet(new TreeSet<>(escalationWindowClasses));
        theoremPackEligibility = List.copyOf(theoremPackEligibility);
    }

    /** {@return the three keys of a runtime's profile, in the order of the wire} */
    public static List<TheoremEligibility> eligibility(boolean adherence, boolean admission, boolean bridge) {
        return List.of(
                new TheoremEligibility(TheoremEligibility.ENVELOPE_ADHERENCE, adherence),
                new TheoremEligibility(TheoremEligibility.ENVELOPE_ADMISSION, admission),
                new TheoremEligibility(TheoremEligibility.ENVELOPE_BRIDGE, bridge));
    }

    /** {@return whether the theorem {@code key} may be relied on; empty when the profile does not name it} */
    public Optional<Boolean> eligible(String key) {
        return theoremPackEligibility.stream()
                .filter(entry -> entry.key().equals(key))
                .map(TheoremEligibility::eligible)
                .findFirst();
    }

    /** {@return whether this profile has every member of {@code required} and every theorem it relies on} */
    public boolean covers(ExecutionProfile required) {
        return fairnessAssumptions.containsAll(required.fairnessAssumptions)
                && admissibilityClasses.containsAll(required.admissibilityClasses)
                && escalationWindowClasses.containsAll(required.escalationWindowClasses)
                && required.theoremPackEligibility.stream()
                        .filter(TheoremEligibility::eligible)
                        .allMatch(entry -> eligible(entry.key()).orElse(false));
    }

    /** What an execution profile relies on of the schedule; sets are written in this order (spec 31 §7). */
    public enum FairnessPremise {
        SCHEDULE_CONFLUENCE,
        STARVATION_FREEDOM,
        LIVENESS_FAIRNESS;

        public static final WordCodec<FairnessPremise> CODEC = WordCodec.snakeCase(FairnessPremise.class);
    }

    /** Which envelopes of runs an execution profile covers; sets are written in this order (spec 31 §7). */
    public enum AdmissibilityClass {
        LOCAL_ENVELOPE,
        SHARDED_ENVELOPE,
        PROTOCOL_ENVELOPE_BRIDGE;

        public static final WordCodec<AdmissibilityClass> CODEC = WordCodec.snakeCase(AdmissibilityClass.class);
    }

    /** Which windows of escalation an execution profile bounds; sets are written in this order (spec 31 §7). */
    public enum EscalationWindowClass {
        PROGRESS_CONTRACT,
        ADMISSION_COMPLEXITY,
        PROTOCOL_BRIDGE;

        public static final WordCodec<EscalationWindowClass> CODEC = WordCodec.snakeCase(EscalationWindowClass.class);
    }

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
                Codec.STRING,
                Codec.BOOL,
                TheoremEligibility::new,
                TheoremEligibility::key,
                TheoremEligibility::eligible);
    }
}
