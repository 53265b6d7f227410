module
public import Paritas.Words
/-!
# Semantic objects: finalization and progress

How far an operation has come on its way to a canonical result (spec 30 §13, 32 §8), how a wait escalates (spec 30 §9),
how an agreement may change, and how exactly a state is meant (spec 30 §18). Kinds that none of these rules looks into are
left out.
-/
@[expose] public section
namespace Paritas

/-- Which reads led to an operation's result. -/
inductive ReadClass
  | none_ | observedOnly | authoritativeOnly | mixed

instance : Worded ReadClass where
  all := [.none_, .observedOnly, .authoritativeOnly, .mixed]
  word
    | .none_ => "none"
    | .observedOnly => "observed_only"
    | .authoritativeOnly => "authoritative_only"
    | .mixed => "mixed"

/-- Some of the reads were authoritative. -/
def ReadClass.hasAuthority : ReadClass → Bool
  | .authoritativeOnly | .mixed => true
  | .none_ | .observedOnly => false

/-- How far an operation has come. -/
inductive FinalizationStage
  | observed | authoritative | materialized | canonical | invalidated | rejected
deriving DecidableEq

instance : Worded FinalizationStage where
  all := [.observed, .authoritative, .materialized, .canonical, .invalidated, .rejected]
  word
    | .observed => "observed"
    | .authoritative => "authoritative"
    | .materialized => "materialized"
    | .canonical => "canonical"
    | .invalidated => "invalidated"
    | .rejected => "rejected"

/-- An operation's path to its result; lists keep their order and repetitions. -/
structure FinalizationPath where
  operationId : String := "operation"
  session : Option Nat := none
  ownerId : Option String := none
  readClass : ReadClass := .none_
  observedReadIds : List String := []
  authoritativeReadIds : List String := []
  proofIds : List String := []
  canonicalHandleIds : List String := []
  publicationIds : List String := []
  invalidatedByHandoffIds : List Nat := []
  rejectedPublicationIds : List String := []

/-- How far the path has come, the first that holds; a proof and a handle make it canonical, whether or not a
publication names both. -/
def FinalizationPath.stage (path : FinalizationPath) : FinalizationStage :=
  if !path.invalidatedByHandoffIds.isEmpty then .invalidated
  else if !path.rejectedPublicationIds.isEmpty then .rejected
  else if !path.proofIds.isEmpty && !path.canonicalHandleIds.isEmpty then .canonical
  else if !path.proofIds.isEmpty then .materialized
  else if path.readClass.hasAuthority then .authoritative
  else .observed

/-- A publication that was not rejected, as far as the runtime looks at it. -/
structure Publication where
  proofRef : Option String
  handleRef : Option String

/-- The runtime's rule: what makes a path canonical is a publication that names a proof and a handle. -/
def FinalizationPath.runtimeStage (path : FinalizationPath) (published : List Publication) : FinalizationStage :=
  if !path.invalidatedByHandoffIds.isEmpty then .invalidated
  else if !path.rejectedPublicationIds.isEmpty then .rejected
  else if published.any (fun publication => publication.proofRef.isSome && publication.handleRef.isSome) then .canonical
  else if !path.proofIds.isEmpty then .materialized
  else if !path.authoritativeReadIds.isEmpty then .authoritative
  else .observed

/-- The state of a progress contract. -/
inductive ProgressState
  | pending | blocked | noProgress | degraded | succeeded | failed | cancelled | timedOut | handedOff

/-- How many escalations are left before the contract ends. -/
def ProgressState.measure : ProgressState → Nat
  | .pending => 4
  | .blocked => 3
  | .noProgress => 2
  | .degraded => 1
  | .succeeded | .failed | .cancelled | .timedOut | .handedOff => 0

/-- The next state of a wait that goes on; ended contracts have none. -/
def ProgressState.escalate (bounded : Bool) : ProgressState → Option ProgressState
  | .pending => some .blocked
  | .blocked => some .noProgress
  | .noProgress => some .degraded
  | .degraded => some (if bounded then .timedOut else .failed)
  | .succeeded | .failed | .cancelled | .timedOut | .handedOff => none

/-- The state after this many escalations, as far as there are any. -/
def ProgressState.escalated (bounded : Bool) (state : ProgressState) : Nat → ProgressState
  | 0 => state
  | steps + 1 =>
    match state.escalate bounded with
    | some next => next.escalated bounded steps
    | none => state

/-- What a failure that is told by a state says. -/
inductive FailureExactness
  | none_ | abstraction | exact

/-- How exactly the state tells a failure. -/
def ProgressState.failure : ProgressState → FailureExactness
  | .pending | .succeeded | .handedOff => .none_
  | .blocked | .noProgress | .degraded => .abstraction
  | .failed | .cancelled | .timedOut => .exact

/-- What a state means on another target. -/
inductive CrossTargetMeaning
  | implementationLocal
  /-- Some way of waiting: all of them are equal. -/
  | waiting
  | exact

/-- What the state means on another target. -/
def ProgressState.meaning : ProgressState → CrossTargetMeaning
  | .pending => .implementationLocal
  | .blocked | .noProgress => .waiting
  | .degraded | .succeeded | .failed | .cancelled | .timedOut | .handedOff => .exact

/-- Where an agreement stands. -/
inductive AgreementStanding
  | provisional | softSafe | finalized | aborted | rejected | timedOut

/-- Where an agreement may come next. -/
def AgreementStanding.successors : AgreementStanding → List AgreementStanding
  | .provisional => [.softSafe, .finalized, .aborted]
  | .softSafe => [.finalized, .aborted, .rejected, .timedOut]
  | .finalized | .aborted | .rejected | .timedOut => []

end Paritas
