module
public import Paritas.MachineOutput
public import Paritas.MachineTraceCheck
/-!
# The simulation's reference

The operation `runSimulation`: how many communications a simulation shows, in closed form, without running anything
(spec 22 §12.3).
-/
@[expose] public section
namespace Paritas
open Lean (Json)

mutual
/-- How deep sends and receives nest; binders do not count. -/
def LocalType.nesting : LocalType → Nat
  | .end_ | .var _ => 0
  | .mu _ body => body.nesting
  | .send _ branches | .recv _ branches => branches.nesting + 1
/-- The deepest continuation. -/
def LocalBranches.nesting : LocalBranches → Nat
  | .nil => 0
  | .cons _ _ continuation rest => max continuation.nesting rest.nesting
end

/-- Where the count of communications stands. -/
structure SimulationCount where
  invoked : Nat := 0
  acted : Nat := 0
  index : Nat := 1
  emitted : Nat := 0

/-- Counts at most `most` communications further, until the index comes to `steps`. -/
def SimulationCount.go (steps roles active : Nat) : (most : Nat) → SimulationCount → Nat
  | 0, count => count.emitted
  | most + 1, count =>
    if count.index ≥ steps then count.emitted
    else if count.invoked + 1 < roles then
      go steps roles active most { count with invoked := count.invoked + 1, emitted := count.emitted + 1 }
    else
      let acted := count.acted + 1
      let index := count.index + 1
      let isFull := active > 0 && acted ≥ active && index < steps
      go steps roles active most {
        invoked := count.invoked + 1 - roles, emitted := count.emitted + 1
        acted := if isFull then 0 else acted
        index := if isFull then index + 1 else index }

/-- How many communications are observed. -/
def observableCount (steps roles active : Nat) : Nat :=
  if steps = 0 || roles = 0 then 0
  else SimulationCount.go steps roles active (steps * max roles 1 * 10) {}

/-- The opening, then sends and receives in turn over the protocol's actions. -/
def simulationTrace (roles : List String) (actions : Array Action) (count : Nat) : List Event :=
  let events := if actions.isEmpty then [] else
    (List.range count).map fun i =>
      let action := actions[i / 2 % actions.size]?.getD default
      let edge : Edge := ⟨0, action.sender, action.receiver⟩
      if i % 2 = 0 then Event.sent (i + 1) edge action.label else Event.received (i + 1) edge action.label
  .opened 0 0 roles :: events

/-- Most communications of a simulation, which is what an answer may hold. More is refused. -/
def maxObservable : Nat := 100000

/-- Protocol and number of steps of a payload. -/
def readSimulation (payload : Json) : Except String (GlobalType × Nat) := do
  let type ← decodeGlobal (← payload.getObjVal? "global_type")
  let steps ← (← (← payload.getObjVal? "scenario").getObjVal? "steps").getNat?
  if steps * type.roles.length > maxObservable then throw "scenario has too many steps"
  return (type, steps)

/-- The operation `runSimulation`. -/
def runSimulation (payload : Json) : Json :=
  match readSimulation payload with
  | .error message =>
    bridgeObject [
      ("trace", .arr #[]), ("violations", .arr #[]), ("artifacts", Json.mkObj []),
      ("errors", .arr #[(Issue.mk "simulation.invalid_payload" "payload" message).toJson])]
  | .ok (type, steps) =>
    let roles := type.roles
    let actions := type.actions
    let active := roles.foldl (init := 0) fun deepest role => max deepest (type.trans role).nesting
    let count := observableCount steps roles.length active
    let actionsJson := actions.map fun action =>
      Json.mkObj [("sender", action.sender), ("receiver", action.receiver), ("label", action.label)]
    bridgeObject [
      ("trace", .arr ((simulationTrace roles actions.toArray count).map (·.toJson)).toArray),
      ("violations", .arr #[]),
      ("artifacts", Json.mkObj [
        ("mode", "deterministic_reference"), ("steps", steps), ("action_count", actions.length),
        ("trace_length", (count + 1 : Nat)), ("observable_count", count), ("num_roles", roles.length),
        ("active_steps_per_round", active), ("roles", .arr (roles.map Json.str).toArray),
        ("actions", .arr actionsJson.toArray)])]

end Paritas
