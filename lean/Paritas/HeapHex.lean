module
public import Paritas.HeapEncoding
/-!
# Bytes as hexadecimal text

Two digits for each byte, no prefix and no separators (spec 40). Written in lower case, read in either.
-/
@[expose] public section
namespace Paritas.Heap

/-- The value of a hexadecimal digit. -/
def hexValue (digit : Char) : Option Nat :=
  let code := digit.toNat
  if 0x30 ≤ code ∧ code ≤ 0x39 then some (code - 0x30)
  else if 0x41 ≤ code ∧ code ≤ 0x46 then some (code - 0x37)
  else if 0x61 ≤ code ∧ code ≤ 0x66 then some (code - 0x57)
  else none

/-- The bytes that the digits spell, behind those of `before`, which are in reverse. -/
def hexBytesBehind (before : Bytes) : List Char → Option Bytes
  | [] => some before.reverse
  | [_] => none
  | high :: low :: rest =>
    match hexValue high, hexValue low with
    | some high, some low => hexBytesBehind (UInt8.ofNat (16 * high + low) :: before) rest
    | _, _ => none

/-- The bytes that a text spells; none when a digit is odd or alone. -/
def hexBytes (content : String) : Option Bytes :=
  hexBytesBehind [] content.toList

/-- The digit of a number below 16. -/
def hexDigit (number : Nat) : Char :=
  Char.ofNat (if number < 10 then 0x30 + number else 0x57 + number)

/-- Two digits for each byte, in lower case. -/
def hexText (bytes : Bytes) : String :=
  String.ofList (bytes.flatMap fun byte => [hexDigit (byte.toNat / 16), hexDigit (byte.toNat % 16)])

end Paritas.Heap
