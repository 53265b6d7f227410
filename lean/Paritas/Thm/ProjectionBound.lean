module
public import Paritas.Thm.MergeDefined
public import Paritas.Thm.Projection
/-!
Where a protocol repeats no label name in a choice, the canonical projection offers every branch of the model's candidate.
So a role that the canonical projection describes is ready for whatever the candidate expects, also where the two differ.
-/
@[expose] public section
namespace Paritas

/-- The labels of a communication, in order. -/
def GlobalBranches.labels : GlobalBranches → List Label
  | .nil => []
  | .cons label _ rest => label :: rest.labels

mutual
/-- No communication repeats a name. -/
def GlobalType.distinct : GlobalType → Prop
  | .end_ | .var _ => True
  | .mu _ body => body.distinct
  | .comm _ _ branches => branches.distinct ∧ branches.labels.Pairwise fun one other => one.name ≠ other.name
  | .delegate _ _ _ _ continuation => continuation.distinct
/-- In every continuation. -/
def GlobalBranches.distinct : GlobalBranches → Prop
  | .nil => True
  | .cons _ continuation rest => continuation.distinct ∧ rest.distinct
end

private theorem isGuarded_within (name : String) :
    ∀ left right : LocalType, left.within right → left.isGuarded name = right.isGuarded name := by
  refine LocalType.below_induction fun left ih => ?_
  intro right offered
  cases left <;> cases right <;> simp only [LocalType.within] at offered <;> try rfl
  · obtain ⟨rfl, below⟩ := offered
    simp [LocalType.isGuarded, ih _ (by simp [LocalType.children]) _ below]
  · rw [offered]

private theorem closeLoop_within (binder : String) {left right : LocalType} (offered : left.within right) :
    (closeLoop binder left).within (closeLoop binder right) := by
  unfold closeLoop
  rw [isGuarded_within binder left right offered]
  split
  · exact ⟨rfl, offered⟩
  · trivial

private theorem closeLoop_named (binder : String) {type : LocalType} (named : type.named) :
    (closeLoop binder type).named := by
  unfold closeLoop
  split
  · exact named
  · trivial

private theorem foldl_merge_upper :
    ∀ (others : List LocalType) (first merged : LocalType), first.named → (∀ other ∈ others, other.named) →
      others.foldlM merge first = .ok merged →
      merged.named ∧ first.within merged ∧ ∀ other ∈ others, other.within merged
  | [], first, merged, named, _, done => by
    simp [List.foldlM, pure, Except.pure] at done
    subst done
    exact ⟨named, LocalType.within_refl _, by simp⟩
  | other :: rest, first, merged, named, all, done => by
    simp only [List.foldlM_cons, bind, Except.bind] at done
    cases step : merge first other with
    | error _ => simp [step] at done
    | ok middle =>
      simp only [step] at done
      obtain ⟨h1, h2, h3⟩ := merge_upper named (all other (by simp)) step
      obtain ⟨n, one, two⟩ := foldl_merge_upper rest middle merged h3 (fun x h => all x (by simp [h])) done
      refine ⟨n, LocalType.within_trans _ _ _ h1 one, fun x member => ?_⟩
      simp only [List.mem_cons] at member
      rcases member with rfl | h
      · exact LocalType.within_trans _ _ _ h2 one
      · exact two x h

/-- The merge of any number of types offers every branch of each of them. -/
theorem mergeAll_upper {types : List LocalType} {merged : LocalType} (named : ∀ type ∈ types, type.named)
    (done : mergeAll types = .ok merged) : merged.named ∧ ∀ type ∈ types, type.within merged := by
  cases types with
  | nil => simp [mergeAll] at done
  | cons first rest =>
    obtain ⟨n, one, two⟩ := foldl_merge_upper rest first merged (named first (by simp))
      (fun x h => named x (by simp [h])) done
    refine ⟨n, fun x member => ?_⟩
    simp only [List.mem_cons] at member
    rcases member with rfl | h
    · exact one
    · exact two x h

private theorem Counterpart.more {branch : Branch} {others more : List Branch} (counterpart : Counterpart branch others)
    (inside : ∀ x ∈ others, x ∈ more) : Counterpart branch more := by
  obtain ⟨other, member, facts⟩ := counterpart
  exact ⟨other, inside other member, facts⟩

private theorem named_of_labels {branches : LocalBranches} {labels : List Label}
    (same : branches.toList.map (·.label) = labels)
    (distinct : labels.Pairwise fun one other => one.name ≠ other.name)
    (below : ∀ branch ∈ branches.toList, branch.continuation.named) :
    branches.named ∧ NameDecides branches.toList := by
  refine ⟨(branches_named branches).mpr below, Distinct.decides ?_⟩
  rw [← same, List.pairwise_map] at distinct
  exact distinct

