module
public import Paritas.Thm.HeapMerkle
/-!
What a Merkle root says (spec 40 §8): two trees of one size with one root have the same leaves, and two proofs with one
root and the same directions are the same, unless there is a collision of the hash.
-/
@[expose] public section
namespace Paritas.Heap
variable {α : Type}

/-- Two different pairs of digests with the same digest above them. -/
def Collision (node : α → α → α) : Prop :=
  ∃ left right left' right', node left right = node left' right' ∧ ¬(left = left' ∧ right = right')

private theorem node_injective {node : α → α → α} (none : ¬Collision node) {left right left' right' : α}
    (same : node left right = node left' right') : left = left' ∧ right = right' :=
  Classical.byContradiction fun differ => none ⟨left, right, left', right', same, differ⟩

private theorem path_binds {node : α → α → α} (none : ¬Collision node) :
    ∀ (path path' : List (ProofStep α)) (leaf leaf' : α), path.map ProofStep.side = path'.map ProofStep.side →
      path.foldl (ProofStep.up node) leaf = path'.foldl (ProofStep.up node) leaf' → leaf = leaf' ∧ path = path'
  | [], [], _, _, _, same => ⟨same, rfl⟩
  | [], _ :: _, _, _, sides, _ => by simp at sides
  | _ :: _, [], _, _, sides, _ => by simp at sides
  | ⟨side, sibling⟩ :: rest, ⟨side', sibling'⟩ :: rest', leaf, leaf', sides, same => by
    simp only [List.map_cons, List.cons.injEq] at sides
    have ⟨above, behind⟩ := path_binds none rest rest' _ _ sides.2 same
    cases sides.1
    cases side with
    | left =>
      have ⟨siblings, leaves⟩ := node_injective none above
      exact ⟨leaves, by simp [siblings, behind]⟩
    | right =>
      have ⟨leaves, siblings⟩ := node_injective none above
      exact ⟨leaves, by simp [siblings, behind]⟩

/-- Two proofs that verify, with one root and the same directions, are the same proof, or there is a collision. -/
theorem proof_binds [DecidableEq α] (node : α → α → α) (one two : Proof α) (first : one.verify node = true)
    (second : two.verify node = true) (root : one.root = two.root)
    (sides : one.path.map ProofStep.side = two.path.map ProofStep.side) : one = two ∨ Collision node := by
  by_cases collision : Collision node
  · exact .inr collision
  · simp only [Proof.verify, decide_eq_true_eq] at first second
    have ⟨leaf, path⟩ := path_binds collision one.path two.path one.leaf two.leaf sides (by rw [first, second, root])
    cases one; cases two
    simp only at leaf path root
    exact .inl (by simp [leaf, path, root])

private theorem levelAbove_binds {node : α → α → α} (none : ¬Collision node) :
    ∀ left right : List α, left.length = right.length → levelAbove node left = levelAbove node right → left = right
  | [], [], _, _ => rfl
  | [a], [b], _, same => by
    simp only [levelAbove, List.cons.injEq, and_true] at same
    simp [(node_injective none same).1]
  | a :: b :: rest, c :: d :: rest', size, same => by
    simp only [levelAbove, List.cons.injEq] at same
    have ⟨first, second⟩ := node_injective none same.1
    simp only [List.length_cons] at size
    have behind := levelAbove_binds none rest rest' (by omega) same.2
    simp [first, second, behind]
  | [], _ :: _, size, _ => by simp at size
  | _ :: _, [], size, _ => by simp at size
  | [_], _ :: _ :: _, size, _ => by simp at size
  | _ :: _ :: _, [_], size, _ => by simp at size

private theorem merkleRoot_step (node : α → α → α) (empty left right : α) (rest : List α) :
    merkleRoot node empty (left :: right :: rest)
      = merkleRoot node empty (levelAbove node (left :: right :: rest)) := by
  have ⟨more, levels⟩ : ∃ more, merkleLevels node (node left right :: levelAbove node rest)
      = (node left right :: levelAbove node rest) :: more := by
    cases levelAbove node rest with
    | nil => exact ⟨[], by rw [merkleLevels]⟩
    | cons _ _ => exact ⟨_, by rw [merkleLevels]⟩
  simp only [merkleRoot, levelAbove]
  rw [merkleLevels, levels, List.getLast?_cons_cons]

private theorem root_binds {node : α → α → α} (none : ¬Collision node) (empty : α) :
    ∀ left right : List α, left.length = right.length →
      merkleRoot node empty left = merkleRoot node empty right → left = right
  | [], [], _, _ => rfl
  | [a], [b], _, same => by simpa [merkleRoot, merkleLevels] using same
  | a :: b :: rest, c :: d :: rest', size, same => by
    rw [merkleRoot_step, merkleRoot_step] at same
    have sizes : (levelAbove node (a :: b :: rest)).length = (levelAbove node (c :: d :: rest')).length := by
      rw [levelAbove_length, levelAbove_length, size]
    exact levelAbove_binds none _ _ size (root_binds none empty _ _ sizes same)
  | [], _ :: _, size, _ => by simp at size
  | _ :: _, [], size, _ => by simp at size
  | [_], _ :: _ :: _, size, _ => by simp at size
  | _ :: _ :: _, [_], size, _ => by simp at size
termination_by left => left.length
decreasing_by
  rw [levelAbove_length]
  simp only [List.length_cons]
  omega

/-- Two trees of one size with one root have the same leaves, or there is a collision. The size matters: a last leaf that
is paired with itself gives the root of the tree that has it twice. -/
theorem merkleRoot_binds (node : α → α → α) (empty : α) (left right : List α) (size : left.length = right.length)
    (same : merkleRoot node empty left = merkleRoot node empty right) : left = right ∨ Collision node := by
  by_cases collision : Collision node
  · exact .inr collision
  · exact .inl (root_binds collision empty left right size same)

/-- That trap: three leaves and the same with the last one twice have one root, whatever the hash (spec 40 §8.3). -/
theorem merkleRoot_twice (node : α → α → α) (empty a b c : α) :
    merkleRoot node empty [a, b, c] = merkleRoot node empty [a, b, c, c] := by
  simp [merkleRoot_step, levelAbove]

end Paritas.Heap
