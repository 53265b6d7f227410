package dev.paritas.search.engine;

import static dev.paritas.search.object.FairnessAssumption.DETERMINISTIC_SCHEDULER_CONFLUENCE;
import static dev.paritas.search.object.FairnessAssumption.EVENTUAL_LIVE_BATCH_SERVICE;
import static dev.paritas.search.object.FairnessAssumption.NO_STARVATION_WITHIN_LEGAL_WINDOW;
import static dev.paritas.search.object.SchedulerProfile.BATCHED_PARALLEL_ENVELOPE_BOUNDED;
import static dev.paritas.search.object.SchedulerProfile.BATCHED_PARALLEL_EXACT;
import static dev.paritas.search.object.SchedulerProfile.CANONICAL_SERIAL;
import static dev.paritas.search.object.SchedulerProfile.THREADED_EXACT_SINGLE_LANE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.search.engine.Authority.AuthoritySet;
import dev.paritas.search.engine.Authority.AuthoritySurface;
import dev.paritas.search.object.DiscoveryCertificate.GoalDiscoveryClass;
import dev.paritas.search.object.FairnessArtifact.FairnessClaim;
import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.FairnessCertificate;
import dev.paritas.search.object.FairnessCertificate.CertificateClass;
import dev.paritas.search.object.FairnessCertificate.NormalizationMode;
import dev.paritas.search.object.RouteBounds;
import dev.paritas.search.object.RouteBounds.DiscoveryClass;
import dev.paritas.search.object.RouteBounds.PathProblem;
import dev.paritas.search.object.RouteBounds.QualityClass;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchEffort;
import dev.paritas.search.object.SearchObservable;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchRound;
import dev.paritas.search.object.SearchState;
import dev.paritas.search.object.SearchState.ReseedPolicy;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Certificates, bounds, comparison and independence (spec 52 §8.5, §8.8, §8.10). */
class ArtifactsTest {
    private static SearchReport run(SchedulerProfile profile) {
        return SearchRun.run(GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY), RunConfig.of(profile));
    }

    private static SearchReport budgeted(SchedulerProfile profile, long steps) {
        return SearchRun.run(
                GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY),
                RunConfig.of(profile).withEffort(new SearchEffort.SchedulerStepBudget(steps)));
    }

    /** The rows of the batched profiles; the published vectors hold the other two. */
    @Test
    void batched_profiles_certify_as_tabulated() {
        FairnessCertificate window = run(BATCHED_PARALLEL_EXACT).certificates().get(1);
        assertThat(window.certificateClass()).isEqualTo(CertificateClass.CERTIFIED_CURRENT_MIN_KEY_WINDOW);
        assertThat(window.serviceBoundSteps()).isEqualTo(1);
        assertThat(window.requiredFairness())
                .containsExactly(
                        EVENTUAL_LIVE_BATCH_SERVICE,
                        NO_STARVATION_WITHIN_LEGAL_WINDOW,
                        DETERMINISTIC_SCHEDULER_CONFLUENCE);
        assertThat(window.certifiedObservables()).containsExactly(SearchObservable.NORMALIZED_COMMIT_TRACE);
        assertThat(window.normalizationMode()).isEqualTo(NormalizationMode.MODULO_COMMUTATIVITY);
        assertThat(window.certifiedBatchNodes()).containsExactly(1L, 2L);

        assertThat(run(BATCHED_PARALLEL_ENVELOPE_BOUNDED).certificates())
                .containsOnly(new FairnessCertificate(
                        CertificateClass.NONE,
                        null,
                        List.of(EVENTUAL_LIVE_BATCH_SERVICE, NO_STARVATION_WITHIN_LEGAL_WINDOW),
                        List.of(),
                        NormalizationMode.REPLAY,
                        null,
                        null,
                        List.of(),
                        List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void claims_and_shown_refinements_follow_the_profile(SchedulerProfile profile) {
        SearchReport report = run(profile);
        boolean exact = profile == CANONICAL_SERIAL || profile == THREADED_EXACT_SINGLE_LANE;
        assertThat(report.fairness().exactCommitTraceRefinesCanonical()).isEqualTo(exact);
        assertThat(report.fairness().exactStateSliceRefinesCanonical()).isEqualTo(exact);
        assertThat(report.fairness().exactObservationEquivalentToCanonical()).isEqualTo(exact);
        assertThat(report.fairness().certificate())
                .isEqualTo(report.rounds().getFirst().fairnessCertificate());
        assertThat(report.fairness().claimClass())
                .isEqualTo(
                        switch (profile) {
                            case CANONICAL_SERIAL -> FairnessClaim.EXACT_ONE_STEP;
                            case THREADED_EXACT_SINGLE_LANE -> FairnessClaim.EXACT_ONE_STEP_VIA_THREADED_REFINEMENT;
                            case BATCHED_PARALLEL_EXACT -> FairnessClaim.PREMISED_WINDOW_BOUNDED;
                            case BATCHED_PARALLEL_ENVELOPE_BOUNDED -> FairnessClaim.PREMISE_ONLY;
                        });
    }

    @Test
    void certificates_hold_for_their_rounds_and_each_change_is_named() {
        SearchReport report = run(CANONICAL_SERIAL);
        List<SearchRound> rounds = report.rounds();
        assertThat(CertificateTrace.error(report.certificates(), rounds)).isEmpty();
        assertThat(CertificateTrace.error(List.of(), rounds)).contains(CertificateTrace.Error.TRACE_LENGTH_MISMATCH);
        FairnessCertificate good = report.certificates().get(2);
        assertThat(error(report, certificate(good, 2L, 1L, 0L, good.certifiedBatchNodes())))
                .isEqualTo(CertificateTrace.Error.INVALID_SERVICE_BOUND);
        assertThat(error(report, certificate(good, 1L, 7L, 0L, List.of())))
                .isEqualTo(CertificateTrace.Error.EPOCH_MISMATCH);
        assertThat(error(report, certificate(good, 1L, 1L, 7L, List.of())))
                .isEqualTo(CertificateTrace.Error.PHASE_MISMATCH);
        assertThat(error(report, certificate(good, 1L, 1L, 0L, List.of())))
                .isEqualTo(CertificateTrace.Error.BATCH_MISMATCH);
        List<FairnessCertificate> swapped = new ArrayList<>(report.certificates());
        FairnessCertificate first = swapped.getFirst();
        swapped.set(
                0,
                new FairnessCertificate(
                        first.certificateClass(),
                        1L,
                        first.requiredFairness(),
                        first.certifiedObservables(),
                        first.normalizationMode(),
                        1L,
                        0L,
                        first.certifiedBatchNodes(),
                        List.of()));
        assertThat(CertificateTrace.error(swapped, rounds)).contains(CertificateTrace.Error.COMMIT_MISMATCH);
        SearchReport envelope = run(BATCHED_PARALLEL_ENVELOPE_BOUNDED);
        assertThat(CertificateTrace.error(envelope.certificates(), envelope.rounds()))
                .contains(CertificateTrace.Error.INVALID_SERVICE_BOUND);
        SearchReport batched = run(BATCHED_PARALLEL_EXACT);
        assertThat(CertificateTrace.error(batched.certificates(), batched.rounds()))
                .isEmpty();
    }

    private static FairnessCertificate certificate(
            FairnessCertificate of, Long bound, Long epoch, Long phase, List<Long> batch) {
        return new FairnessCertificate(
                of.certificateClass(),
                bound,
                of.requiredFairness(),
                of.certifiedObservables(),
                of.normalizationMode(),
                epoch,
                phase,
                batch,
                of.certifiedNormalizedCommits());
    }

    private static CertificateTrace.Error error(SearchReport report, FairnessCertificate last) {
        List<FairnessCertificate> planted = new ArrayList<>(report.certificates());
        planted.set(2, last);
        return CertificateTrace.error(planted, report.rounds()).orElseThrow();
    }

    @Test
    void quality_is_claimed_by_profile_and_termination() {
        assertThat(run(CANONICAL_SERIAL).routeBounds().qualityClass()).isEqualTo(QualityClass.EXACT_OPTIMAL);
        assertThat(run(BATCHED_PARALLEL_EXACT).routeBounds().qualityClass())
                .isEqualTo(QualityClass.PREMISED_WINDOW_BOUNDED);
        assertThat(run(BATCHED_PARALLEL_EXACT).routeBounds().optimalityGap()).isNull();
        assertThat(run(BATCHED_PARALLEL_ENVELOPE_BOUNDED).routeBounds().qualityClass())
                .isEqualTo(QualityClass.PREMISED_WINDOW_BOUNDED);
        // After two steps the goal has a cost, and a batch is left.
        for (SchedulerProfile profile :
                EnumSet.of(CANONICAL_SERIAL, THREADED_EXACT_SINGLE_LANE, BATCHED_PARALLEL_EXACT)) {
            RouteBounds bounds = budgeted(profile, 2).routeBounds();
            assertThat(bounds.qualityClass()).isEqualTo(QualityClass.PREMISE_ONLY);
            assertThat(bounds.optimalityGap()).isNull();
            assertThat(bounds.approximationRatioMilli()).isNull();
            assertThat(bounds.admissibleUpperBound()).isEqualTo(2);
        }
        assertThat(budgeted(BATCHED_PARALLEL_ENVELOPE_BOUNDED, 2).routeBounds().qualityClass())
                .isEqualTo(QualityClass.PREMISED_WINDOW_BOUNDED);
    }

    @Test
    void a_run_without_result_bounds_nothing_and_keeps_its_premises() {
        RouteBounds bounds = budgeted(CANONICAL_SERIAL, 1).routeBounds();
        assertThat(bounds.discoveryClass()).isEqualTo(DiscoveryClass.NO_CANDIDATE);
        assertThat(bounds.qualityClass()).isEqualTo(QualityClass.NO_CANDIDATE);
        assertThat(bounds.candidateDiscoveryBoundSteps()).isNull();
        assertThat(bounds.recoveryBoundStepsAfterLatestEpoch()).isNull();
        assertThat(bounds.selectedResultSummary()).isNull();
        assertThat(bounds.requiredPremises()).containsExactly(DETERMINISTIC_SCHEDULER_CONFLUENCE);
    }

    @Test
    void a_goal_in_a_window_is_certified_where_service_is_bounded() {
        PathProblem exact = pathProblem(run(BATCHED_PARALLEL_EXACT));
        assertThat(exact.goalServiceBoundSteps()).isEqualTo(1);
        assertThat(exact.goalWindowEntryBoundSteps()).isEqualTo(3);
        assertThat(Objects.requireNonNull(exact.discoveryCertificate()).discoveryClass())
                .isEqualTo(GoalDiscoveryClass.CERTIFIED_GOAL_WINDOW_SERVICE);
        PathProblem envelope = pathProblem(run(BATCHED_PARALLEL_ENVELOPE_BOUNDED));
        assertThat(envelope.goalServiceBoundSteps()).isNull();
        assertThat(envelope.goalWindowEntryBoundSteps()).isEqualTo(3);
        assertThat(envelope.discoveryCertificate()).isNull();
        assertThat(pathProblem(budgeted(CANONICAL_SERIAL, 2)).discoveryCertificate())
                .isNull();
        SearchQuery several = new SearchQuery.MultiGoal(0, List.of(4L, 5L));
        assertThat(SearchRun.run(GraphDomain.PARITY.machine(several), RunConfig.of(CANONICAL_SERIAL))
                        .routeBounds()
                        .pathProblem())
                .isNull();
    }

    private static PathProblem pathProblem(SearchReport report) {
        return Objects.requireNonNull(report.routeBounds().pathProblem());
    }

    @Test
    void recovery_is_counted_among_the_rounds_of_the_latest_epoch() {
        SearchMachine machine = GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
        machine.step();
        machine.reconfigure(2, ReseedPolicy.START_ONLY);
        SearchReport report = SearchRun.run(machine, RunConfig.of(CANONICAL_SERIAL));
        assertThat(report.routeBounds().recoveryBoundStepsAfterLatestEpoch()).isEqualTo(2);
        assertThat(report.finalState().latestReseedPolicy()).isEqualTo(ReseedPolicy.START_ONLY);
        assertThat(JsonOutput.compactText(SearchState.CODEC, report.finalState()))
                .contains("\"latest_reseed_policy\":\"StartOnly\"");
        assertThat(JsonOutput.compactText(SearchObservation.CODEC, report.observation()))
                .contains("\"reseed_policy_trace\":[\"StartOnly\"]");
    }

    @Test
    void absent_policies_are_left_out_and_results_are_null() {
        SearchReport report = budgeted(CANONICAL_SERIAL, 0);
        assertThat(report.rounds()).isEmpty();
        assertThat(JsonOutput.compactText(SearchState.CODEC, report.finalState()))
                .isEqualTo("{\"closed_nodes\":[],\"epoch\":1,\"g_scores\":[],\"open_nodes\":[],\"parent_map\":[],"
                        + "\"phase\":0,\"selected_result_cost\":null,\"selected_result_witness\":null}");
        assertThat(JsonOutput.compactText(SearchObservation.CODEC, report.observation()))
                .doesNotContain("reseed_policy_trace");
        assertThat(report.fairness().certificate().certifiedBatchNodes()).isEmpty();
    }

    @Test
    void old_names_of_the_result_are_read() {
        String old = "{\"closed_nodes\":[],\"epoch\":1,\"g_scores\":[],\"open_nodes\":[],\"parent_map\":[],\"phase\":0,"
                + "\"incumbent_cost\":2,\"incumbent_path\":[0,3]}";
        SearchState state = JsonInput.read(old, ReadPolicy.STRICT, SearchState.CODEC);
        assertThat(state.selectedResultCost()).isEqualTo(2);
        assertThat(state.selectedResultWitness()).containsExactly(0L, 3L);
    }

    @Test
    void efforts_and_fairness_are_written_as_words() {
        assertThat(JsonOutput.compactText(SearchEffort.CODEC, SearchEffort.TO_COMPLETION))
                .isEqualTo("\"RunToCompletion\"");
        assertThat(JsonOutput.compactText(SearchEffort.CODEC, new SearchEffort.SchedulerStepBudget(4)))
                .isEqualTo("{\"SchedulerStepBudget\":4}");
        // Declaration order, not the alphabet.
        assertThat(SearchRun.run(
                                GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY),
                                RunConfig.of(CANONICAL_SERIAL).withFairness(EnumSet.allOf(FairnessAssumption.class)))
                        .observation()
                        .fairnessAssumptions())
                .containsExactly(FairnessAssumption.values());
    }

    @Test
    void a_report_only_run_keeps_the_state_and_nothing_else() {
        SearchMachine machine = GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
        SearchReport report = SearchRun.runReportOnly(machine, RunConfig.of(CANONICAL_SERIAL));
        assertThat(report.finalState()).isEqualTo(machine.state());
        assertThat(report.finalState().closedNodes()).containsExactly(0L, 1L, 2L, 4L, 5L);
        assertThat(report.rounds()).isEmpty();
        assertThat(report.certificates()).isEmpty();
        assertThat(report.observation().normalizedCommitTrace()).isEmpty();
        assertThat(report.observation().selectedResultPublicationTrace()).isEmpty();
        assertThat(report.routeBounds().candidateDiscoveryBoundSteps()).isNull();
        assertThat(report.routeBounds().recoveryBoundStepsAfterLatestEpoch()).isNull();
        assertThat(report.observation().selectedResultCost()).isEqualTo(2);
    }

    @Test
    void observations_compare_by_the_parts_asked_for() {
        List<SearchObservable> all = Arrays.asList(SearchObservable.values());
        SearchObservation left = run(CANONICAL_SERIAL).observation();
        assertThat(ObservationComparison.of(left, left, NormalizationMode.FULL, all))
                .isEqualTo(new ObservationComparison.Exact());
        assertThat(ObservationComparison.of(
                        left, run(THREADED_EXACT_SINGLE_LANE).observation(), NormalizationMode.FULL, all))
                .isEqualTo(new ObservationComparison.Mismatch(List.of(SearchObservable.SCHEDULER_PROFILE_TRACE)));
        SearchObservation other = budgeted(CANONICAL_SERIAL, 1).observation();
        List<SearchObservable> backwards = new ArrayList<>(all);
        Collections.reverse(backwards);
        assertThat(ObservationComparison.of(left, other, NormalizationMode.FULL, backwards))
                .as("in the order of the request")
                .isEqualTo(new ObservationComparison.Mismatch(List.of(
                        SearchObservable.SELECTED_RESULT_PUBLICATION_TRACE,
                        SearchObservable.PROGRESS_ACCOUNTING,
                        SearchObservable.NORMALIZED_COMMIT_TRACE,
                        SearchObservable.SELECTED_RESULT_WITNESS_IDENTITY,
                        SearchObservable.CANONICAL_PARENT_IDENTITY,
                        SearchObservable.SELECTED_RESULT_COST)));
    }

    @Test
    void commits_in_another_order_are_equal_modulo_commutativity_alone() {
        SearchObservation left = run(CANONICAL_SERIAL).observation();
        var commits = new ArrayList<>(left.normalizedCommitTrace());
        Collections.swap(commits, 0, 1);
        SearchObservation right = new SearchObservation(
                left.selectedResultCost(),
                left.selectedResultWitness(),
                left.canonicalParentMap(),
                left.selectedResultPublicationTrace(),
                commits,
                left.replayCheckpoints(),
                left.graphEpochTrace(),
                left.reseedPolicyTrace(),
                left.schedulerProfile(),
                left.fairnessAssumptions(),
                left.productiveSteps(),
                left.totalSchedulerSteps());
        List<SearchObservable> asked = List.of(SearchObservable.NORMALIZED_COMMIT_TRACE);
        for (NormalizationMode mode : NormalizationMode.values()) {
            assertThat(ObservationComparison.of(left, right, mode, asked))
                    .isEqualTo(
                            mode == NormalizationMode.MODULO_COMMUTATIVITY
                                    ? new ObservationComparison.EquivalentModuloCommutativity()
                                    : new ObservationComparison.Mismatch(asked));
        }
    }

    @Test
    void proposals_are_independent_unless_one_of_six_sets_meets() {
        SearchQuery query = new SearchQuery.MultiGoal(0, List.of(8L, 9L));
        Authority plain = Authority.of(query, 1, 4);
        assertThat(plain.isIndependent(Authority.of(query, 2, 5))).isTrue();
        assertThat(plain.isIndependent(Authority.of(query, 1, 5)))
                .as("from the same node")
                .isTrue();
        assertThat(plain.isIndependent(Authority.of(query, 4, 5)))
                .as("expands the target")
                .isFalse();
        assertThat(Authority.of(query, 1, 8).isIndependent(Authority.of(query, 2, 9)))
                .as("two accepted targets")
                .isFalse();
        AuthoritySet nothing = new AuthoritySet(Set.of(), Set.of());
        AuthoritySet node = new AuthoritySet(Set.of(1L), Set.of());
        AuthoritySet surface = new AuthoritySet(Set.of(), Set.of(AuthoritySurface.PHASE));
        for (AuthoritySet one : List.of(node, surface)) {
            Authority writes = new Authority(nothing, one);
            Authority reads = new Authority(one, nothing);
            assertThat(writes.isIndependent(writes)).isFalse();
            assertThat(writes.isIndependent(reads)).isFalse();
            assertThat(reads.isIndependent(writes)).isFalse();
            assertThat(reads.isIndependent(reads)).isTrue();
        }
    }
}
