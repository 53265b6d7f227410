module
public import Paritas.SemanticEffects
/-!
# Theorems about effects

When an effect has which lifecycle, and what every run of the effect boundary records.
-/
@[expose] public section
namespace Paritas

/-- An effect is told as blocked exactly if it stands blocked at the end. -/
theorem EffectObservation.lifecycle_blocked_iff (run : EffectObservation) (exchange : EffectExchange) :
    run.lifecycle exchange = .blocked ↔ exchange.status = .blocked := by
  unfold EffectObservation.lifecycle
  split <;> simp_all
  repeat' split
  all_goals simp

/-- An effect is told as failed exactly if it stands failed at the end. -/
theorem EffectObservation.lifecycle_failed_iff (run : EffectObservation) (exchange : EffectExchange) :
    run.lifecycle exchange = .failed ↔ exchange.status = .failed := by
  unfold EffectObservation.lifecycle
  split <;> simp_all
  repeat' split
  all_goals simp

/-- An earlier question was the same and had to wait. -/
theorem EffectObservation.resumes_iff (run : EffectObservation) (exchange : EffectExchange) :
    run.resumes exchange = true ↔
      ∃ earlier ∈ run.exchanges, earlier.id < exchange.id ∧ earlier.request = exchange.request ∧ earlier.waited = true := by
  simp [EffectObservation.resumes, List.any_eq_true, and_assoc]

/-- An effect is told as resumed exactly if it succeeded and an earlier question, the same, had to wait. -/
theorem EffectObservation.lifecycle_resumed_iff (run : EffectObservation) (exchange : EffectExchange) :
    run.lifecycle exchange = .resumed ↔ exchange.status = .succeeded ∧
      ∃ earlier ∈ run.exchanges, earlier.id < exchange.id ∧ earlier.request = exchange.request ∧ earlier.waited = true := by
  rw [← resumes_iff]
  unfold EffectObservation.lifecycle
  split
  · simp_all
  · simp_all
  · cases run.resumes exchange <;> cases run.faulted <;> simp_all

/-- An effect is told as followed by a fault exactly if it succeeded at once and a fault has ended the run. -/
theorem EffectObservation.lifecycle_succeededThenFaulted_iff (run : EffectObservation) (exchange : EffectExchange) :
    run.lifecycle exchange = .succeededThenFaulted ↔
      exchange.status = .succeeded ∧ run.resumes exchange = false ∧ run.faulted = true := by
  unfold EffectObservation.lifecycle
  split
  · simp_all
  · simp_all
  · cases run.resumes exchange <;> cases run.faulted <;> simp_all

/-- An effect is told as succeeded exactly if it succeeded at once and no fault has ended the run. -/
theorem EffectObservation.lifecycle_succeeded_iff (run : EffectObservation) (exchange : EffectExchange) :
    run.lifecycle exchange = .succeeded ↔
      exchange.status = .succeeded ∧ run.resumes exchange = false ∧ run.faulted = false := by
  unfold EffectObservation.lifecycle
  split
  · simp_all
  · simp_all
  · cases run.resumes exchange <;> cases run.faulted <;> simp_all

/-- The ids of what was recorded ascend and lie below the next one. -/
def EffectMachine.IdsAscend (machine : EffectMachine) : Prop :=
  (machine.seen.exchanges.Pairwise fun earlier later => earlier.id < later.id) ∧
    ∀ exchange ∈ machine.seen.exchanges, exchange.id < machine.nextId

/-- A step of the machine in which every id is new. -/
structure EffectMachine.Grows (before after : EffectMachine) : Prop where
  ids : before.nextId ≤ after.nextId
  ascends : before.IdsAscend → after.IdsAscend

namespace EffectMachine

/-- A change that records nothing. -/
theorem Grows.of_same {before after : EffectMachine} (exchanges : after.seen.exchanges = before.seen.exchanges)
    (ids : before.nextId ≤ after.nextId) : before.Grows after where
  ids
  ascends := fun ⟨sorted, below⟩ => by
    refine ⟨exchanges ▸ sorted, ?_⟩
    rw [exchanges]
    intro exchange member
    have := below exchange member
    omega

/-- One change after the other. -/
theorem Grows.trans {first second third : EffectMachine} (one : first.Grows second) (two : second.Grows third) :
    first.Grows third :=
  ⟨Nat.le_trans one.ids two.ids, fun ascend => two.ascends (one.ascends ascend)⟩

