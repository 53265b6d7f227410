package dev.paritas.search.engine;

import static dev.paritas.search.object.TheoremPack.ProblemClass.GENERIC_MACHINE;
import static dev.paritas.search.object.TheoremPack.ProblemClass.GENERIC_SELECTED_RESULT;
import static dev.paritas.search.object.TheoremPack.ProblemClass.PATH_PROBLEM_SPECIFIC;
import static dev.paritas.search.object.TheoremPack.SupportClass.EXECUTABLE_SEMANTICS;
import static dev.paritas.search.object.TheoremPack.SupportClass.PREMISE_SCOPED;
import static dev.paritas.search.object.TheoremPack.SupportClass.REFINEMENT_COROLLARY;

import dev.paritas.search.object.TheoremPack;
import dev.paritas.search.object.TheoremPack.ProblemClass;
import dev.paritas.search.object.TheoremPack.SupportClass;
import dev.paritas.search.object.TheoremPack.TheoremPresence;
import dev.paritas.search.object.TheoremPack.TheoremProblem;
import dev.paritas.search.object.TheoremPack.TheoremSupport;
import java.util.Comparator;
import java.util.List;

/** The inventory of theorems, in the model's order (spec 52 §7.1). */
public final class TheoremPacks {
    /** The command that checks the theorems. */
    public static final String GATE = "just check-search-fairness";

    /** Steps until the canonical machine serves the lowest entry, and after the goal entered the window. */
    public static final long SERVICE_BOUND = 1;

    /** @param runtimePosition place in the runtime's inventory, which is ordered otherwise from the 43rd on */
    private record Theorem(String name, SupportClass support, ProblemClass problem, int runtimePosition) {}

