module
public import Fifo
/-!
# What is proved of the model

In every step and on every edge: what waited, and behind it what was sent, is what was received, and behind it what still
waits. So a message leaves an edge only after it was put there, once, and in its turn.
-/
public section
namespace Fifo
open Paritas Paritas.Runner

/-- The messages of an edge, in their order. -/
@[expose] def onEdge (sender receiver : String) (messages : List Message) : List Message :=
  messages.filter fun message => message.sender = sender ∧ message.receiver = receiver

/-- The messages that were sent. -/
@[expose] def sent (events : List Event) : List Message :=
  events.filterMap fun | .sent message => some message | .received _ => none

/-- The messages that were received. -/
@[expose] def received (events : List Event) : List Message :=
  events.filterMap fun | .received message => some message | .sent _ => none

/-- What is taken is of the edge that was asked for. -/
theorem take_edge {sender receiver : String} {mail others : List Message} {message : Message}
    (h : take sender receiver mail = some (message, others)) : message.sender = sender ∧ message.receiver = receiver := by
  induction mail generalizing others with
  | nil => simp [take] at h
  | cons first rest ih =>
    unfold take at h
    split at h
    · rename_i same
      obtain ⟨rfl, _⟩ : first = message ∧ rest = others := by simpa using h
      exact same
    · cases taken : take sender receiver rest with
      | none => simp [taken] at h
      | some pair =>
        obtain ⟨found, left⟩ := pair
        obtain ⟨rfl, _⟩ : found = message ∧ first :: left = others := by simpa [taken] using h
        exact ih taken

/-- What is taken stood first on its edge, and no other edge changes. -/
theorem take_first {sender receiver : String} {mail others : List Message} {message : Message}
    (h : take sender receiver mail = some (message, others)) (a b : String) :
    onEdge a b mail = onEdge a b [message] ++ onEdge a b others := by
  induction mail generalizing others with
  | nil => simp [take] at h
  | cons first rest ih =>
    unfold take at h
    split at h
    · obtain ⟨rfl, rfl⟩ : first = message ∧ rest = others := by simpa using h
      simp [onEdge, List.filter_cons]
      split <;> simp
    · rename_i different
      cases taken : take sender receiver rest with
      | none => simp [taken] at h
      | some pair =>
        obtain ⟨found, left⟩ := pair
        obtain ⟨rfl, rfl⟩ : found = message ∧ first :: left = others := by simpa [taken] using h
        have edge := take_edge taken
        have rest := ih taken
        simp only [onEdge, List.filter_cons, List.filter_nil] at rest ⊢
        rw [rest]
        by_cases here : first.sender = a ∧ first.receiver = b
        · have other : ¬(found.sender = a ∧ found.receiver = b) := by
            intro same
            exact different ⟨here.1.trans (same.1.symm.trans edge.1), here.2.trans (same.2.symm.trans edge.2)⟩
          simp [here, other]
        · simp [here]

/-- An actor keeps every edge in order. -/
theorem act_keeps {actor after : Actor} {mail left : List Message} {event : Event}
    (h : actor.act mail = some (after, left, event)) (a b : String) :
    onEdge a b (mail ++ sent [event]) = onEdge a b (received [event] ++ left) := by
  unfold Actor.act at h
  split at h
  · obtain ⟨_, rfl, rfl⟩ := by simpa using h
    simp [sent, received]
  · split at h
    · rename_i message others taken
      obtain ⟨branch, _, same⟩ := Option.map_eq_some_iff.mp h
      obtain ⟨_, rfl, rfl⟩ : _ ∧ others = left ∧ Event.received message = event := by simpa using same
      have first := take_first taken a b
      simp only [sent, received, List.filterMap_cons, List.filterMap_nil, List.append_nil]
      rw [first]
      simp [onEdge, ← List.filter_append]
    · simp at h
  · simp at h

/-- Whoever has the turn, every edge stays in order. -/
theorem turn_keeps {mail : List Message} {passed waiting : List Actor} {after : State} {events : List Event}
    (h : turn mail passed waiting = some (after, events)) (a b : String) :
    onEdge a b (mail ++ sent events) = onEdge a b (received events ++ after.mail) := by
  induction waiting generalizing passed with
  | nil => simp [turn] at h
  | cons actor waiting ih =>
    unfold turn at h
    split at h
    · rename_i acted
      simp only [Option.some.injEq, Prod.mk.injEq] at h
      obtain ⟨rfl, rfl⟩ := h
      exact act_keeps acted a b
    · exact ih h

/-- A step of the model keeps every edge in order. -/
theorem step_keeps {state after : State} {events : List Event} (h : model.step state = some (after, events))
    (a b : String) : onEdge a b (state.mail ++ sent events) = onEdge a b (received events ++ after.mail) :=
  turn_keeps h a b

end Fifo
