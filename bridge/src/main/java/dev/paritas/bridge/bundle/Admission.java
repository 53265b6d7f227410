package dev.paritas.bridge.bundle;

import dev.paritas.admission.gate.AdmissionGate;
import dev.paritas.admission.gate.ExecutionProfile;
import dev.paritas.admission.gate.TransportedTheorems;
import dev.paritas.admission.runtime.ComposedRuntime;
import dev.paritas.admission.runtime.CompositionCertificate;
import dev.paritas.admission.runtime.CompositionError;
import dev.paritas.admission.runtime.MachineBundle;
import dev.paritas.admission.runtime.PlacementProblem;
import dev.paritas.admission.runtime.Topology;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.isa.UntrustedImage;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of the bundles of a request: each is admitted to the runtime that those before it were admitted to, and
 * opens one session there.
 *
 * @param outcomes one for each bundle, in order
 */
public record Admission(List<Outcome> outcomes) {
    public Admission {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * One bundle.
     *
     * @param required what the runtime's configuration needs of an execution profile
     * @param refusal why the bundle was refused, or its session was
     * @param notes what does not decide: local types that are no projections, claims that contradict each other, a ledger of
     *     theorems that does not fit
     */
    public record Outcome(String artifactId, ExecutionProfile required, Optional<String> refusal, List<String> notes) {
        public Outcome {
            notes = List.copyOf(notes);
        }
    }

    /**
     * {@return what became of each bundle}
     *
     * @throws ProblemException ({@link BundleImportProblem}) when a type cannot be read
     * @throws ProblemException ({@link MachineError}) {@code InvalidConfig} when the configuration breaks a rule of
     *     spec 20 §16
     */
    public static Admission of(AdmissionRequest request) {
        ComposedRuntime runtime = new ComposedRuntime(request.config());
        List<Outcome> outcomes = new ArrayList<>();
        for (AdmissionRequest.Candidate candidate : request.bundles()) {
            CompositionCertificate certificate = candidate.certificate();
            AdmissionGate gate = new AdmissionGate(request.config(), certificate.runtimeContracts());
            MachineBundle<CompositionCertificate> bundle =
                    ProtocolBundles.toMachineBundle(candidate.bundle(), certificate);
            outcomes.add(new Outcome(
                    certificate.artifactId(),
                    gate.requiredProfile(),
                    unplaced(request, bundle).or(() -> refusal(runtime, bundle)),
                    notes(candidate, bundle)));
        }
        return new Admission(outcomes);
    }

    /** {@return whether every bundle runs} */
    public boolean admitsAll() {
        return outcomes.stream().allMatch(outcome -> outcome.refusal().isEmpty());
    }

    private static Optional<String> refusal(ComposedRuntime runtime, MachineBundle<CompositionCertificate> bundle) {
        try {
            runtime.loadSession(runtime.admit(bundle));
            return Optional.empty();
        } catch (ProblemException e) {
            if (e.problem() instanceof CompositionError || e.problem() instanceof MachineError) {
                return Optional.of(e.getMessage());
            }
            throw e;
        }
    }

    /** {@return which role has no place, where places are told} */
    private static Optional<String> unplaced(AdmissionRequest request, MachineBundle<CompositionCertificate> bundle) {
        if (request.places().isEmpty()) {
            return Optional.empty();
        }
        try {
            Topology.of(request.places())
                    .placements(List.copyOf(bundle.image().localTypes().keySet()));
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.only(PlacementProblem.class).sentence());
        }
    }

    private static List<String> notes(
            AdmissionRequest.Candidate candidate, MachineBundle<CompositionCertificate> bundle) {
        List<String> notes = new ArrayList<>();
        new UntrustedImage(bundle.image())
                .error()
                .ifPresent(error -> notes.add("the bundle is not what its global type projects to: " + error));
        ClaimLint.first(candidate.bundle().claims())
                .ifPresent(lint -> notes.add("the claims of " + lint.family() + " contradict each other"));
        TransportedTheorems.inconsistency(
                        TransportedTheorems.ROWS,
                        candidate.certificate().theoremPack().executionProfile())
                .ifPresent(found -> notes.add("the runtime's ledger of theorems and the pack: " + found.text()));
        return notes;
    }
}