    private static final List<Theorem> THEOREMS = List.of(
            new Theorem("search_canonical_serial_exact_one_step_fairness", EXECUTABLE_SEMANTICS, GENERIC_MACHINE, 0),
            new Theorem(
                    "search_full_state_artifact_of_full_state_is_runtime_projection",
                    EXECUTABLE_SEMANTICS,
                    GENERIC_MACHINE,
                    1),
            new Theorem(
                    "search_reduced_state_of_full_state_preserves_machine_invariants",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    2),
            new Theorem("search_full_activate_batch_preserves_invariants", PREMISE_SCOPED, GENERIC_MACHINE, 3),
            new Theorem("search_full_apply_proposal_preserves_invariants", PREMISE_SCOPED, GENERIC_MACHINE, 4),
            new Theorem("search_full_commit_proposals_preserves_invariants", PREMISE_SCOPED, GENERIC_MACHINE, 5),
            new Theorem(
                    "search_full_decrease_epsilon_and_rebuild_preserves_invariants",
                    PREMISE_SCOPED,
                    GENERIC_MACHINE,
                    6),
            new Theorem(
                    "search_full_commit_epoch_reconfiguration_preserves_invariants",
                    EXECUTABLE_SEMANTICS,
                    GENERIC_MACHINE,
                    7),
            new Theorem("search_full_step_once_preserves_invariants", PREMISE_SCOPED, GENERIC_MACHINE, 8),
            new Theorem(
                    "search_full_activate_batch_refines_reduced_service_window", PREMISE_SCOPED, GENERIC_MACHINE, 9),
            new Theorem("search_full_step_once_refines_reduced_executable_step", PREMISE_SCOPED, GENERIC_MACHINE, 10),
            new Theorem(
                    "search_canonical_serial_dynamic_liveness_under_stability", PREMISE_SCOPED, GENERIC_MACHINE, 11),
            new Theorem(
                    "search_executable_canonical_step_preserves_invariants", EXECUTABLE_SEMANTICS, GENERIC_MACHINE, 12),
            new Theorem(
                    "search_executable_trace_refines_canonical_machine_trace",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    13),
            new Theorem(
                    "search_executable_step_artifact_refines_canonical_step_artifact",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    14),
            new Theorem(
                    "search_canonical_machine_step_preserves_invariants", EXECUTABLE_SEMANTICS, GENERIC_MACHINE, 15),
            new Theorem(
                    "search_canonical_machine_trace_currently_min_priority_eventually_serviced",
                    EXECUTABLE_SEMANTICS,
                    GENERIC_MACHINE,
                    16),
            new Theorem(
                    "search_canonical_machine_step_artifact_refines_runtime_boundary",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    17),
            new Theorem(
                    "search_canonical_machine_state_artifact_is_runtime_projection",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    18),
            new Theorem(
                    "search_fixed_phase_canonical_serial_terminates_under_finite_reachable_bound",
                    PREMISE_SCOPED,
                    GENERIC_MACHINE,
                    19),
            new Theorem(
                    "search_rebuild_aware_canonical_serial_terminates_under_phase_work_measure",
                    PREMISE_SCOPED,
                    GENERIC_MACHINE,
                    20),
            new Theorem("search_bounded_strict_preemption_eventually_becomes_min", PREMISE_SCOPED, GENERIC_MACHINE, 21),
            new Theorem(
                    "search_canonical_serial_nonmin_entry_eventually_serviced_under_bounded_strict_preemption",
                    PREMISE_SCOPED,
                    GENERIC_MACHINE,
                    22),
            new Theorem(
                    "search_finite_better_entry_exhaustion_eventually_becomes_min",
                    PREMISE_SCOPED,
                    GENERIC_MACHINE,
                    23),
            new Theorem(
                    "search_canonical_serial_nonmin_entry_eventually_serviced_under_finite_better_entry_exhaustion",
                    PREMISE_SCOPED,
                    GENERIC_MACHINE,
                    24),
            new Theorem(
                    "search_canonical_serial_nonmin_entry_eventually_serviced_under_scheduler_fairness",
                    PREMISE_SCOPED,
                    GENERIC_MACHINE,
                    25),
            new Theorem(
                    "search_canonical_serial_goal_reached_from_ready_witness_path",
                    PREMISE_SCOPED,
                    PATH_PROBLEM_SPECIFIC,
                    26),
            new Theorem(
                    "search_canonical_machine_goal_reached_from_ready_witness_path",
                    PREMISE_SCOPED,
                    PATH_PROBLEM_SPECIFIC,
                    27),
            new Theorem(
                    "search_canonical_machine_goal_reached_from_graph_reachability",
                    PREMISE_SCOPED,
                    PATH_PROBLEM_SPECIFIC,
                    28),
            new Theorem(
                    "search_canonical_machine_goal_reached_from_raw_successor_semantics",
                    PREMISE_SCOPED,
                    PATH_PROBLEM_SPECIFIC,
                    29),
            new Theorem(
                    "search_goal_reachability_connects_to_incumbent_publication",
                    PREMISE_SCOPED,
                    PATH_PROBLEM_SPECIFIC,
                    30),
            new Theorem(
                    "search_eventual_optimal_goal_publication_under_admissible_consistent_heuristic",
                    PREMISE_SCOPED,
                    PATH_PROBLEM_SPECIFIC,
                    31),
            new Theorem(
                    "search_threaded_exact_single_lane_refines_canonical_one_step",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    32),
            new Theorem(
                    "search_threaded_exact_single_lane_commit_trace_refines_canonical",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    33),
            new Theorem(
                    "search_threaded_exact_single_lane_state_slice_refines_canonical",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    34),
            new Theorem(
                    "search_threaded_exact_single_lane_observation_slice_refines_canonical",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    35),
            new Theorem(
                    "search_threaded_exact_single_lane_observation_equivalent_to_canonical",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    36),
            new Theorem(
                    "search_threaded_exact_single_lane_multi_step_state_trace_refines_canonical",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    37),
            new Theorem(
                    "search_threaded_exact_single_lane_multi_step_observation_trace_refines_canonical",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    38),
            new Theorem(
                    "search_threaded_exact_single_lane_state_artifact_refines_canonical",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    39),
            new Theorem(
                    "search_threaded_exact_single_lane_multi_step_state_artifact_trace_refines_canonical",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    40),
            new Theorem(
                    "search_threaded_exact_single_lane_exact_one_step_fairness",
                    REFINEMENT_COROLLARY,
                    GENERIC_MACHINE,
                    41),
            new Theorem(
                    "search_canonical_serial_goal_window_service_has_exact_suffix_bound",
                    EXECUTABLE_SEMANTICS,
                    PATH_PROBLEM_SPECIFIC,
                    48),
            new Theorem(
                    "search_threaded_exact_single_lane_goal_window_service_has_exact_suffix_bound",
                    REFINEMENT_COROLLARY,
                    PATH_PROBLEM_SPECIFIC,
                    49),
            new Theorem("search_batched_parallel_exact_certified_window_fairness", PREMISE_SCOPED, GENERIC_MACHINE, 42),
            new Theorem(
                    "search_batched_parallel_exact_bounded_dynamic_starvation_freedom",
                    PREMISE_SCOPED,
                    GENERIC_MACHINE,
                    43),
            new Theorem(
                    "search_batched_parallel_exact_certified_window_trace_valid", PREMISE_SCOPED, GENERIC_MACHINE, 44),
            new Theorem(
                    "search_batched_parallel_envelope_claim_is_certified_window_bounded",
                    PREMISE_SCOPED,
                    GENERIC_MACHINE,
                    45),
            new Theorem(
                    "search_batched_parallel_envelope_certified_window_fairness", PREMISE_SCOPED, GENERIC_MACHINE, 46),
            new Theorem(
                    "search_batched_parallel_envelope_certified_window_trace_valid",
                    PREMISE_SCOPED,
                    GENERIC_MACHINE,
                    47),
            new Theorem(
                    "search_canonical_serial_has_exact_result_contract",
                    EXECUTABLE_SEMANTICS,
                    GENERIC_SELECTED_RESULT,
                    50),
            new Theorem(
                    "search_threaded_exact_single_lane_has_exact_result_contract",
                    EXECUTABLE_SEMANTICS,
                    GENERIC_SELECTED_RESULT,
                    51),
            new Theorem(
                    "search_batched_parallel_exact_has_certified_window_exact_contract",
                    EXECUTABLE_SEMANTICS,
                    GENERIC_SELECTED_RESULT,
                    52),
            new Theorem(
                    "search_batched_parallel_envelope_has_envelope_bounded_contract",
                    EXECUTABLE_SEMANTICS,
                    GENERIC_SELECTED_RESULT,
                    53),
            new Theorem(
                    "search_scheduler_step_budget_yields_budgeted_anytime_contract",
                    EXECUTABLE_SEMANTICS,
                    GENERIC_SELECTED_RESULT,
                    54),
            new Theorem(
                    "search_selected_result_observation_slice_refines_legacy_fields",
                    REFINEMENT_COROLLARY,
                    GENERIC_SELECTED_RESULT,
                    55));

    private TheoremPacks() {}

    /** {@return the pack as the runtime publishes it: its own order for the inventory, the model's for the classes} */
    public static TheoremPack runtime() {
        return new TheoremPack(
                THEOREMS.stream()
                        .sorted(Comparator.comparingInt(Theorem::runtimePosition))
                        .map(theorem -> new TheoremPresence(theorem.name(), true))
                        .toList(),
                supportClasses(),
                problemClasses(),
                SERVICE_BOUND,
                SERVICE_BOUND,
                GATE);
    }

    /** {@return the names in the model's order} */
    public static List<TheoremPresence> modelInventory() {
        return THEOREMS.stream()
                .map(theorem -> new TheoremPresence(theorem.name(), true))
                .toList();
    }

    public static List<TheoremSupport> supportClasses() {
        return THEOREMS.stream()
                .map(theorem -> new TheoremSupport(theorem.name(), theorem.support()))
                .toList();
    }

    public static List<TheoremProblem> problemClasses() {
        return THEOREMS.stream()
                .map(theorem -> new TheoremProblem(theorem.name(), theorem.problem()))
                .toList();
    }
}
