module
public import Paritas.Projection
public import Paritas.Thm.Merge
public import Paritas.Thm.Types
/-! Facts about the two projections (spec 11 §2, §4, §5). -/
@[expose] public section
namespace Paritas

/-! ## Where both projections are the same -/

/-- Every branch has this candidate projection for `role`. -/
def GlobalBranches.allTrans (role : String) (type : LocalType) : GlobalBranches → Prop
  | .nil => True
  | .cons _ continuation rest => continuation.trans role = type ∧ rest.allTrans role type

mutual
/-- The syntactic condition of spec 11 §5 for one role: no delegation, no empty choice, and where the role does not see a
choice, it does the same in every branch. -/
def GlobalType.uniform (role : String) : GlobalType → Prop
  | .end_ | .var _ => True
  | .mu _ body => body.uniform role
  | .comm sender receiver branches =>
    branches ≠ .nil ∧ branches.uniform role
      ∧ (role = sender ∨ role = receiver ∨ branches.allTrans role (branches.transFirst role))
  | .delegate .. => False
/-- Every continuation is uniform. -/
def GlobalBranches.uniform (role : String) : GlobalBranches → Prop
  | .nil => True
  | .cons _ continuation rest => continuation.uniform role ∧ rest.uniform role
end

private theorem continuations_same (role : String) (type : LocalType) :
    ∀ branches : GlobalBranches, branches.allTrans role type →
      ∀ other ∈ (branches.trans role).toList.map (·.continuation), other = type
  | .nil, _, other, member => by simp [GlobalBranches.trans, LocalBranches.toList] at member
  | .cons _ continuation rest, same, other, member => by
    simp only [GlobalBranches.trans, LocalBranches.toList, List.map_cons, List.mem_cons] at member
    rcases member with first | later
    · exact first.trans same.1
    · exact continuations_same role type rest same.2 other later

mutual
/-- On uniform types the canonical projection exists and is the candidate. -/
theorem GlobalType.project_eq_trans (role : String) :
    ∀ type : GlobalType, type.uniform role → type.project role = .ok (type.trans role)
  | .end_, _ => rfl
  | .var _, _ => rfl
  | .mu _ body, uniform => by
    simp [GlobalType.project, GlobalType.trans, GlobalType.project_eq_trans role body uniform, bind, Except.bind, pure,
      Except.pure]
  | .comm _ _ .nil, uniform => absurd rfl uniform.1
  | .comm sender receiver (.cons label first rest), uniform => by
    obtain ⟨_, ⟨one, others⟩, seen⟩ := uniform
    have head := GlobalType.project_eq_trans role first one
    have tail := GlobalBranches.project_eq_trans role rest others
    by_cases sends : role = sender
    · simp [GlobalType.project, GlobalType.trans, GlobalBranches.trans, sends, bind, Except.bind, pure,
        Except.pure] at *
      simp [head, tail]
    · by_cases receives : role = receiver
      · simp [GlobalType.project, GlobalType.trans, GlobalBranches.trans, receives, bind, Except.bind,
          pure, Except.pure] at *
        simp [head, tail, sends]
      · have same : (GlobalBranches.cons label first rest).allTrans role (first.trans role) := by
          rcases seen with h | h | h
          · exact absurd h sends
          · exact absurd h receives
          · exact h
        have merged := mergeAll_same (first.trans role) ((rest.trans role).toList.map (·.continuation))
          (continuations_same role _ rest same.2)
        simp [GlobalType.project, GlobalType.trans, GlobalBranches.transFirst, head, tail, sends, receives, bind,
          Except.bind, LocalBranches.toList, mergeFor, merged]
  | .delegate .., uniform => absurd uniform (by simp [GlobalType.uniform])
/-- The same for branches. -/
theorem GlobalBranches.project_eq_trans (role : String) :
    ∀ branches : GlobalBranches, branches.uniform role → branches.project role = .ok (branches.trans role)
  | .nil, _ => rfl
  | .cons _ continuation rest, uniform => by
    simp [GlobalBranches.project, GlobalBranches.trans, GlobalType.project_eq_trans role continuation uniform.1,
      GlobalBranches.project_eq_trans role rest uniform.2, bind, Except.bind, pure, Except.pure]
end

mutual
/-- Every communication has exactly one branch, and nothing is delegated. -/
def GlobalType.linear : GlobalType → Prop
  | .end_ | .var _ => True
  | .mu _ body => body.linear
  | .comm _ _ branches => branches.linear
  | .delegate .. => False
/-- Exactly one branch, and it is linear. -/
def GlobalBranches.linear : GlobalBranches → Prop
  | .cons _ continuation .nil => continuation.linear
  | _ => False
end

