module
public import Paritas.Answer
public import Paritas.MachineStepStates
/-!
# The output as JSON

The object that a run answers with (spec 22 §8-10). Members come out in ascending order of their keys.
-/
@[expose] public section
namespace Paritas
open Lean (Json)

/-- An event; members without a value are left out. -/
def Event.toJson : Event → Json
  | .opened tick session roles =>
    bridgeObject [("kind", "opened"), ("tick", tick), ("session", session), ("role", ",".intercalate roles)]
  | .sent tick edge label => communication "sent" tick edge label
  | .received tick edge label => communication "received" tick edge label
  | .halted tick coroutine => bridgeObject [("kind", "halted"), ("tick", tick), ("target", toString coroutine)]
  | .faulted tick coroutine fault =>
    bridgeObject [("kind", "faulted"), ("tick", tick), ("target", toString coroutine), ("reason", fault.text)]
where
  /-- A message that was sent or received. -/
  communication (kind : String) (tick : Nat) (edge : Edge) (label : String) : Json :=
    bridgeObject [
      ("kind", kind), ("tick", tick), ("session", edge.session), ("sender", edge.sender), ("receiver", edge.receiver),
      ("label", label)]

/-- The word of a status. -/
def CoroutineStatus.word : CoroutineStatus → String
  | .ready => "ready"
  | .blocked => "blocked"
  | .done => "done"
  | .faulted => "faulted"

/-- The tag of a reason to wait. -/
def Block.tag : Block → String
  | .recvWait _ => "recv_wait"
  | .sendWait _ => "send_wait"

/-- The word of an outcome. -/
def Outcome.word : Outcome → String
  | .continued | .offered .. | .chose .. => "continue"
  | .blocked _ => "blocked"
  | .halted => "halted"
  | .faulted _ => "faulted"

/-- A coroutine in a slice. -/
def Coroutine.toJson (coroutine : Coroutine) : Json :=
  Json.mkObj [
    ("coro_id", coroutine.id), ("session_id", coroutine.session), ("pc", coroutine.pc),
    ("status", coroutine.status.word), ("owned_endpoints", (1 : Nat)), ("progress_tokens", (0 : Nat))]

/-- A session in a slice. Nothing that is compiled closes one. -/
def Session.toJson (session : Session) : Json :=
  Json.mkObj [
    ("sid", session.sid), ("role_count", session.roles.length), ("local_type_entries", session.types.length),
    ("buffer_edges", session.buffers.length), ("buffered_messages", session.bufferedMessages), ("status", "active"),
    ("epoch", (0 : Nat))]

/-- An object with one member per session. -/
def MachineState.perSession (state : MachineState) (count : Session → Nat) : Json :=
  Json.mkObj (state.sessions.toList.map fun session => (toString session.sid, (count session : Json)))

/-- The ids in the ready queue. -/
def MachineState.readyJson (state : MachineState) : Json :=
  .arr (state.ready.map fun id => Json.num (.fromNat id)).toArray

/-- Why each blocked coroutine waits. -/
def MachineState.blockedJson (state : MachineState) : Json :=
  Json.mkObj (state.blocked.fold (init := []) fun members id reason => (toString id, Json.str reason.tag) :: members)

/-- A slice; its sessions are the newest first. -/
def MachineState.toJson (state : MachineState) : Json :=
  Json.mkObj [
    ("coroutines", .arr (state.coroutines.map (·.toJson))), ("sessions", .arr (state.sessions.map (·.toJson)).reverse),
    ("scheduler", Json.mkObj [
      ("ready_queue", state.readyJson), ("blocked", state.blockedJson), ("step_count", state.stepCount)])]

/-- A step state. -/
def StepState.toJson (step : StepState) : Json :=
  Json.mkObj [
    ("step_index", step.stepIndex), ("pre_state", step.before.toJson), ("post_state", step.after.toJson),
    ("selected_coro", step.selected.id), ("selected_pc", step.selected.pc),
    ("selected_type", step.selectedType.elim .null fun type => type.text), ("exec_status", step.outcome.word),
    ("session_type_counts", step.after.perSession (·.types.length)),
    ("buffered_message_counts", step.after.perSession (·.bufferedMessages)),
    ("ready_queue", step.after.readyJson), ("blocked", step.after.blockedJson),
    ("event", step.event.elim .null (·.toJson))]

/-- A run. `concurrency` is echoed. -/
def Run.toJson (run : Run) (concurrency : Nat) : Json :=
  bridgeObject [
    ("trace", .arr (run.trace.map (·.toJson)).toArray),
    ("step_states", .arr (run.stepStates.map (·.toJson)).toArray),
    ("sessions", .arr (run.initial.sessions.map fun session =>
      bridgeObject [("sid", session.sid), ("terminal", false)])),
    ("steps_executed", run.final.stepCount), ("concurrency", concurrency),
    ("status", if run.isCompleted then "completed" else "stuck")]

end Paritas
