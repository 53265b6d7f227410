module
public import Paritas.MachineLoop
public import Std.Data.HashMap.Lemmas
/-!
# Theorems about the loop

Time only goes forward, and only what is ready runs.
-/
@[expose] public section
namespace Paritas

/-- A round happens at the tick it is given. -/
theorem MachineState.round_tick {state : MachineState} {anyHandler : Bool} {tick : Nat} {round : Round}
    (h : state.round anyHandler tick = some round) : round.tick = tick := by
  simp only [MachineState.round, Option.bind_eq_bind, Option.bind_eq_some_iff, Option.pure_def, Option.some.injEq] at h
  obtain ⟨id, _, coroutine, _, session, _, rfl⟩ := h
  rfl

/-- The coroutine that is picked is ready, so none that has halted, faulted or waits. -/
theorem MachineState.round_picks_ready {state : MachineState} {anyHandler : Bool} {tick : Nat} {round : Round}
    (h : state.round anyHandler tick = some round) : round.before.isReady round.picked = true := by
  simp only [MachineState.round, Option.bind_eq_bind, Option.bind_eq_some_iff, Option.pure_def, Option.some.injEq] at h
  obtain ⟨id, found, coroutine, _, session, _, rfl⟩ := h
  exact List.find?_some found

/-- An instruction changes no coroutine but the one that executes it. -/
theorem MachineState.settle_other (state : MachineState) {picked id : Nat} (coroutine : Coroutine) (executed : Executed)
    (differs : picked ≠ id) : (state.settle picked coroutine executed).coroutines[id]? = state.coroutines[id]? := by
  unfold MachineState.settle
  cases executed.outcome <;> simp [differs]

/-- What has ended is not ready. -/
theorem MachineState.not_ready_of_over {state : MachineState} {id : Nat} {coroutine : Coroutine}
    (there : state.coroutines[id]? = some coroutine) (over : coroutine.isOver = true) : state.isReady id = false := by
  simp only [MachineState.isReady, there]
  cases coroutine with
  | mk _ _ _ _ status => cases status <;> simp [Coroutine.isOver] at over ⊢

/-- A coroutine that has ended when a round begins is not picked, and the round leaves it as it is. -/
theorem MachineState.round_keeps_ended {state : MachineState} {anyHandler : Bool} {tick : Nat} {round : Round}
    (h : state.round anyHandler tick = some round) {id : Nat} {coroutine : Coroutine}
    (there : round.before.coroutines[id]? = some coroutine) (over : coroutine.isOver = true) :
    round.picked ≠ id ∧ round.after.coroutines[id]? = some coroutine := by
  have differs : round.picked ≠ id := by
    intro same
    have ready := round_picks_ready h
    rw [same, not_ready_of_over there over] at ready
    cases ready
  refine ⟨differs, ?_⟩
  simp only [MachineState.round, Option.bind_eq_bind, Option.bind_eq_some_iff, Option.pure_def, Option.some.injEq] at h
  obtain ⟨picked, _, running, _, session, _, rfl⟩ := h
  rw [settle_other _ _ _ differs]
  exact there

/-- Waking one coroutine changes no other. -/
theorem MachineState.wake_other (state : MachineState) {waiting id : Nat} (reason : Block) (differs : waiting ≠ id) :
    (state.wake waiting reason).coroutines[id]? = state.coroutines[id]? := by
  unfold MachineState.wake
  split
  · rfl
  · split
    · rfl
    · rfl
    · simp [MachineState.modifyCoroutine, Array.getElem?_modify, differs]

/-- Waking any coroutines changes no other. -/
theorem MachineState.wakeAll_other (waiting : List (Nat × Block)) (state : MachineState) {id : Nat}
    (others : ∀ entry ∈ waiting, entry.1 ≠ id) :
    (waiting.foldl (fun state entry => state.wake entry.1 entry.2) state).coroutines[id]? = state.coroutines[id]? := by
  induction waiting generalizing state with
  | nil => rfl
  | cons entry rest ih =>
    rw [List.foldl_cons, ih _ fun other member => others other (.tail _ member)]
    exact wake_other _ _ (others entry (.head _))

/-- What is taken out of a map by folding it into a list. -/
theorem reverse_fold_eq_toList (blocked : Std.HashMap Nat Block) :
    (blocked.fold (init := []) fun reversed id reason => (id, reason) :: reversed).reverse = blocked.toList := by
  rw [Std.HashMap.fold_eq_foldl_toList]
  have folded : ∀ (entries acc : List (Nat × Block)),
      entries.foldl (fun reversed entry => (entry.1, entry.2) :: reversed) acc = entries.reverse ++ acc := by
    intro entries
    induction entries with
    | nil => intro acc; rfl
    | cons entry rest ih => intro acc; simp [ih]
  rw [folded]
  simp

/-- Only coroutines in the map of the blocked wake. -/
theorem MachineState.wakeReceivers_other (state : MachineState) {id : Nat} (free : ¬ id ∈ state.blocked) :
    state.wakeReceivers.coroutines[id]? = state.coroutines[id]? := by
  unfold MachineState.wakeReceivers
  split
  · rfl
  · simp only [reverse_fold_eq_toList]
    refine wakeAll_other _ _ ?_
    intro entry member same
    apply free
    have found := Std.HashMap.mem_toList_iff_getElem?_eq_some.mp (show (entry.1, entry.2) ∈ state.blocked.toList from member)
    rw [same] at found
    exact Std.HashMap.mem_iff_isSome_getElem?.mpr (by simp [found])

/-- The rounds that are added have later ticks than the clock, and come one after the other. -/
theorem MachineState.rounds_later (anyHandler : Bool) (most clock : Nat) (state : MachineState) (done : List Round)
    (sorted : done.Pairwise fun later earlier => earlier.tick < later.tick)
    (past : ∀ round ∈ done, round.tick ≤ clock) :
    (state.rounds anyHandler most clock done).Pairwise fun later earlier => earlier.tick < later.tick := by
  induction most generalizing clock state done with
  | zero => exact sorted
  | succ most ih =>
    unfold MachineState.rounds
    split
    · exact sorted
    · rename_i round h
      have now := round_tick h
      have longer : (round :: done).Pairwise fun later earlier => earlier.tick < later.tick := by
        refine List.Pairwise.cons ?_ sorted
        intro earlier member
        have := past earlier member
        omega
      split
      · exact longer
      · refine ih (clock + 1) round.after (round :: done) longer ?_
        intro other member
        cases member with
        | head => omega
        | tail _ member =>
          have := past other member
          omega

/-- In every run the ticks of the rounds strictly grow. -/
theorem MachineState.run_ticks_grow (state : MachineState) (maxSteps : Nat) :
    (state.run maxSteps).rounds.Pairwise fun earlier later => earlier.tick < later.tick := by
  simp only [MachineState.run, List.pairwise_reverse]
  exact rounds_later _ _ _ _ _ List.Pairwise.nil (by simp)

end Paritas
