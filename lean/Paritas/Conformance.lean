module
public import Paritas.Projection
public import Paritas.Queues
/-!
# The conformance monitor

Whether a log of one session keeps to its protocol. Each role follows its own canonical projection, and messages wait in
the queues between roles. The log is read once, event by event.

A recursion is unfolded as often as binders stand at its head. What is a recursion even then is not guarded and has no
behaviour, so no event of its role is allowed; nor has a variable without binder. Of branches with the same name the first
counts.
-/
@[expose] public section
namespace Paritas.Conformance

/-- What a role has done. A choice that was made for a peer is a message to that peer. -/
inductive Event
  | send (role peer label : String)
  | receive (role peer label : String)
  | choose (role peer label : String)
  | end_ (role : String)
deriving DecidableEq

/-- What the monitor keeps. -/
structure Monitor where
  /-- What each role has left to do. -/
  types : List (String × LocalType)
  queues : Queues := {}
  /-- The roles that have said that they ended. -/
  ended : List String := []

/-- What a role has to do next; nothing for a name that is no role. -/
def Monitor.next (monitor : Monitor) (role : String) : Option LocalType :=
  (monitor.types.lookup role).map LocalType.fullUnfold

/-- The role follows the branch of this name, when there is one. -/
def Monitor.follow (monitor : Monitor) (role label : String) (branches : LocalBranches) (queues : Queues) :
    Option Monitor :=
  match findBranch label branches.toList with
  | some branch => some { monitor with types := putAt role branch.continuation monitor.types, queues }
  | none => none

/-- A message from `role` to `peer`. -/
def Monitor.send (monitor : Monitor) (role peer label : String) : Option Monitor :=
  match monitor.next role with
  | some (.send partner branches) =>
    if partner = peer then monitor.follow role label branches (monitor.queues.push ⟨role, peer⟩ label) else none
  | _ => none

/-- A message to `role` from `peer`, the oldest that waits between them. -/
def Monitor.receive (monitor : Monitor) (role peer label : String) : Option Monitor :=
  match monitor.next role, monitor.queues.pop? ⟨peer, role⟩ label with
  | some (.recv partner branches), some queues =>
    if partner = peer then monitor.follow role label branches queues else none
  | _, _ => none

/-- `role` ends, for the first time and with nothing left to do. -/
def Monitor.end_ (monitor : Monitor) (role : String) : Option Monitor :=
  match monitor.next role with
  | some .end_ => if role ∈ monitor.ended then none else some { monitor with ended := role :: monitor.ended }
  | _ => none

/-- The monitor after an event; none when the event is not allowed. -/
def Monitor.step (monitor : Monitor) : Event → Option Monitor
  | .send role peer label | .choose role peer label => monitor.send role peer label
  | .receive role peer label => monitor.receive role peer label
  | .end_ role => monitor.end_ role

/-- Every role is through with its type, and no message waits. It does not matter who has said that it ended. -/
def Monitor.isFinal (monitor : Monitor) : Bool :=
  (monitor.types.all fun (role, _) => monitor.next role = some .end_) && monitor.queues.areEmpty

/-- What a log is. -/
inductive Verdict
  /-- A whole run of the protocol. -/
  | complete
  /-- The beginning of a run, as far as can be told. -/
  | soFar
  /-- The event of this index is the first that is not allowed. -/
  | violates (event : Nat)
deriving DecidableEq

/-- The verdict about the rest of a log, whose first event has this index. -/
def Monitor.verdictFrom (monitor : Monitor) (index : Nat) : List Event → Verdict
  | [] => if monitor.isFinal then .complete else .soFar
  | event :: rest =>
    match monitor.step event with
    | some after => after.verdictFrom (index + 1) rest
    | none => .violates index

/-- The verdict about a log. -/
def Monitor.verdict (monitor : Monitor) (log : List Event) : Verdict :=
  monitor.verdictFrom 0 log

/-- The projections for these roles; the first role without one is named. -/
def projections (type : GlobalType) : List String → Except String (List (String × LocalType))
  | [] => .ok []
  | role :: rest =>
    match type.project role, projections type rest with
    | .ok projection, .ok others => .ok ((role, projection) :: others)
    | .error _, _ => .error role
    | _, .error other => .error other

/-- The monitor of a protocol before its first event, or a role that has no projection. -/
def Monitor.start (type : GlobalType) : Except String Monitor :=
  (projections type type.roles).map fun types => { types }

end Paritas.Conformance
