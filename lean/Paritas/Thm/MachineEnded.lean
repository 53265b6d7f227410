module
public import Paritas.Thm.MachineLoop
/-!
# Ended coroutines

A coroutine that has halted or faulted never runs again and never changes. This rests on an invariant: only blocked
coroutines are in the map of the blocked.
-/
@[expose] public section
namespace Paritas

/-- What is in the map of the blocked is a blocked coroutine. -/
def MachineState.Sound (state : MachineState) : Prop :=
  ∀ id, id ∈ state.blocked → ∃ coroutine, state.coroutines[id]? = some coroutine ∧ coroutine.status = .blocked

/-- The empty machine is sound. -/
theorem MachineState.sound_empty : ({} : MachineState).Sound := by
  intro id member
  exact absurd member Std.HashMap.not_mem_empty

/-- Loading keeps a machine sound. -/
theorem MachineState.load_sound {state loaded : MachineState} {image : Image} (sound : state.Sound)
    (h : state.load image = .ok loaded) : loaded.Sound := by
  unfold MachineState.load at h
  split at h
  · cases h
  · split at h
    · cases h
    · simp only [Except.ok.injEq] at h
      subst h
      intro id member
      obtain ⟨coroutine, there, blocked⟩ := sound id member
      refine ⟨coroutine, ?_, blocked⟩
      have inside := (Array.getElem?_eq_some_iff.mp there).1
      show (state.coroutines ++ (_ : List Coroutine))[id]? = _
      rw [← Array.getElem?_toList, Array.toList_appendList, List.getElem?_append_left (by simpa using inside)]
      simpa using there

/-- Waking keeps a machine sound. -/
theorem MachineState.wake_sound {state : MachineState} (sound : state.Sound) (waiting : Nat) (reason : Block) :
    (state.wake waiting reason).Sound := by
  intro id member
  by_cases differs : waiting = id
  · subst differs
    revert member
    unfold MachineState.wake
    split
    · exact sound waiting
    · split
      · exact sound waiting
      · exact sound waiting
      · intro member
        simp at member
  · rw [wake_other state reason differs]
    apply sound
    revert member
    unfold MachineState.wake
    split
    · exact fun member => member
    · split
      · exact fun member => member
      · exact fun member => member
      · intro member
        exact Std.HashMap.mem_of_mem_erase member

/-- Waking any coroutines keeps a machine sound. -/
theorem MachineState.wakeAll_sound (waiting : List (Nat × Block)) {state : MachineState} (sound : state.Sound) :
    (waiting.foldl (fun state entry => state.wake entry.1 entry.2) state).Sound := by
  induction waiting generalizing state with
  | nil => exact sound
  | cons entry rest ih => exact ih (wake_sound sound entry.1 entry.2)

/-- Waking all that can go on keeps a machine sound. -/
theorem MachineState.wakeReceivers_sound {state : MachineState} (sound : state.Sound) : state.wakeReceivers.Sound := by
  unfold MachineState.wakeReceivers
  split
  · exact sound
  · exact wakeAll_sound _ sound

/-- The coroutine that executes an instruction has the status of its outcome afterwards. -/
theorem MachineState.settle_self {state : MachineState} {id : Nat} {running : Coroutine} (executed : Executed)
    (there : state.coroutines[id]? = some running) :
    (state.settle id running executed).coroutines[id]? =
      some { running with pc := executed.pc, status := executed.outcome.status } := by
  have inside := (Array.getElem?_eq_some_iff.mp there).1
  unfold MachineState.settle
  cases executed.outcome <;> simp [inside]

/-- An instruction of a ready coroutine keeps a machine sound. -/
theorem MachineState.settle_sound {state : MachineState} (sound : state.Sound) {picked : Nat} {running : Coroutine}
    (executed : Executed) (there : state.coroutines[picked]? = some running) (ready : running.status = .ready) :
    (state.settle picked running executed).Sound := by
  intro id member
  by_cases differs : picked = id
  · subst differs
    refine ⟨_, settle_self executed there, ?_⟩
    have free : ¬ picked ∈ state.blocked := by
      intro inside
      obtain ⟨other, found, blocked⟩ := sound picked inside
      rw [there] at found
      cases found
      rw [ready] at blocked
      cases blocked
    revert member
    unfold MachineState.settle
    cases executed.outcome <;> simp [free, Outcome.status]
  · rw [settle_other _ _ _ differs]
    apply sound
    revert member
    unfold MachineState.settle
    cases executed.outcome <;> simp [differs]

