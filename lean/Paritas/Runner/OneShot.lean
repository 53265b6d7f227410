module
public import Paritas.Runner.Document
/-!
# One document, one answer

One JSON document on stdin, one line of JSON on stdout; a failure is a line on stderr and status 1 (spec 22 §1, 32 §5.2).
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

/-- Answers what stdin holds; returns the exit code. -/
def answerInput (answer : Json → Except String Json) : IO UInt32 := do
  match answerText answer (← readInput (← IO.getStdin) "") with
  | .ok result =>
    IO.println result.compress
    return 0
  | .error message =>
    IO.eprintln s!"uncaught exception: {message}"
    return 1

end Paritas.Runner
