module
public import Paritas.HeapHex
/-!
Hexadecimal text says which bytes it spells: what is written is read back, so no two sequences of bytes share a text.
-/
@[expose] public section
namespace Paritas.Heap

private theorem hexValue_hexDigit : ∀ number : Fin 16, hexValue (hexDigit number.val) = some number.val := by
  decide

private theorem hexBytesBehind_digits (before bytes : Bytes) :
    hexBytesBehind before (bytes.flatMap fun byte => [hexDigit (byte.toNat / 16), hexDigit (byte.toNat % 16)])
      = some (before.reverse ++ bytes) := by
  induction bytes generalizing before with
  | nil => simp [hexBytesBehind]
  | cons byte rest next =>
    have small := byte.toNat_lt
    have high := hexValue_hexDigit ⟨byte.toNat / 16, by omega⟩
    have low := hexValue_hexDigit ⟨byte.toNat % 16, by omega⟩
    have whole : 16 * (byte.toNat / 16) + byte.toNat % 16 = byte.toNat := by omega
    simp only at high low
    simp [hexBytesBehind, high, low, whole, next]

/-- What is written is read back. -/
theorem hexBytes_hexText (bytes : Bytes) : hexBytes (hexText bytes) = some bytes := by
  simp [hexBytes, hexText, hexBytesBehind_digits]

/-- No two sequences of bytes have the same text. -/
theorem hexText_injective (left right : Bytes) (same : hexText left = hexText right) : left = right := by
  have := congrArg hexBytes same
  simpa [hexBytes_hexText] using this

end Paritas.Heap
