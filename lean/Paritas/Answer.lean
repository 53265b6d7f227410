module
public import Lean.Data.Json
/-!
# What the answers of the machine's programs share

The version that an object of the bridge carries, and what is wrong with a document.
-/
@[expose] public section
namespace Paritas
open Lean (Json)

/-- The version that every object of the bridge carries. -/
def schemaVersion : String := "lean_bridge.v1"

/-- An object of the bridge. -/
def bridgeObject (members : List (String × Json)) : Json :=
  Json.mkObj (("schema_version", schemaVersion) :: members)

/-- What is wrong, where, and in words. -/
structure Issue where
  code : String
  path : String
  message : String

/-- The issue as JSON. -/
def Issue.toJson (issue : Issue) : Json :=
  Json.mkObj [("code", issue.code), ("path", issue.path), ("message", issue.message)]

end Paritas
