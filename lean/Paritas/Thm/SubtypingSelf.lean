module
public import Paritas.Thm.MergeDefined
public import Paritas.Thm.Subtyping
/-!
When a type is an asynchronous subtype of itself: whenever it has phases within the budget and repeats no name. That it has
phases is a real condition; a loop whose first way out of a phase leads back has none (spec 11 §9.4).
-/
@[expose] public section
namespace Paritas

/-! ## A greater budget changes no phases -/

/-- Phases found within a budget are the same within a greater one. -/
theorem LocalType.phases_more :
    ∀ (budget : Nat) (type : LocalType) (phases : List Phase), type.phases budget = .ok phases →
      type.phases (budget + 1) = .ok phases
  | budget, .end_, phases, done => by
    cases budget <;> simpa [LocalType.phases] using done
  | budget, .var _, phases, done => by
    cases budget <;> simpa [LocalType.phases] using done
  | 0, .mu _ _, _, done => by simp [LocalType.phases] at done
  | 0, .send _ _, _, done => by simp [LocalType.phases] at done
  | 0, .recv _ _, _, done => by simp [LocalType.phases] at done
  | budget + 1, .mu binder body, phases, done => by
    rw [LocalType.phases] at done ⊢
    exact LocalType.phases_more budget _ phases done
  | budget + 1, .send partner branches, phases, done => by
    rw [LocalType.phases] at done ⊢
    simp only at done ⊢
    split at done
    · simp at done
    · rename_i fits
      rw [if_neg (by omega)]
      cases found : branches.exit .output with
      | none => simpa [found] using done
      | some next =>
        cases below : next.phases budget with
        | error _ => simp [found, below, bind, Except.bind] at done
        | ok rest =>
          have more := LocalType.phases_more budget next rest below
          simpa [found, below, more, bind, Except.bind] using done
  | budget + 1, .recv partner branches, phases, done => by
    rw [LocalType.phases] at done ⊢
    simp only at done ⊢
    split at done
    · simp at done
    · rename_i fits
      rw [if_neg (by omega)]
      cases found : branches.exit .input with
      | none => simpa [found] using done
      | some next =>
        cases below : next.phases budget with
        | error _ => simp [found, below, bind, Except.bind] at done
        | ok rest =>
          have more := LocalType.phases_more budget next rest below
          simpa [found, below, more, bind, Except.bind] using done

/-! ## Trees that are compatible with themselves -/

private theorem find_of_member (name : String) :
    ∀ branches : LocalBranches, Distinct branches.toList → ∀ branch ∈ branches.toList, branch.label.name = name →
      ∀ way, (branches.trees way).find? name = some (branch.label, branch.continuation.tree way)
  | .nil, _, branch, member, _, _ => by simp [LocalBranches.toList] at member
  | .cons label payload continuation rest, distinct, branch, member, same, way => by
    simp only [LocalBranches.toList, Distinct, List.pairwise_cons] at distinct
    simp only [LocalBranches.toList, List.mem_cons] at member
    rcases member with rfl | h
    · simp [LocalBranches.trees, PhaseBranches.find?, ← same]
    · have differ : label.name ≠ name := by rw [← same]; exact distinct.1 branch h
      simp [LocalBranches.trees, PhaseBranches.find?, differ, find_of_member name rest distinct.2 branch h same way]

private theorem allIn_of_each (way : Direction) (all : PhaseBranches) :
    ∀ branches : LocalBranches,
      (∀ branch ∈ branches.toList, ∃ other, all.find? branch.label.name = some (branch.label, other)
        ∧ (branch.continuation.tree way).compatible other = true) →
      (branches.trees way).allIn all = true
  | .nil, _ => rfl
  | .cons label payload continuation rest, each => by
    obtain ⟨other, found, fits⟩ := each ⟨label, payload, continuation⟩ (by simp [LocalBranches.toList])
    have others := allIn_of_each way all rest fun branch member => each branch (by simp [LocalBranches.toList, member])
    simp only at found fits
    simp [LocalBranches.trees, PhaseBranches.allIn, found, fits, others]

private theorem tree_self (way : Direction) : ∀ type : LocalType, type.distinct → (type.tree way).compatible (type.tree way) = true := by
  refine LocalType.below_induction fun type ih => ?_
  intro distinct
  cases type with
  | end_ => rfl
  | var _ => rfl
  | mu _ _ => rfl
  | send partner branches | recv partner branches =>
    obtain ⟨below, names⟩ := distinct
    rw [branches_distinct] at below
    simp only [LocalType.tree]
    split
    · simp only [PhaseTree.compatible, beq_self_eq_true, Bool.true_and]
      exact allIn_of_each way _ branches fun branch member =>
        ⟨_, find_of_member _ branches names branch member rfl way,
          ih _ (by simpa [LocalType.children] using ⟨branch, member, rfl⟩) (below branch member)⟩
    · rfl

/-! ## Distinct names survive -/

private theorem names_subst (name : String) (replacement : LocalType) :
    ∀ branches : LocalBranches, (branches.subst name replacement).toList.map (·.label) = branches.toList.map (·.label)
  | .nil => rfl
  | .cons _ _ _ rest => by simp [LocalBranches.subst, LocalBranches.toList, names_subst name replacement rest]

private theorem distinct_of_labels {left right : List Branch} (same : left.map (·.label) = right.map (·.label))
    (distinct : Distinct right) : Distinct left := by
  have names : (left.map (·.label)).Pairwise fun one other => one.name ≠ other.name := by
    rw [same, List.pairwise_map]
    exact distinct
  rw [List.pairwise_map] at names
  exact names

