module
public import Paritas.Heap
public import Paritas.Thm.HeapMerkle
/-!
What every operation keeps of a heap (spec 40 §6), for any hash: ids are given once, a nullifier belongs to an entry, and
no id is both active and consumed.
-/
@[expose] public section
namespace Paritas.Heap
namespace ResourceHeap

/-- What holds of every heap that operations make. -/
structure WellFormed (heap : ResourceHeap) : Prop where
  /-- Counters that were given are smaller than the next one. -/
  given : ∀ id ∈ heap.ids, id.counter < heap.counter
  /-- No id was given twice. -/
  distinct : heap.ids.Nodup
  /-- Every nullifier refers to an entry. -/
  held : ∀ id ∈ heap.nullifiers, id ∈ heap.ids
  /-- No id is consumed twice. -/
  once : heap.nullifiers.Nodup

/-- The heaps that operations make of the empty one. -/
inductive Reachable (hash : Hash) : ResourceHeap → Prop
  | empty : Reachable hash {}
  | alloc {heap : ResourceHeap} (resource : Resource) : Reachable hash heap → Reachable hash (heap.alloc hash resource)
  | consume {heap after : ResourceHeap} (id : ResourceId) :
      Reachable hash heap → heap.consume id = .ok after → Reachable hash after
  | consumeMany {heap after : ResourceHeap} (ids : List ResourceId) :
      Reachable hash heap → heap.consumeMany ids = .ok after → Reachable hash after
  | remove {heap after : ResourceHeap} (id : ResourceId) :
      Reachable hash heap → heap.remove id = .ok after → Reachable hash after

private theorem read_ok {heap : ResourceHeap} {id : ResourceId} {resource : Resource}
    (done : heap.read id = .ok resource) : id ∉ heap.nullifiers ∧ (id, resource) ∈ heap.entries := by
  unfold read at done
  split at done
  · simp at done
  · rename_i fresh
    split at done
    · rename_i key _ found
      have member := List.mem_of_find?_eq_some found
      have same := List.find?_some found
      simp only [decide_eq_true_eq] at same
      cases same
      cases done
      exact ⟨fresh, member⟩
    · simp at done

private theorem mem_ids {heap : ResourceHeap} {id : ResourceId} {resource : Resource}
    (member : (id, resource) ∈ heap.entries) : id ∈ heap.ids :=
  List.mem_map.mpr ⟨_, member, rfl⟩

/-- What a consume that succeeds does: the id was active, and is a nullifier from then on. -/
theorem consume_ok {heap after : ResourceHeap} {id : ResourceId} (done : heap.consume id = .ok after) :
    heap.IsActive id ∧ after = { heap with nullifiers := heap.nullifiers ++ [id] } := by
  unfold consume at done
  split at done
  · rename_i found
    have ⟨fresh, member⟩ := read_ok found
    cases done
    exact ⟨⟨mem_ids member, fresh⟩, by simp [nullify, fresh]⟩
  · simp at done

private theorem ids_alloc (hash : Hash) (heap : ResourceHeap) (resource : Resource) :
    (heap.alloc hash resource).ids = heap.ids ++ [heap.nextId hash resource] := by
  simp [alloc, ids]

/-- The id of an allocation was never given before, so it is neither held nor consumed. -/
theorem WellFormed.fresh {heap : ResourceHeap} (formed : heap.WellFormed) (hash : Hash) (resource : Resource) :
    heap.nextId hash resource ∉ heap.ids ∧ heap.nextId hash resource ∉ heap.nullifiers := by
  have unheld : heap.nextId hash resource ∉ heap.ids := fun held =>
    absurd (formed.given _ held) (by simp [nextId])
  exact ⟨unheld, fun consumed => unheld (formed.held _ consumed)⟩

/-- An allocation keeps a heap well-formed. -/
theorem WellFormed.alloc {heap : ResourceHeap} (formed : heap.WellFormed) (hash : Hash) (resource : Resource) :
    (heap.alloc hash resource).WellFormed where
  given id member := by
    rw [ids_alloc, List.mem_append, List.mem_singleton] at member
    rcases member with old | new
    · exact Nat.lt_succ_of_lt (formed.given id old)
    · subst new
      exact Nat.lt_succ_self _
  distinct := by
    rw [ids_alloc, List.nodup_append]
    refine ⟨formed.distinct, by simp, ?_⟩
    intro old held new isNew same
    rw [List.mem_singleton] at isNew
    exact (formed.fresh hash resource).1 (isNew ▸ same ▸ held)
  held id consumed := by
    rw [ids_alloc, List.mem_append]
    exact .inl (formed.held id consumed)
  once := formed.once

