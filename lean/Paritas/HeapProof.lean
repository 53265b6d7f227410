module
/-!
# Merkle proofs, read off levels

Which digests prove that a leaf belongs to a tree (spec 40 §8.3, §13.4). Only positions count here: no hashing, and no
look at whether the levels are consistent.
-/
@[expose] public section
namespace Paritas.Heap

/-- The side on which a sibling stands. -/
inductive Side
  | left
  | right
deriving DecidableEq

/-- How a document calls a side. -/
def Side.word : Side → String
  | .left => "Left"
  | .right => "Right"

/-- One step of a Merkle proof, from the leaf upward. -/
structure ProofStep (α : Type) where
  side : Side
  sibling : α
deriving DecidableEq

/-- A Merkle proof (spec 40 §8.3). -/
structure Proof (α : Type) where
  leaf : α
  path : List (ProofStep α)
  root : α
deriving DecidableEq

/-- The step at a position of a level: its neighbour, else its own entry, else the default, which no consistent level
needs. -/
def proofStep {α : Type} [Inhabited α] (level : List α) (index : Nat) : ProofStep α :=
  let own := level[index]?.getD default
  if index % 2 = 0 then ⟨.right, level[index + 1]?.getD own⟩ else ⟨.left, level[index - 1]?.getD own⟩

/-- The steps from a position of the first of these levels up to the last level, which gives none. -/
def proofPath {α : Type} [Inhabited α] : (levels : List (List α)) → (index : Nat) → List (ProofStep α)
  | level :: above :: rest, index => proofStep level index :: proofPath (above :: rest) (index / 2)
  | _, _ => []

/-- The proof of the leaf at a position: none where there is no such leaf or no root. Levels start with the leaves. -/
def proofAt {α : Type} [Inhabited α] (levels : List (List α)) (index : Nat) : Option (Proof α) := do
  let leaf ← (← levels.head?)[index]?
  let root ← (← levels.getLast?).head?
  return ⟨leaf, proofPath levels index, root⟩

end Paritas.Heap
