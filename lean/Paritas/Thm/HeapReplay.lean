module
public import Paritas.HeapReplay
/-!
What a replay makes of a log (spec 40 §10, §13.4): a state whose active and consumed ids are disjoint, and which does not
depend on the order of consecutive consumes.
-/
@[expose] public section
namespace Paritas.Heap

/-- Replaying a log in two parts is replaying it whole. -/
theorem replay_append (first second : List Operation) :
    replay (first ++ second) = second.foldl ReplayState.step (replay first) := by
  simp [replay]

/-! ## What holds of every state -/

/-- What holds of every state that a replay makes. -/
structure ReplayState.WellFormed (state : ReplayState) : Prop where
  /-- Allocations have the counters from zero, in order. -/
  counters : state.entries.map TextId.counter = List.range state.counter
  /-- No id is consumed twice. -/
  once : state.nullifiers.Nodup

/-- One operation keeps a state well-formed. -/
theorem ReplayState.WellFormed.step {state : ReplayState} (formed : state.WellFormed) (operation : Operation) :
    (state.step operation).WellFormed := by
  cases operation with
  | alloc digest =>
    refine ⟨?_, formed.once⟩
    simp [ReplayState.step, ReplayState.alloc, formed.counters, List.range_succ]
  | consume id =>
    simp only [ReplayState.step, ReplayState.consume]
    split
    · exact formed
    · rename_i fresh
      refine ⟨formed.counters, ?_⟩
      simp only
      rw [List.nodup_append]
      refine ⟨formed.once, by simp, ?_⟩
      intro old member new isNew same
      rw [List.mem_singleton] at isNew
      exact fresh (isNew ▸ same ▸ member)

private theorem foldl_wellFormed (log : List Operation) :
    ∀ state : ReplayState, state.WellFormed → (log.foldl ReplayState.step state).WellFormed := by
  induction log with
  | nil => exact fun _ formed => formed
  | cons operation _ next => exact fun state formed => next _ (formed.step operation)

/-- Whatever the log: counters in order, and no id consumed twice. -/
theorem replay_wellFormed (log : List Operation) : (replay log).WellFormed :=
  foldl_wellFormed log {} ⟨by simp, by simp⟩

/-- No id is listed both as active and as consumed. -/
theorem ReplayState.active_consumed_disjoint (state : ReplayState) (id : TextId) (active : id ∈ state.active) :
    id ∉ state.consumed := by
  simp only [ReplayState.active, List.mem_mergeSort, List.mem_filter, decide_eq_true_eq] at active
  simpa [ReplayState.consumed] using active.2

/-! ## The order of consumes -/

