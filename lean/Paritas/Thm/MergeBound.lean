module
public import Paritas.Thm.MergeLists
/-!
The merge of two local types is the least type that offers every branch of both. From this follows that the order of
merging does not matter, up to the order of branches.
-/
@[expose] public section
namespace Paritas

/-! ## Offering every branch -/

mutual
/-- `other` does what this type does and offers every branch of it, perhaps more: same partners, same labels with sorts,
same annotations. The order of branches does not count. -/
def LocalType.within : LocalType → (other : LocalType) → Prop
  | .end_, .end_ => True
  | .var name, .var other => name = other
  | .mu binder body, .mu other inner => binder = other ∧ body.within inner
  | .send partner branches, .send other others => partner = other ∧ branches.within others.toList
  | .recv partner branches, .recv other others => partner = other ∧ branches.within others.toList
  | _, _ => False
/-- Every branch has its counterpart among `others`. -/
def LocalBranches.within : LocalBranches → (others : List Branch) → Prop
  | .nil, _ => True
  | .cons label payload continuation rest, others =>
    (∃ other ∈ others, other.label = label ∧ other.payload = payload ∧ continuation.within other.continuation)
      ∧ rest.within others
end

/-- The same behaviour up to the order of branches. -/
def LocalType.SameBranches (left right : LocalType) : Prop :=
  left.within right ∧ right.within left

mutual
/-- In every choice the label's name decides which branch is meant; types without repeated names are like that. -/
def LocalType.named : LocalType → Prop
  | .end_ | .var _ => True
  | .mu _ body => body.named
  | .send _ branches | .recv _ branches => branches.named ∧ NameDecides branches.toList
/-- In every continuation. -/
def LocalBranches.named : LocalBranches → Prop
  | .nil => True
  | .cons _ _ continuation rest => continuation.named ∧ rest.named
end

/-- A branch has its counterpart in a list. -/
def Counterpart (branch : Branch) (others : List Branch) : Prop :=
  ∃ other ∈ others, other.label = branch.label ∧ other.payload = branch.payload
    ∧ branch.continuation.within other.continuation

/-- What `LocalBranches.within` says, branch by branch. -/
theorem branches_within (others : List Branch) :
    ∀ branches : LocalBranches, branches.within others ↔ ∀ branch ∈ branches.toList, Counterpart branch others
  | .nil => by simp [LocalBranches.within, LocalBranches.toList]
  | .cons _ _ _ rest => by
    simp [LocalBranches.within, LocalBranches.toList, branches_within others rest, Counterpart]

/-- What `LocalBranches.named` says, branch by branch. -/
theorem branches_named : ∀ branches : LocalBranches, branches.named ↔ ∀ branch ∈ branches.toList, branch.continuation.named
  | .nil => by simp [LocalBranches.named, LocalBranches.toList]
  | .cons _ _ _ rest => by simp [LocalBranches.named, LocalBranches.toList, branches_named rest]

/-- What stands right below a type. -/
def LocalType.children : LocalType → List LocalType
  | .end_ | .var _ => []
  | .mu _ body => [body]
  | .send _ branches | .recv _ branches => branches.toList.map (·.continuation)

mutual
/-- What holds for a type whenever it holds right below it, holds for every type. -/
theorem LocalType.below_induction {P : LocalType → Prop} (step : ∀ type, (∀ child ∈ type.children, P child) → P type) :
    ∀ type, P type
  | .end_ => step _ (by simp [LocalType.children])
  | .var _ => step _ (by simp [LocalType.children])
  | .mu _ body => step _ (by simpa [LocalType.children] using LocalType.below_induction step body)
  | .send _ branches => step _ (by simpa [LocalType.children] using LocalBranches.below_induction step branches)
  | .recv _ branches => step _ (by simpa [LocalType.children] using LocalBranches.below_induction step branches)
