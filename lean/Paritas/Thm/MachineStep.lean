module
public import Paritas.MachineStep
/-!
# Theorems about one instruction

Messages are neither made nor lost: a send puts exactly its label at the end of its buffer, a receive takes exactly its
label from the front, and every other buffer stays.
-/
@[expose] public section
namespace Paritas

/-- What is found under another key than the replaced one is what was there. -/
theorem lookup_replaceAt_other {α β : Type} [BEq α] [LawfulBEq α] {key other : α} (value : β) (pairs : List (α × β))
    (differs : other ≠ key) : (replaceAt key value pairs).lookup other = pairs.lookup other := by
  induction pairs with
  | nil => rfl
  | cons pair rest ih =>
    obtain ⟨first, second⟩ := pair
    simp only [replaceAt, List.map_cons] at ih ⊢
    by_cases same : first = key
    · subst same
      have : (other == first) = false := by simpa using differs
      simp [List.lookup_cons, this, ih]
    · have : (first == key) = false := by simpa using same
      simp only [this, Bool.false_eq_true, ↓reduceIte, List.lookup_cons, ih]

/-- Under the replaced key is the new value. -/
theorem lookup_replaceAt_self {α β : Type} [BEq α] [LawfulBEq α] {key : α} (value : β) (pairs : List (α × β)) :
    (replaceAt key value pairs).lookup key = (pairs.lookup key).map fun _ => value := by
  induction pairs with
  | nil => rfl
  | cons pair rest ih =>
    obtain ⟨first, second⟩ := pair
    simp only [replaceAt, List.map_cons] at ih ⊢
    by_cases same : first = key
    · subst same
      simp
    · have found : (first == key) = false := by simpa using same
      have turned : (key == first) = false := by simpa using fun h : key = first => same h.symm
      simp only [found, turned, Bool.false_eq_true, ↓reduceIte, List.lookup_cons, ih]

/-- The messages of an edge before and after an instruction, as its outcome tells: sent ones come to the end, received
ones leave from the front. -/
def Outcome.moves (outcome : Outcome) (edge : Edge) (before after : List String) : Prop :=
  match outcome with
  | .offered on label => if on = edge then after = before ++ [label] else after = before
  | .chose on label => if on = edge then before = label :: after else after = before
  | .faulted _ => after = before ∨ ∃ label, before = label :: after
  | .continued | .blocked _ | .halted => after = before

/-- Sending and receiving move exactly the message that they tell; only a fault may consume one silently. -/
theorem Session.execute_moves (session : Session) (anyHandler : Bool) (role : String) (pc : Nat) (edge : Edge)
    (before : List String) (there : session.buffer edge = some before) :
    ∃ after, (session.execute anyHandler role pc).session.buffer edge = some after ∧
      (session.execute anyHandler role pc).outcome.moves edge before after := by
  have kept : ∀ (next : Nat) (outcome : Outcome), outcome.moves edge before before →
      ∃ after, (session.keep next outcome).session.buffer edge = some after ∧
        (session.keep next outcome).outcome.moves edge before after :=
    fun next outcome moves => ⟨before, there, moves⟩
  have replaced : ∀ (on : Edge) (old new : List String), session.buffer on = some old →
      (session.withBuffer on new).buffer edge = some (if on = edge then new else before) := by
    intro on old new found
    by_cases same : on = edge
    · subst same
      simp only [Session.buffer, Session.withBuffer] at found ⊢
      rw [lookup_replaceAt_self, found]
      simp
    · simp only [Session.buffer, Session.withBuffer] at there ⊢
      rw [lookup_replaceAt_other _ _ fun h => same h.symm, there]
      simp [same]
  unfold Session.execute
  split
  · exact kept _ _ (.inl rfl)
  · unfold Session.offer
    split
    · dsimp only
      split
      · exact kept _ _ (.inl rfl)
      · exact kept _ _ (.inl rfl)
      · rename_i partner _ _ _ messages _ found
        split
        · exact kept _ _ rfl
        · refine ⟨_, replaced _ _ _ found, ?_⟩
          simp only [Outcome.moves]
          split
          · rename_i same
            rw [same, there] at found
            cases found
            rfl
          · rfl
    · exact kept _ _ (.inl rfl)
  · unfold Session.choose
    split
    · dsimp only
      split
      · exact kept _ _ (.inl rfl)
      · exact kept _ _ rfl
      · rename_i label messages found
        split
        · refine ⟨_, replaced _ _ _ found, ?_⟩
          simp only [Outcome.moves]
          split
          · rename_i same
            rw [same, there] at found
            cases found
            rfl
          · rfl
        · refine ⟨_, replaced _ _ _ found, ?_⟩
          simp only [Outcome.moves, Session.keep]
          split
          · rename_i same
            rw [same, there] at found
            cases found
            exact .inr ⟨_, rfl⟩
          · exact .inl rfl
    · exact kept _ _ (.inl rfl)
  · unfold Session.send
    split
    · exact kept _ _ (.inl rfl)
    · exact kept _ _ (.inl rfl)
  · unfold Session.receive
    split
    · dsimp only
      split
      · exact kept _ _ (.inl rfl)
      · exact kept _ _ rfl
      · rename_i found
        refine ⟨_, replaced _ _ _ found, ?_⟩
        simp only [Outcome.moves, Session.keep]
        split
        · rename_i same
          rw [same, there] at found
          cases found
          exact .inr ⟨_, rfl⟩
        · exact .inl rfl
    · exact kept _ _ (.inl rfl)
  · split
    · exact kept _ _ rfl
    · exact kept _ _ (.inl rfl)
  · exact kept _ _ rfl
  · exact ⟨before, there, rfl⟩

end Paritas
