module
public import Paritas.ConformanceRequest
public import Paritas.Runner.OneShot
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

end Paritas.Runner.ConformanceRunner

/-- Entry point of the executable. -/
public def main (arguments : List String) : IO UInt32 :=
  Paritas.Runner.ConformanceRunner.service.main arguments
