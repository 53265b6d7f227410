module
public import Paritas.MachineState
public import Paritas.MachineText
/-!
# One instruction

What an instruction does to a session and to the coroutine that executes it (spec 22 §7.3).
-/
@[expose] public section
namespace Paritas

/-- Why a coroutine cannot go on (spec 22 §7.4); those that compiled code can meet. -/
inductive Fault
  | typeViolation (expected actual : ValType)
  | unknownLabel (label : String)
  | closeFault (message : String)
  | invokeFault (message : String)
  | specFault (message : String)
deriving DecidableEq, Inhabited

/-- The `reason` in events. -/
def Fault.text : Fault → String
  | .typeViolation expected actual => s!"type_violation:{expected.text}->{actual.text}"
  | .unknownLabel label => s!"unknown_label:{label}"
  | .closeFault message => s!"close_fault:{message}"
  | .invokeFault message => s!"invoke_fault:{message}"
  | .specFault message => s!"spec_fault:{message}"

/-- How an instruction ended. -/
inductive Outcome
  | continued
  | offered (edge : Edge) (label : String)
  | chose (edge : Edge) (label : String)
  | blocked (reason : Block)
  | halted
  | faulted (fault : Fault)
deriving DecidableEq, Inhabited

/-- The session and the position after an instruction, and how it ended. -/
structure Executed where
  session : Session
  pc : Nat
  outcome : Outcome

/-- Most messages of a buffer. -/
def bufferCapacity : Nat := 16

/-- What a role still has to do, with a binder at the head unfolded once. -/
def Session.unfoldedType (session : Session) (role : String) : Option MachineType :=
  (session.types.lookup role).map (·.unfold)

/-- The messages of an edge; none if it has no handler. -/
def Session.buffer (session : Session) (edge : Edge) : Option (List String) :=
  session.buffers.lookup edge

/-- Replaces a value under its key. -/
def replaceAt {α β : Type} [BEq α] (key : α) (value : β) (pairs : List (α × β)) : List (α × β) :=
  pairs.map fun pair => if pair.1 == key then (pair.1, value) else pair

/-- Other messages on an edge. -/
def Session.withBuffer (session : Session) (edge : Edge) (messages : List String) : Session :=
  { session with buffers := replaceAt edge messages session.buffers }

/-- Another type for a role. -/
def Session.withType (session : Session) (role : String) (type : MachineType) : Session :=
  { session with types := replaceAt role type session.types }

/-- The monitor's complaint about a type in the wrong direction (`state`), or that of the instruction about the form. -/
def refused (type : Option MachineType) (state instruction : String) : Fault :=
  let direction := match type with
    | some (.select ..) | some (.send ..) => state == "Send"
    | some (.branch ..) | some (.recv ..) => state == "Recv"
    | _ => false
  if type.isNone then .specFault "[monitor] no type registered"
  else if direction then .specFault s!"{instruction} not permitted"
  else .specFault s!"[monitor] expected {state} state"

/-- The fault of an edge without handler. -/
def noHandler : Fault := .specFault "no handler bound"

/-- The instruction has changed nothing but ended so. -/
def Session.keep (session : Session) (pc : Nat) (outcome : Outcome) : Executed :=
  ⟨session, pc, outcome⟩

/-- Sends one label. -/
def Session.offer (session : Session) (role : String) (pc : Nat) (label : String) : Executed :=
  match session.unfoldedType role with
  | some (.select partner choices) =>
    let edge : Edge := ⟨session.sid, role, partner⟩
    match choices.find? label, session.buffer edge with
    | none, _ => session.keep pc (.faulted (.unknownLabel label))
    | some _, none => session.keep pc (.faulted noHandler)
    | some continuation, some messages =>
      if messages.length ≥ bufferCapacity then session.keep pc (.blocked (.sendWait edge))
      else ⟨(session.withBuffer edge (messages ++ [label])).withType role continuation, pc + 1, .offered edge label⟩
  | type => session.keep pc (.faulted (refused type "Send" "offer"))

/-- Receives one label and goes where the table says. A label that does not fit is consumed. -/
def Session.choose (session : Session) (role : String) (pc : Nat) (table : List (String × Nat)) : Executed :=
  match session.unfoldedType role with
  | some (.branch partner choices) =>
    let edge : Edge := ⟨session.sid, partner, role⟩
    match session.buffer edge with
    | none => session.keep pc (.faulted noHandler)
    | some [] => session.keep pc (.blocked (.recvWait edge))
    | some (label :: messages) =>
      let taken := session.withBuffer edge messages
      match choices.find? label, table.lookup label with
      | some continuation, some target => ⟨taken.withType role continuation, target, .chose edge label⟩
      | _, _ => taken.keep pc (.faulted (.unknownLabel label))
  | type => session.keep pc (.faulted (refused type "Recv" "choose"))

/-- Sends register 1, which is unit and fits no delegation. -/
def Session.send (session : Session) (role : String) (pc : Nat) : Executed :=
  match session.unfoldedType role with
  | some (.send _ payload _) => session.keep pc (.faulted (.typeViolation payload .unit))
  | type => session.keep pc (.faulted (refused type "Send" "send"))

/-- Receives an endpoint. Only labels travel, and a label is none. -/
def Session.receive (session : Session) (role : String) (pc : Nat) : Executed :=
  match session.unfoldedType role with
  | some (.recv partner payload _) =>
    let edge : Edge := ⟨session.sid, partner, role⟩
    match session.buffer edge with
    | none => session.keep pc (.faulted noHandler)
    | some [] => session.keep pc (.blocked (.recvWait edge))
    | some (_ :: messages) =>
      (session.withBuffer edge messages).keep pc (.faulted (.typeViolation payload .string))
  | type => session.keep pc (.faulted (refused type "Recv" "recv"))

/-- The instruction at `pc`, executed by `role`. `anyHandler`: some session of the machine has a handler. -/
def Session.execute (session : Session) (anyHandler : Bool) (role : String) (pc : Nat) : Executed :=
  match session.program[pc]? with
  | none => session.keep pc (.faulted (.closeFault "pc out of range"))
  | some (.offer label) => session.offer role pc label
  | some (.choose table) => session.choose role pc table
  | some .send => session.send role pc
  | some .receive => session.receive role pc
  | some .invoke =>
    if anyHandler then session.keep (pc + 1) .continued
    else session.keep pc (.faulted (.invokeFault "no handler bound"))
  | some (.jump target) => session.keep target .continued
  | some .halt =>
    ⟨{ session with types := session.types.filter (·.1 != role) }, pc + 1, .halted⟩

end Paritas