/-- The same for the continuations of branches. -/
theorem LocalBranches.below_induction {P : LocalType → Prop} (step : ∀ type, (∀ child ∈ type.children, P child) → P type) :
    ∀ branches : LocalBranches, ∀ branch ∈ branches.toList, P branch.continuation
  | .nil => by simp [LocalBranches.toList]
  | .cons _ _ continuation rest => by
    have first := LocalType.below_induction step continuation
    have others := LocalBranches.below_induction step rest
    intro branch member
    simp only [LocalBranches.toList, List.mem_cons] at member
    rcases member with rfl | h
    · exact first
    · exact others branch h
end

/-- A type offers its own branches. -/
theorem LocalType.within_refl : ∀ type : LocalType, type.within type := by
  refine LocalType.below_induction fun type ih => ?_
  cases type with
  | end_ => simp [LocalType.within]
  | var _ => simp [LocalType.within]
  | mu _ _ => simpa [LocalType.within, LocalType.children] using ih
  | send _ branches | recv _ branches =>
    simp only [LocalType.within, true_and, branches_within]
    exact fun branch member => ⟨branch, member, rfl, rfl, ih _ (by simpa [LocalType.children] using ⟨branch, member, rfl⟩)⟩

/-- Offering is transitive. -/
theorem LocalType.within_trans : ∀ a b c : LocalType, a.within b → b.within c → a.within c := by
  refine LocalType.below_induction fun a ih => ?_
  intro b c left right
  cases a with
  | end_ => cases b <;> cases c <;> simp_all [LocalType.within]
  | var _ => cases b <;> cases c <;> simp_all [LocalType.within]
  | mu x body =>
    cases b <;> cases c <;> simp only [LocalType.within] at left right ⊢
    exact ⟨left.1.trans right.1, ih body (by simp [LocalType.children]) _ _ left.2 right.2⟩
  | send p branches | recv p branches =>
    cases b <;> cases c <;> simp only [LocalType.within] at left right ⊢
    refine ⟨left.1.trans right.1, ?_⟩
    rw [branches_within] at left right ⊢
    intro branch member
    obtain ⟨middle, hm, ml, mp, mw⟩ := left.2 branch member
    obtain ⟨other, ho, ol, op, ow⟩ := right.2 middle hm
    exact ⟨other, ho, ol.trans ml, op.trans mp,
      ih _ (by simpa [LocalType.children] using ⟨branch, member, rfl⟩) _ _ mw ow⟩

/-! ## The merge offers every branch of both -/

/-- A merge of these continuations offers both and keeps names unambiguous. -/
private def Upper (right : LocalType) : Prop :=
  ∀ left merged, left.named → right.named → merge left right = .ok merged →
    left.within merged ∧ right.within merged ∧ merged.named

private theorem recvs_upper :
    ∀ (rights map out : List Branch), (∀ right ∈ rights, Upper right.continuation) →
      (∀ right ∈ rights, right.continuation.named) → (∀ one ∈ map, one.continuation.named) → Ascending map →
      mergeRecvs map (rights.map rightOf) = .ok out →
      Ascending out ∧ (∀ x ∈ out, x.continuation.named) ∧ (∀ one ∈ map, Counterpart one out)
        ∧ (∀ right ∈ rights, Counterpart right out)
  | [], map, out, _, _, named, ascending, done => by
    simp [mergeRecvs] at done
    subst done
    exact ⟨ascending, named, fun one member => ⟨one, member, rfl, rfl, one.continuation.within_refl⟩, by simp⟩
  | right :: rights, map, out, upper, namedRights, named, ascending, done => by
    simp only [List.map_cons] at done
    rcases mergeRecvs_cons done with ⟨fresh, rest⟩ | ⟨left, hl, x, joined, rest⟩
    · have named' : ∀ one ∈ putSorted right map, one.continuation.named := fun one member => by
        rcases mem_putSorted member with rfl | h
        · exact namedRights _ (by simp)
        · exact named one h
      obtain ⟨h1, h2, h3, h4⟩ := recvs_upper rights _ out (fun r h => upper r (by simp [h]))
        (fun r h => namedRights r (by simp [h])) named' (ascending_putSorted right ascending) rest
      refine ⟨h1, h2, fun one member => h3 one (keep_putSorted (fun same => fresh one member same.symm) member), ?_⟩
      intro one member
      simp only [List.mem_cons] at member
      rcases member with rfl | h
      · exact h3 _ (self_putSorted _ _)
      · exact h4 one h
    · obtain ⟨label, payload, xl, xp, merged⟩ := joined
      obtain ⟨wl, wr, wn⟩ := upper right (by simp) _ _ (named left hl) (namedRights right (by simp)) merged
      have named' : ∀ one ∈ putSorted x map, one.continuation.named := fun one member => by
        rcases mem_putSorted member with rfl | h
        · exact wn
        · exact named one h
      obtain ⟨h1, h2, h3, h4⟩ := recvs_upper rights _ out (fun r h => upper r (by simp [h]))
        (fun r h => namedRights r (by simp [h])) named' (ascending_putSorted x ascending) rest
      obtain ⟨o, ho, ol, op, ow⟩ := h3 x (self_putSorted x map)
      refine ⟨h1, h2, fun one member => ?_, fun one member => ?_⟩
      · by_cases same : x.label.name = one.label.name
        · have : left = one := ascending.unique hl member (by rw [label, ← xl, same])
          subst this
          exact ⟨o, ho, by rw [ol, xl, label], by rw [op, xp, payload], LocalType.within_trans _ _ _ wl ow⟩
        · exact h3 one (keep_putSorted same member)
      · simp only [List.mem_cons] at member
        rcases member with rfl | h
        · exact ⟨o, ho, by rw [ol, xl], by rw [op, xp], LocalType.within_trans _ _ _ wr ow⟩
        · exact h4 one h

