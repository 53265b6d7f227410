module
public import Lean.Data.Json
public import Paritas.Validator
/-!
# Documents from outside

Lean's JSON reader expands `1e3000000` to all its digits and recurses as deep as a text nests. So a text is looked over
first; what it would cost is refused in the reader's own words.
-/
public section
namespace Paritas.Runner
open Lean (Json)

/-- Why a text is not read. -/
inductive Refusal
  | notJson (message : String)
  | tooLarge

/-- The largest exponent of a number that is read; larger ones denote nothing in our documents. -/
def maxExponent : Nat := 400

/-- Where a look over a text stands: in a string or not, how deep, and which exponent it is reading. -/
structure Look where
  inString : Bool := false
  escaped : Bool := false
  depth : Nat := 0
  deepest : Nat := 0
  afterDigit : Bool := false
  exponent : Option Nat := none
  exponentTooLarge : Bool := false

/-- One character further. -/
def Look.next (look : Look) (c : Char) : Look :=
  if look.inString then
    if look.escaped then { look with escaped := false }
    else if c = '\\' then { look with escaped := true }
    else if c = '"' then { look with inString := false }
    else look
  else
    match look.exponent with
    | some value =>
      if c.isDigit then
        let value := min (10 * value + (c.toNat - '0'.toNat)) (maxExponent + 1)
        { look with exponent := some value, exponentTooLarge := look.exponentTooLarge || value > maxExponent }
      else if c = '+' || c = '-' then look
      else plain { look with exponent := none } c
    | none => plain look c
where
  plain (look : Look) (c : Char) : Look :=
    if c = '"' then { look with inString := true, afterDigit := false }
    else if c = '[' || c = '{' then
      let depth := look.depth + 1
      { look with depth, deepest := max look.deepest depth, afterDigit := false }
    else if c = ']' || c = '}' then { look with depth := look.depth - 1, afterDigit := false }
    else if (c = 'e' || c = 'E') && look.afterDigit then { look with exponent := some 0, afterDigit := false }
    else { look with afterDigit := c.isDigit }

/-- Whether an `e` stands between a digit and a number of four digits: only then is a closer look worth its time. -/
def mayHaveLargeExponent (text : String) : Bool :=
  ["e", "E"].any fun letter =>
    (text.splitOn letter).tail.any fun behind => (behind.dropWhile fun c => c = '+' || c = '-').toString.length ≥ 3
      && ((behind.dropWhile fun c => c = '+' || c = '-').take 3).all Char.isDigit

/-- The document that a text holds. -/
def parseDocument (text : String) : Except Refusal Json := do
  if text.utf8ByteSize > maxNesting || mayHaveLargeExponent text then
    let look := text.foldl Look.next {}
    if look.deepest > maxNesting then throw .tooLarge
    if look.exponentTooLarge then throw (.notJson "offset 0: exp too large")
  -- Only here: a value that is bound before the checks is computed before them.
  (Json.parse text).mapError .notJson

end Paritas.Runner
