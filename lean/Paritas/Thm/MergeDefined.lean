module
public import Paritas.Thm.MergeBound
/-! Where no choice repeats a name, two local types merge in one order exactly if they merge in the other. -/
@[expose] public section
namespace Paritas

/-- No two branches have the same name. -/
def Distinct (branches : List Branch) : Prop :=
  branches.Pairwise fun one other => one.label.name ≠ other.label.name

mutual
/-- No choice repeats a name. -/
def LocalType.distinct : LocalType → Prop
  | .end_ | .var _ => True
  | .mu _ body => body.distinct
  | .send _ branches | .recv _ branches => branches.distinct ∧ Distinct branches.toList
/-- In every continuation. -/
def LocalBranches.distinct : LocalBranches → Prop
  | .nil => True
  | .cons _ _ continuation rest => continuation.distinct ∧ rest.distinct
end

/-- What `LocalBranches.distinct` says, branch by branch. -/
theorem branches_distinct :
    ∀ branches : LocalBranches, branches.distinct ↔ ∀ branch ∈ branches.toList, branch.continuation.distinct
  | .nil => by simp [LocalBranches.distinct, LocalBranches.toList]
  | .cons _ _ _ rest => by simp [LocalBranches.distinct, LocalBranches.toList, branches_distinct rest]

/-- Where no name is repeated, the name decides. -/
theorem Distinct.decides {branches : List Branch} (distinct : Distinct branches) : NameDecides branches := by
  induction branches with
  | nil => simp [NameDecides]
  | cons first rest ih =>
    unfold Distinct at distinct
    rw [List.pairwise_cons] at distinct
    intro x hx y hy same
    simp only [List.mem_cons] at hx hy
    rcases hx with rfl | hx <;> rcases hy with rfl | hy
    · rfl
    · exact absurd same (distinct.1 y hy)
    · exact absurd same.symm (distinct.1 x hx)
    · exact ih distinct.2 x hx y hy same

/-- Types that repeat no name are named. -/
theorem LocalType.named_of_distinct : ∀ type : LocalType, type.distinct → type.named := by
  refine LocalType.below_induction fun type ih => ?_
  intro distinct
  cases type with
  | end_ => trivial
  | var _ => trivial
  | mu _ body => exact ih body (by simp [LocalType.children]) distinct
  | send _ branches | recv _ branches =>
    obtain ⟨below, names⟩ := distinct
    rw [branches_distinct] at below
    refine ⟨(branches_named branches).mpr fun branch member => ?_, names.decides⟩
    exact ih _ (by simpa [LocalType.children] using ⟨branch, member, rfl⟩) (below branch member)

/-- The types have a merge. -/
def Mergeable (left right : LocalType) : Prop :=
  ∃ merged, merge left right = .ok merged

/-- The branches can be joined. -/
def Joinable (left right : Branch) : Prop :=
  ∃ x, Joined left right x

private theorem Joinable.swap {left right : Branch} (joinable : Joinable left right)
    (back : Mergeable left.continuation right.continuation → Mergeable right.continuation left.continuation) :
    Joinable right left := by
  obtain ⟨x, label, payload, _, _, merged⟩ := joinable
  obtain ⟨other, done⟩ := back ⟨_, merged⟩
  exact ⟨⟨left.label, left.payload, other⟩, label.symm, payload.symm, rfl, rfl, done⟩

private theorem continuationMerge_of_joined {left right x : Branch} (joined : Joined left right x) :
    continuationMerge (rightOf right) left.continuation = .ok x.continuation := by
  have same : (rightOf right).merge left.continuation = merge left.continuation right.continuation := rfl
  unfold continuationMerge
  rw [same, joined.2.2.2.2]

/-! ## Sends -/

private theorem length_insertSorted (branch : Branch) :
    ∀ branches : List Branch, (insertSorted branch branches).length = branches.length + 1
  | [] => rfl
  | first :: rest => by
    simp only [insertSorted]
    split <;> simp [length_insertSorted branch rest]

private theorem length_foldl_insertSorted :
    ∀ branches sorted : List Branch,
      (branches.foldl (fun sorted branch => insertSorted branch sorted) sorted).length = sorted.length + branches.length
  | [], _ => rfl
  | first :: rest, sorted => by
    simp only [List.foldl_cons, length_foldl_insertSorted rest, length_insertSorted, List.length_cons]
    omega

private theorem length_sortBranches (branches : List Branch) : (sortBranches branches).length = branches.length := by
  simp [sortBranches, length_foldl_insertSorted]

private theorem length_toList : ∀ branches : LocalBranches, branches.toList.length = branches.length
  | .nil => rfl
  | .cons _ _ _ rest => by simp [LocalBranches.toList, LocalBranches.length, length_toList rest]

