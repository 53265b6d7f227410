module
public import Paritas.HeapEncoding
public import Paritas.HeapMerkle
/-!
# The resource heap

Ids, operations, trees and commitments of the runtime's heap (spec 40 §5 to §9), for any hash. No operation changes a
stored resource; batches and removals are those of the runtime.
-/
@[expose] public section
namespace Paritas.Heap

/-- A hash function (spec 40 §4). -/
abbrev Hash := Bytes → Bytes

/-- Names one allocation (spec 40 §5). -/
structure ResourceId where
  digest : Bytes
  counter : Nat
deriving DecidableEq

/-- The order of ids: unsigned bytes of the digest, then the counter. -/
def ResourceId.before (left right : ResourceId) : Bool :=
  left.digest < right.digest || left.digest = right.digest && left.counter ≤ right.counter

/-- Why an operation is refused (spec 40 §7); the heap raises no other error. -/
inductive HeapError
  | notFound (id : ResourceId)
  | alreadyConsumed (id : ResourceId)
deriving DecidableEq

/-- The state of a heap (spec 40 §6). -/
structure ResourceHeap where
  /-- What was allocated and not removed, in the order of allocation; consumed resources stay. -/
  entries : List (ResourceId × Resource) := []
  /-- The consumed ids, in the order of consumption. -/
  nullifiers : List ResourceId := []
  /-- The counter of the next allocation. -/
  counter : Nat := 0

namespace ResourceHeap

/-- The ids of all entries. -/
def ids (heap : ResourceHeap) : List ResourceId :=
  heap.entries.map (·.1)

/-- Held and not consumed. -/
def IsActive (heap : ResourceHeap) (id : ResourceId) : Prop :=
  id ∈ heap.ids ∧ id ∉ heap.nullifiers

/-- The id that the next allocation of this resource gets. -/
def nextId (hash : Hash) (heap : ResourceHeap) (resource : Resource) : ResourceId :=
  ⟨hash (resourceIdPreimage resource.bytes heap.counter), heap.counter⟩

/-- One more resource; its id is `nextId`. -/
def alloc (hash : Hash) (heap : ResourceHeap) (resource : Resource) : ResourceHeap :=
  { heap with entries := heap.entries ++ [(heap.nextId hash resource, resource)], counter := heap.counter + 1 }

/-- The resource of an active id. That an id is consumed is looked at first. -/
def read (heap : ResourceHeap) (id : ResourceId) : Except HeapError Resource :=
  if id ∈ heap.nullifiers then .error (.alreadyConsumed id)
  else
    match heap.entries.find? (·.1 = id) with
    | some (_, resource) => .ok resource
    | none => .error (.notFound id)

/-- One more nullifier, unless it is one already. -/
def nullify (heap : ResourceHeap) (id : ResourceId) : ResourceHeap :=
  if id ∈ heap.nullifiers then heap else { heap with nullifiers := heap.nullifiers ++ [id] }

/-- Consumes an active resource; its entry stays. -/
def consume (heap : ResourceHeap) (id : ResourceId) : Except HeapError ResourceHeap :=
  match heap.read id with
  | .ok _ => .ok (heap.nullify id)
  | .error refusal => .error refusal

/-- Consumes all or none. Each id is checked against the heap as it was before, so one may occur twice. -/
def consumeMany (heap : ResourceHeap) (ids : List ResourceId) : Except HeapError ResourceHeap := do
  let _ ← ids.mapM heap.read
  return ids.foldl nullify heap

/-- Forgets an entry, and that it was consumed. -/
def remove (heap : ResourceHeap) (id : ResourceId) : Except HeapError ResourceHeap :=
  if id ∈ heap.ids then
    .ok { heap with
      entries := heap.entries.filter (·.1 ≠ id)
      nullifiers := heap.nullifiers.filter (· ≠ id) }
  else .error (.notFound id)

/-- The active entries, in the order of ids. -/
def active (heap : ResourceHeap) : List (ResourceId × Resource) :=
  (heap.entries.filter (·.1 ∉ heap.nullifiers)).mergeSort (·.1.before ·.1)

/-- The consumed ids, in their order. -/
def consumed (heap : ResourceHeap) : List ResourceId :=
  heap.nullifiers.mergeSort ResourceId.before

/-- The leaves of the resource tree (spec 40 §8.2). -/
def resourceLeaves (hash : Hash) (heap : ResourceHeap) : List Bytes :=
  heap.active.map fun (id, resource) => hash (activeLeafPreimage id.digest resource.bytes)

/-- The leaves of the nullifier tree. -/
def nullifierLeaves (hash : Hash) (heap : ResourceHeap) : List Bytes :=
  heap.consumed.map fun id => hash (nullifierLeafPreimage id.digest)

end ResourceHeap

/-- The digest over two digests. -/
def nodeDigest (hash : Hash) (left right : Bytes) : Bytes :=
  hash (nodePreimage left right)

/-- The commitment to a heap (spec 40 §9). -/
structure Commitment where
  resourceRoot : Bytes
  nullifierRoot : Bytes
  counter : Nat
deriving DecidableEq

/-- The commitment to this heap; a tree without leaves has the hash of no bytes as its root. -/
def ResourceHeap.commitment (hash : Hash) (heap : ResourceHeap) : Commitment :=
  let root := merkleRoot (nodeDigest hash) (hash [])
  ⟨root (heap.resourceLeaves hash), root (heap.nullifierLeaves hash), heap.counter⟩

/-- The single digest of a heap. -/
def Commitment.digest (hash : Hash) (commitment : Commitment) : Bytes :=
  hash (commitmentPreimage commitment.resourceRoot commitment.nullifierRoot commitment.counter)

end Paritas.Heap
