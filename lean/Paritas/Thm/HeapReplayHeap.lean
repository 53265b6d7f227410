module
public import Paritas.HeapReplay
public import Paritas.Thm.Heap
public import Paritas.Thm.HeapHex
/-!
The replay that believes its log follows the heap that hashes (spec 40 §10, §16): on a log whose digests are those of the
heap, and which the heap accepts, both end with the same ids, nullifiers and counter.
-/
@[expose] public section
namespace Paritas.Heap

/-- An id as a log writes it. -/
def ResourceId.spelled (id : ResourceId) : TextId :=
  ⟨hexText id.digest, id.counter⟩

/-- No two ids are written alike. -/
theorem ResourceId.spelled_injective (left right : ResourceId) (same : left.spelled = right.spelled) : left = right := by
  cases left; cases right
  simp only [ResourceId.spelled, TextId.mk.injEq, ResourceId.mk.injEq] at *
  exact ⟨hexText_injective _ _ same.1, same.2⟩

private theorem spelled_mem (ids : List ResourceId) (id : ResourceId) :
    id.spelled ∈ ids.map ResourceId.spelled ↔ id ∈ ids := by
  constructor
  · intro member
    have ⟨other, there, same⟩ := List.mem_map.mp member
    exact ResourceId.spelled_injective _ _ same ▸ there
  · exact fun member => List.mem_map.mpr ⟨id, member, rfl⟩

/-- The log of a run that the heap accepts, and the heap after it. -/
inductive Run (hash : Hash) : List Operation → ResourceHeap → Prop
  | empty : Run hash [] {}
  | alloc {log : List Operation} {heap : ResourceHeap} (resource : Resource) : Run hash log heap →
      Run hash (log ++ [.alloc (hexText (heap.nextId hash resource).digest)]) (heap.alloc hash resource)
  | consume {log : List Operation} {heap after : ResourceHeap} (id : ResourceId) : Run hash log heap →
      heap.consume id = .ok after → Run hash (log ++ [.consume id.spelled]) after

/-- The state of a replay is that of the heap, as a log writes it. -/
structure ReplayState.Shows (state : ReplayState) (heap : ResourceHeap) : Prop where
  entries : state.entries = heap.ids.map ResourceId.spelled
  nullifiers : state.nullifiers = heap.nullifiers.map ResourceId.spelled
  counter : state.counter = heap.counter

/-- The replay follows the heap through every run that the heap accepts. -/
theorem replay_shows {hash : Hash} {log : List Operation} {heap : ResourceHeap} (run : Run hash log heap) :
    (replay log).Shows heap := by
  induction run with
  | empty => exact ⟨by simp [replay, ResourceHeap.ids], by simp [replay], by simp [replay]⟩
  | @alloc log heap resource _ shows =>
    have whole : replay (log ++ [.alloc (hexText (heap.nextId hash resource).digest)])
        = (replay log).alloc (hexText (heap.nextId hash resource).digest) := by
      simp [replay, ReplayState.step]
    rw [whole]
    refine ⟨?_, shows.nullifiers, by simp [ReplayState.alloc, ResourceHeap.alloc, shows.counter]⟩
    have entries := shows.entries
    simp only [ResourceHeap.ids] at entries
    simp [ReplayState.alloc, ResourceHeap.alloc, ResourceHeap.ids, entries, shows.counter, ResourceId.spelled,
      ResourceHeap.nextId]
  | @consume log heap after id _ done shows =>
    have ⟨⟨_, fresh⟩, same⟩ := ResourceHeap.consume_ok done
    have unknown : id.spelled ∉ (replay log).nullifiers := by
      rw [shows.nullifiers, spelled_mem]
      exact fresh
    have whole : replay (log ++ [.consume id.spelled]) = (replay log).consume id.spelled := by
      simp [replay, ReplayState.step]
    subst same
    rw [whole, ReplayState.consume, if_neg unknown]
    exact ⟨shows.entries, by simp [shows.nullifiers], shows.counter⟩

/-- After such a run, the replay lists exactly the heap's active ids as active. -/
theorem replay_active {hash : Hash} {log : List Operation} {heap : ResourceHeap} (run : Run hash log heap)
    (id : ResourceId) : id.spelled ∈ (replay log).active ↔ heap.IsActive id := by
  have shows := replay_shows run
  simp only [ReplayState.active, List.mem_mergeSort, List.mem_filter, decide_eq_true_eq, shows.entries,
    shows.nullifiers, spelled_mem, ResourceHeap.IsActive]

end Paritas.Heap
