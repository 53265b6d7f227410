module
/-!
# Session types

The data of the whole model (spec 10 §1): payload sorts, labels, global types, local types. Equality is structural, with
labels by name and sort, and branch lists in order.
-/
@[expose] public section
namespace Paritas

/-- The sort of a message's payload (spec 10 §1.1). -/
inductive PayloadSort
  | unit
  | nat
  | bool
  | string
  | real
  | vector (size : Nat)
  | prod (left right : PayloadSort)
deriving DecidableEq, Inhabited

/-- What a branch is called, and the sort of what it carries (spec 10 §1.2). -/
structure Label where
  name : String
  sort : PayloadSort := .unit
deriving DecidableEq, Inhabited

/-- The value type that a branch of a local type may be annotated with (spec 10 §1.3). -/
inductive ValType
  | unit
  | bool
  | nat
  | string
  | prod (left right : ValType)
  | chan (sessionId : Nat) (role : String)
deriving DecidableEq, Inhabited

mutual
/-- A protocol, seen from above (spec 10 §1.4). `delegate` exists in the model only: it hands the endpoint of `role` in
session `sessionId` from one role to another. -/
inductive GlobalType
  | end_
  | comm (sender receiver : String) (branches : GlobalBranches)
  | mu (var : String) (body : GlobalType)
  | var (name : String)
  | delegate (delegator delegatee : String) (sessionId : Nat) (role : String) (continuation : GlobalType)
deriving DecidableEq
/-- The branches of a communication, in order. -/
inductive GlobalBranches
  | nil
  | cons (label : Label) (continuation : GlobalType) (rest : GlobalBranches)
deriving DecidableEq
end

mutual
/-- A protocol, seen by one of its roles (spec 10 §1.5). -/
inductive LocalType
  | end_
  | send (partner : String) (branches : LocalBranches)
  | recv (partner : String) (branches : LocalBranches)
  | mu (var : String) (body : LocalType)
  | var (name : String)
deriving DecidableEq
/-- The branches of a send or receive, in order, each with its optional annotation. -/
inductive LocalBranches
  | nil
  | cons (label : Label) (payload : Option ValType) (continuation : LocalType) (rest : LocalBranches)
deriving DecidableEq
end

instance : Inhabited GlobalType := ⟨.end_⟩
instance : Inhabited LocalType := ⟨.end_⟩

mutual
/-- Every role that sends, receives, hands over or takes over, with repetitions, in the order of the text. -/
def GlobalType.mentions : GlobalType → List String
  | .end_ | .var _ => []
  | .comm sender receiver branches => sender :: receiver :: branches.mentions
  | .mu _ body => body.mentions
  | .delegate delegator delegatee _ _ continuation => delegator :: delegatee :: continuation.mentions
/-- The roles that the continuations mention. -/
def GlobalBranches.mentions : GlobalBranches → List String
  | .nil => []
  | .cons _ continuation rest => continuation.mentions ++ rest.mentions
end

/-- The roles of a protocol by first occurrence (spec 10 §2.3). -/
def GlobalType.roles (type : GlobalType) : List String :=
  type.mentions.eraseDups

mutual
/-- Sends become receives and receives become sends; all else stays (spec 10 §2). -/
def LocalType.dual : LocalType → LocalType
  | .end_ => .end_
  | .send partner branches => .recv partner branches.dual
  | .recv partner branches => .send partner branches.dual
  | .mu binder body => .mu binder body.dual
  | .var name => .var name
/-- Every continuation becomes its dual. -/
def LocalBranches.dual : LocalBranches → LocalBranches
  | .nil => .nil
  | .cons label payload continuation rest => .cons label payload continuation.dual rest.dual
end

/-- How many branches there are. -/
def LocalBranches.length : LocalBranches → Nat
  | .nil => 0
  | .cons _ _ _ rest => rest.length + 1

end Paritas
