module
public import Paritas.HeapParity
public import Paritas.Runner.Serve
/-!
# The executable `heap_parity_runner`

The first argument names the corpus, further ones are ignored; one line on stdout, or a text on stderr and status 1
(spec 40 §13.1, §13.2). `--serve` alone is an extension (docs/serve.md).
-/
public section
namespace Paritas.Runner.HeapParityRunner
open Lean (Json)

/-- Its documents inline. -/
def service : Service where
  name := "heap_parity_runner"
  schemaVersions := ["lean_heap_parity.v1"]
  operations := [("run_fixture", fun payload => return (← Heap.decodeFixture payload).output)]

/-- The corpus in a text, or the text of the process that it is none. -/
def decode (text : String) : Except String Heap.Fixture :=
  match parseDocument text with
  | .ok json => Heap.decodeFixture json
  | .error (.notJson message) => .error s!"invalid JSON: {message}"
  | .error .tooLarge => .error "invalid JSON: the document is too large"

/-- Answers to the corpus in a file. A digest that spells no bytes is named and counts as empty. -/
def answer (file : System.FilePath) : IO UInt32 := do
  match decode (← IO.FS.readFile file) with
  | .error message =>
    IO.eprintln message
    return 1
  | .ok fixture =>
    for digits in fixture.badDigests do
      IO.eprintln s!"invalid digest hex: {digits}"
    IO.println fixture.output.compress
    return 0

/-- Dispatches one argument vector; returns the exit code. -/
def run : List String → IO UInt32
  | ["--serve"] => service.serve
  | [] => do
    IO.eprintln "usage: heap_parity_runner <fixture-path>"
    return 1
  | file :: _ => answer file

end Paritas.Runner.HeapParityRunner

/-- Entry point of the executable. -/
public def main (arguments : List String) : IO UInt32 :=
  Paritas.Runner.HeapParityRunner.run arguments
