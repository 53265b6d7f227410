module
public import Paritas.HeapProof
/-!
# Merkle trees

Levels, root and verification of proofs (spec 40 §8). How two digests make the one above them is a parameter, so all of
this holds for any hash.
-/
@[expose] public section
namespace Paritas.Heap

/-- The level above: one digest for each adjacent pair, where a last one without a neighbour is paired with itself. -/
def levelAbove {α : Type} (node : α → α → α) : List α → List α
  | left :: right :: rest => node left right :: levelAbove node rest
  | [last] => [node last last]
  | [] => []

/-- A level has no more digests than the one below it. -/
theorem levelAbove_length_le {α : Type} (node : α → α → α) :
    ∀ level : List α, (levelAbove node level).length ≤ level.length
  | [] => by simp [levelAbove]
  | [_] => by simp [levelAbove]
  | _ :: _ :: rest => by
    have := levelAbove_length_le node rest
    simp only [levelAbove, List.length_cons]
    omega

/-- The levels of a tree, leaves first, up to the one that has a single digest; no leaves make no levels. -/
def merkleLevels {α : Type} (node : α → α → α) : (leaves : List α) → List (List α)
  | [] => []
  | [root] => [[root]]
  | left :: right :: rest =>
    (left :: right :: rest) :: merkleLevels node (node left right :: levelAbove node rest)
termination_by leaves => leaves.length
decreasing_by
  have := levelAbove_length_le node rest
  simp only [List.length_cons]
  omega

/-- The root over these leaves; `empty` is the root of a tree without leaves. -/
def merkleRoot {α : Type} (node : α → α → α) (empty : α) (leaves : List α) : α :=
  match (merkleLevels node leaves).getLast? with
  | some (root :: _) => root
  | _ => empty

/-- The digest above one that has this sibling. -/
def ProofStep.up {α : Type} (node : α → α → α) (current : α) : ProofStep α → α
  | ⟨.left, sibling⟩ => node sibling current
  | ⟨.right, sibling⟩ => node current sibling

/-- Whether the path leads from the leaf to the root. -/
def Proof.verify {α : Type} [DecidableEq α] (node : α → α → α) (proof : Proof α) : Bool :=
  proof.path.foldl (ProofStep.up node) proof.leaf = proof.root

end Paritas.Heap
