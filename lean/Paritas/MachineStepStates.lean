module
public import Paritas.MachineLoop
/-!
# Events and step states

What a run shows of itself: the trace (spec 22 §9), and a photograph of the state around every step (§8).
-/
@[expose] public section
namespace Paritas

/-- What can be seen at a tick. -/
inductive Event
  | opened (tick session : Nat) (roles : List String)
  | sent (tick : Nat) (edge : Edge) (label : String)
  | received (tick : Nat) (edge : Edge) (label : String)
  | halted (tick coroutine : Nat)
  | faulted (tick coroutine : Nat) (fault : Fault)
deriving DecidableEq, Inhabited

/-- The clock of the event. -/
def Event.tick : Event → Nat
  | .opened tick .. | .sent tick .. | .received tick .. | .halted tick _ | .faulted tick .. => tick

/-- It tells the end of a coroutine. -/
def Event.isEnd : Event → Bool
  | .halted .. | .faulted .. => true
  | _ => false

/-- What a round shows. -/
def Round.event (round : Round) : Option Event :=
  match round.outcome with
  | .offered edge label => some (.sent round.tick edge label)
  | .chose edge label => some (.received round.tick edge label)
  | .halted => some (.halted round.tick round.picked)
  | .faulted fault => some (.faulted round.tick round.picked fault)
  | .continued | .blocked _ => none

/-- Openings and communications, merged with the ends of coroutines by tick; of equal ticks the end comes later. -/
def Run.trace (run : Run) : List Event :=
  let shown := run.rounds.filterMap Round.event
  let opened := run.initial.sessions.toList.map fun session => Event.opened 0 session.sid session.roles
  let observed := opened ++ shown.filter fun event => !event.isEnd
  observed.merge (shown.filter Event.isEnd) fun left right => left.tick ≤ right.tick

/-- Every coroutine has ended. -/
def Run.isCompleted (run : Run) : Bool :=
  run.final.isOver

/-- The state around one step. -/
structure StepState where
  stepIndex : Nat
  before : MachineState
  after : MachineState
  /-- The coroutine picked, as it is afterwards. -/
  selected : Coroutine
  /-- What its role still has to do; `none` once it has halted. -/
  selectedType : Option MachineType
  outcome : Outcome
  event : Option Event
deriving Inhabited

/-- The photograph of a round. -/
def Round.stepState (round : Round) (stepIndex : Nat) : StepState :=
  let selected := round.after.coroutines[round.picked]?.getD { id := round.picked, session := 0, role := "", pc := 0 }
  { stepIndex, before := round.before, after := round.after, selected
    selectedType := round.after.sessions[selected.session]?.bind (·.types.lookup selected.role)
    outcome := round.outcome, event := round.event }

/-- One photograph per step. -/
def Run.stepStates (run : Run) : List StepState :=
  run.rounds.zipIdx.map fun (round, index) => round.stepState index

/-- All messages on their way in a session. -/
def Session.bufferedMessages (session : Session) : Nat :=
  session.buffers.foldl (init := 0) fun sum (_, messages) => sum + messages.length

end Paritas
