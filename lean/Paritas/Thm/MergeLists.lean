module
public import Paritas.Thm.Merge
/-! What the merge does to lists of branches: sorting, maps by name, and what a successful merge is made of. -/
@[expose] public section
namespace Paritas

/-! ## Sorting and maps -/

/-- As a list and back. -/
theorem toList_ofList : ∀ branches : List Branch, (LocalBranches.ofList branches).toList = branches
  | [] => rfl
  | _ :: rest => by simp [LocalBranches.ofList, LocalBranches.toList, toList_ofList rest]

private theorem mem_insertSorted (x branch : Branch) :
    ∀ branches : List Branch, x ∈ insertSorted branch branches ↔ x = branch ∨ x ∈ branches
  | [] => by simp [insertSorted]
  | first :: rest => by
    simp only [insertSorted]
    split
    · simp
    · simp only [List.mem_cons, mem_insertSorted x branch rest]
      constructor
      · rintro (h | h | h) <;> simp [h]
      · rintro (h | h | h) <;> simp [h]

private theorem mem_foldl_insertSorted (x : Branch) :
    ∀ branches sorted : List Branch,
      x ∈ branches.foldl (fun sorted branch => insertSorted branch sorted) sorted ↔ x ∈ sorted ∨ x ∈ branches
  | [], _ => by simp
  | first :: rest, sorted => by
    simp only [List.foldl_cons, mem_foldl_insertSorted x rest, mem_insertSorted, List.mem_cons]
    constructor
    · rintro ((h | h) | h) <;> simp [h]
    · rintro (h | h | h) <;> simp [h]

/-- Sorting keeps what is there. -/
theorem mem_sortBranches (x : Branch) (branches : List Branch) : x ∈ sortBranches branches ↔ x ∈ branches := by
  simp [sortBranches, mem_foldl_insertSorted]

/-- Ascending by name, each name once. -/
def Ascending (branches : List Branch) : Prop :=
  branches.Pairwise fun one other => one.label.name < other.label.name

private theorem lt_of_not_lt_of_ne {one other : String} (notLess : ¬ one < other) (differ : one ≠ other) : other < one := by
  apply Classical.byContradiction
  intro notGreater
  exact differ (String.le_antisymm (String.not_lt.mp notGreater) (String.not_lt.mp notLess))

/-- What is in a list with one branch put into it. -/
theorem mem_putSorted {x branch : Branch} :
    ∀ {branches : List Branch}, x ∈ putSorted branch branches → x = branch ∨ x ∈ branches
  | [], member => by simpa [putSorted] using member
  | first :: rest, member => by
    simp only [putSorted] at member
    split at member
    · simp only [List.mem_cons] at member
      rcases member with h | h <;> simp [h]
    · split at member
      · simpa using member
      · simp only [List.mem_cons] at member
        rcases member with h | h
        · simp [h]
        · rcases mem_putSorted h with h | h <;> simp [h]

/-- The branch that is put is there. -/
theorem self_putSorted (branch : Branch) : ∀ branches : List Branch, branch ∈ putSorted branch branches
  | [] => by simp [putSorted]
  | first :: rest => by
    simp only [putSorted]
    split
    · simp
    · split
      · simp
      · simp [self_putSorted branch rest]

/-- Branches of other names stay. -/
theorem keep_putSorted {x branch : Branch} (differ : branch.label.name ≠ x.label.name) :
    ∀ {branches : List Branch}, x ∈ branches → x ∈ putSorted branch branches
  | [], member => by simp at member
  | first :: rest, member => by
    simp only [putSorted]
    simp only [List.mem_cons] at member
    split
    · rename_i same
      rcases member with rfl | h
      · exact absurd same differ
      · simp [h]
    · split
      · rcases member with h | h <;> simp [h]
      · rcases member with h | h
        · simp [h]
        · simp [keep_putSorted differ h]

