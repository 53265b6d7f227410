module
public import Paritas.Validator
/-!
# What a run is asked for

The members of a run request, and the protocols in it (spec 22 §2, §3). Errors are the messages of the process.
-/
@[expose] public section
namespace Paritas
open Lean (Json)

/-- A protocol, and the roles that take part in it. -/
structure Protocol where
  type : GlobalType
  roles : List String

/-- A choreography of a request. -/
def readProtocol (json : Json) : Except String Protocol :=
  during "bad choreography: " do
    let type ← decodeGlobal (json.getObjValD "global_type")
    return ⟨type, ← (← arrayMember json "roles").mapM Json.getStr?⟩

/-- A run request whose choreographies are not read yet: each is loaded before the next is read. -/
structure RunRequest where
  choreographies : List Json
  concurrency : Nat
  maxSteps : Nat

/-- The members of a run request. Versions are not looked at. -/
def readRunRequest (request : Json) : Except String RunRequest := do
  let choreographies ← during "missing choreographies: " (arrayMember request "choreographies")
  let concurrency ← during "missing concurrency: " (naturalMember request "concurrency")
  return ⟨choreographies, concurrency, ← during "missing max_steps: " (naturalMember request "max_steps")⟩

end Paritas