/-- A nullifier more, for an id that is held, keeps a heap well-formed. -/
theorem WellFormed.nullify {heap : ResourceHeap} (formed : heap.WellFormed) {id : ResourceId} (held : id ∈ heap.ids) :
    (heap.nullify id).WellFormed ∧ (heap.nullify id).ids = heap.ids := by
  unfold ResourceHeap.nullify
  split
  · exact ⟨formed, rfl⟩
  · rename_i fresh
    refine ⟨⟨formed.given, formed.distinct, ?_, ?_⟩, rfl⟩
    · intro other consumed
      rw [List.mem_append, List.mem_singleton] at consumed
      rcases consumed with old | new
      · exact formed.held other old
      · exact new ▸ held
    · simp only
      rw [List.nodup_append]
      refine ⟨formed.once, by simp, ?_⟩
      intro old consumed new isNew same
      rw [List.mem_singleton] at isNew
      exact fresh (isNew ▸ same ▸ consumed)

/-- A consume keeps a heap well-formed. -/
theorem WellFormed.consume {heap after : ResourceHeap} (formed : heap.WellFormed) {id : ResourceId}
    (done : heap.consume id = .ok after) : after.WellFormed := by
  have ⟨⟨held, fresh⟩, same⟩ := consume_ok done
  have kept := (formed.nullify held).1
  simpa [same, ResourceHeap.nullify, fresh] using kept

/-- A removal keeps a heap well-formed. -/
theorem WellFormed.remove {heap after : ResourceHeap} (formed : heap.WellFormed) {id : ResourceId}
    (done : heap.remove id = .ok after) : after.WellFormed := by
  unfold ResourceHeap.remove at done
  split at done
  · cases done
    have fewer : ((heap.entries.filter (·.1 ≠ id)).map (·.1)).Sublist heap.ids := List.filter_sublist.map _
    refine ⟨fun other member => formed.given other (fewer.subset member), formed.distinct.sublist fewer, ?_,
      formed.once.sublist List.filter_sublist⟩
    intro other consumed
    simp only [List.mem_filter, decide_eq_true_eq] at consumed
    have ⟨entry, member, same⟩ := List.mem_map.mp (formed.held other consumed.1)
    exact List.mem_map.mpr ⟨entry, by simp [member, same, consumed.2], same⟩
  · simp at done

private theorem reads_ok {heap : ResourceHeap} :
    ∀ {ids : List ResourceId} {resources : List Resource}, ids.mapM heap.read = .ok resources →
      ∀ id ∈ ids, heap.IsActive id
  | [], _, _, id, member => by simp at member
  | first :: rest, resources, done, id, member => by
    rw [List.mapM_cons] at done
    cases one : heap.read first with
    | error _ => simp [one, bind, Except.bind] at done
    | ok resource =>
      cases more : rest.mapM heap.read with
      | error _ => simp [one, more, bind, Except.bind] at done
      | ok _ =>
        rcases List.mem_cons.mp member with same | later
        · have ⟨fresh, there⟩ := read_ok one
          exact same ▸ ⟨mem_ids there, fresh⟩
        · exact reads_ok more id later

/-- What a batch that succeeds does: all its ids were active, and are nullifiers from then on. -/
theorem consumeMany_ok {heap after : ResourceHeap} {ids : List ResourceId} (done : heap.consumeMany ids = .ok after) :
    (∀ id ∈ ids, heap.IsActive id) ∧ after = ids.foldl ResourceHeap.nullify heap := by
  unfold consumeMany at done
  cases reads : ids.mapM heap.read with
  | error _ => simp [reads, bind, Except.bind] at done
  | ok _ =>
    simp only [reads, bind, Except.bind, pure, Except.pure, Except.ok.injEq] at done
    exact ⟨reads_ok reads, done.symm⟩

private theorem foldl_nullify (ids : List ResourceId) :
    ∀ heap : ResourceHeap, heap.WellFormed → (∀ id ∈ ids, id ∈ heap.ids) →
      (ids.foldl ResourceHeap.nullify heap).WellFormed := by
  induction ids with
  | nil => exact fun _ formed _ => formed
  | cons first rest next =>
    intro heap formed held
    have ⟨kept, same⟩ := formed.nullify (held first (by simp))
    exact next _ kept fun id member => same ▸ held id (by simp [member])