mutual
private theorem distinct_subst (name : String) (replacement : LocalType) (ok : replacement.distinct) :
    ∀ type : LocalType, type.distinct → (type.subst name replacement).distinct
  | .end_, _ => trivial
  | .var _, _ => by
    simp only [LocalType.subst]
    split
    · exact ok
    · trivial
  | .mu _ body, distinct => by
    simp only [LocalType.subst]
    split
    · exact distinct
    · exact distinct_subst name replacement ok body distinct
  | .send _ branches, distinct =>
    ⟨distinct_subst_branches name replacement ok branches distinct.1,
      distinct_of_labels (names_subst name replacement branches) distinct.2⟩
  | .recv _ branches, distinct =>
    ⟨distinct_subst_branches name replacement ok branches distinct.1,
      distinct_of_labels (names_subst name replacement branches) distinct.2⟩
private theorem distinct_subst_branches (name : String) (replacement : LocalType) (ok : replacement.distinct) :
    ∀ branches : LocalBranches, branches.distinct → (branches.subst name replacement).distinct
  | .nil, _ => trivial
  | .cons _ _ continuation rest, distinct =>
    ⟨distinct_subst name replacement ok continuation distinct.1, distinct_subst_branches name replacement ok rest distinct.2⟩
end

mutual
private theorem distinct_exit (way : Direction) :
    ∀ type next : LocalType, type.distinct → type.exit way = some next → next.distinct
  | .end_, next, distinct, found => by
    simp [LocalType.exit] at found
    subst found
    exact distinct
  | .var _, next, distinct, found => by
    simp [LocalType.exit] at found
    subst found
    exact distinct
  | .mu _ _, next, distinct, found => by
    simp [LocalType.exit] at found
    subst found
    exact distinct
  | .send partner branches, next, distinct, found => by
    simp only [LocalType.exit] at found
    split at found
    · exact distinct_exit_branches way branches next distinct.1 found
    · simp at found
      subst found
      exact distinct
  | .recv partner branches, next, distinct, found => by
    simp only [LocalType.exit] at found
    split at found
    · exact distinct_exit_branches way branches next distinct.1 found
    · simp at found
      subst found
      exact distinct
private theorem distinct_exit_branches (way : Direction) :
    ∀ (branches : LocalBranches) (next : LocalType), branches.distinct → branches.exit way = some next → next.distinct
  | .nil, _, _, found => by simp [LocalBranches.exit] at found
  | .cons _ _ continuation rest, next, distinct, found => by
    simp only [LocalBranches.exit] at found
    cases first : continuation.exit way with
    | some other =>
      simp [first] at found
      subst found
      exact distinct_exit way continuation other distinct.1 first
    | none =>
      simp [first] at found
      exact distinct_exit_branches way rest next distinct.2 found
end

/-! ## Reflexivity -/

private theorem phases_self :
    ∀ (budget : Nat) (type : LocalType) (phases : List Phase), type.distinct → type.phases budget = .ok phases →
      PhasesFit phases phases
  | budget, .end_, phases, _, done => by
    cases budget <;> (simp [LocalType.phases] at done; subst done; exact .nil)
  | budget, .var _, phases, _, done => by
    cases budget <;> (simp [LocalType.phases] at done; subst done; exact .nil)
  | 0, .mu _ _, _, _, done => by simp [LocalType.phases] at done
  | 0, .send _ _, _, _, done => by simp [LocalType.phases] at done
  | 0, .recv _ _, _, _, done => by simp [LocalType.phases] at done
  | budget + 1, .mu binder body, phases, distinct, done => by
    rw [LocalType.phases] at done
    exact phases_self budget _ phases (distinct_subst binder (.mu binder body) distinct body distinct) done
  | budget + 1, .send partner branches, phases, distinct, done => by
    have self := tree_self .output (.send partner branches) distinct
    rw [LocalType.phases] at done
    simp only at done
    split at done
    · simp at done
    · cases found : branches.exit .output with
      | none =>
        simp [found] at done
        subst done
        exact .cons ⟨rfl, self⟩ .nil
      | some next =>
        cases below : next.phases budget with
        | error _ => simp [found, below, bind, Except.bind] at done
        | ok rest =>
          simp [found, below, bind, Except.bind, pure, Except.pure] at done
          subst done
          exact .cons ⟨rfl, self⟩ (phases_self budget next rest (distinct_exit_branches .output branches next distinct.1 found) below)
  | budget + 1, .recv partner branches, phases, distinct, done => by
    have self := tree_self .input (.recv partner branches) distinct
    rw [LocalType.phases] at done
    simp only at done
    split at done
    · simp at done
    · cases found : branches.exit .input with
      | none =>
        simp [found] at done
        subst done
        exact .cons ⟨self, rfl⟩ .nil
      | some next =>
        cases below : next.phases budget with
        | error _ => simp [found, below, bind, Except.bind] at done
        | ok rest =>
          simp [found, below, bind, Except.bind, pure, Except.pure] at done
          subst done
          exact .cons ⟨self, rfl⟩ (phases_self budget next rest (distinct_exit_branches .input branches next distinct.1 found) below)

/-- A type that repeats no name is a subtype of itself exactly if it has phases within the budget. -/
theorem asyncSubtype_self {type : LocalType} (distinct : type.distinct) :
    asyncSubtype type type = .ok () ↔ ∃ phases, type.phases phaseBudget = .ok phases := by
  rw [asyncSubtype_iff]
  constructor
  · rintro ⟨phases, _, done, _, _⟩
    exact ⟨phases, done⟩
  · rintro ⟨phases, done⟩
    exact ⟨phases, phases, done, done, phases_self phaseBudget type phases distinct done⟩

end Paritas
