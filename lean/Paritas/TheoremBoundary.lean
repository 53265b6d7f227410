module
public import Paritas.Words
/-!
# The boundary of transported theorems

Which theorems a bundle's claims stand for, and who relies on them (spec 32 §6.3). The list never changes. The runtime
publishes another one; rows are compared by key.
-/
@[expose] public section
namespace Paritas

/-- How a theorem is used. -/
inductive TheoremUsage
  | blackBox | runtimeCritical | documentation
deriving DecidableEq

instance : Worded TheoremUsage where
  all := [.blackBox, .runtimeCritical, .documentation]
  word
    | .blackBox => "black_box_premise_only"
    | .runtimeCritical => "runtime_critical_instantiated_premise"
    | .documentation => "documentation_background_only"

/-- A theorem and who consumes it. -/
structure TheoremRow where
  key : String
  usage : TheoremUsage
  consumedByRuntime : Bool := false
  consumedByModel : Bool := false
  /-- What has to be assumed where nobody checks. -/
  assumption : Option String := none

namespace TheoremRow

/-- Premises that nobody looks into. -/
def blackBoxes (keys : List String) : List TheoremRow := keys.map ({ key := ·, usage := .blackBox })

/-- Background of the documentation. -/
def background (keys : List String) : List TheoremRow := keys.map ({ key := ·, usage := .documentation })

/-- Premises that the runtime's admission and the model's gate both consume. -/
def shared (keys : List String) : List TheoremRow :=
  keys.map ({ key := ·, usage := .runtimeCritical, consumedByRuntime := true, consumedByModel := true })

/-- Every row, in the order of an answer. -/
def ledger : List TheoremRow :=
  blackBoxes [
    "termination", "output_condition_soundness", "flp_lower_bound", "flp_impossibility", "cap_impossibility",
    "quorum_geometry_safety", "partial_synchrony_liveness", "responsiveness", "nakamoto_security",
    "reconfiguration_safety", "atomic_broadcast_ordering", "accountable_safety", "failure_detector_boundaries",
    "data_availability_retrievability", "coordination_characterization", "calm_characterization",
    "crdt_envelope_and_equivalence", "crdt_monotonicity", "triangle_of_forgetting_impossibility"]
  ++ [{
    key := "byzantine_safety_characterization", usage := .runtimeCritical, consumedByModel := true
    assumption := some "Lean theorem-pack gate only; Rust runtime admission does not currently consume this key." }]
  ++ blackBoxes ["consensus_envelope", "failure_envelope"]
  ++ shared [
    "protocol_machine_envelope_adherence", "protocol_machine_envelope_admission", "protocol_envelope_bridge"]
  ++ blackBoxes ["effect_interface_bridge"]
  ++ background [
    "classical_foster", "classical_maxweight", "classical_ldp", "classical_mean_field", "classical_heavy_traffic",
    "classical_mixing", "classical_fluid", "classical_concentration", "classical_littles_law",
    "classical_functional_clt", "classical_spectral_gap_termination"]

/-- What is critical for the runtime is consumed by it, or there are words for what is assumed. -/
def isExplicit (row : TheoremRow) : Bool :=
  row.usage ≠ .runtimeCritical || row.consumedByRuntime || row.assumption.isSome

/-- The keys that the runtime's admission consumes. -/
def runtimeKeys : List String := (ledger.filter (·.consumedByRuntime)).map (·.key)

end TheoremRow
end Paritas
