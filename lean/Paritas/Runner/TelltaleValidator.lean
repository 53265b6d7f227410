module
public import Paritas.Runner.Serve
/-!
# The executable `telltale_validator`

Data goes through the files named on the command line; the argument vectors are matched exactly (spec 12 §2.1). `--serve`
alone is an extension (docs/serve.md).
-/
public section
namespace Paritas.Runner.TelltaleValidator
open Lean (Json)

/-- What any other argument vector shows. -/
def usage : String := "Usage:
  telltale_validator --choreography FILE --program FILE [--log FILE] [--json-log FILE]
  telltale_validator --export-projection FILE --role ROLE --output FILE
  telltale_validator --export-all-projections FILE --output FILE
  telltale_validator --check-async-subtype SUBTYPE SUPERTYPE --output FILE
  telltale_validator --check-orphan-free FILE --output FILE
  telltale_validator --check-regular-practical-fragment FILE --output FILE
  telltale_validator --serve
"

/-- A text as a document, with the process's message when it is none. -/
def parsed (text : String) : Except String Json :=
  (parseDocument text).mapError fun
    | .notJson message => message
    | .tooLarge => "the document is too large"

/-- Writes one pretty-printed document and a line end. -/
def writeDocument (file : System.FilePath) (json : Json) : IO Unit :=
  IO.FS.writeFile file (json.pretty ++ "\n")

/-- Writes the result of an export or a check, or why there is none. -/
def report (output : System.FilePath) : Except String Json → IO UInt32
  | .ok result => do
    writeDocument output result
    return 0
  | .error message => do
    writeDocument output (failure message)
    return 1

/-- Modes V1 to V5. Logs are written for both verdicts, not when a document cannot be used. -/
def validate (choreography program : String) (log jsonLog : Option String) : IO UInt32 := do
  let decoded {α : Type} (file word : String) (decode : Json → Except String α) : IO (Except String α) := do
    let text ← IO.FS.readFile file
    return during s!"Failed to parse {word} JSON: " (parsed text) >>= decode
  let validation ← do
    match ← decoded choreography "choreography" decodeChoreography with
    | .error message => pure (.error message)
    | .ok type => decoded program "program" (validateProgram type)
  match validation with
  | .error message =>
    IO.eprintln message
    return 1
  | .ok validation =>
    if let some file := log then
      IO.FS.writeFile file
        s!"role={validation.role},status={validation.status},message={validation.message}\n"
    if let some file := jsonLog then writeDocument file validation.toJson
    if validation.ok then
      IO.println s!"Lean validator: projection matches for {validation.role}"
      return 0
    else
      IO.eprintln s!"Projection mismatch for {validation.role}"
      return 1

/-- The roles asked for, each of which must be a string. -/
def readRoles (roles : List Json) : Except String (List String) :=
  roles.mapM fun
    | .str role => .ok role
    | _ => .error "a role must be a string"

/-- The modes with their documents inline. -/
def service : Service where
  name := "telltale_validator"
  operations := [
    ("check_async_subtype", fun payload =>
      checkAsyncSubtype (payload.getObjValD "subtype") (payload.getObjValD "supertype")),
    ("check_orphan_free", fun payload => checkOrphanFree (payload.getObjValD "local_type")),
    ("check_regular_practical_fragment", fun payload => checkPracticalFragment (payload.getObjValD "local_type")),
    ("export_all_projections", fun payload => exportAllProjections (payload.getObjValD "global_type")),
    ("export_projection", fun payload =>
      let global := payload.getObjValD "global_type"
      match payload.getObjValD "role" with
      | .str role => exportProjection role global
      | _ => decodeGlobal global >>= fun _ => .error "a role must be a string"),
    ("project", fun payload => do
      let type ← decodeGlobal (payload.getObjValD "global_type")
      match payload.getObjValD "roles" with
      | .arr roles => return exportProjections type (← readRoles roles.toList)
      | _ => return exportProjections type type.roles),
    ("validate", fun payload => do
      let type ← decodeChoreography (payload.getObjValD "choreography")
      return (← validateProgram type (payload.getObjValD "program")).toJson)]

/-- Dispatches one argument vector; returns the exit code. -/
def run : List String → IO UInt32
  | ["--serve"] => service.serve
  | ["--choreography", c, "--program", p] => validate c p none none
  | ["--choreography", c, "--program", p, "--log", l] => validate c p (some l) none
  | ["--choreography", c, "--program", p, "--json-log", j] => validate c p none (some j)
  | ["--choreography", c, "--program", p, "--log", l, "--json-log", j] => validate c p (some l) (some j)
  | ["--choreography", c, "--program", p, "--json-log", j, "--log", l] => validate c p (some l) (some j)
  | ["--export-projection", c, "--role", role, "--output", o] => do
    report o (parsed (← IO.FS.readFile c) >>= exportProjection role)
  | ["--export-all-projections", c, "--output", o] => do
    report o (parsed (← IO.FS.readFile c) >>= exportAllProjections)
  | ["--check-async-subtype", sub, sup, "--output", o] => do
    let subtype ← IO.FS.readFile sub
    let supertype ← IO.FS.readFile sup
    report o do checkAsyncSubtype (← parsed subtype) (← parsed supertype)
  | ["--check-orphan-free", t, "--output", o] => do
    report o (parsed (← IO.FS.readFile t) >>= checkOrphanFree)
  | ["--check-regular-practical-fragment", t, "--output", o] => do
    report o (parsed (← IO.FS.readFile t) >>= checkPracticalFragment)
  | _ => do
    IO.print usage
    return 1

end Paritas.Runner.TelltaleValidator

/-- Entry point of the executable. -/
public def main (arguments : List String) : IO UInt32 :=
  Paritas.Runner.TelltaleValidator.run arguments