/-- The order is kept. -/
theorem ascending_putSorted (branch : Branch) :
    ∀ {branches : List Branch}, Ascending branches → Ascending (putSorted branch branches)
  | [], _ => by simp [putSorted, Ascending]
  | first :: rest, ascending => by
    unfold Ascending at ascending ⊢
    rw [List.pairwise_cons] at ascending
    simp only [putSorted]
    split
    · rename_i same
      exact List.pairwise_cons.mpr ⟨fun x member => by rw [same]; exact ascending.1 x member, ascending.2⟩
    · split
      · rename_i less
        refine List.pairwise_cons.mpr ⟨fun x member => ?_, List.pairwise_cons.mpr ascending⟩
        simp only [List.mem_cons] at member
        rcases member with rfl | h
        · exact less
        · exact String.lt_trans less (ascending.1 x h)
      · rename_i differ notLess
        refine List.pairwise_cons.mpr ⟨fun x member => ?_, ascending_putSorted branch ascending.2⟩
        rcases mem_putSorted member with rfl | h
        · exact lt_of_not_lt_of_ne notLess differ
        · exact ascending.1 x h

/-- In an ascending list the name decides. -/
theorem Ascending.unique {branches : List Branch} (ascending : Ascending branches) {x y : Branch} (hx : x ∈ branches)
    (hy : y ∈ branches) (same : x.label.name = y.label.name) : x = y := by
  induction branches with
  | nil => simp at hx
  | cons first rest ih =>
    unfold Ascending at ascending
    rw [List.pairwise_cons] at ascending
    simp only [List.mem_cons] at hx hy
    rcases hx with rfl | hx <;> rcases hy with rfl | hy
    · rfl
    · have less := ascending.1 y hy
      rw [same] at less
      exact absurd less (String.lt_irrefl _)
    · have less := ascending.1 x hx
      rw [same] at less
      exact absurd less (String.lt_irrefl _)
    · exact ih ascending.2 hx hy

/-- Branches of the same name are the same branch. -/
def NameDecides (branches : List Branch) : Prop :=
  ∀ x ∈ branches, ∀ y ∈ branches, x.label.name = y.label.name → x = y

private theorem foldl_putSorted (branches : List Branch) :
    ∀ (todo map : List Branch), (∀ x ∈ todo, x ∈ branches) → (∀ x ∈ map, x ∈ branches) → Ascending map →
      Ascending (todo.foldl (fun map branch => putSorted branch map) map)
        ∧ (∀ x ∈ todo.foldl (fun map branch => putSorted branch map) map, x ∈ branches)
        ∧ (NameDecides branches → ∀ x, x ∈ todo ∨ x ∈ map → x ∈ todo.foldl (fun map branch => putSorted branch map) map)
  | [], map, _, inside, ascending => ⟨ascending, inside, fun _ x member => by simpa using member⟩
  | first :: rest, map, todoInside, inside, ascending => by
    have inside' : ∀ x ∈ putSorted first map, x ∈ branches := fun x member => by
      rcases mem_putSorted member with rfl | h
      · exact todoInside _ (by simp)
      · exact inside x h
    obtain ⟨one, two, three⟩ := foldl_putSorted branches rest (putSorted first map)
      (fun x member => todoInside x (by simp [member])) inside' (ascending_putSorted first ascending)
    refine ⟨one, two, fun decides x member => three decides x ?_⟩
    simp only [List.mem_cons] at member
    rcases member with (rfl | h) | h
    · exact .inr (self_putSorted _ _)
    · exact .inl h
    · by_cases same : first.label.name = x.label.name
      · have : first = x := decides first (todoInside first (by simp)) x (inside x h) same
        subst this
        exact .inr (self_putSorted _ _)
      · exact .inr (keep_putSorted same h)

/-- The map of branches is ascending. -/
theorem ascending_branchMap (branches : List Branch) : Ascending (branchMap branches) :=
  (foldl_putSorted branches branches [] (fun _ h => h) (by simp) (by simp [Ascending])).1