/-- A batch keeps a heap well-formed. -/
theorem WellFormed.consumeMany {heap after : ResourceHeap} (formed : heap.WellFormed) {ids : List ResourceId}
    (done : heap.consumeMany ids = .ok after) : after.WellFormed := by
  have ⟨active, same⟩ := consumeMany_ok done
  exact same ▸ foldl_nullify ids heap formed fun id member => (active id member).1

/-- Every heap that operations make is well-formed. -/
theorem Reachable.wellFormed {hash : Hash} {heap : ResourceHeap} (reachable : Reachable hash heap) :
    heap.WellFormed := by
  induction reachable with
  | empty => exact ⟨by simp [ids], by simp [ids], by simp, by simp⟩
  | alloc resource _ formed => exact formed.alloc hash resource
  | consume _ _ done formed => exact formed.consume done
  | consumeMany _ _ done formed => exact formed.consumeMany done
  | remove _ _ done formed => exact formed.remove done

/-- No id is listed both as active and as consumed. -/
theorem active_consumed_disjoint (heap : ResourceHeap) (id : ResourceId) (resource : Resource)
    (active : (id, resource) ∈ heap.active) : id ∉ heap.consumed := by
  simp only [ResourceHeap.active, List.mem_mergeSort, List.mem_filter, decide_eq_true_eq] at active
  simpa [consumed] using active.2

/-- Active and consumed ids together are the entries, each once. -/
theorem WellFormed.active_or_consumed {heap : ResourceHeap} (formed : heap.WellFormed) (id : ResourceId) :
    id ∈ heap.ids ↔ id ∈ heap.active.map (·.1) ∨ id ∈ heap.consumed := by
  simp only [active, consumed, List.mem_mergeSort, List.mem_map, List.mem_filter, decide_eq_true_eq]
  constructor
  · intro held
    have ⟨entry, member, same⟩ := List.mem_map.mp held
    by_cases gone : id ∈ heap.nullifiers
    · exact .inr gone
    · exact .inl ⟨entry, ⟨member, same ▸ gone⟩, same⟩
  · rintro (⟨entry, ⟨member, _⟩, same⟩ | gone)
    · exact List.mem_map.mpr ⟨entry, member, same⟩
    · exact formed.held id gone

/-- What was allocated is active, and can be read. -/
theorem WellFormed.alloc_active {heap : ResourceHeap} (formed : heap.WellFormed) (hash : Hash) (resource : Resource) :
    (heap.alloc hash resource).IsActive (heap.nextId hash resource) := by
  refine ⟨?_, (formed.fresh hash resource).2⟩
  rw [ids_alloc]
  simp

/-- A resource is consumed at most once. -/
theorem consume_twice {heap after : ResourceHeap} {id : ResourceId} (done : heap.consume id = .ok after) :
    after.consume id = .error (.alreadyConsumed id) := by
  have ⟨_, same⟩ := consume_ok done
  subst same
  simp [consume, read]

/-- A consume changes nothing about other ids. -/
theorem consume_other {heap after : ResourceHeap} {id : ResourceId} (done : heap.consume id = .ok after)
    (other : ResourceId) (differs : other ≠ id) : after.read other = heap.read other := by
  have ⟨_, same⟩ := consume_ok done
  subst same
  simp [read, differs]

/-- Every active resource has a proof of inclusion, and it verifies against the commitment. -/
theorem resource_proof_verifies (hash : Hash) (heap : ResourceHeap) (index : Nat) (id : ResourceId)
    (resource : Resource) (there : heap.active[index]? = some (id, resource)) :
    ∃ proof, proofAt (merkleLevels (nodeDigest hash) (heap.resourceLeaves hash)) index = some proof
      ∧ proof.leaf = hash (activeLeafPreimage id.digest resource.bytes)
      ∧ proof.root = (heap.commitment hash).resourceRoot
      ∧ proof.verify (nodeDigest hash) = true := by
  have leaf : (heap.resourceLeaves hash)[index]? = some (hash (activeLeafPreimage id.digest resource.bytes)) := by
    simp [resourceLeaves, there]
  have taken := proofAt_merkleLevels (nodeDigest hash) (hash []) _ index _ leaf
  exact ⟨_, taken, rfl, rfl, proofAt_verifies _ _ _ _ taken⟩

end ResourceHeap
end Paritas.Heap
