module
public import Paritas.EffectExchange
public import Paritas.Projection
/-!
# The effect boundary of the machine

One session, run round by round against a host (spec 21 §4, §6, §7; spec 20 §13, §14): only what decides which effects are
recorded, and how they stand. Buffers have no limit, and how long an effect may wait is not counted.
-/
@[expose] public section
namespace Paritas

/-- An instruction as the host sees it. -/
inductive EffectInstr
  | send (partner label : String)
  | receive (partner label : String)
  | invoke
  /-- Works on registers and asks nothing. -/
  | registers
deriving Inhabited

/-- The code of a type that begins with communications without a choice; the end of the list is the halt. -/
def LocalType.effectCode : LocalType → List EffectInstr
  | .send partner (.cons label _ continuation .nil) => .send partner label.name :: .invoke :: continuation.effectCode
  | .recv partner (.cons label _ continuation .nil) => .receive partner label.name :: .invoke :: continuation.effectCode
  | _ => []

/-- A change of the network. Both concern both directions. -/
inductive Topology
  | cut (left right : String)
  | heal (left right : String)
deriving Inhabited

/-- What the host answers. -/
structure Host where
  /-- What happens to the network in the round of this tick. -/
  topology : (tick : Nat) → List Topology := fun _ => []
  /-- The predicate of its hints, if it hints. -/
  predicate : Option String := none
  supportsWal : Bool := false
  /-- Whether the steps of a role succeed. -/
  stepSucceeds : (role : String) → Bool := fun _ => true

/-- Where a role stands. -/
inductive RoleStatus
  | ready
  | waitsToSend (partner : String)
  | waitsToReceive
  | halted
deriving DecidableEq, Inhabited

/-- A role while it runs. -/
structure EffectRole where
  name : String
  /-- What it still has to execute. -/
  code : List EffectInstr
  status : RoleStatus := .ready
deriving Inhabited

/-- A message that is on its way. -/
structure EffectMessage where
  sender : String
  receiver : String
  label : String
deriving Inhabited

/-- The machine between two rounds. -/
structure EffectMachine where
  tick : Nat := 0
  /-- The id that the next effect gets; committed events and topology events take ids as well. -/
  nextId : Nat := 0
  roles : List EffectRole
  /-- The roles that can be picked, the next one first. -/
  queue : List String
  /-- The oldest first. -/
  messages : List EffectMessage := []
  /-- The directions that are cut. -/
  cuts : List (String × String) := []
  seen : EffectObservation := {}
deriving Inhabited

/-- The only session. -/
def effectSession : Nat := 0

/-- What the output gate checks when the host does not hint. -/
def defaultPredicate : String := "protocol_machine.observable_output"

/-- The machine before its first round. -/
def EffectMachine.start (codes : List (String × List EffectInstr)) : EffectMachine :=
  { roles := codes.map fun (name, code) => { name, code }, queue := codes.map (·.1) }

/-- One exchange is recorded. -/
def EffectMachine.record (machine : EffectMachine) (kind : EffectKind) (session : Option Nat) (subject : List String)
    (answer : EffectStatus := .succeeded) (overrides : List EffectStatus := []) : EffectMachine :=
  let exchange : EffectExchange :=
    { id := machine.nextId, tick := machine.tick, request := { kind, session, subject }, answer, overrides }
  { machine with
    nextId := machine.nextId + 1
    seen := { machine.seen with exchanges := machine.seen.exchanges ++ [exchange] } }

/-- A role changed. -/
def EffectMachine.withRole (machine : EffectMachine) (role : EffectRole) : EffectMachine :=
  { machine with roles := machine.roles.map fun other => if other.name = role.name then role else other }

/-- The network after a change. -/
def Topology.apply (cuts : List (String × String)) : Topology → List (String × String)
  | .cut left right => (left, right) :: (right, left) :: cuts
  | .heal left right => cuts.filter fun pair => pair != (left, right) && pair != (right, left)

/-- What the host reports about the network is recorded and applied. -/
def EffectMachine.ingest (machine : EffectMachine) (host : Host) : EffectMachine :=
  let events := host.topology machine.tick
  let asked := machine.record .topologyEvents none []
  { asked with cuts := events.foldl Topology.apply asked.cuts, nextId := asked.nextId + events.length }

/-- The role waits no more. -/
def EffectMachine.canWake (machine : EffectMachine) (role : EffectRole) : Bool :=
  match role.status with
  | .waitsToSend partner => !machine.cuts.contains (role.name, partner)
  | .waitsToReceive => machine.messages.any fun message => message.receiver = role.name
  | .ready | .halted => false