private theorem mergeSends_length :
    ∀ (lefts rights out : List Branch), mergeSends lefts (rights.map rightOf) = .ok out → lefts.length = rights.length
  | [], [], _, _ => rfl
  | [], _ :: _, _, done => by simp [mergeSends] at done
  | _ :: _, [], _, done => by simp [mergeSends] at done
  | _ :: lefts, _ :: rights, _, done => by
    obtain ⟨_, rest, _, below, _⟩ := mergeSends_cons done
    simp [mergeSends_length lefts rights rest below]

private theorem mergeSends_swap :
    ∀ (lefts rights out : List Branch), mergeSends lefts (rights.map rightOf) = .ok out →
      (∀ left ∈ lefts, ∀ right ∈ rights, Joinable left right → Joinable right left) →
      ∃ other, mergeSends rights (lefts.map rightOf) = .ok other
  | [], [], _, _, _ => ⟨[], by simp [mergeSends]⟩
  | [], _ :: _, _, done, _ => by simp [mergeSends] at done
  | _ :: _, [], _, done, _ => by simp [mergeSends] at done
  | left :: lefts, right :: rights, out, done, swap => by
    obtain ⟨x, rest, joined, below, _⟩ := mergeSends_cons done
    obtain ⟨other, further⟩ := mergeSends_swap lefts rights rest below
      fun l hl r hr => swap l (by simp [hl]) r (by simp [hr])
    obtain ⟨y, back⟩ := swap left (by simp) right (by simp) ⟨x, joined⟩
    have merged := continuationMerge_of_joined back
    have same : (rightOf left).toBranch = left := rfl
    refine ⟨⟨right.label, right.payload, y.continuation⟩ :: other, ?_⟩
    simp [mergeSends, same, back.1, back.2.1, merged, further, bind, Except.bind, pure, Except.pure]

private theorem mergeable_send {partner : String} {lefts rights : LocalBranches} {out : List Branch}
    (count : lefts.length = rights.length)
    (done : mergeSends (sortBranches lefts.toList) ((sortBranches rights.toList).map rightOf) = .ok out) :
    Mergeable (.send partner lefts) (.send partner rights) := by
  by_cases equal : LocalType.send partner lefts = .send partner rights
  · exact ⟨_, by rw [equal]; exact merge_self _⟩
  · have sorted := sortRights_map rights.toList []
    simp only [List.map_nil] at sorted
    have count' : lefts.length = rights.toList.length := by rw [length_toList, count]
    refine ⟨.send partner (.ofList out), ?_⟩
    unfold sortBranches at done
    simp [merge, LocalType.mergeWith, equal, count', rights_eq, sorted, sortBranches, done, bind, Except.bind, pure,
      Except.pure]

/-! ## Receives -/

private theorem joinable_of_done :
    ∀ (rights map out : List Branch), Ascending map → Distinct rights →
      mergeRecvs map (rights.map rightOf) = .ok out →
      ∀ left ∈ map, ∀ right ∈ rights, left.label.name = right.label.name → Joinable left right
  | [], _, _, _, _, _ => by simp
  | first :: rights, map, out, ascending, distinct, done => by
    unfold Distinct at distinct
    rw [List.pairwise_cons] at distinct
    simp only [List.map_cons] at done
    intro left hl right hr same
    simp only [List.mem_cons] at hr
    rcases mergeRecvs_cons done with ⟨fresh, rest⟩ | ⟨known, hk, x, joined, rest⟩
    · rcases hr with rfl | hr
      · exact absurd same (fresh left hl)
      · have differ : first.label.name ≠ left.label.name := by rw [same]; exact distinct.1 right hr
        exact joinable_of_done rights _ out (ascending_putSorted first ascending) distinct.2 rest left
          (keep_putSorted differ hl) right hr same
    · rcases hr with rfl | hr
      · have : known = left := ascending.unique hk hl (by rw [joined.1, same])
        subst this
        exact ⟨x, joined⟩
      · have differ : x.label.name ≠ left.label.name := by rw [joined.2.2.1, same]; exact distinct.1 right hr
        exact joinable_of_done rights _ out (ascending_putSorted x ascending) distinct.2 rest left
          (keep_putSorted differ hl) right hr same

