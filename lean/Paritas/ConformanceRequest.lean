module
public import Paritas.Conformance
public import Paritas.RoleTrace
public import Paritas.Validator
/-!
# What the conformance runner answers

The operations `conform` and `role_equivalent` (docs/serve.md). An event is an object with `role`, `action` and, except for
`end`, `peer` and `label`.
-/
@[expose] public section
namespace Paritas.Conformance
open Lean (Json)

/-- An event of a log. -/
def readEvent (json : Json) : Except String Event := do
  let role ← textMember json "role"
  let towards (event : String → String → String → Event) : Except String Event := do
    return event role (← textMember json "peer") (← textMember json "label")
  match ← textMember json "action" with
  | "send" => towards .send
  | "receive" => towards .receive
  | "choose" => towards .choose
  | "end" => return .end_ role
  | other => throw s!"unknown action: {other}"

/-- An event of a trace: a message that leaves or arrives. -/
def readCommunication (json : Json) : Except String RoleTrace.Event := do
  match ← readEvent json with
  | .send role peer label => return .send role peer label
  | .receive role peer label => return .receive role peer label
  | .choose .. | .end_ _ => throw "a trace has the actions send and receive only"

/-- Why a member with events is not read: its name and the index in front. -/
def readEvents {α : Type} (json : Json) (name : String) (read : Json → Except String α) : Except String (List α) := do
  let elements ← during s!"{name}: " (arrayMember json name)
  elements.zipIdx.mapM fun (element, index) => during s!"{name}[{index}]: " (read element)

/-- The verdict as JSON; `event` only where there is one. -/
def Verdict.toJson : Verdict → Json
  | .complete => Json.mkObj [("verdict", "complete")]
  | .soFar => Json.mkObj [("verdict", "so_far")]
  | .violates event => Json.mkObj [("verdict", "violates"), ("event", event)]

/-- The operation `conform`: the verdict of the monitor about a log. A protocol without a projection is refused. -/
def answerConform (payload : Json) : Except String Json := do
  let type ← during "global_type: " (decodeGlobal (payload.getObjValD "global_type"))
  let log ← readEvents payload "events" readEvent
  let monitor ← (Monitor.start type).mapError fun role => s!"global_type: role {role} has no projection"
  return (monitor.verdict log).toJson

/-- The operation `role_equivalent`: whether every role did the same in both traces, and whether both are well-formed from
empty queues. -/
def answerRoleEquivalent (payload : Json) : Except String Json := do
  let left ← readEvents payload "left" readCommunication
  let right ← readEvents payload "right" readCommunication
  return Json.mkObj [
    ("equivalent", RoleTrace.roleEquivalent left right),
    ("well_formed", RoleTrace.isWellFormed {} left && RoleTrace.isWellFormed {} right)]

end Paritas.Conformance
