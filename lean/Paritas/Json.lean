module
public import Lean.Data.Json
public import Paritas.Types
/-!
# The JSON form of types

Reader and writer of the exchange form, as the model has them (spec 10 §5.2, §5.7): unknown members are ignored, the sort
of a label is required, delegation is known. Error texts are those of the reference.

A reader goes down at most `fuel` levels; callers give it more than a document nests.
-/
@[expose] public section
namespace Paritas
open Lean (Json)

/-- A member that must be a string. -/
def textMember (json : Json) (name : String) : Except String String :=
  (json.getObjValD name).getStr?

/-- A member that must be a natural number. -/
def naturalMember (json : Json) (name : String) : Except String Nat :=
  (json.getObjValD name).getNat?

/-- A member that must be an array. -/
def arrayMember (json : Json) (name : String) : Except String (List Json) :=
  match json.getObjValD name with
  | .arr elements => .ok elements.toList
  | other => .error s!"expected JSON array, got '{other.compress}'"

/-- The word of a sort without parameters. -/
def sortOfWord : String → Except String PayloadSort
  | "unit" => .ok .unit
  | "nat" => .ok .nat
  | "bool" => .ok .bool
  | "string" => .ok .string
  | "real" => .ok .real
  | other => .error s!"invalid sort: {other}"

/-- A sort: a word, `{"vector": n}` or `{"prod": [a, b]}`; of both tags `vector` wins. -/
def readSort : (fuel : Nat) → Json → Except String PayloadSort
  | 0, _ => .error "payloadSortFromJson: recursion limit exceeded"
  | fuel + 1, json =>
    match json, json.getObjVal? "vector" with
    | .str word, _ => sortOfWord word
    | _, .ok size => do return .vector (← size.getNat?)
    | _, .error _ => do
      match ← arrayMember json "prod" with
      | [left, right] => return .prod (← readSort fuel left) (← readSort fuel right)
      | _ => throw "prod must have 2 elements"

/-- A label: `{"name": .., "sort": ..}`. -/
def readLabel (fuel : Nat) (json : Json) : Except String Label := do
  let name ← textMember json "name"
  return ⟨name, ← readSort fuel (json.getObjValD "sort")⟩

/-- The branches of a choice, each with its label and what `read` makes of its continuation. -/
def readBranches {α : Type} (fuel : Nat) (read : Json → Except String α) : List Json → Except String (List (Label × α))
  | [] => .ok []
  | branch :: rest => do
    let label ← readLabel fuel (branch.getObjValD "label")
    let continuation ← read (branch.getObjValD "continuation")
    return (label, continuation) :: (← readBranches fuel read rest)

/-- Branches of a communication. -/
def GlobalBranches.ofPairs : List (Label × GlobalType) → GlobalBranches
  | [] => .nil
  | (label, continuation) :: rest => .cons label continuation (.ofPairs rest)

/-- Branches of a send or receive, without annotations. -/
def LocalBranches.ofPairs : List (Label × LocalType) → LocalBranches
  | [] => .nil
  | (label, continuation) :: rest => .cons label none continuation (.ofPairs rest)

/-- A global type. -/
def readGlobal : (fuel : Nat) → Json → Except String GlobalType
  | 0, _ => .error "globalTypeFromJson: recursion limit exceeded"
  | fuel + 1, json => do
    match ← textMember json "kind" with
    | "end" => return .end_
    | "comm" =>
      let sender ← textMember json "sender"
      let receiver ← textMember json "receiver"
      let branches ← readBranches fuel (readGlobal fuel) (← arrayMember json "branches")
      return .comm sender receiver (.ofPairs branches)
    | "rec" =>
      let binder ← textMember json "var"
      return .mu binder (← readGlobal fuel (json.getObjValD "body"))
    | "var" => return .var (← textMember json "name")
    | "delegate" =>
      let delegator ← textMember json "delegator"
      let delegatee ← textMember json "delegatee"
      let sessionId ← naturalMember json "session_id"
      let role ← textMember json "role"
      return .delegate delegator delegatee sessionId role (← readGlobal fuel (json.getObjValD "continuation"))
    | other => throw s!"invalid GlobalType kind: {other}"

/-- A local type; its branches carry no annotations. -/
def readLocal : (fuel : Nat) → Json → Except String LocalType
  | 0, _ => .error "localTypeRFromJson: recursion limit exceeded"
  | fuel + 1, json => do
    match ← textMember json "kind" with
    | "end" => return .end_
    | "send" =>
      let partner ← textMember json "partner"
      return .send partner (.ofPairs (← readBranches fuel (readLocal fuel) (← arrayMember json "branches")))
    | "recv" =>
      let partner ← textMember json "partner"
      return .recv partner (.ofPairs (← readBranches fuel (readLocal fuel) (← arrayMember json "branches")))
    | "rec" =>
      let binder ← textMember json "var"
      return .mu binder (← readLocal fuel (json.getObjValD "body"))
    | "var" => return .var (← textMember json "name")
    | other => throw s!"invalid LocalTypeR kind: {other}"

/-- A sort as JSON. -/
def PayloadSort.toJson : PayloadSort → Json
  | .unit => "unit"
  | .nat => "nat"
  | .bool => "bool"
  | .string => "string"
  | .real => "real"
  | .vector size => Json.mkObj [("vector", size)]
  | .prod left right => Json.mkObj [("prod", .arr #[left.toJson, right.toJson])]

/-- A label as JSON; the sort is always written. -/
def Label.toJson (label : Label) : Json :=
  Json.mkObj [("name", label.name), ("sort", label.sort.toJson)]

mutual
/-- A local type as JSON; annotations are left out. -/
def LocalType.toJson : LocalType → Json
  | .end_ => Json.mkObj [("kind", "end")]
  | .send partner branches =>
    Json.mkObj [("kind", "send"), ("partner", partner), ("branches", .arr branches.toJsons.toArray)]
  | .recv partner branches =>
    Json.mkObj [("kind", "recv"), ("partner", partner), ("branches", .arr branches.toJsons.toArray)]
  | .mu binder body => Json.mkObj [("kind", "rec"), ("var", binder), ("body", body.toJson)]
  | .var name => Json.mkObj [("kind", "var"), ("name", name)]
/-- The branches, each an object. -/
def LocalBranches.toJsons : LocalBranches → List Json
  | .nil => []
  | .cons label _ continuation rest =>
    Json.mkObj [("label", label.toJson), ("continuation", continuation.toJson)] :: rest.toJsons
end

end Paritas
