module
public import Paritas.Recursion
/-!
# Two checks on local types

Orphan freedom (spec 11 §10.1) and the regular practical fragment (spec 11 §10.3).
-/
@[expose] public section
namespace Paritas

/-- Some branch carries the label of this name. -/
def LocalBranches.offers (name : String) : LocalBranches → Bool
  | .nil => false
  | .cons label _ _ rest => label.name == name || rest.offers name

mutual
/-- A receive of `name` from `partner` lies ahead, at most `levels` levels down; loops are not followed. -/
def LocalType.comesBack (partner name : String) (levels : Nat) (bound : List String) : LocalType → Bool
  | .end_ | .var _ => false
  | .send _ branches => 0 < levels && branches.comesBack partner name (levels - 1) bound
  | .recv other branches =>
    0 < levels && ((other == partner && branches.offers name) || branches.comesBack partner name (levels - 1) bound)
  | .mu binder body =>
    0 < levels && !bound.contains binder && body.comesBack partner name (levels - 1) (binder :: bound)
/-- In some continuation. -/
def LocalBranches.comesBack (partner name : String) (levels : Nat) (bound : List String) : LocalBranches → Bool
  | .nil => false
  | .cons _ _ continuation rest =>
    continuation.comesBack partner name levels bound || rest.comesBack partner name levels bound
end

/-- How many levels a check goes down; deeper types are not orphan-free. -/
def orphanLevels : Nat := 10000

mutual
/-- Every label that is sent can come back from the same partner under the same name. -/
def LocalType.orphanFreeWithin (levels : Nat) (bound : List String) : LocalType → Bool
  | .end_ | .var _ => 0 < levels
  | .send partner branches => 0 < levels && branches.answered partner && branches.orphanFreeWithin (levels - 1) bound
  | .recv _ branches => 0 < levels && branches.orphanFreeWithin (levels - 1) bound
  | .mu binder body => 0 < levels && (bound.contains binder || body.orphanFreeWithin (levels - 1) (binder :: bound))
/-- Every continuation is orphan-free. -/
def LocalBranches.orphanFreeWithin (levels : Nat) (bound : List String) : LocalBranches → Bool
  | .nil => true
  | .cons _ _ continuation rest => continuation.orphanFreeWithin levels bound && rest.orphanFreeWithin levels bound
/-- Every label comes back in its continuation. -/
def LocalBranches.answered (partner : String) : LocalBranches → Bool
  | .nil => true
  | .cons label _ continuation rest =>
    continuation.comesBack partner label.name orphanLevels [] && rest.answered partner
end

/-- Whether a local type is orphan-free. -/
def LocalType.orphanFree (type : LocalType) : Bool :=
  type.orphanFreeWithin orphanLevels []

/-- The word for the head of a type. -/
def LocalType.head : LocalType → String
  | .end_ => "end"
  | .send _ _ => "send"
  | .recv _ _ => "recv"
  | .mu _ _ => "mu"
  | .var _ => "var"

/-- The full unfolding begins with a communication that has a branch. -/
def LocalType.reachesCommunication (type : LocalType) : Bool :=
  match type.fullUnfold with
  | .send _ branches | .recv _ branches => branches.length != 0
  | _ => false

/-- Closed and contractive: the model's notion. -/
def LocalType.wellFormed (type : LocalType) : Bool :=
  type.isClosed && type.isContractive

/-- Well-formed, and a communication is ahead. -/
def LocalType.inPracticalFragment (type : LocalType) : Bool :=
  type.wellFormed && type.reachesCommunication

/-- The first reason why a type is outside of the fragment; none inside. -/
def LocalType.outsideReason (type : LocalType) : Option String :=
  if !type.isClosed then some "local type has free recursion variables"
  else if !type.isContractive then some "local type is not contractive/guarded"
  else if !type.reachesCommunication then
    some s!"full unfolding does not expose a communication head (got {type.fullUnfold.head})"
  else none

end Paritas
