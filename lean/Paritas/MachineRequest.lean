module
public import Paritas.MachineOutput
public import Paritas.Validator
/-!
# Run requests

Reads a run request, loads its choreographies and runs them (spec 22 §2, §3). Errors are the messages of the process.
-/
@[expose] public section
namespace Paritas
open Lean (Json)

/-- Loads a choreography into a machine. -/
def loadChoreography (state : MachineState) (json : Json) : Except String MachineState := do
  let (type, roles) ← during "bad choreography: " do
    let type ← decodeGlobal (json.getObjValD "global_type")
    return (type, ← (← arrayMember json "roles").mapM Json.getStr?)
  let image ← during "bad choreography image: " (Image.ofChoreography type roles)
  state.load image

/-- The machine of a request, its `concurrency` and its `max_steps`. Versions are not looked at. -/
def loadRequest (request : Json) : Except String (MachineState × Nat × Nat) := do
  let choreographies ← during "missing choreographies: " (arrayMember request "choreographies")
  let concurrency ← during "missing concurrency: " (naturalMember request "concurrency")
  let maxSteps ← during "missing max_steps: " (naturalMember request "max_steps")
  return (← choreographies.foldlM loadChoreography {}, concurrency, maxSteps)

end Paritas
