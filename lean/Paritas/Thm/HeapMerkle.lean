module
public import Paritas.HeapMerkle
/-!
A proof taken from a Merkle tree verifies, for any hash and any number of leaves (spec 40 §8.3).
-/
@[expose] public section
namespace Paritas.Heap
variable {α : Type} [Inhabited α]

private theorem proofStep_behind (left right : α) (rest : List α) (index : Nat) :
    proofStep (left :: right :: rest) (index + 2) = proofStep rest index := by
  unfold proofStep
  have parity : (index + 2) % 2 = index % 2 := by omega
  rw [parity]
  split
  · simp
  · cases index with
    | zero => omega
    | succ _ => simp

/-- The step of a position leads to what stands above it. -/
theorem levelAbove_at (node : α → α → α) :
    ∀ (level : List α) (index : Nat) (own : α), level[index]? = some own →
      (levelAbove node level)[index / 2]? = some ((proofStep level index).up node own)
  | [], _, _, found => by simp at found
  | [last], 0, own, found => by
    simp at found
    simp [levelAbove, proofStep, ProofStep.up, found]
  | [_], _ + 1, _, found => by simp at found
  | left :: right :: _, 0, own, found => by
    simp at found
    simp [levelAbove, proofStep, ProofStep.up, found]
  | left :: right :: _, 1, own, found => by
    simp at found
    simp [levelAbove, proofStep, ProofStep.up, found]
  | left :: right :: rest, index + 2, own, found => by
    have below : rest[index]? = some own := by simpa using found
    have half : (index + 2) / 2 = index / 2 + 1 := by omega
    rw [proofStep_behind, half]
    simpa [levelAbove] using levelAbove_at node rest index own below

omit [Inhabited α] in
private theorem merkleLevels_head (node : α → α → α) (first : α) (rest : List α) :
    ∃ above, merkleLevels node (first :: rest) = (first :: rest) :: above := by
  cases rest with
  | nil => exact ⟨[], by rw [merkleLevels]⟩
  | cons _ _ => exact ⟨_, by rw [merkleLevels]⟩

/-- The path of a leaf leads to the only digest of the last level. -/
theorem merkleLevels_path (node : α → α → α) :
    ∀ (leaves : List α) (index : Nat) (leaf : α), leaves[index]? = some leaf →
      (merkleLevels node leaves).getLast?
        = some [(proofPath (merkleLevels node leaves) index).foldl (ProofStep.up node) leaf]
  | [], _, _, found => by simp at found
  | [_], 0, _, found => by
    simp at found
    simp [merkleLevels, proofPath, found]
  | [_], _ + 1, _, found => by simp at found
  | left :: right :: rest, index, leaf, found => by
    have above := levelAbove_at node _ index leaf found
    rw [levelAbove] at above
    have path := merkleLevels_path node (node left right :: levelAbove node rest) (index / 2) _ above
    obtain ⟨more, levels⟩ := merkleLevels_head node (node left right) (levelAbove node rest)
    rw [merkleLevels]
    rw [levels] at path ⊢
    rw [proofPath, List.foldl_cons, List.getLast?_cons_cons]
    exact path
termination_by leaves => leaves.length
decreasing_by
  have := levelAbove_length_le node rest
  simp only [List.length_cons]
  omega

omit [Inhabited α] in
private theorem merkleLevels_leaves (node : α → α → α) (leaves : List α) (index : Nat) (leaf : α)
    (found : leaves[index]? = some leaf) : (merkleLevels node leaves).head? = some leaves := by
  cases leaves with
  | nil => simp at found
  | cons first rest =>
    obtain ⟨_, levels⟩ := merkleLevels_head node first rest
    simp [levels]

/-- Every leaf has a proof, for itself and for the root of the tree. -/
theorem proofAt_merkleLevels (node : α → α → α) (empty : α) (leaves : List α) (index : Nat) (leaf : α)
    (found : leaves[index]? = some leaf) :
    proofAt (merkleLevels node leaves) index
      = some ⟨leaf, proofPath (merkleLevels node leaves) index, merkleRoot node empty leaves⟩ := by
  have head := merkleLevels_leaves node leaves index leaf found
  have last := merkleLevels_path node leaves index leaf found
  simp [proofAt, merkleRoot, head, last, found]

/-- A proof taken from a tree verifies, whatever the hash. -/
theorem proofAt_verifies [DecidableEq α] (node : α → α → α) (leaves : List α) (index : Nat) (proof : Proof α)
    (taken : proofAt (merkleLevels node leaves) index = some proof) : proof.verify node = true := by
  cases found : leaves[index]? with
  | none =>
    cases leaves with
    | nil => simp [proofAt, merkleLevels] at taken
    | cons first rest =>
      obtain ⟨_, levels⟩ := merkleLevels_head node first rest
      simp [proofAt, levels, found] at taken
  | some leaf =>
    have same := proofAt_merkleLevels node default leaves index leaf found
    have last := merkleLevels_path node leaves index leaf found
    rw [taken] at same
    cases same
    simp [Proof.verify, merkleRoot, last]

omit [Inhabited α] in
/-- Above half as many digests, rounded up. -/
theorem levelAbove_length (node : α → α → α) :
    ∀ level : List α, (levelAbove node level).length = (level.length + 1) / 2
  | [] => by simp [levelAbove]
  | [_] => by simp [levelAbove]
  | _ :: _ :: rest => by
    simp only [levelAbove, List.length_cons, levelAbove_length node rest]
    omega

end Paritas.Heap
