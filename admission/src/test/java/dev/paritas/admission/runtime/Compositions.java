package dev.paritas.admission.runtime;

import dev.paritas.admission.gate.ExecutionProfile;
import dev.paritas.admission.gate.RuntimeContracts;
import dev.paritas.admission.gate.RuntimeContracts.DeterminismArtifacts;
import dev.paritas.admission.gate.RuntimeContracts.RuntimeCapability;
import dev.paritas.admission.gate.SchedulerCapability;
import dev.paritas.admission.gate.TheoremPackCapabilities;
import dev.paritas.admission.gate.TransportContract;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.engine.MachineConfigBuilder;
import dev.paritas.machine.engine.OutputConditionPolicy;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A bundle and a runtime that take each other, part by part open to damage. */
final class Compositions {
    static final CodeImage PING = image("ping");

    MachineConfigBuilder config = MachineConfig.DEFAULT.toBuilder();
    MemoryBudget budget = MemoryBudget.DEFAULT;
    boolean linked = true;
    final Set<DeterminismMode> determinism = EnumSet.of(DeterminismMode.FULL, DeterminismMode.REPLAY);
    final Set<SchedulerCapability> schedulers =
            EnumSet.of(SchedulerCapability.COOPERATIVE, SchedulerCapability.PROGRESS_AWARE);
    boolean gating = true;
    boolean contracted = true;
    DeterminismArtifacts artifacts = DeterminismArtifacts.ALL;
    boolean mixed = true;
    final Set<RuntimeCapability> capabilities = EnumSet.allOf(RuntimeCapability.class);
    final List<TransportContract> transports = new ArrayList<>(List.of(TransportContract.IN_MEMORY));
    Optional<ReconfigurationPolicy> policy = Optional.of(new ReconfigurationPolicy(true, true));
    CodeImage image = PING;

    static CodeImage image(String label) {
        GlobalType global = GlobalType.comm("A", "B", label, GlobalType.END);
        return CodeImage.of(global);
    }

    /** The smallest bundle that the default configuration takes (spec 31 §8). */
    static Compositions smallest() {
        return new Compositions();
    }

    /** The smallest bundle where output conditions are disabled. */
    static Compositions smallestUngated() {
        Compositions parts = new Compositions();
        parts.config.outputConditionPolicy(new OutputConditionPolicy.Disabled());
        parts.schedulers.remove(SchedulerCapability.PROGRESS_AWARE);
        parts.gating = false;
        return parts;
    }

    MachineBundle<CompositionCertificate> bundle() {
        Optional<RuntimeContracts> contracts = contracted
                ? Optional.of(new RuntimeContracts(artifacts, mixed, capabilities, ExecutionProfile.FULL, transports))
                : Optional.empty();
        TheoremPackCapabilities pack = new TheoremPackCapabilities(determinism, schedulers, gating);
        return new MachineBundle<>(image, new CompositionCertificate("cert/x", linked, pack, contracts), policy);
    }

    AdmissionRule.Request request() {
        return new AdmissionRule.Request(config.build(), budget, bundle());
    }

    ComposedRuntime runtime() {
        return new ComposedRuntime(config.build(), budget);
    }

    /** {@return what admission says; {@code admitted} without an objection} */
    String verdict() {
        ComposedRuntime runtime = runtime();
        try {
            return runtime.admit(bundle()) == 0 ? "admitted" : "another number";
        } catch (ProblemException e) {
            return runtime.bundles().isEmpty() ? e.only(CompositionError.class).sentence() : "stored all the same";
        }
    }
}
