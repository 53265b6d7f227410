module
public import Init
/-!
# Closed families of words

An enumeration whose constants have one word each on the wire.
-/
@[expose] public section
namespace Paritas

/-- The words of an enumeration. -/
class Worded (α : Type) where
  /-- Every constant, in the order of its declaration. -/
  all : List α
  /-- The word on the wire. -/
  word : α → String

/-- The constant with this word. -/
def Worded.ofWord? {α : Type} [Worded α] (text : String) : Option α :=
  (all (α := α)).find? fun constant => word constant = text

end Paritas
