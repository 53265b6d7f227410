module
/-!
# The theorem inventory

The theorems of the reference about its search, with their classes (spec 52 §7.1). The bundle names them; nothing here says
that this model has proved them.
-/
@[expose] public section
namespace Paritas.Search

/-- On what a theorem rests. -/
inductive Support
  | executableSemantics
  | refinementCorollary
  | premiseScoped
deriving Inhabited

/-- The word of a class in documents. -/
def Support.word : Support → String
  | .executableSemantics => "executable_semantics"
  | .refinementCorollary => "refinement_corollary"
  | .premiseScoped => "premise_scoped"

/-- What a theorem is about. -/
inductive Problem
  | genericMachine
  | genericSelectedResult
  | pathProblemSpecific
deriving Inhabited

/-- The word of a class in documents. -/
def Problem.word : Problem → String
  | .genericMachine => "generic_machine"
  | .genericSelectedResult => "generic_selected_result"
  | .pathProblemSpecific => "path_problem_specific"

/-- A theorem of the reference. -/
structure InventoryEntry where
  name : String
  support : Support
  problem : Problem
deriving Inhabited

/-- All of them, in the order of the model. -/
def inventory : List InventoryEntry := [
  ⟨"search_canonical_serial_exact_one_step_fairness", .executableSemantics, .genericMachine⟩,
  ⟨"search_full_state_artifact_of_full_state_is_runtime_projection", .executableSemantics, .genericMachine⟩,
  ⟨"search_reduced_state_of_full_state_preserves_machine_invariants", .refinementCorollary, .genericMachine⟩,
  ⟨"search_full_activate_batch_preserves_invariants", .premiseScoped, .genericMachine⟩,
  ⟨"search_full_apply_proposal_preserves_invariants", .premiseScoped, .genericMachine⟩,
  ⟨"search_full_commit_proposals_preserves_invariants", .premiseScoped, .genericMachine⟩,
  ⟨"search_full_decrease_epsilon_and_rebuild_preserves_invariants", .premiseScoped, .genericMachine⟩,
  ⟨"search_full_commit_epoch_reconfiguration_preserves_invariants", .executableSemantics, .genericMachine⟩,
  ⟨"search_full_step_once_preserves_invariants", .premiseScoped, .genericMachine⟩,
  ⟨"search_full_activate_batch_refines_reduced_service_window", .premiseScoped, .genericMachine⟩,
  ⟨"search_full_step_once_refines_reduced_executable_step", .premiseScoped, .genericMachine⟩,
  ⟨"search_canonical_serial_dynamic_liveness_under_stability", .premiseScoped, .genericMachine⟩,
  ⟨"search_executable_canonical_step_preserves_invariants", .executableSemantics, .genericMachine⟩,
  ⟨"search_executable_trace_refines_canonical_machine_trace", .refinementCorollary, .genericMachine⟩,
  ⟨"search_executable_step_artifact_refines_canonical_step_artifact", .refinementCorollary, .genericMachine⟩,
  ⟨"search_canonical_machine_step_preserves_invariants", .executableSemantics, .genericMachine⟩,
  ⟨"search_canonical_machine_trace_currently_min_priority_eventually_serviced", .executableSemantics, .genericMachine⟩,
  ⟨"search_canonical_machine_step_artifact_refines_runtime_boundary", .refinementCorollary, .genericMachine⟩,
  ⟨"search_canonical_machine_state_artifact_is_runtime_projection", .refinementCorollary, .genericMachine⟩,
  ⟨"search_fixed_phase_canonical_serial_terminates_under_finite_reachable_bound", .premiseScoped, .genericMachine⟩,
  ⟨"search_rebuild_aware_canonical_serial_terminates_under_phase_work_measure", .premiseScoped, .genericMachine⟩,
  ⟨"search_bounded_strict_preemption_eventually_becomes_min", .premiseScoped, .genericMachine⟩,
  ⟨"search_canonical_serial_nonmin_entry_eventually_serviced_under_bounded_strict_preemption",
    .premiseScoped, .genericMachine⟩,
  ⟨"search_finite_better_entry_exhaustion_eventually_becomes_min", .premiseScoped, .genericMachine⟩,
  ⟨"search_canonical_serial_nonmin_entry_eventually_serviced_under_finite_better_entry_exhaustion",
    .premiseScoped, .genericMachine⟩,
  ⟨"search_canonical_serial_nonmin_entry_eventually_serviced_under_scheduler_fairness",
    .premiseScoped, .genericMachine⟩,
  ⟨"search_canonical_serial_goal_reached_from_ready_witness_path", .premiseScoped, .pathProblemSpecific⟩,
  ⟨"search_canonical_machine_goal_reached_from_ready_witness_path", .premiseScoped, .pathProblemSpecific⟩,
  ⟨"search_canonical_machine_goal_reached_from_graph_reachability", .premiseScoped, .pathProblemSpecific⟩,
  ⟨"search_canonical_machine_goal_reached_from_raw_successor_semantics", .premiseScoped, .pathProblemSpecific⟩,
  ⟨"search_goal_reachability_connects_to_incumbent_publication", .premiseScoped, .pathProblemSpecific⟩,
  ⟨"search_eventual_optimal_goal_publication_under_admissible_consistent_heuristic",
    .premiseScoped, .pathProblemSpecific⟩,
  ⟨"search_threaded_exact_single_lane_refines_canonical_one_step", .refinementCorollary, .genericMachine⟩,
  ⟨"search_threaded_exact_single_lane_commit_trace_refines_canonical", .refinementCorollary, .genericMachine⟩,
  ⟨"search_threaded_exact_single_lane_state_slice_refines_canonical", .refinementCorollary, .genericMachine⟩,
  ⟨"search_threaded_exact_single_lane_observation_slice_refines_canonical", .refinementCorollary, .genericMachine⟩,
  ⟨"search_threaded_exact_single_lane_observation_equivalent_to_canonical", .refinementCorollary, .genericMachine⟩,
  ⟨"search_threaded_exact_single_lane_multi_step_state_trace_refines_canonical", .refinementCorollary, .genericMachine⟩,
  ⟨"search_threaded_exact_single_lane_multi_step_observation_trace_refines_canonical",
    .refinementCorollary, .genericMachine⟩,
  ⟨"search_threaded_exact_single_lane_state_artifact_refines_canonical", .refinementCorollary, .genericMachine⟩,
  ⟨"search_threaded_exact_single_lane_multi_step_state_artifact_trace_refines_canonical",
    .refinementCorollary, .genericMachine⟩,
  ⟨"search_threaded_exact_single_lane_exact_one_step_fairness", .refinementCorollary, .genericMachine⟩,
  ⟨"search_canonical_serial_goal_window_service_has_exact_suffix_bound", .executableSemantics, .pathProblemSpecific⟩,
  ⟨"search_threaded_exact_single_lane_goal_window_service_has_exact_suffix_bound",
    .refinementCorollary, .pathProblemSpecific⟩,
  ⟨"search_batched_parallel_exact_certified_window_fairness", .premiseScoped, .genericMachine⟩,
  ⟨"search_batched_parallel_exact_bounded_dynamic_starvation_freedom", .premiseScoped, .genericMachine⟩,
  ⟨"search_batched_parallel_exact_certified_window_trace_valid", .premiseScoped, .genericMachine⟩,
  ⟨"search_batched_parallel_envelope_claim_is_certified_window_bounded", .premiseScoped, .genericMachine⟩,
  ⟨"search_batched_parallel_envelope_certified_window_fairness", .premiseScoped, .genericMachine⟩,
  ⟨"search_batched_parallel_envelope_certified_window_trace_valid", .premiseScoped, .genericMachine⟩,
  ⟨"search_canonical_serial_has_exact_result_contract", .executableSemantics, .genericSelectedResult⟩,
  ⟨"search_threaded_exact_single_lane_has_exact_result_contract", .executableSemantics, .genericSelectedResult⟩,
  ⟨"search_batched_parallel_exact_has_certified_window_exact_contract", .executableSemantics, .genericSelectedResult⟩,
  ⟨"search_batched_parallel_envelope_has_envelope_bounded_contract", .executableSemantics, .genericSelectedResult⟩,
  ⟨"search_scheduler_step_budget_yields_budgeted_anytime_contract", .executableSemantics, .genericSelectedResult⟩,
  ⟨"search_selected_result_observation_slice_refines_legacy_fields", .refinementCorollary, .genericSelectedResult⟩]

end Paritas.Search
