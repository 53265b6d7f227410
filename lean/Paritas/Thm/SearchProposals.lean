module
public import Paritas.Search
/-!
# Theorems about proposals

Of all ways to a node that a batch suggests, the best is kept.
-/
@[expose] public section
namespace Paritas.Search

/-- What is found under another key than the one that is put is what was there. -/
theorem lookup_put_other {α : Type} {key other : Nat} (value : α) (pairs : List (Nat × α)) (differs : other ≠ key) :
    (put key value pairs).lookup other = pairs.lookup other := by
  induction pairs with
  | nil =>
    have : (other == key) = false := by simpa using differs
    simp [put, List.lookup_cons, this]
  | cons pair rest ih =>
    obtain ⟨first, old⟩ := pair
    have aside : (other == key) = false := by simpa using differs
    unfold put
    split
    · simp [List.lookup_cons, aside]
    · split
      · rename_i same
        subst same
        simp [List.lookup_cons, aside]
      · simp only [List.lookup_cons, ih]

/-- Under the key that is put is its value. -/
theorem lookup_put_self {α : Type} (key : Nat) (value : α) (pairs : List (Nat × α)) :
    (put key value pairs).lookup key = some value := by
  induction pairs with
  | nil => simp [put]
  | cons pair rest ih =>
    obtain ⟨first, old⟩ := pair
    unfold put
    split
    · simp
    · split
      · simp
      · rename_i differs
        have aside : (key == first) = false := by simpa using differs
        simp only [List.lookup_cons, aside, ih]

/-- Not to precede carries over. -/
theorem Proposal.not_precedes_trans {first second third : Proposal} (one : second.precedes first = false)
    (two : third.precedes second = false) : third.precedes first = false := by
  simp only [Proposal.precedes, Bool.or_eq_false_iff, Bool.and_eq_false_iff, decide_eq_false_iff_not] at one two ⊢
  omega

/-- Of the proposals for a target, one that no other precedes is kept. -/
theorem keepBest_least (all : List Proposal) (best : List (Nat × Proposal)) (target : Nat) :
    (∀ proposal ∈ all, proposal.target = target → ∃ kept, (all.foldl keepBest best).lookup target = some kept ∧
      proposal.precedes kept = false) ∧
    ∀ known, best.lookup target = some known → ∃ kept, (all.foldl keepBest best).lookup target = some kept ∧
      known.precedes kept = false := by
  have irrefl : ∀ proposal : Proposal, proposal.precedes proposal = false := by
    intro proposal
    simp [Proposal.precedes]
  induction all generalizing best with
  | nil =>
    refine ⟨by simp, fun known there => ⟨known, there, irrefl known⟩⟩
  | cons proposal rest ih =>
    have step : ∀ known, best.lookup target = some known →
        ∃ next, (keepBest best proposal).lookup target = some next ∧ known.precedes next = false := by
      intro known there
      unfold keepBest
      by_cases same : proposal.target = target
      · subst same
        simp only [there]
        split
        · rename_i better
          refine ⟨proposal, lookup_put_self .., ?_⟩
          simp only [Proposal.precedes, Bool.or_eq_true, Bool.and_eq_true, decide_eq_true_eq, Bool.or_eq_false_iff,
            Bool.and_eq_false_iff, decide_eq_false_iff_not] at better ⊢
          omega
        · exact ⟨known, there, irrefl known⟩
      · have aside : target ≠ proposal.target := fun h => same h.symm
        refine ⟨known, ?_, irrefl known⟩
        split
        · split
          · rw [lookup_put_other _ _ aside, there]
          · exact there
        · rw [lookup_put_other _ _ aside, there]
    have enters : proposal.target = target →
        ∃ next, (keepBest best proposal).lookup target = some next ∧ proposal.precedes next = false := by
      intro same
      subst same
      unfold keepBest
      split
      · rename_i known there
        split
        · exact ⟨proposal, lookup_put_self .., irrefl proposal⟩
        · rename_i worse
          exact ⟨known, there, by simpa using worse⟩
      · exact ⟨proposal, lookup_put_self .., irrefl proposal⟩
    constructor
    · intro other member same
      rcases List.mem_cons.mp member with here | later
      · subst here
        obtain ⟨next, found, least⟩ := enters same
        obtain ⟨kept, there, below⟩ := (ih (keepBest best other)).2 next found
        exact ⟨kept, there, Proposal.not_precedes_trans below least⟩
      · exact (ih (keepBest best proposal)).1 other later same
    · intro known there
      obtain ⟨next, found, least⟩ := step known there
      obtain ⟨kept, last, below⟩ := (ih (keepBest best proposal)).2 next found
      exact ⟨kept, last, Proposal.not_precedes_trans below least⟩