private theorem upper : ∀ right : LocalType, Upper right := by
  refine LocalType.below_induction fun right ih => ?_
  intro left merged namedLeft namedRight done
  cases mergeCase done with
  | same => exact ⟨LocalType.within_refl _, LocalType.within_refl _, namedLeft⟩
  | @mu binder l r m below =>
    obtain ⟨one, two, three⟩ := ih r (by simp [LocalType.children]) l m namedLeft namedRight below
    exact ⟨⟨rfl, one⟩, ⟨rfl, two⟩, three⟩
  | @send partner lefts rights out below =>
    obtain ⟨h1, h2, h3⟩ := mergeSends_joined _ _ _ below
    simp only [mem_sortBranches] at h1 h2 h3
    obtain ⟨nl, dl⟩ := namedLeft
    obtain ⟨nr, dr⟩ := namedRight
    rw [branches_named] at nl nr
    have both : ∀ l ∈ lefts.toList, ∀ r ∈ rights.toList, ∀ x, Joined l r x →
        l.continuation.within x.continuation ∧ r.continuation.within x.continuation ∧ x.continuation.named :=
      fun l hl r hr x joined =>
        ih r.continuation (by simpa [LocalType.children] using ⟨r, hr, rfl⟩) _ _ (nl l hl) (nr r hr) joined.2.2.2.2
    refine ⟨⟨rfl, ?_⟩, ⟨rfl, ?_⟩, ?_, ?_⟩
    · rw [branches_within, toList_ofList]
      intro l hl
      obtain ⟨r, hr, x, hx, joined⟩ := h2 l hl
      exact ⟨x, hx, joined.2.2.1.trans joined.1.symm, joined.2.2.2.1.trans joined.2.1.symm, (both l hl r hr x joined).1⟩
    · rw [branches_within, toList_ofList]
      intro r hr
      obtain ⟨l, hl, x, hx, joined⟩ := h3 r hr
      exact ⟨x, hx, joined.2.2.1, joined.2.2.2.1, (both l hl r hr x joined).2.1⟩
    · rw [branches_named, toList_ofList]
      intro x hx
      obtain ⟨l, hl, r, hr, joined⟩ := h1 x hx
      exact (both l hl r hr x joined).2.2
    · rw [toList_ofList]
      intro x hx y hy same
      obtain ⟨l, hl, r, hr, jx⟩ := h1 x hx
      obtain ⟨l', hl', r', hr', jy⟩ := h1 y hy
      have sameR : r = r' := dr r hr r' hr' (by rw [← jx.2.2.1, ← jy.2.2.1, same])
      have sameL : l = l' := dl l hl l' hl' (by rw [jx.1, jy.1, sameR])
      subst sameR sameL
      obtain ⟨_, _, xl, xp, xm⟩ := jx
      obtain ⟨_, _, yl, yp, ym⟩ := jy
      have continuation : x.continuation = y.continuation := by
        rw [xm] at ym
        exact Except.ok.inj ym
      cases x
      cases y
      simp_all
  | @recv partner lefts rights out below =>
    obtain ⟨nl, dl⟩ := namedLeft
    obtain ⟨nr, _⟩ := namedRight
    rw [branches_named] at nl nr
    obtain ⟨h1, h2, h3, h4⟩ := recvs_upper rights.toList (branchMap lefts.toList) out
      (fun r hr => ih r.continuation (by simpa [LocalType.children] using ⟨r, hr, rfl⟩)) nr
      (fun one member => nl one (mem_of_mem_branchMap one member)) (ascending_branchMap _) below
    refine ⟨⟨rfl, ?_⟩, ⟨rfl, ?_⟩, ?_, ?_⟩
    · rw [branches_within, toList_ofList]
      exact fun l hl => h3 l (mem_branchMap dl l hl)
    · rw [branches_within, toList_ofList]
      exact h4
    · rw [branches_named, toList_ofList]
      exact h2
    · rw [toList_ofList]
      exact fun x hx y hy same => h1.unique hx hy same

