module
public import Paritas.Runner.Serve
/-!
# One document, one answer

One JSON document on stdin, one line of JSON on stdout; a failure is a line on stderr and status 1 (spec 22 §1, 32 §5.2).
Arguments are ignored, except `--serve` alone, which is an extension (docs/serve.md).
-/
public section
namespace Paritas.Runner
open Lean (Json)

/-- The answer to one text. -/
def answerText (answer : Json → Except String Json) (text : String) : Except String Json :=
  match parseDocument text with
  | .ok document => answer document
  | .error (.notJson message) => .error s!"invalid JSON: {message}"
  | .error .tooLarge => .error "the document is too large"

/-- What stdin holds. -/
partial def readInput (input : IO.FS.Stream) (text : String) : IO String := do
  let line ← input.getLine
  if line.isEmpty then return text
  readInput input (text ++ line)

/-- The answer to one document. Without an operation that is a text, it is a run request, where the runner runs. -/
def Service.answerDocument (service : Service) (document : Json) : Except String Json :=
  match service.run, document.getObjVal? "operation" >>= Json.getStr? with
  | some run, .error _ => run document
  | none, .error message => .error s!"missing operation: {message}"
  | _, .ok name =>
    match service.operations.lookup name with
    | some operation => operation (document.getObjValD "payload")
    | none => .error s!"unsupported operation: {name}"

/-- Answers what stdin holds; returns the exit code. -/
def Service.answerInput (service : Service) : IO UInt32 := do
  match answerText service.answerDocument (← readInput (← IO.getStdin) "") with
  | .ok result =>
    IO.println result.compress
    return 0
  | .error message =>
    IO.eprintln s!"uncaught exception: {message}"
    return 1

/-- Answers one document or serves; returns the exit code. -/
def Service.main (service : Service) : List String → IO UInt32
  | ["--serve"] => service.serve
  | _ => service.answerInput

end Paritas.Runner
