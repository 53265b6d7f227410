module
public import Paritas.MachineImage
public import Std.Data.HashMap.Basic
/-!
# State

What the machine keeps between steps, and how choreographies are loaded into it (spec 22 §6).
-/
@[expose] public section
namespace Paritas

/-- One direction of communication in a session. -/
structure Edge where
  session : Nat
  sender : String
  receiver : String
deriving DecidableEq, Inhabited

/-- A running choreography. -/
structure Session where
  sid : Nat
  /-- Sorted. -/
  roles : List String
  /-- What each role still has to do; a role that has halted is gone. -/
  types : List (String × MachineType)
  /-- The messages on their way, the oldest first. Exactly these edges have a handler. -/
  buffers : List (Edge × List String)
  program : Array Instr
deriving Inhabited

/-- Whether a coroutine can be picked. -/
inductive CoroutineStatus
  | ready
  | blocked
  | done
  | faulted
deriving DecidableEq, Inhabited

/-- One role of one session. Register 0 holds its endpoint; nothing that is compiled writes another register. -/
structure Coroutine where
  id : Nat
  session : Nat
  role : String
  pc : Nat
  status : CoroutineStatus := .ready
deriving Inhabited

/-- It has ended, well or not. -/
def Coroutine.isOver (coroutine : Coroutine) : Bool :=
  coroutine.status matches .done | .faulted

/-- Why a coroutine waits: nothing to receive, or no room to send. -/
inductive Block
  | recvWait (edge : Edge)
  | sendWait (edge : Edge)
deriving DecidableEq, Inhabited

/-- The whole machine. Session `k` is at index `k`, coroutine `n` at index `n`. -/
structure MachineState where
  sessions : Array Session := #[]
  coroutines : Array Coroutine := #[]
  /-- Ids in the order in which they will be picked. -/
  ready : List Nat := []
  /-- Its order of iteration is the order of waking (spec 22 §7.5). -/
  blocked : Std.HashMap Nat Block := {}
  /-- How often a coroutine was picked. -/
  stepCount : Nat := 0
deriving Inhabited

/-- Most sessions of a machine. -/
def maxSessions : Nat := 256

/-- Most coroutines of a machine. -/
def maxCoroutines : Nat := 1024

/-- The session of an image: an empty buffer for every edge that a role uses, none from a role to itself. -/
def Image.open_ (image : Image) (sid : Nat) : Session :=
  let used := (image.roles.zip image.types).flatMap fun (role, type) => type.edges role
  let edges := (used.filter fun (sender, receiver) => sender != receiver).eraseDups
  { sid, roles := image.roles, types := image.roles.zip image.types, program := image.program
    buffers := edges.map fun (sender, receiver) => (⟨sid, sender, receiver⟩, []) }

/-- The machine with one more session, and a coroutine for each of its roles; or the limit that this would exceed. -/
def MachineState.load (state : MachineState) (image : Image) : Except String MachineState :=
  if state.sessions.size ≥ maxSessions then
    .error s!"too many sessions while loading choreographies: {maxSessions}"
  else if state.coroutines.size + image.roles.length > maxCoroutines then
    .error s!"too many coroutines while loading choreographies: {maxCoroutines}"
  else
    let sid := state.sessions.size
    let first := state.coroutines.size
    let started := (image.roles.zip image.entryPoints).zipIdx first |>.map fun ((role, pc), id) =>
      ({ id, session := sid, role, pc } : Coroutine)
    .ok { state with
      sessions := state.sessions.push (image.open_ sid)
      coroutines := state.coroutines ++ started
      ready := state.ready ++ started.map (·.id) }

/-- The coroutine changed by `change`. -/
def MachineState.modifyCoroutine (state : MachineState) (id : Nat) (change : Coroutine → Coroutine) : MachineState :=
  { state with coroutines := state.coroutines.modify id change }

/-- Every coroutine has ended; also true without any. -/
def MachineState.isOver (state : MachineState) : Bool :=
  state.coroutines.all (·.isOver)

/-- Some edge of some session has a handler. -/
def MachineState.hasHandlers (state : MachineState) : Bool :=
  state.sessions.any fun session => !session.buffers.isEmpty

end Paritas
