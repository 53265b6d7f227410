module
public import Paritas.Types
/-!
# Machine types

What the machine keeps for each endpoint (spec 22 §4.3): local types with de Bruijn recursion and without payload sorts.
Variable 0 belongs to the innermost binder.
-/
@[expose] public section
namespace Paritas

mutual
/-- A local type of the machine. `send` and `recv` carry a value type; only delegation produces them. -/
inductive MachineType
  | end_
  | var (index : Nat)
  | mu (body : MachineType)
  | select (partner : String) (choices : MachineChoices)
  | branch (partner : String) (choices : MachineChoices)
  | send (partner : String) (payload : ValType) (continuation : MachineType)
  | recv (partner : String) (payload : ValType) (continuation : MachineType)
deriving DecidableEq
/-- The choices of a selection or branching, in order. -/
inductive MachineChoices
  | nil
  | cons (label : String) (continuation : MachineType) (rest : MachineChoices)
deriving DecidableEq
end

instance : Inhabited MachineType := ⟨.end_⟩

mutual
/-- The machine type of a local type below the binders `bound`, innermost first. An unbound name has index 0, a choice
without branches is the end. -/
def LocalType.toMachine (bound : List String) : LocalType → MachineType
  | .end_ => .end_
  | .var name => .var ((bound.idxOf? name).getD 0)
  | .mu binder body => .mu (body.toMachine (binder :: bound))
  | .send _ .nil | .recv _ .nil => .end_
  | .send partner (.cons _ (some payload) continuation .nil) => .send partner payload (continuation.toMachine bound)
  | .recv partner (.cons _ (some payload) continuation .nil) => .recv partner payload (continuation.toMachine bound)
  | .send partner (.cons label _ continuation rest) =>
    .select partner (.cons label.name (continuation.toMachine bound) (rest.toMachine bound))
  | .recv partner (.cons label _ continuation rest) =>
    .branch partner (.cons label.name (continuation.toMachine bound) (rest.toMachine bound))
/-- The choices that branches become. -/
def LocalBranches.toMachine (bound : List String) : LocalBranches → MachineChoices
  | .nil => .nil
  | .cons label _ continuation rest =>
    .cons label.name (continuation.toMachine bound) (rest.toMachine bound)
end

mutual
/-- The type with `whole` in the place of the variable that belongs `depth` binders further out. -/
def MachineType.subst : MachineType → (whole : MachineType) → (depth : Nat) → MachineType
  | .end_, _, _ => .end_
  | .var index, whole, depth => if index = depth then whole else .var index
  | .mu body, whole, depth => .mu (body.subst whole (depth + 1))
  | .select partner choices, whole, depth => .select partner (choices.subst whole depth)
  | .branch partner choices, whole, depth => .branch partner (choices.subst whole depth)
  | .send partner payload continuation, whole, depth => .send partner payload (continuation.subst whole depth)
  | .recv partner payload continuation, whole, depth => .recv partner payload (continuation.subst whole depth)
/-- The same in every continuation. -/
def MachineChoices.subst : MachineChoices → (whole : MachineType) → (depth : Nat) → MachineChoices
  | .nil, _, _ => .nil
  | .cons label continuation rest, whole, depth =>
    .cons label (continuation.subst whole depth) (rest.subst whole depth)
end

/-- A binder at the head is replaced once by its body, with the whole type for its variable. -/
def MachineType.unfold : MachineType → MachineType
  | .mu body => body.subst (.mu body) 0
  | type => type

/-- What follows the first choice of this label. -/
def MachineChoices.find? (label : String) : MachineChoices → Option MachineType
  | .nil => none
  | .cons offered continuation rest => if offered = label then some continuation else rest.find? label

mutual
/-- The pairs (sender, receiver) that a role's type uses, with repetitions, in the order of the text. -/
def MachineType.edges (role : String) : MachineType → List (String × String)
  | .end_ | .var _ => []
  | .mu body => body.edges role
  | .select partner choices => (role, partner) :: choices.edges role
  | .branch partner choices => (partner, role) :: choices.edges role
  | .send partner _ continuation => (role, partner) :: continuation.edges role
  | .recv partner _ continuation => (partner, role) :: continuation.edges role
/-- The pairs that the continuations use. -/
def MachineChoices.edges (role : String) : MachineChoices → List (String × String)
  | .nil => []
  | .cons _ continuation rest => continuation.edges role ++ rest.edges role
end

end Paritas
