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

/-- A recorded exchange and a change that records nothing. -/
theorem record_same_grows (machine after : EffectMachine) (kind : EffectKind) (session : Option Nat)
    (subject : List String) (answer : EffectStatus) (overrides : List EffectStatus)
    (exchanges : after.seen.exchanges = (machine.record kind session subject answer overrides).seen.exchanges)
    (ids : after.nextId = machine.nextId + 1) : machine.Grows after :=
  (record_grows machine kind session subject answer overrides).trans
    (.of_same exchanges (by rw [ids]; exact Nat.le_refl _))

/-- A committed instruction after which a role goes on. -/
theorem Grows.andGoesOn {before after : EffectMachine} (grows : before.Grows after) (host : Host) (name : String)
    (role : EffectRole) (rest : List EffectInstr) : before.Grows ((after.commit host name).advance role rest) :=
  (grows.trans (commit_grows after host name)).trans (advance_grows _ role rest)

/-- An instruction records under new ids. -/
theorem execute_grows (machine : EffectMachine) (host : Host) (role : EffectRole) :
    machine.Grows (machine.execute host role) := by
  unfold execute
  split
  · exact .of_same rfl (Nat.le_refl _)
  · exact advance_grows ..
  · rename_i partner label rest _
    dsimp only
    split
    · exact record_same_grows machine _ .sendDecision (some effectSession) [role.name, partner, label] .succeeded
        [.blocked] rfl rfl
    · refine Grows.andGoesOn ?_ host role.name role rest
      exact record_same_grows machine _ .sendDecision (some effectSession) [role.name, partner, label] .succeeded []
        rfl rfl
  · rename_i partner label rest _
    split
    · exact .of_same rfl (Nat.le_refl _)
    · refine Grows.andGoesOn ?_ host role.name role rest
      exact record_same_grows machine _ .handleRecv (some effectSession) [role.name, partner, label] .succeeded []
        rfl rfl
  · rename_i rest _
    split
    · exact (record_grows machine .invokeStep (some effectSession) [role.name] .succeeded []).andGoesOn host role.name
        role rest
    · exact record_same_grows machine _ .invokeStep (some effectSession) [role.name] .failed [] rfl rfl

/-- A round records under new ids. -/
theorem round_grows (machine : EffectMachine) (host : Host) : machine.Grows (machine.round host) := by
  have later : machine.Grows { machine with tick := machine.tick + 1 } := .of_same rfl (Nat.le_refl _)
  have asked := later.trans (ingest_grows _ host)
  have woken := asked.trans (.of_same (after := ({ machine with tick := machine.tick + 1 } : EffectMachine).ingest host
    |>.wake) rfl (Nat.le_refl _))
  unfold round
  dsimp only
  split
  · exact woken
  · rename_i queue _
    split
    · exact woken.trans (.of_same rfl (Nat.le_refl _))
    · rename_i role _
      refine Grows.trans ?_ (execute_grows _ host role)
      exact woken.trans (.of_same rfl (Nat.le_refl _))

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
