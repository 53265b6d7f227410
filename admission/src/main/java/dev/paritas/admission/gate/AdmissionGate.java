package dev.paritas.admission.gate;

import dev.paritas.admission.gate.ExecutionProfile.AdmissibilityClass;
import dev.paritas.admission.gate.ExecutionProfile.EscalationWindowClass;
import dev.paritas.admission.gate.ExecutionProfile.FairnessPremise;
import dev.paritas.admission.gate.RuntimeContracts.DeterminismArtifacts;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.engine.OutputConditionPolicy;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Decides whether a configuration may run under its contracts (spec 31 §7).
 *
 * @param contracts absent when nothing is proved about the runtime
 */
public record AdmissionGate(MachineConfig config, Optional<RuntimeContracts> contracts) {
    /** {@return whether the configuration goes beyond a plain run: another scheduler, or speculation} */
    public static boolean requiresContracts(MachineConfig config) {
        return scheduler(config) != SchedulerCapability.COOPERATIVE || config.speculationEnabled();
    }

    /** {@return {@code mode}, if the contracts grant it: with a proof, and any but {@code FULL} only when modes may mix} */
    public static Optional<DeterminismMode> requestProfile(RuntimeContracts contracts, DeterminismMode mode) {
        DeterminismArtifacts artifacts = contracts.determinismArtifacts();
        boolean granted = switch (mode) {
            case FULL -> artifacts.full();
            case MODULO_EFFECTS -> artifacts.moduloEffectTrace() && contracts.canUseMixedDeterminismProfiles();
            case MODULO_COMMUTATIVITY -> artifacts.moduloCommutativity() && contracts.canUseMixedDeterminismProfiles();
            case REPLAY -> artifacts.replay() && contracts.canUseMixedDeterminismProfiles();
        };
        return granted ? Optional.of(mode) : Optional.empty();
    }

    /** {@return whether the contracts are there that the configuration needs, whatever they say} */
    public AdmissionResult admit() {
        return requiresContracts(config) && contracts.isEmpty()
                ? AdmissionResult.REJECTED_MISSING_CONTRACTS
                : AdmissionResult.ADMITTED;
    }

    /** {@return {@link #admit}, then whether the determinism mode is granted; without contracts only {@code FULL} is} */
    public GateResult enforce() {
        return switch (admit()) {
            case REJECTED_MISSING_CONTRACTS -> GateResult.REJECTED_MISSING_CONTRACTS;
            case ADMITTED -> {
                DeterminismMode mode = config.determinismMode();
                boolean granted = contracts
                        .map(given -> requestProfile(given, mode).isPresent())
                        .orElse(mode == DeterminismMode.FULL);
                yield granted ? GateResult.ADMITTED : GateResult.REJECTED_UNSUPPORTED_DETERMINISM_PROFILE;
            }
        };
    }

    /** {@return what the runtime needs of an execution profile} */
    public ExecutionProfile requiredProfile() {
        SchedulerCapability scheduler = scheduler(config);
        boolean gated = isGated();
        EnumSet<FairnessPremise> fairness = EnumSet.of(FairnessPremise.SCHEDULE_CONFLUENCE);
        EnumSet<AdmissibilityClass> classes =
                EnumSet.of(AdmissibilityClass.LOCAL_ENVELOPE, AdmissibilityClass.SHARDED_ENVELOPE);
        EnumSet<EscalationWindowClass> windows = EnumSet.of(EscalationWindowClass.PROGRESS_CONTRACT);
        if (scheduler != SchedulerCapability.COOPERATIVE) {
            fairness.add(FairnessPremise.STARVATION_FREEDOM);
        }
        if (scheduler == SchedulerCapability.PROGRESS_AWARE || gated) {
            fairness.add(FairnessPremise.LIVENESS_FAIRNESS);
        }
        if (gated) {
            classes.add(AdmissibilityClass.PROTOCOL_ENVELOPE_BRIDGE);
            windows.add(EscalationWindowClass.PROTOCOL_BRIDGE);
        }
        if (contracts.isPresent()) {
            windows.add(EscalationWindowClass.ADMISSION_COMPLEXITY);
        }
        return new ExecutionProfile(
                fairness, classes, windows, ExecutionProfile.eligibility(true, contracts.isPresent(), gated));
    }

    /** {@return whether {@code profile} has everything of {@link #requiredProfile}} */
    public boolean supports(ExecutionProfile profile) {
        return profile.covers(requiredProfile());
    }

    /** {@return whether commits stand behind an output condition} */
    public boolean isGated() {
        return !(config.outputConditionPolicy() instanceof OutputConditionPolicy.Disabled);
    }

    private static SchedulerCapability scheduler(MachineConfig config) {
        return SchedulerCapability.of(config.schedPolicy());
    }

    /** Whether a configuration has the contracts it needs (spec 31 §7). */
    public enum AdmissionResult {
        ADMITTED,
        REJECTED_MISSING_CONTRACTS;

        public static final WordCodec<AdmissionResult> CODEC = WordCodec.camelCase(AdmissionResult.class);
    }

    /** Whether a configuration may run under its contracts, determinism included (spec 31 §7). */
    public enum GateResult {
        ADMITTED,
        REJECTED_MISSING_CONTRACTS,
        REJECTED_UNSUPPORTED_DETERMINISM_PROFILE;

        public static final WordCodec<GateResult> CODEC = WordCodec.camelCase(GateResult.class);
    }
}