/-- The merge offers every branch of both sides, and names decide in it as they do in them. -/
theorem merge_upper {left right merged : LocalType} (namedLeft : left.named) (namedRight : right.named)
    (done : merge left right = .ok merged) : left.within merged ∧ right.within merged ∧ merged.named :=
  upper right left merged namedLeft namedRight done

/-! ## It offers nothing else -/

private def Least (right : LocalType) : Prop :=
  ∀ left merged bound, bound.named → merge left right = .ok merged → left.within bound → right.within bound →
    merged.within bound

/-- Joined branches have the counterpart that both of them have. -/
private theorem joined_least {left right x : Branch} {bounds : List Branch} (least : Least right.continuation)
    (decides : NameDecides bounds) (named : ∀ bound ∈ bounds, bound.continuation.named) (joined : Joined left right x)
    (cl : Counterpart left bounds) (cr : Counterpart right bounds) : Counterpart x bounds := by
  obtain ⟨label, _, xl, xp, merged⟩ := joined
  obtain ⟨bl, hbl, bll, _, wl⟩ := cl
  obtain ⟨br, hbr, brl, brp, wr⟩ := cr
  have same : bl = br := decides bl hbl br hbr (by rw [bll, brl, label])
  subst same
  exact ⟨bl, hbl, brl.trans xl.symm, brp.trans xp.symm, least _ _ _ (named bl hbl) merged wl wr⟩

private theorem recvs_least {bounds : List Branch} (decides : NameDecides bounds)
    (named : ∀ bound ∈ bounds, bound.continuation.named) :
    ∀ (rights map out : List Branch), (∀ right ∈ rights, Least right.continuation) →
      (∀ one ∈ map, Counterpart one bounds) → (∀ right ∈ rights, Counterpart right bounds) →
      mergeRecvs map (rights.map rightOf) = .ok out → ∀ x ∈ out, Counterpart x bounds
  | [], map, out, _, inMap, _, done => by
    simp [mergeRecvs] at done
    subst done
    exact inMap
  | right :: rights, map, out, least, inMap, inRights, done => by
    simp only [List.map_cons] at done
    have further := fun map' => recvs_least decides named rights map' out (fun r h => least r (by simp [h]))
    rcases mergeRecvs_cons done with ⟨_, rest⟩ | ⟨left, hl, x, joined, rest⟩
    · refine further _ (fun one member => ?_) (fun r h => inRights r (by simp [h])) rest
      rcases mem_putSorted member with rfl | h
      · exact inRights _ (by simp)
      · exact inMap one h
    · refine further _ (fun one member => ?_) (fun r h => inRights r (by simp [h])) rest
      rcases mem_putSorted member with rfl | h
      · exact joined_least (least right (by simp)) decides named joined (inMap left hl) (inRights right (by simp))
      · exact inMap one h

