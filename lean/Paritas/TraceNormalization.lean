module
public import Paritas.MachineStepStates
/-!
# Trace normalisation

Session-local ticks: an event of a session gets the next value of that session's counter, other events keep their tick, and
the order stays (spec 21 §14, 22 §15.2).
-/
@[expose] public section
namespace Paritas

/-- What normalisation needs to know of events. -/
class TraceEvent (α : Type) where
  /-- The session whose ticks the event counts in, if any. -/
  session : α → Option Nat
  /-- The event at another tick. -/
  atTick : Nat → α → α

/-- The session of an event of the machine. -/
def Event.session : Event → Option Nat
  | .opened _ session _ => some session
  | .sent _ edge _ | .received _ edge _ => some edge.session
  | .halted .. | .faulted .. => none

/-- The event at another tick. -/
def Event.atTick (tick : Nat) : Event → Event
  | .opened _ session roles => .opened tick session roles
  | .sent _ edge label => .sent tick edge label
  | .received _ edge label => .received tick edge label
  | .halted _ coroutine => .halted tick coroutine
  | .faulted _ coroutine fault => .faulted tick coroutine fault

/-- The events of the machine. -/
instance : TraceEvent Event := ⟨Event.session, Event.atTick⟩

/-- A trace whose sessions have counted so far up to `counters`. -/
def normaliseFrom {α : Type} [TraceEvent α] (counters : (session : Nat) → Nat) : List α → List α
  | [] => []
  | event :: rest =>
    match TraceEvent.session event with
    | none => event :: normaliseFrom counters rest
    | some session =>
      TraceEvent.atTick (counters session) event
        :: normaliseFrom (fun other => if other = session then counters session + 1 else counters other) rest

/-- The trace with session-local ticks. -/
def normalise {α : Type} [TraceEvent α] (trace : List α) : List α :=
  normaliseFrom (fun _ => 0) trace

/-- The events of a session, in order. -/
def ofSession {α : Type} [TraceEvent α] (session : Nat) (trace : List α) : List α :=
  trace.filter fun event => TraceEvent.session event = some session

/-- The events without a session, in order. -/
def barriers {α : Type} [TraceEvent α] (trace : List α) : List α :=
  trace.filter fun event => TraceEvent.session event = none

end Paritas
