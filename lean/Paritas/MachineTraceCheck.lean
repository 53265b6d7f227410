module
public import Paritas.Answer
public import Paritas.Validator
/-!
# Traces against choreographies

The operations `validateTrace` and `validateSimulationTrace` (spec 22 §12.1, §12.2): sessions open once with the right
roles, communications are permitted, and each receive has its send. Only the first issue is told.
-/
@[expose] public section
namespace Paritas
open Lean (Json)

/-- A communication that a protocol permits. -/
structure Action where
  sender : String
  receiver : String
  label : String
deriving DecidableEq, Inhabited

mutual
/-- Every communication, branch by branch; delegation adds none. -/
def GlobalType.actions : GlobalType → List Action
  | .end_ | .var _ => []
  | .mu _ body => body.actions
  | .comm sender receiver branches => branches.actions sender receiver
  | .delegate _ _ _ _ continuation => continuation.actions
/-- Each branch's own, then those of its continuation. -/
def GlobalBranches.actions (sender receiver : String) : GlobalBranches → List Action
  | .nil => []
  | .cons label continuation rest =>
    ⟨sender, receiver, label.name⟩ :: continuation.actions ++ rest.actions sender receiver
end

/-- What a session may do. -/
structure SessionRules where
  roles : List String
  actions : List Action

/-- How far a trace was followed. -/
structure TraceProgress where
  opened : List Nat := []
  /-- Sends without their receive, the oldest first. -/
  outstanding : List (Nat × Action) := []

/-- A member, read in some way, under the code and path of a trace issue. -/
def eventField {α : Type} (event : Json) (path code field : String) (read : Json → Except String α) :
    Except Issue α :=
  (event.getObjVal? field >>= read).mapError fun message => ⟨s!"trace.invalid_{code}", s!"{path}.{field}", message⟩

/-- Roles: the array `roles` if it is there, else the text `role`, parted at commas. -/
def eventRoles (event : Json) (path : String) : Except Issue (List String) :=
  let read : Except String (List String) := do
    match event.getObjVal? "roles" with
    | .ok listed => (← listed.getArr?).toList.mapM Json.getStr?
    | .error _ => return (← (← event.getObjVal? "role").getStr?).splitOn ","
  read.mapError fun message => ⟨"trace.invalid_roles", s!"{path}.roles", message⟩

/-- Sender, receiver and label of an event. -/
def eventAction (event : Json) (path : String) : Except Issue Action := do
  let text (field : String) := eventField event path field field Json.getStr?
  return ⟨← text "sender", ← text "receiver", ← text "label"⟩

/-- The session must have been opened. -/
def TraceProgress.require (progress : TraceProgress) (session : Nat) (code path did : String) : Except Issue Unit :=
  if progress.opened.contains session then .ok ()
  else .error ⟨s!"trace.{code}", path, s!"session {session} {did} before open"⟩

/-- Follows an event. -/
def TraceProgress.follow (rules : Array SessionRules) (progress : TraceProgress) (event : Json) (path : String) :
    Except Issue TraceProgress := do
  let session := eventField event path "session" "session" Json.getNat?
  let refuse {α : Type} (code path message : String) : Except Issue α := .error ⟨s!"trace.{code}", path, message⟩
  match ← eventField event path "event" "kind" Json.getStr? with
  | "opened" =>
    let sid ← session
    let roles ← eventRoles event path
    match rules[sid]? with
    | none => refuse "unknown_session" path s!"unknown session {sid}"
    | some known =>
      if progress.opened.contains sid then refuse "duplicate_open" path s!"session {sid} opened twice"
      else if roles.all known.roles.contains && known.roles.all roles.contains then
        return { progress with opened := sid :: progress.opened }
      else refuse "role_mismatch" s!"{path}.roles" s!"session {sid} roles do not match choreography"
  | "closed" =>
    let sid ← session
    progress.require sid "close_before_open" path "closed"
    if progress.outstanding.any (·.1 = sid) then
      refuse "close_with_outstanding" path s!"session {sid} closed with outstanding sends"
    else return progress
  | "sent" =>
    let sid ← session
    let action ← eventAction event path
    progress.require sid "send_before_open" path "sent"
    if (rules[sid]?).any (·.actions.contains action) then
      return { progress with outstanding := progress.outstanding ++ [(sid, action)] }
    else
      refuse "unknown_action" s!"{path}.label"
        s!"{action.sender}->{action.receiver} label '{action.label}' is not permitted by the choreography"
  | "received" =>
    let sid ← session
    let action ← eventAction event path
    progress.require sid "recv_before_open" path "received"
    if progress.outstanding.contains (sid, action) then
      return { progress with outstanding := progress.outstanding.erase (sid, action) }
    else
      refuse "unmatched_receive" path
        s!"{action.sender}->{action.receiver} label '{action.label}' had no matching send"
  | _ => return progress

/-- Follows a whole trace; session `k` obeys rule `k`. -/
def checkTrace (rules : Array SessionRules) (trace : List Json) : Except Issue Unit := do
  let last ← trace.zipIdx.foldlM (init := ({} : TraceProgress)) fun progress (event, index) =>
    progress.follow rules event s!"trace[{index}]"
  if !last.outstanding.isEmpty then
    throw ⟨"trace.unmatched_send", "trace", "trace ended with unmatched send events"⟩

/-- The verdict as JSON; a payload that cannot be read is an issue with this code. -/
def traceVerdict (payloadCode : String) (payload : Except String (Array SessionRules × List Json)) : Json :=
  let checked := payload.mapError (fun message => Issue.mk payloadCode "payload" message)
    >>= fun (rules, trace) => checkTrace rules trace
  match checked with
  | .ok () => Json.mkObj [("errors", .arr #[]), ("valid", true)]
  | .error issue => Json.mkObj [("errors", .arr #[issue.toJson]), ("valid", false)]

/-- The member `trace` of a payload. -/
def traceMember (payload : Json) : Except String (List Json) := do
  return (← (← payload.getObjVal? "trace").getArr?).toList

/-- The operation `validateTrace`. -/
def validateTrace (payload : Json) : Json :=
  traceVerdict "trace.invalid_payload" do
    let choreographies ← (← payload.getObjVal? "choreographies").getArr?
    let rules ← choreographies.mapM fun choreography => do
      let type ← decodeGlobal (← choreography.getObjVal? "global_type")
      let roles ← (← (← choreography.getObjVal? "roles").getArr?).toList.mapM Json.getStr?
      return SessionRules.mk roles type.actions
    return (rules, ← traceMember payload)

/-- The operation `validateSimulationTrace`: one session with all roles of the protocol. -/
def validateSimulationTrace (payload : Json) : Json :=
  traceVerdict "simulation.invalid_payload" do
    let type ← decodeGlobal (← (← payload.getObjVal? "input").getObjVal? "global_type")
    return (#[⟨type.roles, type.actions⟩], ← traceMember payload)

end Paritas