/-- The order of ids is transitive. -/
theorem TextId.before_trans (a b c : TextId) (first : a.before b) (second : b.before c) : a.before c := by
  simp only [TextId.before, Bool.or_eq_true, Bool.and_eq_true, decide_eq_true_eq] at *
  rcases first with less | ⟨same, le⟩ <;> rcases second with less' | ⟨same', le'⟩
  · exact .inl (String.lt_trans less less')
  · exact .inl (same' ▸ less)
  · exact .inl (same ▸ less')
  · exact .inr ⟨same.trans same', Nat.le_trans le le'⟩

/-- Of two ids one is before the other. -/
theorem TextId.before_total (a b : TextId) : a.before b || b.before a := by
  simp only [TextId.before, Bool.or_eq_true, Bool.and_eq_true, decide_eq_true_eq]
  by_cases less : a.digest < b.digest
  · exact .inl (.inl less)
  by_cases more : b.digest < a.digest
  · exact .inr (.inl more)
  have same : a.digest = b.digest :=
    String.le_antisymm (String.not_lt.mp more) (String.not_lt.mp less)
  rcases Nat.le_total a.counter b.counter with le | le
  · exact .inl (.inr ⟨same, le⟩)
  · exact .inr (.inr ⟨same.symm, le⟩)

/-- Ids that are before each other are equal. -/
theorem TextId.before_antisymm (a b : TextId) (first : a.before b) (second : b.before a) : a = b := by
  cases a; cases b
  simp only [TextId.before, Bool.or_eq_true, Bool.and_eq_true, decide_eq_true_eq, TextId.mk.injEq] at *
  rcases first with less | ⟨same, le⟩ <;> rcases second with less' | ⟨same', le'⟩
  · exact absurd (String.lt_trans less less') (String.lt_irrefl _)
  · exact absurd (same' ▸ less) (String.lt_irrefl _)
  · exact absurd (same ▸ less') (String.lt_irrefl _)
  · exact ⟨same, Nat.le_antisymm le le'⟩

private theorem sorted_eq {left right : List TextId} (same : left.Perm right) :
    left.mergeSort TextId.before = right.mergeSort TextId.before := by
  refine List.Perm.eq_of_pairwise (le := fun a b => a.before b = true)
    (fun a b _ _ first second => TextId.before_antisymm a b first second)
    (List.pairwise_mergeSort TextId.before_trans TextId.before_total _)
    (List.pairwise_mergeSort TextId.before_trans TextId.before_total _) ?_
  exact ((List.mergeSort_perm _ _).trans same).trans (List.mergeSort_perm _ _).symm

/-- The same state, but for the order in which ids were consumed. -/
structure ReplayState.Same (left right : ReplayState) : Prop where
  entries : left.entries = right.entries
  nullifiers : left.nullifiers.Perm right.nullifiers
  counter : left.counter = right.counter

/-- Such states show the same: active ids, consumed ids and counter. -/
theorem ReplayState.Same.shown {left right : ReplayState} (same : left.Same right) :
    left.active = right.active ∧ left.consumed = right.consumed ∧ left.counter = right.counter := by
  refine ⟨?_, sorted_eq same.nullifiers, same.counter⟩
  simp only [ReplayState.active, same.entries, same.nullifiers.mem_iff]

/-- Such states stay the same under the same operation. -/
theorem ReplayState.Same.step {left right : ReplayState} (same : left.Same right) (operation : Operation) :
    (left.step operation).Same (right.step operation) := by
  cases operation with
  | alloc digest =>
    exact ⟨by simp [ReplayState.step, ReplayState.alloc, same.entries, same.counter], same.nullifiers,
      by simp [ReplayState.step, ReplayState.alloc, same.counter]⟩
  | consume id =>
    simp only [ReplayState.step, ReplayState.consume, same.nullifiers.mem_iff]
    split
    · exact same
    · exact ⟨same.entries, same.nullifiers.append_right _, same.counter⟩

private theorem foldl_same (log : List Operation) :
    ∀ left right : ReplayState, left.Same right →
      (log.foldl ReplayState.step left).Same (log.foldl ReplayState.step right) := by
  induction log with
  | nil => exact fun _ _ same => same
  | cons operation _ next => exact fun _ _ same => next _ _ (same.step operation)

private theorem swap_same (state : ReplayState) (first second : TextId) :
    ((state.consume first).consume second).Same ((state.consume second).consume first) := by
  by_cases equal : first = second
  · subst equal
    exact ⟨rfl, .refl _, rfl⟩
  by_cases one : first ∈ state.nullifiers <;> by_cases two : second ∈ state.nullifiers
  · simp only [ReplayState.consume, one, two, if_true]
    exact ⟨rfl, .refl _, rfl⟩
  · simp only [ReplayState.consume, one, two, if_true, if_false, List.mem_append, true_or]
    exact ⟨rfl, .refl _, rfl⟩
  · simp only [ReplayState.consume, one, two, if_true, if_false, List.mem_append, true_or]
    exact ⟨rfl, .refl _, rfl⟩
  · have apart : second ≠ first := fun same => equal same.symm
    simp only [ReplayState.consume, one, two, if_false, List.mem_append, List.mem_singleton, equal, apart, or_self]
    refine ⟨rfl, ?_, rfl⟩
    simp only [List.append_assoc]
    exact (List.Perm.swap second first []).append_left _

private theorem foldl_consume (ids : List TextId) :
    ∀ state : ReplayState,
      (ids.map Operation.consume).foldl ReplayState.step state = ids.foldl ReplayState.consume state := by
  induction ids with
  | nil => exact fun _ => rfl
  | cons _ _ next => exact fun _ => next _

private theorem perm_same {first second : List TextId} (same : first.Perm second) :
    ∀ state : ReplayState, (first.foldl ReplayState.consume state).Same (second.foldl ReplayState.consume state) := by
  induction same with
  | nil => exact fun _ => ⟨rfl, .refl _, rfl⟩
  | cons _ _ next => exact fun _ => next _
  | swap first second rest =>
    intro state
    simp only [List.foldl_cons, ← foldl_consume rest]
    exact foldl_same _ _ _ (swap_same state second first)
  | trans _ _ one two =>
    intro state
    exact ⟨(one state).entries.trans (two state).entries, (one state).nullifiers.trans (two state).nullifiers,
      (one state).counter.trans (two state).counter⟩

/-- The order of consecutive consumes changes nothing that a replay shows, whatever comes before and after them. -/
theorem replay_consumes (before after : List Operation) (first second : List TextId) (same : first.Perm second) :
    (replay (before ++ first.map .consume ++ after)).Same (replay (before ++ second.map .consume ++ after)) := by
  simp only [replay_append, foldl_consume]
  exact foldl_same _ _ _ (perm_same same _)

end Paritas.Heap
