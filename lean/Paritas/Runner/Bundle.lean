module
public import Paritas.Runner.Serve
/-!
# Runners that print a bundle

They take no input and print one line; arguments are ignored, except `--serve` alone, which is an extension
(docs/serve.md).
-/
public section
namespace Paritas.Runner
open Lean (Json)

/-- A bundle that a runner prints, or why it cannot. -/
structure Bundle where
  /-- The executable's name. -/
  name : String
  schemaVersion : String
  content : Except String Json
  /-- What it answers beside the bundle when it serves; names behind `bundle`. -/
  others : List (String × (Json → Except String Json)) := []

/-- The bundle as an operation. -/
def Bundle.service (bundle : Bundle) : Service where
  name := bundle.name
  schemaVersions := [bundle.schemaVersion]
  operations := ("bundle", fun _ => bundle.content) :: bundle.others

/-- Prints or serves; returns the exit code. -/
def Bundle.run (bundle : Bundle) : List String → IO UInt32
  | ["--serve"] => bundle.service.serve
  | _ => do
    match bundle.content with
    | .ok content =>
      IO.println content.compress
      return 0
    | .error message =>
      IO.eprintln s!"uncaught exception: {message}"
      return 1

end Paritas.Runner
