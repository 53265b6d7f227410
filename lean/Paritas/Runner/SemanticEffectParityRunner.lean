module
public import Paritas.SemanticEffects
public import Paritas.Runner.Bundle
/-!
# The executable `semantic_effect_parity_runner`

Prints the bundle of seven effects (spec 52 §6).
-/
public section

/-- Entry point of the executable. -/
public def main (arguments : List String) : IO UInt32 :=
  Paritas.Runner.Bundle.run {
    name := "semantic_effect_parity_runner"
    schemaVersion := "semantic_effect_parity_v1"
    content := Paritas.effectBundle
  } arguments
