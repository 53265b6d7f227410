module
public import Paritas.MachineCode
public import Paritas.MachineType
public import Paritas.Projection
/-!
# Images

A choreography becomes an image: sorted roles, their types and code (spec 22 §4). An image is refused unless each candidate
projection passes the boolean check, which never merges: a bystander's candidate has to fit every branch.
-/
@[expose] public section
namespace Paritas

/-- The only branch of both ends of a delegation, whose continuation is `continuation`. -/
def isDelegateBranch (sessionId : Nat) (handed : String) : LocalBranches → Option LocalType
  | .cons label (some (.chan sid role)) continuation .nil =>
    if label = delegateLabel ∧ sid = sessionId ∧ role = handed then some continuation else none
  | _ => none

mutual
/-- The boolean projection check: `candidate` is what `role` does in the protocol (spec 22 §4.2). -/
def GlobalType.accepts (role : String) : GlobalType → (candidate : LocalType) → Bool
  | .end_, candidate => (candidate matches .end_)
  | .var name, candidate =>
    match candidate with
    | .var used => used = name
    | _ => false
  | .mu binder body, candidate =>
    match candidate with
    | .mu used inner => used = binder && inner.isGuarded used && body.accepts role inner
    | .end_ => !(body.trans role).isGuarded binder && body.accepts role (body.trans role)
    | _ => false
  | .comm sender receiver branches, candidate =>
    if role = sender then
      match candidate with
      | .send partner offered => partner = receiver && branches.acceptsPairs role offered
      | _ => false
    else if role = receiver then
      match candidate with
      | .recv partner offered => partner = sender && branches.acceptsPairs role offered
      | _ => false
    else branches.acceptsAll role candidate
  | .delegate delegator delegatee sessionId handed continuation, candidate =>
    if role = delegator then
      match candidate with
      | .send partner offered => partner = delegatee &&
        match isDelegateBranch sessionId handed offered with
        | some inner => continuation.accepts role inner
        | none => false
      | _ => false
    else if role = delegatee then
      match candidate with
      | .recv partner offered => partner = delegator &&
        match isDelegateBranch sessionId handed offered with
        | some inner => continuation.accepts role inner
        | none => false
      | _ => false
    else continuation.accepts role candidate
/-- The same labels in order, no value types, and each continuation accepted. -/
def GlobalBranches.acceptsPairs (role : String) : GlobalBranches → LocalBranches → Bool
  | .nil, .nil => true
  | .cons label continuation rest, .cons offered none candidate others =>
    offered = label && continuation.accepts role candidate && rest.acceptsPairs role others
  | _, _ => false
/-- Every branch accepts the one candidate. -/
def GlobalBranches.acceptsAll (role : String) : GlobalBranches → (candidate : LocalType) → Bool
  | .nil, _ => true
  | .cons _ continuation rest, candidate => continuation.accepts role candidate && rest.acceptsAll role candidate
end

/-- A compiled choreography. -/
structure Image where
  /-- Ascending by code point; the other lists go with it. -/
  roles : List String
  types : List MachineType
  entryPoints : List Nat
  program : Array Instr

/-- Some role is there twice; `roles` is sorted. -/
def hasTwice : (roles : List String) → Bool
  | first :: second :: rest => first = second || hasTwice (second :: rest)
  | _ => false

/-- The image of a choreography, or why there is none. -/
def Image.ofChoreography (type : GlobalType) (listed : List String) : Except String Image :=
  let roles := listed.mergeSort fun left right => !decide (right < left)
  if hasTwice roles then .error "duplicate entry-point role"
  else
    match roles.find? fun role => !type.accepts role (type.trans role) with
    | some role => .error s!"projection mismatch for role {role}"
    | none =>
      let candidates := roles.map type.trans
      let (program, entryPoints) := generateCode candidates
      .ok { roles, types := candidates.map (·.toMachine []), entryPoints, program }

end Paritas
