package dev.paritas.admission.gate;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.admission.gate.ExecutionProfile.AdmissibilityClass;
import dev.paritas.admission.gate.ExecutionProfile.EscalationWindowClass;
import dev.paritas.admission.gate.ExecutionProfile.FairnessPremise;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the theorems of a bundle are proved for (spec 31 §8). The sets iterate in the order of their constants.
 *
 * @param outputConditionGating whether commits behind output conditions are covered
 */
public record TheoremPackCapabilities(
        Set<DeterminismMode> determinism, Set<SchedulerCapability> schedulers, boolean outputConditionGating) {
    public static final Codec<TheoremPackCapabilities> CODEC = ObjectCodec.of(
            "TheoremPackCapabilities",
            field("determinism", DeterminismMode.CODEC.set(), TheoremPackCapabilities::determinism),
            field("schedulers", SchedulerCapability.CODEC.set(), TheoremPackCapabilities::schedulers),
            field("output_condition_gating", Codec.BOOL, TheoremPackCapabilities::outputConditionGating),
            TheoremPackCapabilities::new);

    public TheoremPackCapabilities {
        determinism = Collections.unmodifiableSet(new TreeSet<>(determinism));
        schedulers = Collections.unmodifiableSet(new TreeSet<>(schedulers));
    }

    /** {@return the execution profile that the theorems give} */
    public ExecutionProfile executionProfile() {
        EnumSet<FairnessPremise> fairness = EnumSet.of(FairnessPremise.SCHEDULE_CONFLUENCE);
        EnumSet<AdmissibilityClass> classes =
                EnumSet.of(AdmissibilityClass.LOCAL_ENVELOPE, AdmissibilityClass.SHARDED_ENVELOPE);
        EnumSet<EscalationWindowClass> windows = EnumSet.of(EscalationWindowClass.PROGRESS_CONTRACT);
        if (schedulers.stream().anyMatch(scheduler -> scheduler != SchedulerCapability.COOPERATIVE)) {
            fairness.add(FairnessPremise.STARVATION_FREEDOM);
        }
        if (schedulers.contains(SchedulerCapability.PROGRESS_AWARE)) {
            fairness.add(FairnessPremise.LIVENESS_FAIRNESS);
        }
        if (outputConditionGating) {
            classes.add(AdmissibilityClass.PROTOCOL_ENVELOPE_BRIDGE);
            windows.add(EscalationWindowClass.PROTOCOL_BRIDGE);
        }
        if (determinism.stream().anyMatch(mode -> mode != DeterminismMode.FULL)) {
            windows.add(EscalationWindowClass.ADMISSION_COMPLEXITY);
        }
        return new ExecutionProfile(
                fairness,
                classes,
                windows,
                ExecutionProfile.eligibility(true, !determinism.isEmpty(), outputConditionGating));
    }
}
