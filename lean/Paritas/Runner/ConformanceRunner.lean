module
public import Paritas.ConformanceRequest
public import Paritas.Runner.OneShot
public import Paritas.Runner.Serve
/-!
# The executable `conformance_runner`

An extension: the reference has no such program. One JSON document `{"operation", "payload"}` on stdin, one line of JSON on
stdout; or `--serve` alone (docs/serve.md).
-/
public section
namespace Paritas.Runner.ConformanceRunner
open Lean (Json)

/-- Its operations. -/
def service : Service where
  name := "conformance_runner"
  operations := [
    ("conform", Conformance.answerConform),
    ("role_equivalent", Conformance.answerRoleEquivalent)]

/-- The answer to one document. -/
def answer (document : Json) : Except String Json := do
  let name ← during "missing operation: " (document.getObjVal? "operation" >>= Json.getStr?)
  match service.operations.lookup name with
  | some operation => operation (document.getObjValD "payload")
  | none => throw s!"unsupported operation: {name}"

/-- Answers one document or serves; returns the exit code. -/
def main : List String → IO UInt32
  | ["--serve"] => service.serve
  | _ => answerInput answer

end Paritas.Runner.ConformanceRunner

/-- Entry point of the executable. -/
public def main (arguments : List String) : IO UInt32 :=
  Paritas.Runner.ConformanceRunner.main arguments
