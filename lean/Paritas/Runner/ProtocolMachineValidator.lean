module
public import Paritas.MachineValidator
public import Paritas.Runner.OneShot
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

end Paritas.Runner.ProtocolMachineValidator

/-- Entry point of the executable. -/
public def main (arguments : List String) : IO UInt32 :=
  Paritas.Runner.ProtocolMachineValidator.service.main arguments
