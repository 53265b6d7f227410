module
public import Paritas.MachineOutput
public import Paritas.RunRequest
/-!
# Run requests

Loads the choreographies of a run request (spec 22 §2, §3). Errors are the messages of the process.
-/
@[expose] public section
namespace Paritas
open Lean (Json)

/-- Loads a choreography into a machine. -/
def loadChoreography (state : MachineState) (json : Json) : Except String MachineState := do
  let protocol ← readProtocol json
  state.load (← during "bad choreography image: " (Image.ofChoreography protocol.type protocol.roles))

/-- The machine of a request, its `concurrency` and its `max_steps`. -/
def loadRequest (json : Json) : Except String (MachineState × Nat × Nat) := do
  let request ← readRunRequest json
  return (← request.choreographies.foldlM loadChoreography {}, request.concurrency, request.maxSteps)

end Paritas