/-- A recorded exchange has a new id. -/
theorem record_grows (machine : EffectMachine) (kind : EffectKind) (session : Option Nat) (subject : List String)
    (answer : EffectStatus) (overrides : List EffectStatus) :
    machine.Grows (machine.record kind session subject answer overrides) where
  ids := by simp [record]
  ascends := fun ⟨sorted, below⟩ => by
    constructor
    · simp only [record, List.pairwise_append]
      refine ⟨sorted, List.pairwise_singleton _ _, ?_⟩
      intro earlier member later here
      simp only [List.mem_singleton] at here
      subst here
      exact below earlier member
    · intro exchange member
      simp only [record, List.mem_append, List.mem_singleton] at member ⊢
      rcases member with old | new
      · have := below exchange old
        omega
      · subst new
        simp

/-- What happens to the network is recorded under new ids. -/
theorem ingest_grows (machine : EffectMachine) (host : Host) : machine.Grows (machine.ingest host) :=
  (record_grows machine .topologyEvents none [] .succeeded []).trans
    (.of_same rfl (by simp [ingest]))

/-- A commit records under new ids. -/
theorem commit_grows (machine : EffectMachine) (host : Host) (role : String) :
    machine.Grows (machine.commit host role) := by
  unfold commit
  have hinted := record_grows machine .outputConditionHint (some effectSession) [role] .succeeded []
  split
  · exact (hinted.trans (record_grows _ .walSync none [role] .succeeded [])).trans (.of_same rfl (by simp))
  · exact hinted.trans (.of_same rfl (by simp))

/-- Going on records nothing. -/
theorem advance_grows (machine : EffectMachine) (role : EffectRole) (rest : List EffectInstr) :
    machine.Grows (machine.advance role rest) :=
  .of_same rfl (Nat.le_refl _)

/-- An instruction records under new ids. -/
theorem execute_grows (machine : EffectMachine) (host : Host) (role : EffectRole) :
    machine.Grows (machine.execute host role) := by
  unfold execute
  split
  · exact .of_same rfl (Nat.le_refl _)
  · exact advance_grows ..
  · dsimp only
    split
    · exact (record_grows ..).trans (.of_same rfl (Nat.le_refl _))
    · exact (((record_grows ..).trans (.of_same rfl (Nat.le_refl _))).trans (commit_grows ..)).trans (advance_grows ..)
  · split
    · exact .of_same rfl (Nat.le_refl _)
    · exact (((Grows.of_same rfl (Nat.le_refl _)).trans (record_grows ..)).trans (commit_grows ..)).trans
        (advance_grows ..)
  · split
    · exact ((record_grows ..).trans (commit_grows ..)).trans (advance_grows ..)
    · exact (record_grows ..).trans (.of_same rfl (Nat.le_refl _))

/-- A round records under new ids. -/
theorem round_grows (machine : EffectMachine) (host : Host) : machine.Grows (machine.round host) := by
  have woken : machine.Grows ((({ machine with tick := machine.tick + 1 } : EffectMachine).ingest host).wake) :=
    ((Grows.of_same rfl (Nat.le_refl _)).trans (ingest_grows _ host)).trans (.of_same rfl (Nat.le_refl _))
  unfold round
  dsimp only
  split
  · exact woken
  · split
    · exact woken.trans (.of_same rfl (Nat.le_refl _))
    · exact (woken.trans (.of_same rfl (Nat.le_refl _))).trans (execute_grows ..)

/-- A run records under new ids. -/
theorem run_grows (host : Host) (most : Nat) (machine : EffectMachine) : machine.Grows (machine.run host most) := by
  induction most generalizing machine with
  | zero => exact .of_same rfl (Nat.le_refl _)
  | succ most ih =>
    unfold run
    split
    · exact .of_same rfl (Nat.le_refl _)
    · exact (round_grows machine host).trans (ih _)

/-- Whatever the programs and the host, the ids of the recorded exchanges strictly ascend: a retry has a later id. -/
theorem run_ids_ascend (codes : List (String × List EffectInstr)) (host : Host) (most : Nat) :
    ((start codes).run host most).IdsAscend :=
  (run_grows host most (start codes)).ascends ⟨List.Pairwise.nil, by simp [start]⟩

end EffectMachine

end Paritas