mutual
private theorem project_upper (role : String) :
    ∀ (type : GlobalType) (view : LocalType), type.distinct → type.project role = .ok view →
      (type.trans role).within view ∧ view.named
  | .end_, view, _, done => by
    simp [GlobalType.project] at done
    subst done
    exact ⟨trivial, trivial⟩
  | .var _, view, _, done => by
    simp [GlobalType.project] at done
    subst done
    exact ⟨by simp [GlobalType.trans, LocalType.within], trivial⟩
  | .mu binder body, view, distinct, done => by
    cases below : body.project role with
    | error _ => simp [GlobalType.project, below, bind, Except.bind] at done
    | ok inner =>
      simp [GlobalType.project, below, bind, Except.bind, pure, Except.pure] at done
      subst done
      obtain ⟨one, two⟩ := project_upper role body inner distinct below
      exact ⟨closeLoop_within binder one, closeLoop_named binder two⟩
  | .comm _ _ .nil, _, _, done => by simp [GlobalType.project] at done
  | .comm sender receiver (.cons label first rest), view, distinct, done => by
    obtain ⟨⟨distinctFirst, distinctRest⟩, labels⟩ := distinct
    cases head : first.project role with
    | error _ => simp [GlobalType.project, head, bind, Except.bind] at done
    | ok headView =>
      cases tail : rest.project role with
      | error _ => simp [GlobalType.project, head, tail, bind, Except.bind] at done
      | ok tailViews =>
        obtain ⟨offered, named⟩ := project_upper role first headView distinctFirst head
        obtain ⟨sameLabels, namedTail, offeredTail⟩ := branches_upper role rest tailViews distinctRest tail
        have all : (LocalBranches.cons label none headView tailViews).toList.map (·.label)
            = (GlobalBranches.cons label first rest).labels := by
          simp [LocalBranches.toList, GlobalBranches.labels, sameLabels]
        have namedAll : ∀ branch ∈ (LocalBranches.cons label none headView tailViews).toList, branch.continuation.named := by
          intro branch member
          simp only [LocalBranches.toList, List.mem_cons] at member
          rcases member with rfl | h
          · exact named
          · exact namedTail branch h
        have inside : (LocalBranches.cons label none (first.trans role) (rest.trans role)).within
            (LocalBranches.cons label none headView tailViews).toList := by
          refine ⟨⟨⟨label, none, headView⟩, by simp [LocalBranches.toList], rfl, rfl, offered⟩, ?_⟩
          rw [branches_within] at offeredTail ⊢
          exact fun branch member => (offeredTail branch member).more fun x h => by simp [LocalBranches.toList, h]
        by_cases sends : role = sender
        · simp [GlobalType.project, sends, bind, Except.bind, pure, Except.pure] at done
          simp [sends] at head tail
          simp [head, tail] at done
          subst done
          subst sends
          exact ⟨by simpa [GlobalType.trans, GlobalBranches.trans, LocalType.within] using inside,
            named_of_labels all labels namedAll⟩
        · by_cases receives : role = receiver
          · simp [GlobalType.project, head, tail, sends, bind, Except.bind, pure, Except.pure] at done
            simp [receives] at done
            subst done
            subst receives
            exact ⟨by simpa [GlobalType.trans, GlobalBranches.trans, sends, LocalType.within] using inside,
              named_of_labels all labels namedAll⟩
          · simp only [GlobalType.project, head, tail, sends, receives, bind, Except.bind, if_false, mergeFor] at done
            split at done
            · rename_i merged found
              simp at done
              subst done
              obtain ⟨n, each⟩ := mergeAll_upper (fun type member => by
                obtain ⟨branch, hb, rfl⟩ := List.mem_map.mp member
                exact namedAll branch hb) found
              refine ⟨?_, n⟩
              have first := each headView (by simp [LocalBranches.toList])
              simpa [GlobalType.trans, GlobalBranches.transFirst, sends, receives] using
                LocalType.within_trans _ _ _ offered first
            · simp at done
  | .delegate .., _, _, done => by simp [GlobalType.project] at done
private theorem branches_upper (role : String) :
    ∀ (branches : GlobalBranches) (views : LocalBranches), branches.distinct → branches.project role = .ok views →
      views.toList.map (·.label) = branches.labels ∧ (∀ branch ∈ views.toList, branch.continuation.named)
        ∧ (branches.trans role).within views.toList
  | .nil, views, _, done => by
    simp [GlobalBranches.project] at done
    subst done
    simp [LocalBranches.toList, GlobalBranches.labels, GlobalBranches.trans, LocalBranches.within]
  | .cons label continuation rest, views, distinct, done => by
    cases head : continuation.project role with
    | error _ => simp [GlobalBranches.project, head, bind, Except.bind] at done
    | ok view =>
      cases tail : rest.project role with
      | error _ => simp [GlobalBranches.project, head, tail, bind, Except.bind] at done
      | ok others =>
        simp [GlobalBranches.project, head, tail, bind, Except.bind, pure, Except.pure] at done
        subst done
        obtain ⟨offered, named⟩ := project_upper role continuation view distinct.1 head
        obtain ⟨labels, namedTail, offeredTail⟩ := branches_upper role rest others distinct.2 tail
        refine ⟨by simp [LocalBranches.toList, GlobalBranches.labels, labels], ?_, ?_⟩
        · intro branch member
          simp only [LocalBranches.toList, List.mem_cons] at member
          rcases member with rfl | h
          · exact named
          · exact namedTail branch h
        · refine ⟨⟨⟨label, none, view⟩, by simp [LocalBranches.toList], rfl, rfl, offered⟩, ?_⟩
          rw [branches_within] at offeredTail ⊢
          exact fun branch member => (offeredTail branch member).more fun x h => by simp [LocalBranches.toList, h]
end

/-- The canonical projection offers every branch of the candidate. -/
theorem GlobalType.trans_within_project {role : String} {type : GlobalType} {view : LocalType} (distinct : type.distinct)
    (done : type.project role = .ok view) : (type.trans role).within view :=
  (project_upper role type view distinct done).1

end Paritas
