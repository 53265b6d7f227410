module
public import Paritas.Queues
/-! Facts about the queues between roles: each send and receive touches one channel. -/
@[expose] public section
namespace Paritas

private theorem lookup_cons_other {α β : Type} [DecidableEq α] {key first : α} (value : β) (rest : List (α × β))
    (differs : key ≠ first) : ((first, value) :: rest).lookup key = rest.lookup key := by
  have : (key == first) = false := by simpa using differs
  simp [List.lookup_cons, this]

/-- What is found after `putAt`: the new value under its key, all else as before. -/
theorem lookup_putAt {α β : Type} [DecidableEq α] (key other : α) (value : β) (pairs : List (α × β)) :
    (putAt key value pairs).lookup other = if other = key then some value else pairs.lookup other := by
  induction pairs with
  | nil =>
    by_cases found : other = key
    · simp [putAt, found]
    · simp [putAt, found, lookup_cons_other]
  | cons pair rest ih =>
    obtain ⟨first, old⟩ := pair
    by_cases same : first = key
    · subst same
      by_cases found : other = first
      · simp [putAt, found]
      · simp [putAt, found, lookup_cons_other]
    · by_cases found : other = first
      · subst found
        simp [putAt, same]
      · simp [putAt, same, lookup_cons_other, found, ih]

/-- What is found stands in the list. -/
theorem mem_of_lookup {α β : Type} [DecidableEq α] {key : α} {value : β} :
    ∀ {pairs : List (α × β)}, pairs.lookup key = some value → (key, value) ∈ pairs
  | [], found => by simp at found
  | (first, old) :: rest, found => by
    by_cases same : key = first
    · subst same
      simp at found
      simp [found]
    · rw [lookup_cons_other _ _ same] at found
      exact List.mem_cons_of_mem _ (mem_of_lookup found)

/-- What stands in the list under a key, or something before it, is found. -/
theorem lookup_of_mem {α β : Type} [DecidableEq α] {key : α} {value : β} :
    ∀ {pairs : List (α × β)}, (key, value) ∈ pairs → ∃ found, pairs.lookup key = some found
  | (first, old) :: rest, there => by
    by_cases same : key = first
    · exact ⟨old, by simp [same]⟩
    · have later : (key, value) ∈ rest := by simpa [same] using there
      obtain ⟨found, here⟩ := lookup_of_mem later
      exact ⟨found, by rw [lookup_cons_other _ _ same, here]⟩

/-- The function with another value in one place. -/
def setAt {α β : Type} [DecidableEq α] (function : α → β) (place : α) (value : β) : α → β :=
  fun other => if other = place then value else function other

/-- In that place is the new value. -/
theorem setAt_self {α β : Type} [DecidableEq α] (function : α → β) (place : α) (value : β) :
    setAt function place value place = value := by
  simp [setAt]

/-- In every other place is what was there. -/
theorem setAt_other {α β : Type} [DecidableEq α] {function : α → β} {place other : α} {value : β}
    (differs : other ≠ place) : setAt function place value other = function other := by
  simp [setAt, differs]

/-- Values of different places may be set in either order. -/
theorem setAt_comm {α β : Type} [DecidableEq α] {function : α → β} {one other : α} {first second : β}
    (differs : one ≠ other) :
    setAt (setAt function one first) other second = setAt (setAt function other second) one first := by
  funext place
  by_cases here : place = one
  · subst here
    simp [setAt, differs]
  · by_cases there : place = other
    · subst there
      simp [setAt, here]
    · simp [setAt, here, there]

/-- Of two values of one place the last remains. -/
theorem setAt_setAt {α β : Type} [DecidableEq α] (function : α → β) (place : α) (first second : β) :
    setAt (setAt function place first) place second = setAt function place second := by
  funext other
  by_cases here : other = place <;> simp [setAt, here]

/-- What is there already may be set. -/
theorem setAt_same {α β : Type} [DecidableEq α] (function : α → β) (place : α) :
    setAt function place (function place) = function := by
  funext other
  by_cases here : other = place <;> simp [setAt, here]

/-- The channel of a new message has it at its end; the others stay. -/
theorem Queues.on_push (queues : Queues) (channel : Channel) (label : String) :
    (queues.push channel label).on = setAt queues.on channel (queues.on channel ++ [label]) := by
  funext other
  by_cases same : other = channel <;> simp [Queues.push, Queues.on, setAt, lookup_putAt, same]

/-- A message that can be taken is the oldest of its channel; that channel loses it, and the others stay. -/
theorem Queues.pop?_eq_some {queues after : Queues} {channel : Channel} {label : String}
    (popped : queues.pop? channel label = some after) :
    ∃ rest, queues.on channel = label :: rest ∧ after.on = setAt queues.on channel rest := by
  unfold Queues.pop? at popped
  split at popped
  · cases popped
  · rename_i head rest waiting
    split at popped
    · rename_i same
      cases popped
      refine ⟨rest, by rw [waiting, same], funext fun other => ?_⟩
      by_cases found : other = channel <;> simp [Queues.on, setAt, lookup_putAt, found]
    · cases popped

/-- The oldest message of a channel can be taken. -/
theorem Queues.pop?_of_head {queues : Queues} {channel : Channel} {label : String} {rest : List String}
    (waiting : queues.on channel = label :: rest) : ∃ after, queues.pop? channel label = some after := by
  simp [Queues.pop?, waiting]

/-- The check looks at every channel, listed or not. -/
theorem Queues.areEmpty_iff (queues : Queues) : queues.areEmpty = true ↔ ∀ channel, queues.on channel = [] := by
  simp only [Queues.areEmpty, List.all_eq_true, List.isEmpty_iff]
  constructor
  · intro empty channel
    cases found : queues.contents.lookup channel with
    | none => simp [Queues.on, found]
    | some labels => exact empty (channel, labels) (mem_of_lookup found)
  · exact fun empty pair _ => empty pair.1

end Paritas
