module
public import Paritas.MachineValidator
public import Paritas.Runner.OneShot
public import Paritas.Runner.Serve
/-!
# The executable `protocol_machine_validator`

One JSON document on stdin, one line of JSON on stdout (spec 32 §5.2); a negative verdict is an answer, too. Arguments are
ignored, except `--serve` alone, which is an extension (docs/serve.md).
-/
public section
namespace Paritas.Runner.ProtocolMachineValidator
open Lean (Json)

/-- Its operations; each has an answer to every payload. -/
def service : Service where
  name := "protocol_machine_validator"
  operations := [
    ("inspectCapabilityModel", fun payload => .ok (inspectCapabilityModel payload)),
    ("validateReconfigurationTransition", fun payload => .ok (validateReconfigurationTransition payload)),
    ("verifyProtocolBundle", fun payload => .ok (verifyProtocolBundle payload))]

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

end Paritas.Runner.ProtocolMachineValidator

/-- Entry point of the executable. -/
public def main (arguments : List String) : IO UInt32 :=
  Paritas.Runner.ProtocolMachineValidator.main arguments