/-- Putting a value brings in nothing else. -/
theorem mem_put {α : Type} {key : Nat} {value : α} {pairs : List (Nat × α)} {pair : Nat × α}
    (member : pair ∈ put key value pairs) : pair = (key, value) ∨ pair ∈ pairs := by
  induction pairs with
  | nil => simpa [put] using member
  | cons head rest ih =>
    obtain ⟨first, old⟩ := head
    unfold put at member
    split at member
    · simpa using member
    · split at member
      · rcases List.mem_cons.mp member with here | later
        · exact .inl here
        · exact .inr (.tail _ later)
      · rcases List.mem_cons.mp member with here | later
        · exact .inr (here ▸ .head _)
        · exact (ih later).imp id (.tail _)

/-- Putting keeps a list ascending by key. -/
theorem put_ascends {α : Type} {key : Nat} {value : α} {pairs : List (Nat × α)}
    (sorted : pairs.Pairwise fun left right => left.1 < right.1) :
    (put key value pairs).Pairwise fun left right => left.1 < right.1 := by
  induction pairs with
  | nil => exact List.pairwise_singleton _ _
  | cons head rest ih =>
    obtain ⟨first, old⟩ := head
    obtain ⟨above, later⟩ := List.pairwise_cons.mp sorted
    unfold put
    split
    · rename_i lower
      refine List.pairwise_cons.mpr ⟨?_, List.pairwise_cons.mpr ⟨above, later⟩⟩
      intro other member
      rcases List.mem_cons.mp member with here | behind
      · subst here
        exact lower
      · exact Nat.lt_trans lower (above other behind)
    · split
      · rename_i same
        subst same
        exact List.pairwise_cons.mpr ⟨above, later⟩
      · refine List.pairwise_cons.mpr ⟨?_, ih later⟩
        intro other member
        rcases mem_put member with here | behind
        · subst here
          simp only
          omega
        · exact above other behind

/-- The kept proposals stand under their targets, which ascend. -/
theorem keepBest_keys (all : List Proposal) (best : List (Nat × Proposal))
    (sorted : best.Pairwise fun left right => left.1 < right.1) (keys : ∀ pair ∈ best, pair.2.target = pair.1) :
    ((all.foldl keepBest best).Pairwise fun left right => left.1 < right.1) ∧
      ∀ pair ∈ all.foldl keepBest best, pair.2.target = pair.1 := by
  induction all generalizing best with
  | nil => exact ⟨sorted, keys⟩
  | cons proposal rest ih =>
    have entered : ∀ pair ∈ put proposal.target proposal best, pair.2.target = pair.1 := by
      intro pair member
      rcases mem_put member with here | old
      · subst here
        rfl
      · exact keys pair old
    rw [List.foldl_cons]
    unfold keepBest
    split
    · split
      · exact ih _ (put_ascends sorted) entered
      · exact ih _ sorted keys
    · exact ih _ (put_ascends sorted) entered

/-- What is found stands in the list. -/
theorem mem_of_lookup {α : Type} {key : Nat} {value : α} {pairs : List (Nat × α)}
    (found : pairs.lookup key = some value) : (key, value) ∈ pairs := by
  induction pairs with
  | nil => cases found
  | cons head rest ih =>
    obtain ⟨first, old⟩ := head
    rw [List.lookup_cons] at found
    split at found
    · rename_i same
      cases found
      rw [beq_iff_eq.mp same]
      exact .head _
    · exact .tail _ (ih found)

/-- For each proposal, the one that is kept for its target is at least as good. -/
theorem normalise_best {all : List Proposal} {proposal : Proposal} (member : proposal ∈ all) :
    ∃ kept ∈ normalise all, kept.target = proposal.target ∧ proposal.precedes kept = false := by
  obtain ⟨kept, found, least⟩ := (keepBest_least all [] proposal.target).1 proposal member rfl
  have there := mem_of_lookup found
  exact ⟨kept, List.mem_map.mpr ⟨_, there, rfl⟩, (keepBest_keys all [] .nil (by simp)).2 _ there, least⟩

/-- One proposal is kept for each target, and targets ascend. -/
theorem normalise_ascends (all : List Proposal) :
    (normalise all).Pairwise fun left right => left.target < right.target := by
  obtain ⟨sorted, keys⟩ := keepBest_keys all [] .nil (by simp)
  rw [normalise, List.pairwise_map]
  refine sorted.imp_of_mem ?_
  intro left right one two less
  rw [keys left one, keys right two]
  exact less

end Paritas.Search
