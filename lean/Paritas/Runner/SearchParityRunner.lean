module
public import Paritas.SearchParity
public import Paritas.SearchRequest
public import Paritas.Runner.Bundle
/-!
# The executable `search_parity_runner`

Prints the reduced search bundle (spec 52 §7). When it serves, it also runs any small search.
-/
public section

/-- Entry point of the executable. -/
public def main (arguments : List String) : IO UInt32 :=
  Paritas.Runner.Bundle.run {
    name := "search_parity_runner"
    schemaVersion := "search_parity_v13"
    content := Paritas.Search.parityBundle
    others := [("search", Paritas.Search.answerRequest)]
  } arguments
