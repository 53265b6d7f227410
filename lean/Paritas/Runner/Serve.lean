module
public import Paritas.Runner.Document
/-!
# The serving mode

One request per line, one answer per line (docs/serve.md). Every runner serves through this module; it brings its name
and its operations.
-/
public section
namespace Paritas.Runner
open Lean (Json)

/-- What a runner offers. -/
structure Service where
  /-- The executable's name. -/
  name : String
  /-- What answers, whatever the executable is called: the formal model, executed by Lean. A model of somebody else's is none of
  ours, and does not say. -/
  implementation : Option String := some "lean-model"
  /-- The versions of documents that it speaks. -/
  schemaVersions : List String := ["lean_bridge.v1"]
  /-- What runs a request, where the runner does: served as the operation `run`, which a process that answers one document
  does not know by that name (spec 22 §1). -/
  run : Option (Json → Except String Json) := none
  /-- Operations by name, in ascending order; each turns a payload into a result or a refusal. -/
  operations : List (String × (Json → Except String Json)) := []

/-- The release that the handshake names. -/
def version : String := "0.1.0"

/-- Most bytes of a request line. -/
def maxLine : Nat := 33554432

/-- The operations that an envelope can name, in ascending order. -/
def Service.served (service : Service) : List (String × (Json → Except String Json)) :=
  match service.run with
  | some run => ("run", run) :: service.operations
  | none => service.operations

/-- The first line. -/
def Service.handshake (service : Service) : Json :=
  let members : List (String × Json) := [
    ("name", service.name), ("operations", .arr (service.served.map fun (name, _) => Json.str name).toArray),
    ("schema_versions", .arr (service.schemaVersions.map Json.str).toArray), ("version", version)]
  match service.implementation with
  | some kind => Json.mkObj (("implementation", Json.mkObj [("kind", kind)]) :: members)
  | none => Json.mkObj members

/-- The answer to a request that failed. -/
def errorAnswer (id : Json) (code message : String) : Json :=
  Json.mkObj [("error", Json.mkObj [("code", code), ("message", message)]), ("id", id)]

/-- The answer to a document. -/
def Service.answer (service : Service) (request : Json) : Json :=
  match request with
  | .obj _ =>
    let id := request.getObjValD "id"
    match request.getObjValD "operation" with
    | .str name =>
      match service.served.lookup name with
      | none => errorAnswer id "UNKNOWN_OPERATION" s!"unsupported operation: {name}"
      | some operation =>
        match operation (request.getObjValD "payload") with
        | .ok result => Json.mkObj [("id", id), ("result", result)]
        | .error message => errorAnswer id "REFUSED" message
    | _ => errorAnswer id "BAD_ENVELOPE" "the request names no operation"
  | _ => errorAnswer .null "BAD_ENVELOPE" "the request is not an object"

/-- The answer to a line without its end. -/
def Service.answerLine (service : Service) (line : String) : Json :=
  if line.utf8ByteSize > maxLine then errorAnswer .null "LINE_TOO_LONG" "the request line is too long"
  else
    match parseDocument line with
    | .ok request => service.answer request
    | .error (.notJson message) => errorAnswer .null "BAD_JSON" message
    | .error .tooLarge => errorAnswer .null "TOO_LARGE" "the request is too large for this process"

/-- Greets, then answers until the input ends. -/
partial def Service.serve (service : Service) : IO UInt32 := do
  let input ← IO.getStdin
  let output ← IO.getStdout
  let say (json : Json) : IO Unit := do
    output.putStrLn json.compress
    output.flush
  say service.handshake
  let rec loop : IO UInt32 := do
    match ← (input.getLine).toBaseIO with
    | .error _ =>
      say (errorAnswer .null "BAD_JSON" "the request is not UTF-8")
      loop
    | .ok "" => return 0
    | .ok line =>
      say (service.answerLine (if line.endsWith "\n" then (line.dropEnd 1).toString else line))
      loop
  loop

end Paritas.Runner
