module
public import Paritas.MachineRequest
public import Paritas.MachineSimulation
public import Paritas.Runner.OneShot
public import Paritas.Runner.Serve
/-!
# The executable `protocol_machine_runner`

One JSON document on stdin, one line of JSON on stdout (spec 22 §1). Arguments are ignored, except `--serve` alone, which
is an extension (docs/serve.md).
-/
public section
namespace Paritas.Runner.ProtocolMachineRunner
open Lean (Json)

/-- Most slices of coroutines and sessions that the step states of an answer may hold; the memory of the npm Lean ends not
far above. -/
def maxSlices : Nat := 100000

/-- Runs a request. A run that goes on beyond what an answer may hold is refused. -/
def run (request : Json) : Except String Json := do
  let (machine, concurrency, maxSteps) ← loadRequest request
  let possible := maxSlices / (machine.coroutines.size + machine.sessions.size + 4)
  let run := machine.run (min maxSteps possible)
  if maxSteps > possible && run.final.stepCount = possible && !run.isCompleted then
    throw "the run is too long for this process"
  return run.toJson concurrency

/-- The operations that an envelope can name. -/
def operations : List (String × (Json → Except String Json)) := [
  ("runSimulation", fun payload => .ok (runSimulation payload)),
  ("validateSimulationTrace", fun payload => .ok (validateSimulationTrace payload)),
  ("validateTrace", fun payload => .ok (validateTrace payload))]

/-- The operations, and runs. -/
def service : Service where
  name := "protocol_machine_runner"
  operations := ("run", run) :: operations

/-- The answer to one document. Without an operation that is a text, it is a run request. -/
def answer (document : Json) : Except String Json :=
  match document.getObjValD "operation" with
  | .str name =>
    match operations.lookup name with
    | some operation => operation (document.getObjValD "payload")
    | none => .error s!"unsupported operation: {name}"
  | _ => run document

/-- Answers one document or serves; returns the exit code. -/
def main : List String → IO UInt32
  | ["--serve"] => service.serve
  | _ => answerInput answer

end Paritas.Runner.ProtocolMachineRunner

/-- Entry point of the executable. -/
public def main (arguments : List String) : IO UInt32 :=
  Paritas.Runner.ProtocolMachineRunner.main arguments