/-- Nothing is invented. -/
theorem mem_of_mem_branchMap {branches : List Branch} : ∀ x ∈ branchMap branches, x ∈ branches :=
  (foldl_putSorted branches branches [] (fun _ h => h) (by simp) (by simp [Ascending])).2.1

/-- Nothing is lost where the name decides. -/
theorem mem_branchMap {branches : List Branch} (decides : NameDecides branches) : ∀ x ∈ branches, x ∈ branchMap branches :=
  fun x member =>
    (foldl_putSorted branches branches [] (fun _ h => h) (by simp) (by simp [Ascending])).2.2 decides x (.inl member)

/-! ## The right side -/

/-- A branch with what merges with its continuation. -/
def rightOf (branch : Branch) : RightBranch :=
  ⟨branch, branch.continuation.mergeWith⟩

/-- The right side is made of these. -/
theorem rights_eq : ∀ branches : LocalBranches, branches.rights = branches.toList.map rightOf
  | .nil => rfl
  | .cons _ _ _ rest => by simp [LocalBranches.rights, LocalBranches.toList, rights_eq rest, rightOf]

private theorem insertSortedRight_map (branch : Branch) :
    ∀ branches : List Branch,
      insertSortedRight (rightOf branch) (branches.map rightOf) = (insertSorted branch branches).map rightOf
  | [] => rfl
  | first :: rest => by
    by_cases less : branch.label.name < first.label.name
    · have less' : (rightOf branch).label.name < (rightOf first).label.name := less
      simp [insertSortedRight, insertSorted, less, less']
    · have less' : ¬ (rightOf branch).label.name < (rightOf first).label.name := less
      simp [insertSortedRight, insertSorted, less, less', insertSortedRight_map branch rest]

/-- Sorting the right side is sorting its branches. -/
theorem sortRights_map :
    ∀ branches sorted : List Branch,
      (branches.map rightOf).foldl (fun sorted branch => insertSortedRight branch sorted) (sorted.map rightOf)
        = (branches.foldl (fun sorted branch => insertSorted branch sorted) sorted).map rightOf
  | [], _ => rfl
  | first :: rest, sorted => by
    simp only [List.map_cons, List.foldl_cons, insertSortedRight_map]
    exact sortRights_map rest (insertSorted first sorted)

/-! ## What a merge is made of -/

/-- `x` is what becomes of `left` and `right`. -/
def Joined (left right x : Branch) : Prop :=
  left.label = right.label ∧ left.payload = right.payload ∧ x.label = right.label ∧ x.payload = right.payload
    ∧ merge left.continuation right.continuation = .ok x.continuation

private theorem label_eq {left right : Label} (name : left.name = right.name) (sort : left.sort = right.sort) : left = right := by
  cases left
  cases right
  simp_all

private theorem continuationMerge_ok {right : Branch} {left merged : LocalType} :
    continuationMerge (rightOf right) left = .ok merged ↔ merge left right.continuation = .ok merged := by
  have same : (rightOf right).merge left = merge left right.continuation := rfl
  unfold continuationMerge
  rw [same]
  cases merge left right.continuation <;> simp

/-- One step of merged sends. -/
theorem mergeSends_cons {left right : Branch} {lefts out : List Branch} {rights : List RightBranch}
    (done : mergeSends (left :: lefts) (rightOf right :: rights) = .ok out) :
    ∃ x rest, Joined left right x ∧ mergeSends lefts rights = .ok rest ∧ out = x :: rest := by
  have same : (rightOf right).toBranch = right := rfl
  by_cases name : left.label.name = right.label.name
  · by_cases sort : left.label.sort = right.label.sort
    · cases merged : continuationMerge (rightOf right) left.continuation with
      | error _ => simp [mergeSends, same, name, sort, merged, bind, Except.bind, pure, Except.pure] at done
      | ok continuation =>
        by_cases payload : left.payload = right.payload
        · cases below : mergeSends lefts rights with
          | error _ => simp [mergeSends, same, name, sort, merged, payload, below, bind, Except.bind, pure, Except.pure] at done
          | ok rest =>
            simp [mergeSends, same, name, sort, merged, payload, below, bind, Except.bind, pure, Except.pure] at done
            have label := label_eq name sort
            exact ⟨⟨left.label, right.payload, continuation⟩, rest,
              ⟨label, payload, label, rfl, continuationMerge_ok.mp merged⟩, rfl, done.symm⟩
        · simp [mergeSends, same, name, sort, merged, payload, bind, Except.bind, pure, Except.pure] at done
    · simp [mergeSends, same, name, sort, bind, Except.bind, pure, Except.pure] at done
  · simp [mergeSends, same, name, bind, Except.bind] at done

/-- Merged sends are joined pair by pair. -/
theorem mergeSends_joined :
    ∀ (lefts rights out : List Branch), mergeSends lefts (rights.map rightOf) = .ok out →
      (∀ x ∈ out, ∃ left ∈ lefts, ∃ right ∈ rights, Joined left right x)
        ∧ (∀ left ∈ lefts, ∃ right ∈ rights, ∃ x ∈ out, Joined left right x)
        ∧ (∀ right ∈ rights, ∃ left ∈ lefts, ∃ x ∈ out, Joined left right x)
  | [], [], out, done => by
    simp [mergeSends] at done
    subst done
    simp
  | [], _ :: _, _, done => by simp [mergeSends] at done
  | _ :: _, [], _, done => by simp [mergeSends] at done
  | left :: lefts, right :: rights, out, done => by
    obtain ⟨x, rest, joined, below, rfl⟩ := mergeSends_cons done
    obtain ⟨one, two, three⟩ := mergeSends_joined lefts rights rest below
    refine ⟨fun y member => ?_, fun y member => ?_, fun y member => ?_⟩
    · simp only [List.mem_cons] at member
      rcases member with rfl | h
      · exact ⟨left, by simp, right, by simp, joined⟩
      · obtain ⟨l, hl, r, hr, j⟩ := one y h
        exact ⟨l, by simp [hl], r, by simp [hr], j⟩
    · simp only [List.mem_cons] at member
      rcases member with rfl | h
      · exact ⟨right, by simp, x, by simp, joined⟩
      · obtain ⟨r, hr, z, hz, j⟩ := two y h
        exact ⟨r, by simp [hr], z, by simp [hz], j⟩
    · simp only [List.mem_cons] at member
      rcases member with rfl | h
      · exact ⟨left, by simp, x, by simp, joined⟩
      · obtain ⟨l, hl, z, hz, j⟩ := three y h
        exact ⟨l, by simp [hl], z, by simp [hz], j⟩

/-- One step of merged receives: a new name is added, a known one joined. -/
theorem mergeRecvs_cons {right : Branch} {map out : List Branch} {rights : List RightBranch}
    (done : mergeRecvs map (rightOf right :: rights) = .ok out) :
    ((∀ x ∈ map, x.label.name ≠ right.label.name) ∧ mergeRecvs (putSorted right map) rights = .ok out)
      ∨ ∃ left ∈ map, ∃ x, Joined left right x ∧ mergeRecvs (putSorted x map) rights = .ok out := by
  have same : (rightOf right).toBranch = right := rfl
  cases found : findBranch right.label.name map with
  | none =>
    simp only [mergeRecvs, same, found] at done
    refine .inl ⟨fun x member => ?_, done⟩
    simpa using (List.find?_eq_none.mp found) x member
  | some left =>
    have member : left ∈ map := List.mem_of_find?_eq_some found
    have name : left.label.name = right.label.name := by simpa using List.find?_some found
    by_cases sort : left.label.sort = right.label.sort
    · cases merged : continuationMerge (rightOf right) left.continuation with
      | error _ => simp [mergeRecvs, same, found, merged, bind, Except.bind] at done
      | ok continuation =>
        by_cases payload : left.payload = right.payload
        · simp [mergeRecvs, same, found, merged, sort, payload, bind, Except.bind, pure, Except.pure] at done
          exact .inr ⟨left, member, ⟨right.label, right.payload, continuation⟩,
            ⟨label_eq name sort, payload, rfl, rfl, continuationMerge_ok.mp merged⟩, done⟩
        · simp [mergeRecvs, same, found, merged, sort, payload, bind, Except.bind, pure, Except.pure] at done
    · cases merged : continuationMerge (rightOf right) left.continuation <;>
        simp [mergeRecvs, same, found, merged, sort, bind, Except.bind] at done

/-- How a merge can have come about. -/
inductive MergeCase : LocalType → LocalType → LocalType → Prop
  | same (type : LocalType) : MergeCase type type type
  | mu (binder : String) {left right merged : LocalType} :
    merge left right = .ok merged → MergeCase (.mu binder left) (.mu binder right) (.mu binder merged)
  | send (partner : String) {lefts rights : LocalBranches} {out : List Branch} :
    mergeSends (sortBranches lefts.toList) ((sortBranches rights.toList).map rightOf) = .ok out →
      MergeCase (.send partner lefts) (.send partner rights) (.send partner (.ofList out))
  | recv (partner : String) {lefts rights : LocalBranches} {out : List Branch} :
    mergeRecvs (branchMap lefts.toList) (rights.toList.map rightOf) = .ok out →
      MergeCase (.recv partner lefts) (.recv partner rights) (.recv partner (.ofList out))

/-- Every successful merge came about in one of these ways. -/
theorem mergeCase {left right merged : LocalType} (done : merge left right = .ok merged) : MergeCase left right merged := by
  by_cases equal : left = right
  · subst equal
    rw [merge_self] at done
    cases done
    exact .same left
  · unfold merge at done
    cases right with
    | end_ => cases left <;> simp_all [LocalType.mergeWith]
    | var name => cases left <;> simp_all [LocalType.mergeWith]
    | mu binder body =>
      cases left with
      | mu other inner =>
        by_cases name : other = binder
        · subst name
          cases below : body.mergeWith inner with
          | error _ => simp [LocalType.mergeWith, equal, below, bind, Except.bind] at done
          | ok continuation =>
            simp [LocalType.mergeWith, equal, below, bind, Except.bind, pure, Except.pure] at done
            subst done
            exact .mu other below
        · simp [LocalType.mergeWith, name] at done
      | _ => simp [LocalType.mergeWith] at done
    | send partner rights =>
      cases left with
      | send other lefts =>
        by_cases name : other = partner
        · subst name
          have sorted := sortRights_map rights.toList []
          simp only [List.map_nil] at sorted
          by_cases count : lefts.length = rights.rights.length
          · simp only [LocalType.mergeWith, equal, if_false, ne_eq, not_true_eq_false, count, rights_eq, sorted] at done
            cases below : mergeSends (sortBranches lefts.toList) ((sortBranches rights.toList).map rightOf) with
            | error _ =>
              unfold sortBranches at below
              simp [sortBranches, below, bind, Except.bind] at done
            | ok out =>
              have below' := below
              unfold sortBranches at below'
              simp [sortBranches, below', bind, Except.bind, pure, Except.pure] at done
              subst done
              exact .send other below
          · simp [LocalType.mergeWith, equal, count] at done
        · simp [LocalType.mergeWith, name] at done
      | _ => simp [LocalType.mergeWith] at done
    | recv partner rights =>
      cases left with
      | recv other lefts =>
        by_cases name : other = partner
        · subst name
          cases below : mergeRecvs (branchMap lefts.toList) (rights.toList.map rightOf) with
          | error _ => simp [LocalType.mergeWith, equal, rights_eq, below, bind, Except.bind] at done
          | ok out =>
            simp [LocalType.mergeWith, equal, rights_eq, below, bind, Except.bind, pure, Except.pure] at done
            subst done
            exact .recv other below
        · simp [LocalType.mergeWith, name] at done
      | _ => simp [LocalType.mergeWith] at done

end Paritas
