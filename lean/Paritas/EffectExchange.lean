module
/-!
# Effects

What a machine asks of its host, and what it keeps of the answers (spec 30 §6.1, §7.1; spec 21 §7).
-/
@[expose] public section
namespace Paritas

/-- What can be asked; those that the scenes of the parity bundle meet. -/
inductive EffectKind
  | sendDecision
  | handleRecv
  | invokeStep
  | topologyEvents
  | outputConditionHint
  | walSync
deriving DecidableEq, Inhabited

/-- The word of a kind in documents. -/
def EffectKind.word : EffectKind → String
  | .sendDecision => "send_decision"
  | .handleRecv => "handle_recv"
  | .invokeStep => "invoke_step"
  | .topologyEvents => "topology_events"
  | .outputConditionHint => "output_condition_hint"
  | .walSync => "wal_sync"

/-- The interface of the host that answers. -/
def EffectKind.interfaceName : EffectKind → String
  | .sendDecision | .handleRecv => "Transport"
  | .invokeStep | .topologyEvents | .outputConditionHint => "Runtime"
  | .walSync => "Wal"

/-- The operation of that interface. -/
def EffectKind.operationName : EffectKind → String
  | .sendDecision => "sendDecision"
  | .handleRecv => "handleRecv"
  | .invokeStep => "invoke"
  | .topologyEvents => "topologyEvents"
  | .outputConditionHint => "outputConditionHint"
  | .walSync => "sync"

/-- How an effect stands. -/
inductive EffectStatus
  | blocked
  | succeeded
  | failed
deriving DecidableEq, Inhabited

/-- What is published about an effect that stands so. -/
def EffectStatus.publication : EffectStatus → String
  | .blocked => "effect.blocked"
  | .succeeded => "effect.succeeded"
  | .failed => "effect.failed"

/-- A question to the host. A retry asks the same. -/
structure EffectRequest where
  kind : EffectKind
  /-- Absent where the question is about the whole machine. -/
  session : Option Nat
  /-- The roles and the label that it is about. -/
  subject : List String
deriving DecidableEq, Inhabited

/-- A question that was answered, and how its effect stood since. -/
structure EffectExchange where
  /-- Later ones are greater. -/
  id : Nat
  tick : Nat
  request : EffectRequest
  /-- What the host said. -/
  answer : EffectStatus
  /-- What the machine made of it afterwards, in order. -/
  overrides : List EffectStatus := []
deriving Inhabited

/-- How the effect stands now. -/
def EffectExchange.status (exchange : EffectExchange) : EffectStatus :=
  exchange.overrides.getLast?.getD exchange.answer

/-- It stood blocked at some time. -/
def EffectExchange.waited (exchange : EffectExchange) : Bool :=
  exchange.answer = .blocked || exchange.overrides.contains .blocked

/-- A result that the output gate has looked at. -/
structure OutputCheck where
  predicate : String
  witness : Option String
  passed : Bool
deriving Inhabited

/-- What was seen of a run when its observation ended. -/
structure EffectObservation where
  /-- In the order of their ids. -/
  exchanges : List EffectExchange := []
  /-- In order. -/
  checks : List OutputCheck := []
  /-- A fault has ended the run. -/
  faulted : Bool := false
deriving Inhabited

/-- What was published: about each effect, and about each check (spec 30 §12). -/
def EffectObservation.publications (run : EffectObservation) : List String :=
  run.exchanges.map (·.status.publication)
    ++ run.checks.map fun check => if check.passed then "materialization.succeeded" else "materialization.failed"

/-- Something was published, and a result has materialised. -/
def EffectObservation.materialized (run : EffectObservation) : Bool :=
  !run.publications.isEmpty && run.checks.any (·.passed)

end Paritas