mutual
private theorem uniform_of_linear (role : String) : ∀ type : GlobalType, type.linear → type.uniform role
  | .end_, _ => trivial
  | .var _, _ => trivial
  | .mu _ body, linear => uniform_of_linear role body linear
  | .comm _ _ (.cons _ continuation .nil), linear =>
    ⟨by simp, ⟨uniform_of_linear role continuation linear, trivial⟩, .inr (.inr ⟨rfl, trivial⟩)⟩
  | .comm _ _ .nil, linear => absurd linear (by simp [GlobalType.linear, GlobalBranches.linear])
  | .comm _ _ (.cons _ _ (.cons _ _ _)), linear => absurd linear (by simp [GlobalType.linear, GlobalBranches.linear])
  | .delegate .., linear => absurd linear (by simp [GlobalType.linear])
end

/-- Without choices both projections are the same for every role. -/
theorem GlobalType.project_eq_trans_of_linear (role : String) (type : GlobalType) (linear : type.linear) :
    type.project role = .ok (type.trans role) :=
  type.project_eq_trans role (uniform_of_linear role type linear)

/-! ## Conversations of two -/

mutual
/-- Only `p` and `q` communicate, with each other, and no choice is empty. -/
def GlobalType.between (p q : String) : GlobalType → Prop
  | .end_ | .var _ => True
  | .mu _ body => body.between p q
  | .comm sender receiver branches =>
    ((sender = p ∧ receiver = q) ∨ (sender = q ∧ receiver = p)) ∧ branches ≠ .nil ∧ branches.between p q
  | .delegate .. => False
/-- In every continuation. -/
def GlobalBranches.between (p q : String) : GlobalBranches → Prop
  | .nil => True
  | .cons _ continuation rest => continuation.between p q ∧ rest.between p q
end

mutual
/-- The same behaviour towards `partner`. -/
def LocalType.towards (partner : String) : LocalType → LocalType
  | .end_ => .end_
  | .send _ branches => .send partner (branches.towards partner)
  | .recv _ branches => .recv partner (branches.towards partner)
  | .mu binder body => .mu binder (body.towards partner)
  | .var name => .var name
/-- In every continuation. -/
def LocalBranches.towards (partner : String) : LocalBranches → LocalBranches
  | .nil => .nil
  | .cons label payload continuation rest =>
    .cons label payload (continuation.towards partner) (rest.towards partner)
end

private theorem isGuarded_dual (name partner : String) :
    ∀ type : LocalType, (type.dual.towards partner).isGuarded name = type.isGuarded name
  | .end_ => rfl
  | .send _ _ => rfl
  | .recv _ _ => rfl
  | .var _ => rfl
  | .mu binder body => by
    simp [LocalType.dual, LocalType.towards, LocalType.isGuarded, isGuarded_dual name partner body]

private theorem closeLoop_dual (binder partner : String) (body : LocalType) :
    closeLoop binder (body.dual.towards partner) = (closeLoop binder body).dual.towards partner := by
  unfold closeLoop
  rw [isGuarded_dual]
  split <;> rfl

mutual
private theorem trans_dual (p q : String) (differ : p ≠ q) :
    ∀ type : GlobalType, type.between p q → type.trans q = (type.trans p).dual.towards p
  | .end_, _ => rfl
  | .var _, _ => rfl
  | .mu binder body, between => by
    simp only [GlobalType.trans, trans_dual p q differ body between, closeLoop_dual]
  | .comm sender receiver branches, between => by
    obtain ⟨ends, _, inside⟩ := between
    have below := trans_dual_branches p q differ branches inside
    rcases ends with ⟨rfl, rfl⟩ | ⟨rfl, rfl⟩
    · simp [GlobalType.trans, differ.symm, LocalType.dual, LocalType.towards, below]
    · simp [GlobalType.trans, differ, LocalType.dual, LocalType.towards, below]
  | .delegate .., between => absurd between (by simp [GlobalType.between])
private theorem trans_dual_branches (p q : String) (differ : p ≠ q) :
    ∀ branches : GlobalBranches, branches.between p q → branches.trans q = (branches.trans p).dual.towards p
  | .nil, _ => rfl
  | .cons _ continuation rest, between => by
    simp [GlobalBranches.trans, LocalBranches.dual, LocalBranches.towards, trans_dual p q differ continuation between.1,
      trans_dual_branches p q differ rest between.2]
end

mutual
private theorem uniform_of_between (p q role : String) (one : role = p ∨ role = q) :
    ∀ type : GlobalType, type.between p q → type.uniform role
  | .end_, _ => trivial
  | .var _, _ => trivial
  | .mu _ body, between => uniform_of_between p q role one body between
  | .comm sender receiver branches, between => by
    obtain ⟨ends, some, inside⟩ := between
    refine ⟨some, uniform_of_between_branches p q role one branches inside, ?_⟩
    rcases ends with ⟨rfl, rfl⟩ | ⟨rfl, rfl⟩ <;> rcases one with rfl | rfl <;> simp
  | .delegate .., between => absurd between (by simp [GlobalType.between])
