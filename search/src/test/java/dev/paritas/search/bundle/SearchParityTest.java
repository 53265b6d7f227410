package dev.paritas.search.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.search.bundle.SearchParityBundle.ModelTheoremProblem;
import dev.paritas.search.bundle.SearchParityBundle.ModelTheoremSupport;
import dev.paritas.search.engine.GraphDomain;
import dev.paritas.search.engine.ReplayExpectation;
import dev.paritas.search.engine.RunConfig;
import dev.paritas.search.engine.SearchMachine;
import dev.paritas.search.engine.SearchReplay;
import dev.paritas.search.engine.SearchReport;
import dev.paritas.search.engine.SearchRun;
import dev.paritas.search.engine.TheoremPacks;
import dev.paritas.search.object.FairnessArtifact.FairnessClaim;
import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.FairnessCertificate.CertificateClass;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchRound;
import dev.paritas.search.object.TheoremPack.TheoremPresence;
import dev.paritas.search.object.TheoremPack.TheoremSupport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of spec 52 §7, and every check of §7.2. */
class SearchParityTest {
    private final SearchParityBundle model = SearchParity.model();

    @Test
    void behaviour_is_as_tabulated() {
        assertThat(model.schemaVersion()).isEqualTo("search_parity_v13");
        assertThat(model.canonicalBatchNodes()).containsExactly(1L, 2L);
        assertThat(model.independentTargets()).containsExactly(4L, 5L);
        assertThat(model.replayEpochTrace()).containsExactly(1L);
        assertThat(model.replayPhaseTrace()).containsExactly(0L, 0L, 0L);
        assertThat(List.of(model.barrierBeforeEpoch(), model.barrierAfterEpoch(), model.barrierPhaseDelta()))
                .containsExactly(1L, 2L, 1L);
        assertThat(model.fairnessBundle()).containsExactly(FairnessAssumption.EVENTUAL_LIVE_BATCH_SERVICE);
        assertThat(model.canonicalServiceBoundSteps()).isEqualTo(1);
        assertThat(model.theoremPackServiceBoundSteps()).isEqualTo(1);
        assertThat(model.theoremPackGoalWindowDiscoverySuffixBoundSteps()).isEqualTo(1);
        assertThat(model.theoremPackGate()).isEqualTo("just check-search-fairness");
        assertThat(model.refinement())
                .isEqualTo(new ThreadedRefinement(true, true, true, true, true, true, true, true));
    }

    @Test
    void the_model_classifies_profiles_as_tabulated() {
        assertThat(model.profileClaims())
                .isEqualTo(new ProfileWords(
                        "exact_one_step",
                        "exact_one_step_under_refinement",
                        "premised_window_bounded",
                        "premised_window_bounded"));
        assertThat(model.profileCertificates())
                .isEqualTo(new ProfileWords(
                        "current_min_key_batch",
                        "current_min_key_batch_via_threaded_refinement",
                        "certified_current_min_key_window",
                        "certified_current_min_key_window"));
    }

    /** The known divergence of §7.2: one profile, and nothing else. */
    @Test
    void model_and_runtime_part_on_the_envelope_alone() {
        SearchParityBundle runtime = SearchParity.runtime();
        assertThat(runtime.profileClaims())
                .isEqualTo(new ProfileWords(
                        "exact_one_step",
                        "exact_one_step_under_refinement",
                        "premised_window_bounded",
                        "premise_only"));
        assertThat(runtime.profileCertificates().batchedParallelEnvelopeBounded())
                .isEqualTo("none");
        assertThat(runtime.withProfiles(model.profileClaims(), model.profileCertificates()))
                .isEqualTo(model);
    }

    @Test
    void the_inventory_has_the_published_sizes_and_classes() {
        assertThat(model.fairnessInventory()).hasSize(56).allMatch(TheoremPresence::present);
        assertThat(model.theoremPackInventory()).isEqualTo(model.fairnessInventory());
        assertThat(model.theoremPackInventoryClasses().stream()
                        .collect(Collectors.groupingBy(ModelTheoremSupport::supportClass, Collectors.counting())))
                .isEqualTo(Map.of(
                        "executable_semantics", 12L,
                        "refinement_corollary", 17L,
                        "premise_scoped", 27L));
        assertThat(model.theoremPackInventoryProblemClasses().stream()
                        .collect(Collectors.groupingBy(ModelTheoremProblem::problemClass, Collectors.counting())))
                .isEqualTo(Map.of(
                        "generic_machine", 42L,
                        "generic_selected_result", 6L,
                        "path_problem_specific", 8L));
    }

    /** Model and runtime list the same theorems, in another order from the 43rd on. */
    @Test
    void the_runtimes_inventory_is_the_models_in_another_order() {
        List<TheoremPresence> runtime = TheoremPacks.runtime().inventory();
        assertThat(runtime).containsExactlyInAnyOrderElementsOf(model.theoremPackInventory());
        assertThat(runtime.subList(0, 42))
                .isEqualTo(model.theoremPackInventory().subList(0, 42));
        assertThat(runtime.get(42)).isEqualTo(model.theoremPackInventory().get(44));
        assertThat(TheoremPacks.runtime().inventorySupportClasses())
                .extracting(TheoremSupport::name)
                .as("class lists keep the model's order")
                .isEqualTo(model.theoremPackInventory().stream()
                        .map(TheoremPresence::name)
                        .toList());
    }

    /** The replay row of §7.2. */
    @Test
    void the_replayed_run_certifies_its_first_round_and_gives_its_observation_again() {
        SearchMachine machine = GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
        SearchReport report = SearchRun.run(
                machine,
                RunConfig.of(SchedulerProfile.CANONICAL_SERIAL)
                        .withFairness(Set.of(
                                FairnessAssumption.DETERMINISTIC_SCHEDULER_CONFLUENCE,
                                FairnessAssumption.EVENTUAL_LIVE_BATCH_SERVICE)));
        assertThat(report.fairness().claimClass()).isEqualTo(FairnessClaim.EXACT_ONE_STEP);
        assertThat(report.fairness().certificate().certificateClass())
                .isEqualTo(CertificateClass.CURRENT_MIN_KEY_BATCH);
        assertThat(report.fairness().certificate().serviceBoundSteps()).isEqualTo(1);
        assertThat(report.fairness().exactCommitTraceRefinesCanonical()).isTrue();
        SearchRound first = report.rounds().getFirst();
        assertThat(report.fairness().certificate().certifiedBatchNodes()).isEqualTo(first.batchNodes());
        assertThat(report.fairness().certificate().certifiedNormalizedCommits()).isEqualTo(first.commits());
        assertThat(report.fairness().certificate().certifiedEpoch()).isEqualTo(first.epoch());
        assertThat(report.fairness().certificate().certifiedPhase()).isEqualTo(first.phase());
        SearchReplay replay = report.replay(GraphDomain.PARITY_QUERY);
        ReplayExpectation expected = new ReplayExpectation(
                model.replayEpochTrace(),
                ReplayExpectation.of(replay).snapshots(),
                model.replayPhaseTrace(),
                ReplayExpectation.of(replay).batchNodes(),
                Set.copyOf(model.fairnessBundle()));
        assertThat(replay.replay(expected)).isEqualTo(report.observation());
    }
}
