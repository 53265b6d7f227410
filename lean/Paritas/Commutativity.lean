module
public import Paritas.TraceNormalization
/-!
# Traces up to commutativity

The form of a trace in which sessions take turns between events that belong to no session (spec 51 §7.3).
-/
@[expose] public section
namespace Paritas

/-- A trace cut at its barriers: the events before the first, and each barrier with the events behind it. -/
def segments {α : Type} [TraceEvent α] : List α → List α × List (α × List α)
  | [] => ([], [])
  | event :: rest =>
    let (first, later) := segments rest
    match TraceEvent.session event with
    | some _ => (event :: first, later)
    | none => ([], (event, first) :: later)

/-- Sessions, each once, ascending. -/
def insertSession (session : Nat) : List Nat → List Nat
  | [] => [session]
  | other :: rest =>
    if session < other then session :: other :: rest
    else if session = other then other :: rest
    else other :: insertSession session rest

/-- The sessions of events. -/
def sessionsOf {α : Type} [TraceEvent α] (events : List α) : List Nat :=
  (events.filterMap TraceEvent.session).foldr insertSession []

/-- One event of each list in turn, until all are empty; at most `turns` times. -/
def takeTurns {α : Type} : (turns : Nat) → List (List α) → List α
  | 0, _ => []
  | turns + 1, lists => lists.filterMap List.head? ++ takeTurns turns (lists.map List.tail)

/-- The events of a segment, one session after the other in turn. -/
def roundRobin {α : Type} [TraceEvent α] (events : List α) : List α :=
  takeTurns events.length ((sessionsOf events).map fun session => ofSession session events)

/-- The commutativity form of a trace. -/
def commutativityForm {α : Type} [TraceEvent α] (trace : List α) : List α :=
  let (first, later) := segments (normalise trace)
  roundRobin first ++ later.flatMap fun (barrier, events) => barrier :: roundRobin events

end Paritas