private theorem least : ∀ right : LocalType, Least right := by
  refine LocalType.below_induction fun right ih => ?_
  intro left merged bound namedBound done wl wr
  cases mergeCase done with
  | same => exact wl
  | @mu binder l r m below =>
    cases bound with
    | mu other inner =>
      exact ⟨wl.1, ih r (by simp [LocalType.children]) l m inner namedBound below wl.2 wr.2⟩
    | _ => simp [LocalType.within] at wl
  | @send partner lefts rights out below =>
    cases bound with
    | send other bounds =>
      obtain ⟨nb, db⟩ := namedBound
      rw [branches_named] at nb
      obtain ⟨h1, _, _⟩ := mergeSends_joined _ _ _ below
      simp only [mem_sortBranches] at h1
      refine ⟨wl.1, ?_⟩
      have inLefts := (branches_within _ _).mp wl.2
      have inRights := (branches_within _ _).mp wr.2
      rw [branches_within, toList_ofList]
      intro x hx
      obtain ⟨l, hl, r, hr, joined⟩ := h1 x hx
      exact joined_least (ih r.continuation (by simpa [LocalType.children] using ⟨r, hr, rfl⟩)) db nb joined
        (inLefts l hl) (inRights r hr)
    | _ => simp [LocalType.within] at wl
  | @recv partner lefts rights out below =>
    cases bound with
    | recv other bounds =>
      obtain ⟨nb, db⟩ := namedBound
      rw [branches_named] at nb
      refine ⟨wl.1, ?_⟩
      have inLefts := (branches_within _ _).mp wl.2
      have inRights := (branches_within _ _).mp wr.2
      rw [branches_within, toList_ofList]
      exact recvs_least db nb rights.toList _ out
        (fun r hr => ih r.continuation (by simpa [LocalType.children] using ⟨r, hr, rfl⟩))
        (fun one member => inLefts one (mem_of_mem_branchMap one member)) inRights below
    | _ => simp [LocalType.within] at wl

/-- Whatever offers every branch of both sides offers every branch of their merge: the merge adds nothing. -/
theorem merge_least {left right merged bound : LocalType} (named : bound.named) (done : merge left right = .ok merged)
    (wl : left.within bound) (wr : right.within bound) : merged.within bound :=
  least right left merged bound named done wl wr

/-! ## So the order of merging does not matter -/

/-- Merging the other way round gives the same up to the order of branches. -/
theorem merge_comm {left right merged other : LocalType} (namedLeft : left.named) (namedRight : right.named)
    (one : merge left right = .ok merged) (two : merge right left = .ok other) : merged.SameBranches other := by
  obtain ⟨l1, r1, n1⟩ := merge_upper namedLeft namedRight one
  obtain ⟨r2, l2, n2⟩ := merge_upper namedRight namedLeft two
  exact ⟨merge_least n2 one l2 r2, merge_least n1 two r1 l1⟩

/-- Merging three types from the left or from the right gives the same up to the order of branches. -/
theorem merge_assoc {a b c ab bc left right : LocalType} (na : a.named) (nb : b.named) (nc : c.named)
    (first : merge a b = .ok ab) (leftDone : merge ab c = .ok left)
    (last : merge b c = .ok bc) (rightDone : merge a bc = .ok right) : left.SameBranches right := by
  obtain ⟨a1, b1, nab⟩ := merge_upper na nb first
  obtain ⟨ab1, c1, nl⟩ := merge_upper nab nc leftDone
  obtain ⟨b2, c2, nbc⟩ := merge_upper nb nc last
  obtain ⟨a2, bc2, nr⟩ := merge_upper na nbc rightDone
  constructor
  · refine merge_least nr leftDone ?_ (LocalType.within_trans _ _ _ c2 bc2)
    exact merge_least nr first a2 (LocalType.within_trans _ _ _ b2 bc2)
  · refine merge_least nl rightDone (LocalType.within_trans _ _ _ a1 ab1) ?_
    exact merge_least nl last (LocalType.within_trans _ _ _ b1 ab1) c1

end Paritas
