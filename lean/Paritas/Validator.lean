module
public import Paritas.Fragment
public import Paritas.Json
public import Paritas.Projection
public import Paritas.Subtyping
/-!
# The validator's modes

What `telltale_validator` answers to documents, wherever they come from (spec 12 §2). An error is the message of the
process.
-/
@[expose] public section
namespace Paritas
open Lean (Json)

/-- How deep a document may nest; the reader's fuel. Texts that nest deeper are refused before they are parsed. -/
def maxNesting : Nat := 100000

/-- The same error, with what was being done in front. -/
def during {α : Type} (what : String) (result : Except String α) : Except String α :=
  result.mapError (what ++ ·)

/-- A global type, or the reader's message. -/
def decodeGlobal (json : Json) : Except String GlobalType :=
  readGlobal (maxNesting + 1) json

/-- A local type, or the reader's message behind `failed to decode WHAT: `. -/
def decodeLocal (what : String) (json : Json) : Except String LocalType :=
  during s!"failed to decode {what}: " (readLocal (maxNesting + 1) json)

/-- The verdict of a validation (spec 12 §2.3). -/
structure Validation where
  role : String
  expected : LocalType
  provided : LocalType

/-- The provided type is the candidate projection. -/
def Validation.ok (validation : Validation) : Bool :=
  validation.expected = validation.provided

/-- `ok` or `fail`. -/
def Validation.status (validation : Validation) : String :=
  if validation.ok then "ok" else "fail"

/-- `ok`, or what is wrong. -/
def Validation.message (validation : Validation) : String :=
  if validation.ok then "ok" else "local type mismatch"

/-- The log as JSON. -/
def Validation.toJson (validation : Validation) : Json :=
  Json.mkObj [
    ("role", validation.role), ("status", validation.status), ("message", validation.message),
    ("expected", validation.expected.toJson), ("provided", validation.provided.toJson)]

/-- The choreography of a validation. -/
def decodeChoreography (json : Json) : Except String GlobalType :=
  during "Failed to decode global type: " (decodeGlobal json)

/-- Compares the program's local type with the candidate projection for its role. -/
def validateProgram (choreography : GlobalType) (program : Json) : Except String Validation :=
  during "Failed to decode program: " do
    let role ← textMember program "role"
    let provided ← readLocal (maxNesting + 1) (program.getObjValD "local_type")
    return ⟨role, choreography.trans role, provided⟩

/-- A successful answer with these members. -/
def success (members : List (String × Json)) : Json :=
  Json.mkObj (("success", true) :: members)

/-- What is written instead of a result. -/
def failure (message : String) : Json :=
  Json.mkObj [("success", false), ("error", message)]

/-- Mode E1: the candidate projection for any role; one that does not occur projects like a bystander. -/
def exportProjection (role : String) (global : Json) : Except String Json := do
  return success [("projection", ((← decodeGlobal global).trans role).toJson)]

/-- The candidate projections for these roles. -/
def exportProjections (type : GlobalType) (roles : List String) : Json :=
  success [("projections", Json.mkObj (roles.map fun role => (role, (type.trans role).toJson)))]

/-- Mode E2: the candidate projections for all roles of the protocol. -/
def exportAllProjections (global : Json) : Except String Json := do
  let type ← decodeGlobal global
  return exportProjections type type.roles

/-- Mode S. A type that is no subtype is a successful answer with a reason. -/
def checkAsyncSubtype (subtype supertype : Json) : Except String Json := do
  let sub ← decodeLocal "subtype local type" subtype
  let sup ← decodeLocal "supertype local type" supertype
  match asyncSubtype sub sup with
  | .ok () => return success [("result", true)]
  | .error reason => return success [("result", false), ("reason", reason.message)]

/-- Mode F. -/
def checkOrphanFree (type : Json) : Except String Json := do
  return success [("result", (← decodeLocal "local type" type).orphanFree)]

/-- Mode R; `reason` only outside of the fragment. -/
def checkPracticalFragment (json : Json) : Except String Json := do
  let type ← decodeLocal "local type" json
  let facts : List (String × Json) := [
    ("result", type.inPracticalFragment), ("reaches_communication", type.reachesCommunication),
    ("well_formed", type.wellFormed), ("full_unfold_head", type.fullUnfold.head)]
  match type.outsideReason with
  | none => return success facts
  | some reason => return success (("reason", reason) :: facts)

end Paritas
