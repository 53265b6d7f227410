module
public import Paritas.SemanticObjects
/-!
# Theorems about finalization and progress

The model's stages and the runtime's differ in one way only, and every wait ends.
-/
@[expose] public section
namespace Paritas
namespace FinalizationPath

/-- A path is canonical exactly with a proof and a handle, while no handoff invalidates it and nothing is rejected. -/
theorem stage_canonical_iff (path : FinalizationPath) :
    path.stage = .canonical ↔ path.invalidatedByHandoffIds = [] ∧ path.rejectedPublicationIds = []
      ∧ path.proofIds ≠ [] ∧ path.canonicalHandleIds ≠ [] := by
  obtain ⟨_, _, _, _, _, _, proofs, handles, _, handoffs, rejected⟩ := path
  simp only [stage]
  cases handoffs with
  | cons => simp
  | nil =>
    cases rejected with
    | cons => simp
    | nil =>
      cases proofs with
      | nil => simp; split <;> simp
      | cons => cases handles <;> simp

/-- A path is invalidated exactly when a handoff says so, whatever else there is. -/
theorem stage_invalidated_iff (path : FinalizationPath) :
    path.stage = .invalidated ↔ path.invalidatedByHandoffIds ≠ [] := by
  simp only [stage]
  cases path.invalidatedByHandoffIds with
  | cons => simp
  | nil =>
    simp only [List.isEmpty_nil, Bool.not_true, Bool.false_eq_true, if_false, ne_eq, not_true, iff_false]
    repeat' split
    all_goals simp

/-- The path lists what its publications name, and its read class says whether there are authoritative reads: so it is in
every path that a runtime derives (spec 30 §13.1). -/
structure Derived (path : FinalizationPath) (published : List Publication) : Prop where
  proofs : ∀ publication ∈ published, publication.proofRef.isSome = true → path.proofIds ≠ []
  handles : ∀ publication ∈ published, publication.handleRef.isSome = true → path.canonicalHandleIds ≠ []
  reads : path.readClass.hasAuthority = !path.authoritativeReadIds.isEmpty

/-- What is canonical for the runtime is canonical for the model. -/
theorem canonical_of_runtime {path : FinalizationPath} {published : List Publication}
    (derived : path.Derived published) (canonical : path.runtimeStage published = .canonical) :
    path.stage = .canonical := by
  simp only [runtimeStage] at canonical
  split at canonical
  · simp at canonical
  split at canonical
  · simp at canonical
  rename_i live kept
  split at canonical
  · rename_i named
    have ⟨publication, there, both⟩ := List.any_eq_true.mp named
    rw [Bool.and_eq_true] at both
    simp only [Bool.not_eq_true', Bool.not_eq_false] at live kept
    exact path.stage_canonical_iff.mpr ⟨List.isEmpty_iff.mp live, List.isEmpty_iff.mp kept,
      derived.proofs publication there both.1, derived.handles publication there both.2⟩
  · split at canonical
    · simp at canonical
    · split at canonical <;> simp at canonical

/-- Where the two differ, the model says canonical and the runtime, which misses a publication that names both,
materialized. -/
theorem stages_differ {path : FinalizationPath} {published : List Publication} (derived : path.Derived published)
    (differ : path.stage ≠ path.runtimeStage published) :
    path.stage = .canonical ∧ path.runtimeStage published = .materialized := by
  by_cases canonical : path.runtimeStage published = .canonical
  · exact absurd ((canonical_of_runtime derived canonical).trans canonical.symm) differ
  · have reads := derived.reads
    simp only [stage, runtimeStage] at differ canonical ⊢
    split at differ
    · exact absurd rfl differ
    split at differ
    · exact absurd rfl differ
    rename_i live kept
    rw [if_neg live, if_neg kept] at canonical ⊢
    rw [if_neg live, if_neg kept]
    split at canonical
    · exact absurd rfl canonical
    rename_i unnamed
    rw [if_neg unnamed] at differ ⊢
    by_cases proven : (!path.proofIds.isEmpty) = true
    · by_cases handled : (!path.canonicalHandleIds.isEmpty) = true
      · simp [proven, handled]
      · simp [proven, handled] at differ
    · simp [proven, reads] at differ

end FinalizationPath

namespace ProgressState

/-- Every escalation comes nearer to the end. -/
theorem escalate_measure {bounded : Bool} {state next : ProgressState} (step : state.escalate bounded = some next) :
    next.measure < state.measure := by
  cases state <;> cases bounded <;> simp [escalate] at step <;> subst step <;> decide

/-- Nothing is left of the measure exactly when there is no escalation any more. -/
theorem escalate_none_iff (bounded : Bool) (state : ProgressState) :
    state.escalate bounded = none ↔ state.measure = 0 := by
  cases state <;> simp [escalate, measure]

/-- No wait outlasts as many escalations as its measure says, which is four at most. -/
theorem escalated_ends (bounded : Bool) (steps : Nat) (state : ProgressState) (enough : state.measure ≤ steps) :
    (state.escalated bounded steps).measure = 0 := by
  induction steps generalizing state with
  | zero => exact Nat.le_zero.mp enough
  | succ steps ih =>
    unfold escalated
    split
    · rename_i next step
      exact ih next (by have := escalate_measure step; omega)
    · rename_i none
      exact (escalate_none_iff bounded state).mp none

/-- A wait with a budget is timed out after four escalations, one without has failed. -/
theorem pending_escalated (bounded : Bool) :
    ProgressState.pending.escalated bounded 4 = if bounded then .timedOut else .failed := by
  cases bounded <;> rfl

/-- An ended contract means the same on every target. -/
theorem meaning_of_ended {state : ProgressState} (ended : state.measure = 0) : state.meaning = .exact := by
  cases state <;> first | rfl | cases ended

/-- A state that tells a failure exactly is an end. -/
theorem ended_of_exact {state : ProgressState} (exact : state.failure = .exact) : state.measure = 0 := by
  cases state <;> first | rfl | cases exact

end ProgressState

/-- From one standing of an agreement to another in any number of steps. -/
inductive AgreementStanding.Reaches : AgreementStanding → AgreementStanding → Prop
  | stay (standing : AgreementStanding) : Reaches standing standing
  | step {one next other : AgreementStanding} : next ∈ one.successors → Reaches next other → Reaches one other

/-- What is settled stays: a finalized agreement is never aborted, an aborted one never finalized. -/
theorem AgreementStanding.settled_stays {one other : AgreementStanding} (settled : one.successors = [])
    (reaches : one.Reaches other) : other = one := by
  cases reaches with
  | stay => rfl
  | step next => simp [settled] at next

/-- Nothing becomes provisional again. -/
theorem AgreementStanding.provisional_first {one : AgreementStanding} (reaches : one.Reaches .provisional) :
    one = .provisional := by
  generalize same : AgreementStanding.provisional = other at reaches
  induction reaches with
  | stay => rfl
  | step next _ ih =>
    subst same
    cases ih rfl
    rename_i one _
    cases one <;> simp [successors] at next

end Paritas