private theorem done_of_joinable :
    ∀ (rights map : List Branch), Distinct rights →
      (∀ left ∈ map, ∀ right ∈ rights, left.label.name = right.label.name → Joinable left right) →
      ∃ out, mergeRecvs map (rights.map rightOf) = .ok out
  | [], map, _, _ => ⟨map, by simp [mergeRecvs]⟩
  | right :: rights, map, distinct, joinable => by
    unfold Distinct at distinct
    rw [List.pairwise_cons] at distinct
    have same : (rightOf right).toBranch = right := rfl
    have further : ∀ x : Branch, x.label.name = right.label.name →
        ∃ out, mergeRecvs (putSorted x map) (rights.map rightOf) = .ok out := fun x name => by
      refine done_of_joinable rights _ distinct.2 fun left hl other ho equal => ?_
      rcases mem_putSorted hl with rfl | h
      · exact absurd (name.symm.trans equal) (distinct.1 other ho)
      · exact joinable left h other (by simp [ho]) equal
    cases found : findBranch right.label.name map with
    | none =>
      obtain ⟨out, done⟩ := further right rfl
      exact ⟨out, by simp [mergeRecvs, same, found, done]⟩
    | some left =>
      have name : left.label.name = right.label.name := by simpa using List.find?_some found
      obtain ⟨x, joined⟩ := joinable left (List.mem_of_find?_eq_some found) right (by simp) name
      have merged := continuationMerge_of_joined joined
      obtain ⟨out, done⟩ := further ⟨right.label, right.payload, x.continuation⟩ rfl
      refine ⟨out, ?_⟩
      simp [mergeRecvs, same, found, merged, joined.1, joined.2.1, done, bind, Except.bind, pure, Except.pure]

private theorem mergeable_recv {partner : String} {lefts rights : LocalBranches} {out : List Branch}
    (done : mergeRecvs (branchMap lefts.toList) (rights.toList.map rightOf) = .ok out) :
    Mergeable (.recv partner lefts) (.recv partner rights) := by
  by_cases equal : LocalType.recv partner lefts = .recv partner rights
  · exact ⟨_, by rw [equal]; exact merge_self _⟩
  · refine ⟨.recv partner (.ofList out), ?_⟩
    simp [merge, LocalType.mergeWith, equal, rights_eq, done, bind, Except.bind, pure, Except.pure]

/-! ## Both orders -/

private theorem mergeable_swap :
    ∀ right left : LocalType, left.distinct → right.distinct → Mergeable left right → Mergeable right left := by
  refine LocalType.below_induction fun right ih => ?_
  intro left distinctLeft distinctRight mergeable
  obtain ⟨merged, done⟩ := mergeable
  cases mergeCase done with
  | same => exact ⟨_, merge_self _⟩
  | @mu binder l r m below =>
    obtain ⟨other, back⟩ := ih r (by simp [LocalType.children]) l distinctLeft distinctRight ⟨m, below⟩
    by_cases equal : LocalType.mu binder r = .mu binder l
    · exact ⟨_, by rw [equal]; exact merge_self _⟩
    · have back' : l.mergeWith r = .ok other := back
      exact ⟨.mu binder other, by
        simp [merge, LocalType.mergeWith, equal, back', bind, Except.bind, pure, Except.pure]⟩
  | @send partner lefts rights out below =>
    obtain ⟨dl, _⟩ := distinctLeft
    obtain ⟨dr, _⟩ := distinctRight
    rw [branches_distinct] at dl dr
    have count := mergeSends_length _ _ _ below
    rw [length_sortBranches, length_sortBranches, length_toList, length_toList] at count
    obtain ⟨other, back⟩ := mergeSends_swap _ _ _ below fun l hl r hr joinable => by
      rw [mem_sortBranches] at hl hr
      exact joinable.swap (ih r.continuation (by simpa [LocalType.children] using ⟨r, hr, rfl⟩) l.continuation
        (dl l hl) (dr r hr))
    exact mergeable_send count.symm back
  | @recv partner lefts rights out below =>
    obtain ⟨dl, nl⟩ := distinctLeft
    obtain ⟨dr, nr⟩ := distinctRight
    rw [branches_distinct] at dl dr
    have joinable := joinable_of_done _ _ _ (ascending_branchMap lefts.toList) nr below
    obtain ⟨other, back⟩ := done_of_joinable lefts.toList (branchMap rights.toList) nl fun r hr l hl same => by
      have hr' := mem_of_mem_branchMap r hr
      exact (joinable l (mem_branchMap nl.decides l hl) r hr' same.symm).swap
        (ih r.continuation (by simpa [LocalType.children] using ⟨r, hr', rfl⟩) l.continuation (dl l hl) (dr r hr'))
    exact mergeable_recv back

/-- Where no choice repeats a name, merging the other way round succeeds as well, and gives the same up to the order of
branches. -/
theorem merge_swap {left right merged : LocalType} (distinctLeft : left.distinct) (distinctRight : right.distinct)
    (done : merge left right = .ok merged) : ∃ other, merge right left = .ok other ∧ merged.SameBranches other := by
  obtain ⟨other, back⟩ := mergeable_swap right left distinctLeft distinctRight ⟨merged, done⟩
  exact ⟨other, back,
    merge_comm (left.named_of_distinct distinctLeft) (right.named_of_distinct distinctRight) done back⟩

end Paritas
