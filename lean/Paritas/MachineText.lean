module
public import Paritas.MachineType
public import Init.Data.Format.Basic
public import Init.Data.Repr
/-!
# Types as text

How the machine prints its types in step states and faults (spec 22 §11): laid out for 120 columns by Lean's own
formatter.
-/
@[expose] public section
namespace Paritas
open Std (Format)

/-- Columns of a line. -/
def textColumns : Nat := 120

/-- A constructor with its arguments; in parentheses where it is an argument itself. -/
def constructorFormat (isArgument : Bool) (name : String) (arguments : List Format) : Format :=
  let body := arguments.foldl (init := Format.text name) fun text argument => text ++ Format.line ++ argument
  if isArgument then Format.paren (.group (.nest 1 body)) else .group (.nest 2 body)

/-- A string in quotes. -/
def quotedFormat (text : String) : Format :=
  .text text.quote

/-- A value type. -/
def ValType.format (isArgument : Bool) : ValType → Format
  | .unit => constructorFormat isArgument "ValType.unit" []
  | .bool => constructorFormat isArgument "ValType.bool" []
  | .nat => constructorFormat isArgument "ValType.nat" []
  | .string => constructorFormat isArgument "ValType.string" []
  | .prod left right => constructorFormat isArgument "ValType.prod" [left.format true, right.format true]
  | .chan sessionId role =>
    constructorFormat isArgument "ValType.chan" [.text (toString sessionId), quotedFormat role]

/-- A list. -/
def listFormat : List Format → Format
  | [] => "[]"
  | items => Format.sbracket (.joinSep items ("," ++ Format.line))

mutual
/-- A machine type. -/
def MachineType.format (isArgument : Bool) : MachineType → Format
  | .end_ => constructorFormat isArgument "LocalType.end_" []
  | .var index => constructorFormat isArgument "LocalType.var" [.text (toString index)]
  | .mu body => constructorFormat isArgument "LocalType.mu" [body.format true]
  | .select partner choices =>
    constructorFormat isArgument "LocalType.select" [quotedFormat partner, listFormat choices.formats]
  | .branch partner choices =>
    constructorFormat isArgument "LocalType.branch" [quotedFormat partner, listFormat choices.formats]
  | .send partner payload continuation =>
    constructorFormat isArgument "LocalType.send" [quotedFormat partner, payload.format true, continuation.format true]
  | .recv partner payload continuation =>
    constructorFormat isArgument "LocalType.recv" [quotedFormat partner, payload.format true, continuation.format true]
/-- The choices, each a pair of label and type. -/
def MachineChoices.formats : MachineChoices → List Format
  | .nil => []
  | .cons label continuation rest =>
    Format.paren (quotedFormat label ++ "," ++ Format.line ++ continuation.format false) :: rest.formats
end

/-- The text of a value type. -/
def ValType.text (type : ValType) : String :=
  (type.format false).pretty textColumns

/-- The text of a machine type. -/
def MachineType.text (type : MachineType) : String :=
  (type.format false).pretty textColumns

end Paritas
