module
public import Paritas.Recursion
/-!
# Asynchronous subtyping

The conservative contract (spec 11 §9): both types are taken apart into phases, and the phases are compared pair by pair.
It is a predicate that two implementations must agree on, not a proof of safety.
-/
@[expose] public section
namespace Paritas

/-- Which way messages go in a phase. -/
inductive Direction
  | input
  | output
deriving DecidableEq

mutual
/-- The choices of one direction that may follow each other: a partner and, for each label, what follows. -/
inductive PhaseTree
  | empty
  | node (partner : String) (branches : PhaseBranches)
/-- The labels of a choice, in order. -/
inductive PhaseBranches
  | nil
  | cons (label : Label) (next : PhaseTree) (rest : PhaseBranches)
end

mutual
/-- The tree of the choices of direction `way` at the head (spec 11 §9.1). Binders are not looked through. -/
def LocalType.tree (way : Direction) : LocalType → PhaseTree
  | .send partner branches => if way = .output then .node partner (branches.trees way) else .empty
  | .recv partner branches => if way = .input then .node partner (branches.trees way) else .empty
  | .end_ | .mu _ _ | .var _ => .empty
/-- The trees of the continuations. -/
def LocalBranches.trees (way : Direction) : LocalBranches → PhaseBranches
  | .nil => .nil
  | .cons label _ continuation rest => .cons label (continuation.tree way) (rest.trees way)
end

mutual
/-- The first continuation, in branch order, that leaves the tree of direction `way`; a type that is no such choice
leaves it at once. -/
def LocalType.exit (way : Direction) : LocalType → Option LocalType
  | .send partner branches => if way = .output then branches.exit way else some (.send partner branches)
  | .recv partner branches => if way = .input then branches.exit way else some (.recv partner branches)
  | .end_ => some .end_
  | .mu binder body => some (.mu binder body)
  | .var name => some (.var name)
/-- The first exit of the continuations. -/
def LocalBranches.exit (way : Direction) : LocalBranches → Option LocalType
  | .nil => none
  | .cons _ _ continuation rest => (continuation.exit way).orElse fun _ => rest.exit way
end

mutual
/-- How many choices follow each other at most. -/
def PhaseTree.height : PhaseTree → Nat
  | .empty => 0
  | .node _ branches => branches.height + 1
/-- The greatest height below. -/
def PhaseBranches.height : PhaseBranches → Nat
  | .nil => 0
  | .cons _ next rest => max next.height rest.height
end

/-- One phase: an input tree and an output tree, one of which is empty. -/
structure Phase where
  input : PhaseTree
  output : PhaseTree

/-- Why a type is no subtype of another (spec 11 §9.3). -/
inductive SubtypingError
  | inputTreeMismatch
  | outputTreeMismatch
  | phaseMismatch (sub sup : Nat)
  | unfoldLimitExceeded

/-- The sentence of an error. -/
def SubtypingError.message : SubtypingError → String
  | .inputTreeMismatch => "input trees do not match"
  | .outputTreeMismatch => "output trees do not match"
  | .phaseMismatch sub sup => s!"siso phase mismatch: subtype has {sub} segments, supertype has {sup}"
  | .unfoldLimitExceeded => "siso decomposition exceeded the unfold limit"

/-- What one decomposition may spend: every binder and every phase costs one, and no tree may be higher than what is left
(spec 11 §9.5). -/
def phaseBudget : Nat := 10000

/-- The phases of a type, along the first way out of each (spec 11 §9.1). -/
def LocalType.phases : (budget : Nat) → LocalType → Except SubtypingError (List Phase)
  | _, .end_ | _, .var _ => .ok []
  | 0, _ => .error .unfoldLimitExceeded
  | budget + 1, .mu binder body => (LocalType.mu binder body).unfold.phases budget
  | budget + 1, .send partner branches =>
    let phase : Phase := ⟨.empty, (LocalType.send partner branches).tree .output⟩
    if phase.output.height > budget + 1 then .error .unfoldLimitExceeded
    else match branches.exit .output with
      | none => .ok [phase]
      | some next => do return phase :: (← next.phases budget)
  | budget + 1, .recv partner branches =>
    let phase : Phase := ⟨(LocalType.recv partner branches).tree .input, .empty⟩
    if phase.input.height > budget + 1 then .error .unfoldLimitExceeded
    else match branches.exit .input with
      | none => .ok [phase]
      | some next => do return phase :: (← next.phases budget)

/-- How many labels there are. -/
def PhaseBranches.length : PhaseBranches → Nat
  | .nil => 0
  | .cons _ _ rest => rest.length + 1

/-- The first branch of this name. -/
def PhaseBranches.find? (name : String) : PhaseBranches → Option (Label × PhaseTree)
  | .nil => none
  | .cons label next rest => if label.name = name then some (label, next) else rest.find? name

mutual
/-- Same partner, as many labels, and every label of the left on the right with a compatible tree (spec 11 §9.2). -/
def PhaseTree.compatible : PhaseTree → PhaseTree → Bool
  | .empty, .empty => true
  | .node partner branches, .node other others =>
    partner == other && branches.length == others.length && branches.allIn others
  | _, _ => false
/-- Every branch is found among `others`, with an equal label and a compatible tree. -/
def PhaseBranches.allIn : PhaseBranches → PhaseBranches → Bool
  | .nil, _ => true
  | .cons label next rest, others =>
    (match others.find? label.name with
      | some (found, other) => label == found && next.compatible other
      | none => false)
    && rest.allIn others
end

/-- Inputs are compared before outputs. -/
def Phase.compare (sub sup : Phase) : Except SubtypingError Unit :=
  if !sub.input.compatible sup.input then .error .inputTreeMismatch
  else if !sub.output.compatible sup.output then .error .outputTreeMismatch
  else .ok ()

/-- Pair by pair; both lists have the same length. -/
def comparePhases : List Phase → List Phase → Except SubtypingError Unit
  | sub :: subs, sup :: sups => do
    sub.compare sup
    comparePhases subs sups
  | _, _ => .ok ()

/-- Whether `sub` is an asynchronous subtype of `sup`, or why not (spec 11 §9.3). -/
def asyncSubtype (sub sup : LocalType) : Except SubtypingError Unit := do
  let subs ← sub.phases phaseBudget
  let sups ← sup.phases phaseBudget
  if subs.length ≠ sups.length then throw (.phaseMismatch subs.length sups.length)
  comparePhases subs sups

end Paritas