private theorem uniform_of_between_branches (p q role : String) (one : role = p ∨ role = q) :
    ∀ branches : GlobalBranches, branches.between p q → branches.uniform role
  | .nil, _ => trivial
  | .cons _ continuation rest, between =>
    ⟨uniform_of_between p q role one continuation between.1, uniform_of_between_branches p q role one rest between.2⟩
end

/-- In a conversation of two, with loops and choices, both roles have a projection, and each is the dual of the other:
what one sends the other receives, label by label and for ever. -/
theorem GlobalType.project_dual (p q : String) (differ : p ≠ q) (type : GlobalType) (between : type.between p q) :
    ∃ view, type.project p = .ok view ∧ type.project q = .ok (view.dual.towards p) :=
  ⟨type.trans p, type.project_eq_trans p (uniform_of_between p q p (.inl rfl) type between), by
    rw [type.project_eq_trans q (uniform_of_between p q q (.inr rfl) type between), trans_dual p q differ type between]⟩

/-! ## Whom a projection talks to -/

mutual
/-- Every partner, with repetitions. -/
def LocalType.partners : LocalType → List String
  | .end_ | .var _ => []
  | .send partner branches | .recv partner branches => partner :: branches.partners
  | .mu _ body => body.partners
/-- The partners in the continuations. -/
def LocalBranches.partners : LocalBranches → List String
  | .nil => []
  | .cons _ _ continuation rest => continuation.partners ++ rest.partners
end

private theorem partners_closeLoop (binder partner : String) (body : LocalType)
    (talks : partner ∈ (closeLoop binder body).partners) : partner ∈ body.partners := by
  unfold closeLoop at talks
  split at talks
  · simpa [LocalType.partners] using talks
  · simp [LocalType.partners] at talks

mutual
/-- A candidate projection talks only to roles of the protocol. -/
theorem GlobalType.partners_trans (role partner : String) :
    ∀ type : GlobalType, partner ∈ (type.trans role).partners → partner ∈ type.mentions
  | .end_, talks => by simp [GlobalType.trans, LocalType.partners] at talks
  | .var _, talks => by simp [GlobalType.trans, LocalType.partners] at talks
  | .mu binder body, talks =>
    GlobalType.partners_trans role partner body (partners_closeLoop binder partner _ talks)
  | .comm sender receiver branches, talks => by
    have below := GlobalBranches.partners_trans role partner branches
    have first := GlobalBranches.partners_transFirst role partner branches
    simp only [GlobalType.trans] at talks
    split at talks
    · simp only [LocalType.partners, List.mem_cons] at talks
      rcases talks with h | h
      · simp [GlobalType.mentions, h]
      · simp [GlobalType.mentions, below h]
    · split at talks
      · simp only [LocalType.partners, List.mem_cons] at talks
        rcases talks with h | h
        · simp [GlobalType.mentions, h]
        · simp [GlobalType.mentions, below h]
      · simp [GlobalType.mentions, first talks]
  | .delegate delegator delegatee _ _ continuation, talks => by
    have below := GlobalType.partners_trans role partner continuation
    simp only [GlobalType.trans] at talks
    split at talks
    · simp only [LocalType.partners, delegateBranch, LocalBranches.partners, List.mem_cons, List.append_nil] at talks
      rcases talks with h | h
      · simp [GlobalType.mentions, h]
      · simp [GlobalType.mentions, below h]
    · split at talks
      · simp only [LocalType.partners, delegateBranch, LocalBranches.partners, List.mem_cons, List.append_nil] at talks
        rcases talks with h | h
        · simp [GlobalType.mentions, h]
        · simp [GlobalType.mentions, below h]
      · simp [GlobalType.mentions, below talks]
/-- The same for branches. -/
theorem GlobalBranches.partners_trans (role partner : String) :
    ∀ branches : GlobalBranches, partner ∈ (branches.trans role).partners → partner ∈ branches.mentions
  | .nil, talks => by simp [GlobalBranches.trans, LocalBranches.partners] at talks
  | .cons _ continuation rest, talks => by
    simp only [GlobalBranches.trans, LocalBranches.partners, List.mem_append] at talks
    rcases talks with h | h
    · simp [GlobalBranches.mentions, GlobalType.partners_trans role partner continuation h]
    · simp [GlobalBranches.mentions, GlobalBranches.partners_trans role partner rest h]
/-- The same for the first branch. -/
theorem GlobalBranches.partners_transFirst (role partner : String) :
    ∀ branches : GlobalBranches, partner ∈ (branches.transFirst role).partners → partner ∈ branches.mentions
  | .nil, talks => by simp [GlobalBranches.transFirst, LocalType.partners] at talks
  | .cons _ continuation _, talks => by
    simp [GlobalBranches.mentions, GlobalType.partners_trans role partner continuation talks]
end

end Paritas
