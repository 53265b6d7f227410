module
public import Lean.Data.Json
public import Paritas.SearchAuthority
public import Paritas.SearchEpoch
public import Paritas.SearchInventory
public import Paritas.SearchRun
/-!
# Search parity

The reduced search bundle, out of runs of the model on one small graph (spec 52 §7).
-/
@[expose] public section
namespace Paritas.Search
open Lean (Json)

/-- The graph of the bundle. -/
def parityDomain : Domain := .ofEdges [(0, 1, 1), (0, 2, 1), (1, 4, 1), (2, 5, 1)] fun _ => 0

/-- What is looked for in it. -/
def parityQuery : Query where
  start := 0
  accepted := [5]

/-- The search before its first step: the plain sum, the first epoch. -/
def parityStart : State := .initial parityDomain parityQuery 1000 1

/-- More steps than the search needs. -/
def parityBudget : Nat := 64

/-- The run of a configuration, or the text that it is refused. -/
def parityRun (config : Config) : Except String Run :=
  match parityStart.run parityDomain parityQuery config parityBudget with
  | .ok run => .ok run
  | .error _ => .error "the configuration is refused"

/-- The threaded lane beside the canonical one. -/
def refinements (canonical threaded : Run) : List (String × Bool) :=
  let left := canonical.final
  let right := threaded.final
  let seen (run : Run) (state : State) := state.observation run.config.fairness
  [ ("threaded_commit_trace_refines_canonical", left.commits = right.commits),
    ("threaded_state_slice_refines_canonical", left.slice = right.slice),
    ("threaded_observation_equivalent_to_canonical", seen canonical left = seen threaded right),
    ("threaded_multi_step_state_trace_refines_canonical",
      canonical.states.map State.slice = threaded.states.map State.slice),
    ("threaded_multi_step_observation_trace_refines_canonical",
      canonical.states.map (seen canonical) = threaded.states.map (seen threaded)),
    ("threaded_state_artifact_refines_canonical", left = right),
    ("threaded_multi_step_state_artifact_trace_refines_canonical", canonical.states = threaded.states) ]

/-- Naturals as JSON. -/
def naturals (numbers : List Nat) : Json :=
  .arr (numbers.map fun (number : Nat) => (number : Json)).toArray

/-- A word for each profile. -/
def profileWords (word : Profile → String) : Json :=
  Json.mkObj (Profile.all.map fun profile => (profile.word, Json.str (word profile)))

/-- One object for each theorem: its name and one more member. -/
def inventoryJson (member : String) (value : InventoryEntry → Json) : Json :=
  .arr (inventory.map fun entry => Json.mkObj [("name", entry.name), (member, value entry)]).toArray

/-- The bundle. -/
def parityBundle : Except String Json := do
  let replayed := { Profile.canonicalSerial.config with
    fairness := [.eventualLiveBatchService, .deterministicSchedulerConfluence] }
  let recorded ← parityRun replayed
  let canonical ← parityRun Profile.canonicalSerial.config
  let threaded ← parityRun Profile.threadedExactSingleLane.config
  let batched ← parityRun Profile.batchedParallelExact.config
  let second ← match recorded.rounds with
    | _ :: round :: _ => pure round.batch
    | _ => throw "the search has no second batch"
  let after := parityStart.reconfigure parityDomain parityQuery (parityStart.epoch + 1) .startOnly
  let certificates := batched.rounds.map fun round => round.certificate batched.config.profile
  let added := replayed.fairness.filter fun premise => !replayed.profile.neededFairness.contains premise
  let members : List (String × Json) := [
    ("schema_version", "search_parity_v13"),
    ("canonical_batch_nodes", naturals second.nodes),
    ("independent_targets", naturals (independentTargets parityDomain parityQuery second)),
    ("replay_epoch_trace", naturals recorded.final.epochs),
    ("replay_phase_trace", naturals (recorded.rounds.map fun round => round.batch.phase)),
    ("barrier_before_epoch", parityStart.epoch),
    ("barrier_after_epoch", after.epoch),
    ("barrier_phase_delta", after.phase - parityStart.phase),
    ("fairness_bundle", .arr (added.map fun premise => Json.str premise.word).toArray),
    ("canonical_service_bound_steps", Profile.canonicalSerial.serviceBound),
    ("profile_claims", profileWords fun profile => profile.claim.word),
    ("profile_certificates", profileWords fun profile => profile.claim.certificate),
    ("certified_window_trace_valid", certifyAll certificates batched.rounds),
    ("fairness_inventory", inventoryJson "present" fun _ => true),
    ("theorem_pack_inventory", inventoryJson "present" fun _ => true),
    ("theorem_pack_inventory_classes", inventoryJson "support_class" fun entry => entry.support.word),
    ("theorem_pack_inventory_problem_classes", inventoryJson "problem_class" fun entry => entry.problem.word),
    ("theorem_pack_service_bound_steps", Profile.canonicalSerial.serviceBound),
    ("theorem_pack_goal_window_discovery_suffix_bound_steps", Profile.canonicalSerial.serviceBound),
    ("theorem_pack_gate", "just check-search-fairness")]
  return Json.mkObj (members ++ (refinements canonical threaded).map fun (name, holds) => (name, Json.bool holds))

end Paritas.Search
