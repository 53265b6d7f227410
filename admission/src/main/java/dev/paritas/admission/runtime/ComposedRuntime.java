package dev.paritas.admission.runtime;

import dev.paritas.admission.gate.AdmissionGate;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RunStatus;
import dev.paritas.semanticobjects.membership.PlanExecution;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeRequest;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Several bundles on one protocol machine (spec 31 §9-10). Bundles are numbered from 0 in the order of their admission.
 * Every call that takes a number throws {@link ProblemException} with {@code UnknownBundle} for one not given out, and
 * a {@link ProblemException} of the shared machine passes through as it is. For one thread.
 */
public final class ComposedRuntime {
    private static final class Admitted {
        final MachineBundle<CompositionCertificate> bundle;
        final Reconfiguration rules;
        ReconfigurationSnapshot state = Reconfiguration.UNSEEDED;

        Admitted(MachineBundle<CompositionCertificate> bundle) {
            this.bundle = bundle;
            this.rules = new Reconfiguration(bundle.certificate().artifactId(), bundle.reconfiguration());
        }
    }

    private final MemoryBudget budget;
    private final ProtocolMachine machine;
    private final List<Admitted> admitted = new ArrayList<>();

    /** A runtime with the default budget. */
    public ComposedRuntime(MachineConfig config) {
        this(config, MemoryBudget.DEFAULT);
    }

    /**
     * @throws ProblemException ({@link MachineError}) {@code InvalidConfig} when the configuration breaks a rule of
     *     spec 20 §16
     */
    public ComposedRuntime(MachineConfig config, MemoryBudget budget) {
        this.budget = budget;
        this.machine = new ProtocolMachine(config);
    }

    /**
     * Admits a bundle with a fresh state of reconfiguration; on a refusal nothing changes.
     *
     * @return the number of the bundle
     * @throws ProblemException ({@link CompositionError}) with the first objection of the table in spec 31 §9
     */
    public int admit(MachineBundle<CompositionCertificate> bundle) {
        AdmissionRule.first(new AdmissionRule.Request(machine.config(), budget, bundle))
                .ifPresent(error -> {
                    throw new ProblemException(error);
                });
        admitted.add(new Admitted(bundle));
        return admitted.size() - 1;
    }

    /**
     * Opens one session of a bundle.
     *
     * @return the session id
     * @throws ProblemException ({@link CompositionError}) {@code MemoryExceeded}; the session stays open all the same
     */
    public long loadSession(int index) {
        MachineBundle<CompositionCertificate> bundle = at(index).bundle;
        long sid = machine.loadChoreography(bundle.image());
        require(MemoryBudget.USAGE.bytesPerCoroutine() <= budget.bytesPerCoroutine(), bundle, "bytes_per_coroutine");
        require(MemoryBudget.USAGE.bytesPerSession() <= budget.bytesPerSession(), bundle, "bytes_per_session");
        return sid;
    }

    /** Opens {@code count} sessions of a bundle. The first error ends it; sessions opened before stay. */
    public List<Long> loadSessions(int index, int count) {
        List<Long> sids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sids.add(loadSession(index));
        }
        return List.copyOf(sids);
    }

    /** Runs the shared machine, all sessions of all bundles, for up to {@code maxSteps} rounds. */
    public RunStatus run(EffectHandler handler, long maxSteps) {
        return machine.run(handler, maxSteps);
    }

    /** Gives a bundle its first members; exceptions as for {@link Reconfiguration#seed}. */
    public void seed(int index, Collection<String> members) {
        Admitted bundle = at(index);
        bundle.state = bundle.rules.seed(members);
    }

    /** {@return the event of one change of membership} Exceptions as for {@link Reconfiguration#reconfigure}. */
    public ReconfigurationEvent reconfigure(int index, Collection<String> next) {
        Admitted bundle = at(index);
        bundle.state = bundle.rules.reconfigure(bundle.state, next);
        return bundle.state.history().getLast();
    }

    /** {@return what a plan did, as a whole} Exceptions as for {@link Reconfiguration#execute}; then nothing is done. */
    public PlanExecution execute(int index, ReconfigurationPlan plan) {
        Admitted bundle = at(index);
        bundle.state = bundle.rules.execute(bundle.state, plan);
        return bundle.state.planExecutions().getLast();
    }

    /**
     * {@return what became of a runtime upgrade, which is on record either way} Exceptions as for
     * {@link Reconfiguration#upgrade}.
     */
    public UpgradeOutcome upgrade(int index, RuntimeUpgradeRequest request) {
        Admitted bundle = at(index);
        UpgradeOutcome outcome =
                bundle.rules.upgrade(bundle.state, request, admittedExecution(bundle.bundle.certificate()));
        bundle.state = outcome.state();
        return outcome;
    }

    /** {@return the members of a bundle and their past} */
    public ReconfigurationSnapshot snapshot(int index) {
        return at(index).state;
    }

    /** Puts a snapshot in place of a bundle's state; exceptions as for {@link Reconfiguration#restore}. */
    public void restore(int index, ReconfigurationSnapshot snapshot) {
        Admitted bundle = at(index);
        bundle.state = bundle.rules.restore(snapshot);
    }

    /** {@return the admitted bundles by number} */
    public List<MachineBundle<CompositionCertificate>> bundles() {
        return admitted.stream().map(entry -> entry.bundle).toList();
    }

    /** {@return the shared machine} */
    public ProtocolMachine machine() {
        return machine;
    }

    private AdmittedExecution admittedExecution(CompositionCertificate certificate) {
        AdmissionGate gate = new AdmissionGate(machine.config(), certificate.runtimeContracts());
        return new AdmittedExecution(
                gate.supports(certificate.theoremPack().executionProfile()),
                certificate
                        .runtimeContracts()
                        .map(contracts -> contracts.canUseMixedDeterminismProfiles()
                                ? AdmittedExecution.MixedDeterminism.ADMITTED
                                : AdmittedExecution.MixedDeterminism.REFUSED)
                        .orElse(AdmittedExecution.MixedDeterminism.NO_CONTRACTS));
    }

    private Admitted at(int index) {
        if (index < 0 || index >= admitted.size()) {
            throw new ProblemException(new CompositionError.UnknownBundle(index));
        }
        return admitted.get(index);
    }

    private static void require(boolean within, MachineBundle<CompositionCertificate> bundle, String limit) {
        if (!within) {
            throw new ProblemException(
                    new CompositionError.MemoryExceeded(bundle.certificate().artifactId(), limit));
        }
    }
}