/-- A round keeps a machine sound. -/
theorem MachineState.round_sound {state : MachineState} (sound : state.Sound) {anyHandler : Bool} {tick : Nat}
    {round : Round} (h : state.round anyHandler tick = some round) : round.after.Sound := by
  simp only [MachineState.round, Option.bind_eq_bind, Option.bind_eq_some_iff, Option.pure_def, Option.some.injEq] at h
  obtain ⟨id, found, running, there, session, _, rfl⟩ := h
  have ready := List.find?_some found
  simp only [MachineState.isReady, there, decide_eq_true_eq] at ready
  exact settle_sound (wakeReceivers_sound sound) _ there ready

/-- In a sound machine, a round neither picks nor changes what has ended. -/
theorem MachineState.round_ended {state : MachineState} (sound : state.Sound) {anyHandler : Bool} {tick : Nat}
    {round : Round} (h : state.round anyHandler tick = some round) {id : Nat} {coroutine : Coroutine}
    (there : state.coroutines[id]? = some coroutine) (over : coroutine.isOver = true) :
    round.picked ≠ id ∧ round.after.coroutines[id]? = some coroutine := by
  have free : ¬ id ∈ state.blocked := by
    intro inside
    obtain ⟨other, found, blocked⟩ := sound id inside
    rw [there] at found
    cases found
    cases coroutine with
    | mk _ _ _ _ status => cases status <;> simp [Coroutine.isOver] at over blocked
  have before : round.before = state.wakeReceivers := by
    simp only [MachineState.round, Option.bind_eq_bind, Option.bind_eq_some_iff, Option.pure_def, Option.some.injEq] at h
    obtain ⟨_, _, _, _, _, _, rfl⟩ := h
    rfl
  refine round_keeps_ended h ?_ over
  rw [before, wakeReceivers_other state free, there]

/-- What has ended after the one round is not picked in the other and is the same after it. -/
def Round.leavesEnded (earlier later : Round) : Prop :=
  ∀ (id : Nat) (coroutine : Coroutine), earlier.after.coroutines[id]? = some coroutine → coroutine.isOver = true →
    later.picked ≠ id ∧ later.after.coroutines[id]? = some coroutine

/-- The rounds that are added leave alone what ended in rounds before. -/
theorem MachineState.rounds_leave_ended (anyHandler : Bool) (most clock : Nat) (state : MachineState)
    (done : List Round) (sound : state.Sound) (sorted : done.Pairwise fun later earlier => earlier.leavesEnded later)
    (same : ∀ round : Round, round ∈ done → ∀ (id : Nat) (coroutine : Coroutine),
      round.after.coroutines[id]? = some coroutine → coroutine.isOver = true →
        state.coroutines[id]? = some coroutine) :
    (state.rounds anyHandler most clock done).Pairwise fun later earlier => earlier.leavesEnded later := by
  induction most generalizing clock state done with
  | zero => exact sorted
  | succ most ih =>
    unfold MachineState.rounds
    split
    · exact sorted
    · rename_i round h
      have longer : (round :: done).Pairwise fun later earlier => earlier.leavesEnded later := by
        refine List.Pairwise.cons ?_ sorted
        intro earlier member id coroutine there over
        exact round_ended sound h (same earlier member id coroutine there over) over
      split
      · exact longer
      · refine ih (clock + 1) round.after (round :: done) (round_sound sound h) longer ?_
        intro other member id coroutine there over
        cases member with
        | head => exact there
        | tail _ member => exact (round_ended sound h (same other member id coroutine there over) over).2

/-- In every run of a sound machine: a coroutine that has halted or faulted never runs again and never changes. -/
theorem MachineState.run_leaves_ended {state : MachineState} (sound : state.Sound) (maxSteps : Nat) :
    (state.run maxSteps).rounds.Pairwise Round.leavesEnded := by
  simp only [MachineState.run, List.pairwise_reverse]
  exact rounds_leave_ended _ _ _ _ _ sound List.Pairwise.nil (by simp)

end Paritas