/-- The role waits to send. -/
def EffectRole.isSender (role : EffectRole) : Bool :=
  role.status matches .waitsToSend _

/-- Wakes the senders, then the receivers that can go on. -/
def EffectMachine.wake (machine : EffectMachine) : EffectMachine :=
  let waking := machine.roles.filter machine.canWake
  let senders := waking.filter (·.isSender)
  let receivers := waking.filter fun role => !role.isSender
  { machine with
    roles := machine.roles.map fun role => if machine.canWake role then { role with status := .ready } else role
    queue := machine.queue ++ (senders ++ receivers).map (·.name) }

/-- An instruction with one observable event is committed: the hint, the write-ahead record, the output gate. -/
def EffectMachine.commit (machine : EffectMachine) (host : Host) (role : String) : EffectMachine :=
  let hinted := machine.record .outputConditionHint (some effectSession) [role]
  let logged := if host.supportsWal then hinted.record .walSync none [role] else hinted
  let check : OutputCheck :=
    { predicate := host.predicate.getD defaultPredicate
      witness := host.predicate.map fun _ => s!"sid:{effectSession}:role:{role}"
      passed := true }
  { logged with nextId := logged.nextId + 1, seen := { logged.seen with checks := logged.seen.checks ++ [check] } }

/-- The role goes on behind its instruction, and may be picked again. -/
def EffectMachine.advance (machine : EffectMachine) (role : EffectRole) (rest : List EffectInstr) : EffectMachine :=
  let moved := machine.withRole { role with code := rest, status := .ready }
  { moved with queue := moved.queue ++ [role.name] }

/-- The first message to a role from a partner, and the others. -/
def takeMessage (sender receiver : String) : List EffectMessage → Option (List EffectMessage)
  | [] => none
  | message :: rest =>
    if message.sender = sender ∧ message.receiver = receiver then some rest
    else (takeMessage sender receiver rest).map (message :: ·)

/-- One instruction of a role that has left the queue. -/
def EffectMachine.execute (machine : EffectMachine) (host : Host) (role : EffectRole) : EffectMachine :=
  match role.code with
  | [] => machine.withRole { role with status := .halted }
  | .registers :: rest => machine.advance role rest
  | .send partner label :: rest =>
    let subject := [role.name, partner, label]
    if machine.cuts.contains (role.name, partner) then
      (machine.record .sendDecision (some effectSession) subject (overrides := [.blocked])).withRole
        { role with status := .waitsToSend partner }
    else
      let asked := machine.record .sendDecision (some effectSession) subject
      let message : EffectMessage := { sender := role.name, receiver := partner, label }
      let sent := { asked with messages := asked.messages ++ [message] }
      (sent.commit host role.name).advance role rest
  | .receive partner label :: rest =>
    match takeMessage partner role.name machine.messages with
    | none => machine.withRole { role with status := .waitsToReceive }
    | some messages =>
      let taken : EffectMachine := { machine with messages }
      let asked := taken.record .handleRecv (some effectSession) [role.name, partner, label]
      (asked.commit host role.name).advance role rest
  | .invoke :: rest =>
    if host.stepSucceeds role.name then
      ((machine.record .invokeStep (some effectSession) [role.name]).commit host role.name).advance role rest
    else
      let asked := machine.record .invokeStep (some effectSession) [role.name] .failed
      { asked with seen := { asked.seen with faulted := true } }

/-- One round. -/
def EffectMachine.round (machine : EffectMachine) (host : Host) : EffectMachine :=
  let later : EffectMachine := { machine with tick := machine.tick + 1 }
  let woken := (later.ingest host).wake
  match woken.queue with
  | [] => woken
  | name :: queue =>
    match woken.roles.find? fun role => role.name = name with
    | none => { woken with queue }
    | some role =>
      let picked : EffectMachine := { woken with queue }
      picked.execute host role

/-- The run has come to an end: by a fault, or because no role is left. -/
def EffectMachine.isOver (machine : EffectMachine) : Bool :=
  machine.seen.faulted || machine.roles.all fun role => role.status = .halted

/-- At most `most` rounds. -/
def EffectMachine.run (host : Host) : (most : Nat) → EffectMachine → EffectMachine
  | 0, machine => machine
  | most + 1, machine => if machine.isOver then machine else run host most (machine.round host)

end Paritas
