module
public import Lean.Data.Json
public import Paritas.EffectMachine
/-!
# Semantic-effect parity

How an effect ended, read from the records of a run, and the reduced bundle of seven fixtures (spec 52 §6).
-/
@[expose] public section
namespace Paritas
open Lean (Json)

/-- How an effect ended. -/
inductive EffectLifecycle
  | blocked
  | failed
  | resumed
  | succeededThenFaulted
  | succeeded
deriving DecidableEq, Inhabited

/-- The word of a lifecycle in documents. -/
def EffectLifecycle.word : EffectLifecycle → String
  | .blocked => "blocked"
  | .failed => "failed"
  | .resumed => "resumed"
  | .succeededThenFaulted => "succeeded_then_faulted"
  | .succeeded => "succeeded"

/-- An earlier question was the same and had to wait. -/
def EffectObservation.resumes (run : EffectObservation) (exchange : EffectExchange) : Bool :=
  run.exchanges.any fun earlier => earlier.id < exchange.id && earlier.request = exchange.request && earlier.waited

/-- How the effect of an exchange ended (spec 52 §6.1). -/
def EffectObservation.lifecycle (run : EffectObservation) (exchange : EffectExchange) : EffectLifecycle :=
  match exchange.status with
  | .blocked => .blocked
  | .failed => .failed
  | .succeeded =>
    if run.resumes exchange then .resumed else if run.faulted then .succeededThenFaulted else .succeeded

/-- The first exchange of a kind whose effect stands so, or the text that there is none. -/
def EffectObservation.first (run : EffectObservation) (fixture : String) (kind : EffectKind) (status : EffectStatus) :
    Except String EffectExchange :=
  match run.exchanges.find? fun exchange => exchange.request.kind = kind && exchange.status = status with
  | some exchange => .ok exchange
  | none => .error s!"fixture {fixture}: no {kind.word} of this kind was recorded"

/-- A fixture of the bundle. -/
structure EffectFixture where
  name : String
  kind : EffectKind
  lifecycle : EffectLifecycle
  materialized : Bool := false
  predicate : Option String := none
deriving Inhabited

/-- A fixture as the bundle shows it. -/
def EffectFixture.toJson (fixture : EffectFixture) : Json :=
  Json.mkObj [
    ("name", fixture.name), ("effect_kind", fixture.kind.word), ("lifecycle", fixture.lifecycle.word),
    ("interface_name", fixture.kind.interfaceName), ("operation_name", fixture.kind.operationName),
    ("publication_materialized", fixture.materialized),
    ("output_predicate", fixture.predicate.elim Json.null Json.str)]

/-- What a fixture takes: the first effect of a kind that stands so at the end of a run. -/
structure EffectScene where
  name : String
  kind : EffectKind
  status : EffectStatus := .succeeded
  /-- Whether the bundle tells what was published in the run. -/
  showsPublication : Bool := false
  /-- Whether the bundle tells what the output gate checked first in the run. -/
  showsPredicate : Bool := false
  /-- The run. -/
  run : EffectObservation

/-- The fixture that a scene gives. -/
def EffectScene.fixture (scene : EffectScene) : Except String EffectFixture := do
  let exchange ← scene.run.first scene.name scene.kind scene.status
  return {
    name := scene.name
    kind := exchange.request.kind
    lifecycle := scene.run.lifecycle exchange
    materialized := scene.showsPublication && scene.run.materialized
    predicate := if scene.showsPredicate then scene.run.checks.head?.map (·.predicate) else none }

/-- Rounds of a run that is not stopped earlier. -/
def maxEffectRounds : Nat := 64

/-- A sends to B once. -/
def oneMessage : GlobalType := .comm "A" "B" (.cons ⟨"m", .unit⟩ .end_ .nil)

/-- The machine that runs it. -/
def oneMessageMachine : EffectMachine :=
  .start (["A", "B"].map fun role => (role, (oneMessage.trans role).effectCode))

/-- A alone invokes what a register names. -/
def loneInvoke : EffectMachine :=
  .start [("A", [.registers, .invoke])]

/-- What is seen of a run. -/
def observe (machine : EffectMachine) (host : Host) (rounds : Nat := maxEffectRounds) : EffectObservation :=
  (machine.run host rounds).seen

/-- The edge is cut in the first round. -/
def cutHost : Host where
  topology tick := if tick = 1 then [.cut "A" "B"] else []

/-- The edge is cut in the first round and heals in the second. -/
def healingHost : Host where
  topology tick := if tick = 1 then [.cut "A" "B"] else if tick = 2 then [.heal "A" "B"] else []

/-- Hints at every commit and keeps a write-ahead log. -/
def hintingHost : Host where
  predicate := some "machine.replay.internal_effects"
  supportsWal := true

/-- The steps of this role fail. -/
def failingHost (role : String) : Host where
  stepSucceeds other := other != role

/-- The seven scenes. -/
def effectScenes : List EffectScene :=
  let internal := observe oneMessageMachine hintingHost
  [ { name := "blocked_send", kind := .sendDecision, status := .blocked, run := observe oneMessageMachine cutHost 1 },
    { name := "send_publication", kind := .sendDecision, run := internal
      showsPublication := true, showsPredicate := true },
    { name := "output_condition_hint", kind := .outputConditionHint, run := internal, showsPredicate := true },
    { name := "wal_sync", kind := .walSync, run := internal },
    { name := "failed_invoke", kind := .invokeStep, status := .failed, run := observe loneInvoke (failingHost "A") },
    { name := "send_before_fault", kind := .sendDecision, run := observe oneMessageMachine (failingHost "B") },
    { name := "resumed_send", kind := .sendDecision, run := observe oneMessageMachine healingHost } ]

/-- The fixtures of the bundle, in its order. -/
def effectFixtures : Except String (List EffectFixture) :=
  effectScenes.mapM (·.fixture)

/-- The bundle, or what a run lacks. -/
def effectBundle : Except String Json := do
  let fixtures ← effectFixtures
  return Json.mkObj [
    ("fixtures", .arr (fixtures.map (·.toJson)).toArray), ("schema_version", "semantic_effect_parity_v1")]

end Paritas
