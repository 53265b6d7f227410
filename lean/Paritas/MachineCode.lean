module
public import Paritas.Types
/-!
# Code generation

Local types as instructions of the machine (spec 22 §5). The code of all roles lies in one program, so targets are
positions in it.
-/
@[expose] public section
namespace Paritas

/-- An instruction. All but jumps and halts act on the endpoint in register 0. -/
inductive Instr
  | offer (label : String)
  | choose (table : List (String × Nat))
  | send
  | receive
  | invoke
  | jump (target : Nat)
  | halt
deriving Inhabited, DecidableEq

/-- Nothing follows it. -/
def Instr.isLast : Instr → Bool
  | .jump _ | .halt => true
  | _ => false

/-- Code while it is written: the program so far, and where the loops of this role begin, the latest first. -/
structure Emission where
  program : Array Instr := #[]
  loops : List (String × Nat) := []

/-- One instruction more. -/
def Emission.push (emission : Emission) (instr : Instr) : Emission :=
  { emission with program := emission.program.push instr }

/-- A loop of this name begins here. -/
def Emission.mark (emission : Emission) (name : String) : Emission :=
  { emission with loops := (name, emission.program.size) :: emission.loops }

/-- The jump to the latest loop of this name; a halt without one. -/
def Emission.jump (emission : Emission) (name : String) : Instr :=
  match emission.loops.lookup name with
  | some target => .jump target
  | none => .halt

mutual
/-- The code of a type. Of a choice between sends the first is taken. Loops that begin in one branch stay visible in the
later ones. -/
def LocalType.emit : LocalType → Emission → Emission
  | .end_, emission => emission.push .halt
  | .var name, emission => emission.push (emission.jump name)
  | .mu name body, emission => body.emit (emission.mark name)
  | .send _ .nil, emission | .recv _ .nil, emission => emission.push .halt
  | .send _ (.cons _ (some _) continuation .nil), emission => continuation.emit ((emission.push .send).push .invoke)
  | .send _ (.cons label none continuation .nil), emission =>
    continuation.emit ((emission.push (.offer label.name)).push .invoke)
  | .send _ (.cons label _ continuation (.cons ..)), emission => continuation.emit (emission.push (.offer label.name))
  | .recv _ (.cons _ (some _) continuation .nil), emission =>
    continuation.emit ((emission.push .receive).push .invoke)
  | .recv _ (.cons label none continuation .nil), emission =>
    continuation.emit ((emission.push (.choose [(label.name, emission.program.size + 1)])).push .invoke)
  | .recv _ (.cons label _ continuation (.cons second payload next rest)), emission =>
    let place := emission.program.size
    let first := continuation.emit (emission.push (.choose []))
    let (table, last) := LocalBranches.emit (.cons second payload next rest) first
    let table := (label.name, place + 1) :: table
    { last with program := last.program.setIfInBounds place (.choose table) }
/-- The code of each branch, and where it begins. -/
def LocalBranches.emit : LocalBranches → Emission → List (String × Nat) × Emission
  | .nil, emission => ([], emission)
  | .cons label _ continuation rest, emission =>
    let (table, last) := rest.emit (continuation.emit emission)
    ((label.name, emission.program.size) :: table, last)
end

/-- Appends one role's code to a program. -/
def appendCode (program : Array Instr) (type : LocalType) : Array Instr :=
  let written := (type.emit { program }).program
  match written.back? with
  | some last => if written.size > program.size && last.isLast then written else written.push .halt
  | none => written.push .halt

/-- The code of all roles, and where each begins. -/
def generateCode (types : List LocalType) : Array Instr × List Nat :=
  types.foldl (init := (#[], [])) fun (program, entries) type =>
    (appendCode program type, entries ++ [program.size])

end Paritas
