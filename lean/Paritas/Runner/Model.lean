module
public import Paritas.Answer
public import Paritas.Conformance
public import Paritas.RunRequest
public import Paritas.Runner.OneShot
/-!
# A model of somebody else's

Everything around a model but its semantics (docs/your-model.md): requests are read and checked, protocols loaded, sessions
run, answers written. A model brings a state of its own, and what a step does.
-/
@[expose] public section
namespace Paritas.Runner
open Lean (Json)

/-- A message from a role to a role. -/
structure Message where
  sender : String
  receiver : String
  label : String
deriving DecidableEq, Inhabited

/-- What is seen of a step. -/
inductive Event
  | sent (message : Message)
  | received (message : Message)
deriving DecidableEq, Inhabited

/-- A semantics. Its states are those of one session. -/
structure Model (State : Type) where
  /-- The state before the first step, or why the model does not run this protocol. -/
  start : Protocol → Except String State
  /-- One step, and what is seen of it, in order; none when nothing can happen any more. -/
  step : State → Option (State × List Event)
  /-- Every role has come to its end. -/
  isDone : State → Bool

/-- What each role has to do: the canonical projections, in the order of the roles. -/
def localTypes (protocol : Protocol) : Except String (List (String × LocalType)) :=
  (Conformance.projections protocol.type protocol.roles).mapError ("projection mismatch for role " ++ ·)

/-- Most events of an answer. -/
def maxEvents : Nat := 100000

/-- How far a session has come. -/
structure Played where
  events : Array Event
  steps : Nat
  isDone : Bool

/-- Runs a session for at most `left` more steps; one that shows too much stops early. -/
def Model.play {State : Type} (model : Model State) (state : State) (events : Array Event) (steps : Nat) :
    (left : Nat) → Played
  | 0 => ⟨events, steps, model.isDone state⟩
  | left + 1 =>
    match if events.size > maxEvents then none else model.step state with
    | some (next, seen) => model.play next (events ++ seen) (steps + 1) left
    | none => ⟨events, steps, model.isDone state⟩

/-- A protocol whose list of roles has everybody who takes part, once. -/
def loadProtocol (json : Json) : Except String Protocol := do
  let protocol ← readProtocol json
  if protocol.roles.eraseDups ≠ protocol.roles then throw "bad choreography: a role is listed twice"
  match protocol.type.roles.find? fun role => !protocol.roles.contains role with
  | some role => throw s!"bad choreography: the list of roles does not name {role}"
  | none => return protocol

/-- An event as JSON. -/
def Event.toJson (session tick : Nat) : Event → Json
  | .sent message => communication "sent" message
  | .received message => communication "received" message
where
  /-- A message that was sent or received. -/
  communication (kind : String) (message : Message) : Json :=
    bridgeObject [
      ("kind", kind), ("tick", tick), ("session", session), ("sender", message.sender),
      ("receiver", message.receiver), ("label", message.label)]

/-- The answer to a run request: every session for itself, each with all the steps that are asked for. -/
def Model.run {State : Type} (model : Model State) (json : Json) : Except String Json := do
  let version ← during "missing schema_version: " (textMember json "schema_version")
  if version ≠ schemaVersion then throw s!"unsupported schema_version {version}"
  let request ← readRunRequest json
  let sessions ← request.choreographies.mapM fun choreography => do
    let protocol ← loadProtocol choreography
    let played := model.play (← model.start protocol) #[] 0 request.maxSteps
    if played.events.size > maxEvents then throw "the run is too long for this process"
    return (protocol, played)
  let traces := sessions.zipIdx.map fun ((protocol, played), session) =>
    bridgeObject [
      ("kind", "opened"), ("tick", (0 : Nat)), ("session", session), ("role", ",".intercalate protocol.roles)]
      :: played.events.toList.zipIdx.map fun (event, tick) => event.toJson session (tick + 1)
  return bridgeObject [
    ("trace", .arr traces.flatten.toArray),
    ("sessions", .arr (sessions.zipIdx.map fun ((_, played), session) =>
      bridgeObject [("sid", session), ("terminal", played.isDone)]).toArray),
    ("status", if sessions.all fun (_, played) => played.isDone then "completed" else "stuck"),
    ("steps_executed", ((sessions.map fun (_, played) => played.steps).sum : Nat)), ("concurrency", (1 : Nat))]

/-- The `main` of a model's executable: answers the run request on stdin, or serves; returns the exit code. A handshake names the
protocol that is spoken, and not who speaks it. -/
def Model.main {State : Type} (model : Model State) : List String → IO UInt32 :=
  Service.main { name := "protocol_machine_runner", implementation := none, run := some model.run }

end Paritas.Runner
