module
/-!
# Replay without a hash

The model's weaker view of the heap (spec 40 §13.4, §16). It cannot hash: an id's digest is a text that the log gives and
that is believed. Consuming an unknown id is recorded, consuming twice changes nothing, nothing is refused.
-/
@[expose] public section
namespace Paritas.Heap

/-- The id of a resource, by the text of its digest and the counter of its allocation. -/
structure TextId where
  digest : String
  counter : Nat
deriving DecidableEq

/-- The order of ids: by text, then by counter. For digests in lower case and of one length this is the order of their
bytes. -/
def TextId.before (left right : TextId) : Bool :=
  left.digest < right.digest || left.digest = right.digest && left.counter ≤ right.counter

/-- An operation, reduced to what a replay does with it. -/
inductive Operation
  | alloc (digest : String)
  | consume (id : TextId)
deriving DecidableEq

/-- What is there after a replay. -/
structure ReplayState where
  /-- The allocated ids, in the order of their allocation; consumed ones stay. -/
  entries : List TextId := []
  /-- The consumed ids, in the order of their consumption. -/
  nullifiers : List TextId := []
  /-- The counter of the next allocation. -/
  counter : Nat := 0
deriving DecidableEq

/-- One more entry, at the current counter. -/
def ReplayState.alloc (state : ReplayState) (digest : String) : ReplayState :=
  { state with entries := state.entries ++ [⟨digest, state.counter⟩], counter := state.counter + 1 }

/-- One more nullifier, unless it is one already. -/
def ReplayState.consume (state : ReplayState) (id : TextId) : ReplayState :=
  if id ∈ state.nullifiers then state else { state with nullifiers := state.nullifiers ++ [id] }

/-- One operation further. -/
def ReplayState.step (state : ReplayState) : Operation → ReplayState
  | .alloc digest => state.alloc digest
  | .consume id => state.consume id

/-- All operations, in order, on an empty heap. -/
def replay (log : List Operation) : ReplayState :=
  log.foldl ReplayState.step {}

/-- The entries that are not consumed, in the order of ids. -/
def ReplayState.active (state : ReplayState) : List TextId :=
  (state.entries.filter (· ∉ state.nullifiers)).mergeSort TextId.before

/-- The nullifiers, in the order of ids. -/
def ReplayState.consumed (state : ReplayState) : List TextId :=
  state.nullifiers.mergeSort TextId.before

end Paritas.Heap
