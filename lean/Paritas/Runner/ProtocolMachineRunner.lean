module
public import Paritas.MachineRequest
public import Paritas.MachineSimulation
public import Paritas.Runner.OneShot
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

/-- Runs, and its operations. -/
def service : Service where
  name := "protocol_machine_runner"
  run := some run
  operations := [
    ("runSimulation", fun payload => .ok (runSimulation payload)),
    ("validateSimulationTrace", fun payload => .ok (validateSimulationTrace payload)),
    ("validateTrace", fun payload => .ok (validateTrace payload))]

end Paritas.Runner.ProtocolMachineRunner

/-- Entry point of the executable. -/
public def main (arguments : List String) : IO UInt32 :=
  Paritas.Runner.ProtocolMachineRunner.service.main arguments
