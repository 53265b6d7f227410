package dev.paritas.search.engine;

import dev.paritas.search.engine.RunConfig.ExecutorKind;
import dev.paritas.search.object.DiscoveryCertificate.GoalDiscoveryClass;
import dev.paritas.search.object.FairnessArtifact.FairnessClaim;
import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.FairnessCertificate;
import dev.paritas.search.object.FairnessCertificate.CertificateClass;
import dev.paritas.search.object.FairnessCertificate.NormalizationMode;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchCommit;
import dev.paritas.search.object.SearchObservable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each scheduler profile asks for, claims and certifies: the tables of spec 52 §8.6 and §8.8.
 *
 * @param singleLane whether the batch width must be 1
 * @param neededFairness what a run must assume, in the order in which it is asked for
 * @param serviceBound steps until the lowest entry is served; null when nothing is bounded
 * @param requiredFairness the premises named in certificates
 * @param goalDiscovery null when no discovery is certified
 */
public record ProfileTerms(
        ExecutorKind executor,
        boolean singleLane,
        List<FairnessAssumption> neededFairness,
        FairnessClaim claim,
        CertificateClass certificate,
        @Nullable Long serviceBound,
        List<FairnessAssumption> requiredFairness,
        List<SearchObservable> observables,
        NormalizationMode mode,
        @Nullable GoalDiscoveryClass goalDiscovery) {
    private static final List<FairnessAssumption> CONFLUENCE =
            List.of(FairnessAssumption.DETERMINISTIC_SCHEDULER_CONFLUENCE);
    private static final List<FairnessAssumption> SERVICE = List.of(
            FairnessAssumption.EVENTUAL_LIVE_BATCH_SERVICE, FairnessAssumption.NO_STARVATION_WITHIN_LEGAL_WINDOW);
    private static final List<FairnessAssumption> SERVICE_AND_CONFLUENCE = List.of(
            FairnessAssumption.EVENTUAL_LIVE_BATCH_SERVICE,
            FairnessAssumption.NO_STARVATION_WITHIN_LEGAL_WINDOW,
            FairnessAssumption.DETERMINISTIC_SCHEDULER_CONFLUENCE);
    private static final List<SearchObservable> EXACT = List.of(
            SearchObservable.SELECTED_RESULT_COST,
            SearchObservable.CANONICAL_PARENT_IDENTITY,
            SearchObservable.SELECTED_RESULT_WITNESS_IDENTITY,
            SearchObservable.NORMALIZED_COMMIT_TRACE,
            SearchObservable.PROGRESS_ACCOUNTING);

    public ProfileTerms {
        neededFairness = List.copyOf(neededFairness);
        requiredFairness = List.copyOf(requiredFairness);
        observables = List.copyOf(observables);
    }

    public static ProfileTerms of(SchedulerProfile profile) {
        return switch (profile) {
            case CANONICAL_SERIAL ->
                new ProfileTerms(
                        ExecutorKind.SERIAL,
                        true,
                        CONFLUENCE,
                        FairnessClaim.EXACT_ONE_STEP,
                        CertificateClass.CURRENT_MIN_KEY_BATCH,
                        1L,
                        CONFLUENCE,
                        EXACT,
                        NormalizationMode.FULL,
                        GoalDiscoveryClass.GOAL_WINDOW_ONE_STEP_EXACT);
            case THREADED_EXACT_SINGLE_LANE ->
                new ProfileTerms(
                        ExecutorKind.NATIVE_PARALLEL,
                        true,
                        CONFLUENCE,
                        FairnessClaim.EXACT_ONE_STEP_VIA_THREADED_REFINEMENT,
                        CertificateClass.CURRENT_MIN_KEY_BATCH_VIA_THREADED_REFINEMENT,
                        1L,
                        CONFLUENCE,
                        EXACT,
                        NormalizationMode.FULL,
                        GoalDiscoveryClass.GOAL_WINDOW_ONE_STEP_VIA_THREADED_REFINEMENT);
            case BATCHED_PARALLEL_EXACT ->
                new ProfileTerms(
                        ExecutorKind.NATIVE_PARALLEL,
                        false,
                        CONFLUENCE,
                        FairnessClaim.PREMISED_WINDOW_BOUNDED,
                        CertificateClass.CERTIFIED_CURRENT_MIN_KEY_WINDOW,
                        1L,
                        SERVICE_AND_CONFLUENCE,
                        List.of(SearchObservable.NORMALIZED_COMMIT_TRACE),
                        NormalizationMode.MODULO_COMMUTATIVITY,
                        GoalDiscoveryClass.CERTIFIED_GOAL_WINDOW_SERVICE);
            case BATCHED_PARALLEL_ENVELOPE_BOUNDED ->
                new ProfileTerms(
                        ExecutorKind.NATIVE_PARALLEL,
                        false,
                        SERVICE,
                        FairnessClaim.PREMISE_ONLY,
                        CertificateClass.NONE,
                        null,
                        SERVICE,
                        List.of(),
                        NormalizationMode.REPLAY,
                        null);
        };
    }

    /** {@return whether runs of this profile are shown to equal the canonical one} */
    public boolean isExact() {
        return switch (claim) {
            case EXACT_ONE_STEP, EXACT_ONE_STEP_VIA_THREADED_REFINEMENT -> true;
            case PREMISED_WINDOW_BOUNDED, PREMISE_ONLY -> false;
        };
    }

    /** {@return the certificate of a window; a profile that certifies none leaves the window out} */
    FairnessCertificate certificate(
            @Nullable Long epoch, @Nullable Long phase, List<Long> batch, List<SearchCommit> commits) {
        boolean none = certificate == CertificateClass.NONE;
        return new FairnessCertificate(
                certificate,
                serviceBound,
                requiredFairness,
                observables,
                mode,
                none ? null : epoch,
                none ? null : phase,
                none ? List.of() : batch,
                none ? List.of() : commits);
    }
}
