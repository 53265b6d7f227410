module
public import Paritas.Merge
public import Paritas.Recursion
/-!
# Projection

Two answers to the question what a protocol asks of one role: `trans`, the model's candidate (spec 11 §4), and `project`,
the canonical projection (spec 11 §2). They differ in what a role does that does not see a choice.
-/
@[expose] public section
namespace Paritas

/-- The label of a handed-over endpoint. -/
def delegateLabel : Label := ⟨"_delegate", .unit⟩

/-- The only branch of both ends of a delegation: the endpoint travels as an annotation. -/
def delegateBranch (sessionId : Nat) (role : String) (continuation : LocalType) : LocalBranches :=
  .cons delegateLabel (some (.chan sessionId role)) continuation .nil

/-- A recursion whose body is nothing but its own variable is no behaviour (spec 11 §2, step 4). -/
def closeLoop (binder : String) (body : LocalType) : LocalType :=
  if body.isGuarded binder then .mu binder body else .end_

mutual
/-- The candidate projection: total; a role that does not see a choice follows the first branch alone. -/
def GlobalType.trans (role : String) : GlobalType → LocalType
  | .end_ => .end_
  | .var name => .var name
  | .mu binder body => closeLoop binder (body.trans role)
  | .comm sender receiver branches =>
    if role = sender then .send receiver (branches.trans role)
    else if role = receiver then .recv sender (branches.trans role)
    else branches.transFirst role
  | .delegate delegator delegatee sessionId handed continuation =>
    if role = delegator then .send delegatee (delegateBranch sessionId handed (continuation.trans role))
    else if role = delegatee then .recv delegator (delegateBranch sessionId handed (continuation.trans role))
    else continuation.trans role
/-- Every branch, without annotations. -/
def GlobalBranches.trans (role : String) : GlobalBranches → LocalBranches
  | .nil => .nil
  | .cons label continuation rest => .cons label none (continuation.trans role) (rest.trans role)
/-- The first branch, or the end when there is none. -/
def GlobalBranches.transFirst (role : String) : GlobalBranches → LocalType
  | .nil => .end_
  | .cons _ continuation _ => continuation.trans role
end

/-- Why a role has no canonical projection (spec 11 §2.1). `delegation` stands for a node that the canonical side cannot
even read. -/
inductive ProjectionError
  | emptyBranches (sender receiver : String)
  | mergeFailure (role : String) (source : MergeError)
  | delegation

/-- The merge of what a role does in every branch, with the error of a projection. -/
def mergeFor (role : String) (types : List LocalType) : Except ProjectionError LocalType :=
  match mergeAll types with
  | .ok merged => .ok merged
  | .error source => .error (.mergeFailure role source)

mutual
/-- The canonical projection: a role that does not see a choice must have one merged behaviour. -/
def GlobalType.project (role : String) : GlobalType → Except ProjectionError LocalType
  | .end_ => .ok .end_
  | .var name => .ok (.var name)
  | .mu binder body => do return closeLoop binder (← body.project role)
  | .comm sender receiver .nil => .error (.emptyBranches sender receiver)
  | .comm sender receiver (.cons label first rest) => do
    let head ← first.project role
    let tail ← rest.project role
    let branches := LocalBranches.cons label none head tail
    if role = sender then return .send receiver branches
    else if role = receiver then return .recv sender branches
    else mergeFor role (branches.toList.map (·.continuation))
  | .delegate .. => .error .delegation
/-- Every branch, without annotations; the first error wins. -/
def GlobalBranches.project (role : String) : GlobalBranches → Except ProjectionError LocalBranches
  | .nil => .ok .nil
  | .cons label continuation rest => do
    return .cons label none (← continuation.project role) (← rest.project role)
end

end Paritas
