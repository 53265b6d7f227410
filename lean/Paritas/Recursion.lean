module
public import Paritas.Types
/-!
# Recursion in local types

Free variables, guardedness and unfolding, as the model reads them (spec 10 §2.3).
-/
@[expose] public section
namespace Paritas

mutual
/-- The variables that no binder in `bound` or inside binds, with repetitions. -/
def LocalType.freeVarsUnder (bound : List String) : LocalType → List String
  | .end_ => []
  | .send _ branches | .recv _ branches => branches.freeVarsUnder bound
  | .mu binder body => body.freeVarsUnder (binder :: bound)
  | .var name => if bound.contains name then [] else [name]
/-- The free variables of the continuations. -/
def LocalBranches.freeVarsUnder (bound : List String) : LocalBranches → List String
  | .nil => []
  | .cons _ _ continuation rest => continuation.freeVarsUnder bound ++ rest.freeVarsUnder bound
end

/-- Every variable has a binder. -/
def LocalType.isClosed (type : LocalType) : Bool :=
  (type.freeVarsUnder []).isEmpty

/-- The variable `name` is not met before a communication. An inner binder of that name hides it. -/
def LocalType.isGuarded (name : String) : LocalType → Bool
  | .end_ | .send _ _ | .recv _ _ => true
  | .var used => used != name
  | .mu binder body => binder == name || body.isGuarded name

mutual
/-- Every binder's variable is guarded in its body. -/
def LocalType.isContractive : LocalType → Bool
  | .end_ | .var _ => true
  | .send _ branches | .recv _ branches => branches.isContractive
  | .mu binder body => body.isGuarded binder && body.isContractive
/-- Every continuation is contractive. -/
def LocalBranches.isContractive : LocalBranches → Bool
  | .nil => true
  | .cons _ _ continuation rest => continuation.isContractive && rest.isContractive
end

mutual
/-- The type with `replacement` in the place of the free variable `name`. Binders are not renamed, so a free variable of
`replacement` may be caught; none is when a closed type is unfolded (spec 10 §2.1). -/
def LocalType.subst (name : String) : LocalType → (replacement : LocalType) → LocalType
  | .end_, _ => .end_
  | .send partner branches, replacement => .send partner (branches.subst name replacement)
  | .recv partner branches, replacement => .recv partner (branches.subst name replacement)
  | .mu binder body, replacement =>
    if binder = name then .mu binder body else .mu binder (body.subst name replacement)
  | .var used, replacement => if used = name then replacement else .var used
/-- The same in every continuation. -/
def LocalBranches.subst (name : String) : LocalBranches → (replacement : LocalType) → LocalBranches
  | .nil, _ => .nil
  | .cons label payload continuation rest, replacement =>
    .cons label payload (continuation.subst name replacement) (rest.subst name replacement)
end

/-- A recursion is replaced by its body, with itself in the place of its variable. -/
def LocalType.unfold : LocalType → LocalType
  | .mu binder body => body.subst binder (.mu binder body)
  | type => type

/-- How many binders stand at the head. -/
def LocalType.muHeight : LocalType → Nat
  | .mu _ body => body.muHeight + 1
  | _ => 0

/-- Unfolded `n` times. -/
def LocalType.unfoldTimes (type : LocalType) : Nat → LocalType
  | 0 => type
  | n + 1 => type.unfold.unfoldTimes n

/-- Unfolded as often as binders stood at the head of the original. -/
def LocalType.fullUnfold (type : LocalType) : LocalType :=
  type.unfoldTimes type.muHeight

end Paritas
