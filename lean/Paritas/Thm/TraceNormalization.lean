module
public import Paritas.TraceNormalization
/-!
# Theorems about trace normalisation

It forgets the ticks of sessions and nothing else: how sessions interleave cannot be seen in any one session.
-/
@[expose] public section
namespace Paritas

/-- What every kind of event keeps: another tick leaves it in its session, and the last tick counts. -/
class LawfulTraceEvent (α : Type) [TraceEvent α] : Prop where
  /-- The tick does not decide about the session. -/
  session_atTick : ∀ (tick : Nat) (event : α), TraceEvent.session (TraceEvent.atTick tick event) = TraceEvent.session event
  /-- Only the last tick remains. -/
  atTick_atTick : ∀ (later tick : Nat) (event : α),
    TraceEvent.atTick later (TraceEvent.atTick tick event) = TraceEvent.atTick later event

/-- The events of the machine are such. -/
instance : LawfulTraceEvent Event where
  session_atTick tick event := by cases event <;> rfl
  atTick_atTick later tick event := by cases event <;> rfl

variable {α : Type} [TraceEvent α]

/-- Events that get the ticks from `first` on. -/
def numbered (first : Nat) : List α → List α
  | [] => []
  | event :: rest => TraceEvent.atTick first event :: numbered (first + 1) rest

/-- Normalisation keeps the number of events. -/
theorem length_normaliseFrom (counters : Nat → Nat) (trace : List α) :
    (normaliseFrom counters trace).length = trace.length := by
  induction trace generalizing counters with
  | nil => rfl
  | cons event rest ih =>
    unfold normaliseFrom
    split <;> simp [ih]

/-- A trace has as many events after normalisation as before. -/
theorem length_normalise (trace : List α) : (normalise trace).length = trace.length :=
  length_normaliseFrom _ trace

variable [LawfulTraceEvent α]

/-- A second normalisation from the same counters changes nothing. -/
theorem normaliseFrom_twice (counters : Nat → Nat) (trace : List α) :
    normaliseFrom counters (normaliseFrom counters trace) = normaliseFrom counters trace := by
  induction trace generalizing counters with
  | nil => rfl
  | cons event rest ih =>
    cases h : TraceEvent.session event with
    | none => simp only [normaliseFrom, h, ih]
    | some session =>
      have moved := LawfulTraceEvent.session_atTick (counters session) event
      rw [h] at moved
      simp only [normaliseFrom, h, moved, LawfulTraceEvent.atTick_atTick, ih]

/-- Normalisation is idempotent. -/
theorem normalise_normalise (trace : List α) : normalise (normalise trace) = normalise trace :=
  normaliseFrom_twice _ trace

/-- In each session, normalisation counts the events of that session, whatever stands between them. -/
theorem ofSession_normaliseFrom (session : Nat) (counters : Nat → Nat) (trace : List α) :
    ofSession session (normaliseFrom counters trace) = numbered (counters session) (ofSession session trace) := by
  induction trace generalizing counters with
  | nil => rfl
  | cons event rest ih =>
    unfold ofSession at ih ⊢
    cases h : TraceEvent.session event with
    | none => simp only [normaliseFrom, h, List.filter_cons, reduceCtorEq, decide_false, Bool.false_eq_true, ↓reduceIte, ih]
    | some other =>
      have moved := LawfulTraceEvent.session_atTick (counters other) event
      rw [h] at moved
      by_cases same : other = session
      · subst same
        simp only [normaliseFrom, h, moved, List.filter_cons, decide_true, ↓reduceIte, ih, numbered]
      · have aside : session ≠ other := fun equal => same equal.symm
        simp only [normaliseFrom, h, moved, List.filter_cons, Option.some.injEq, same, decide_false, Bool.false_eq_true,
          ↓reduceIte, ih, aside]

/-- In each session, normalisation counts the events of that session from 0, whatever stands between them. -/
theorem ofSession_normalise (session : Nat) (trace : List α) :
    ofSession session (normalise trace) = numbered 0 (ofSession session trace) :=
  ofSession_normaliseFrom session _ trace

/-- Events without a session are left as they are. -/
theorem barriers_normaliseFrom (counters : Nat → Nat) (trace : List α) :
    barriers (normaliseFrom counters trace) = barriers trace := by
  induction trace generalizing counters with
  | nil => rfl
  | cons event rest ih =>
    unfold barriers at ih ⊢
    cases h : TraceEvent.session event with
    | none => simp only [normaliseFrom, h, List.filter_cons, decide_true, ↓reduceIte, ih]
    | some session =>
      have moved := LawfulTraceEvent.session_atTick (counters session) event
      rw [h] at moved
      simp only [normaliseFrom, h, moved, List.filter_cons, reduceCtorEq, decide_false, Bool.false_eq_true, ↓reduceIte, ih]

/-- Events without a session are left as they are. -/
theorem barriers_normalise (trace : List α) : barriers (normalise trace) = barriers trace :=
  barriers_normaliseFrom _ trace

/-- The ticks of events do not matter to their numbering. -/
theorem numbered_numbered (first second : Nat) (events : List α) :
    numbered first (numbered second events) = numbered first events := by
  induction events generalizing first second with
  | nil => rfl
  | cons event rest ih => simp only [numbered, LawfulTraceEvent.atTick_atTick, ih]

/-- Two traces that are the same in every session, but for ticks, and however their sessions interleave, are after
normalisation the same in every session, ticks included. -/
theorem ofSession_normalise_eq {left right : List α}
    (same : ∀ session, numbered 0 (ofSession session left) = numbered 0 (ofSession session right)) (session : Nat) :
    ofSession session (normalise left) = ofSession session (normalise right) := by
  rw [ofSession_normalise, ofSession_normalise, same session]

/-- And the other way round: if normalised traces are the same in every session, the traces differ there in ticks only. -/
theorem ofSession_normalise_iff (left right : List α) :
    (∀ session, ofSession session (normalise left) = ofSession session (normalise right)) ↔
      ∀ session, numbered 0 (ofSession session left) = numbered 0 (ofSession session right) := by
  simp only [ofSession_normalise]

/-- Two interleavings of the same sessions are after normalisation the same in every session. -/
theorem ofSession_normalise_interleaving {left right : List α}
    (same : ∀ session, ofSession session left = ofSession session right) (session : Nat) :
    ofSession session (normalise left) = ofSession session (normalise right) :=
  ofSession_normalise_eq (fun session => by rw [same session]) session

end Paritas
