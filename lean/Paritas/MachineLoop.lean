module
public import Paritas.MachineStep
/-!
# The loop

Rounds of the machine: wake receivers, pick a coroutine, execute one instruction, update the queue (spec 22 §7.1).
-/
@[expose] public section
namespace Paritas

/-- What one round did. -/
structure Round where
  /-- The clock of the round, from 1. -/
  tick : Nat
  /-- After waking. -/
  before : MachineState
  /-- After the queue update. -/
  after : MachineState
  /-- The coroutine picked. -/
  picked : Nat
  outcome : Outcome
deriving Inhabited

/-- The receiver wakes if there is something to receive; senders are never woken. -/
def MachineState.wake (state : MachineState) (id : Nat) (reason : Block) : MachineState :=
  match reason with
  | .sendWait _ => state
  | .recvWait edge =>
    match (state.sessions[edge.session]?).bind (·.buffer edge) with
    | none | some [] => state
    | some (_ :: _) =>
      { state.modifyCoroutine id ({ · with status := .ready }) with
        blocked := state.blocked.erase id
        ready := state.ready ++ [id] }

/-- Wakes all that can go on, in the order of the map. -/
def MachineState.wakeReceivers (state : MachineState) : MachineState :=
  if state.blocked.isEmpty then state
  else
    let waiting := state.blocked.fold (init := []) fun reversed id reason => (id, reason) :: reversed
    waiting.reverse.foldl (init := state) fun state (id, reason) => state.wake id reason

/-- It exists and can be picked. -/
def MachineState.isReady (state : MachineState) (id : Nat) : Bool :=
  match state.coroutines[id]? with
  | some coroutine => coroutine.status = .ready
  | none => false

/-- The status after an instruction. -/
def Outcome.status : Outcome → CoroutineStatus
  | .continued | .offered .. | .chose .. => .ready
  | .blocked _ => .blocked
  | .halted => .done
  | .faulted _ => .faulted

/-- The state after an instruction of coroutine `id`, which has left the queue and comes to its end, or is blocked, or has
ended. -/
def MachineState.settle (state : MachineState) (id : Nat) (coroutine : Coroutine) (executed : Executed) :
    MachineState :=
  let changed := { coroutine with pc := executed.pc, status := executed.outcome.status }
  let settled := { state with
    sessions := state.sessions.setIfInBounds coroutine.session executed.session
    coroutines := state.coroutines.setIfInBounds id changed
    ready := state.ready.erase id
    stepCount := state.stepCount + 1 }
  match executed.outcome with
  | .blocked reason => { settled with blocked := settled.blocked.insert id reason }
  | .halted | .faulted _ => settled
  | _ => { settled with ready := settled.ready ++ [id] }

/-- The next round, unless nothing can be picked. -/
def MachineState.round (state : MachineState) (anyHandler : Bool) (tick : Nat) : Option Round := do
  let woken := state.wakeReceivers
  let id ← woken.ready.find? woken.isReady
  let coroutine ← woken.coroutines[id]?
  let session ← woken.sessions[coroutine.session]?
  let executed := session.execute anyHandler coroutine.role coroutine.pc
  return { tick, before := woken, after := woken.settle id coroutine executed, picked := id, outcome := executed.outcome }

/-- At most `most` rounds after the clock stood at `clock`, the latest first, before those in `done`. -/
def MachineState.rounds (anyHandler : Bool) : (most clock : Nat) → MachineState → (done : List Round) → List Round
  | 0, _, _, done => done
  | most + 1, clock, state, done =>
    match state.round anyHandler (clock + 1) with
    | none => done
    | some round =>
      if round.after.isOver then round :: done
      else rounds anyHandler most (clock + 1) round.after (round :: done)

/-- A finished run. -/
structure Run where
  initial : MachineState
  /-- In order. -/
  rounds : List Round
deriving Inhabited

/-- The state at the end. -/
def Run.final (run : Run) : MachineState :=
  run.rounds.getLast?.elim run.initial (·.after)

/-- Runs a loaded machine for at most `maxSteps` rounds. -/
def MachineState.run (state : MachineState) (maxSteps : Nat) : Run :=
  ⟨state, (state.rounds state.hasHandlers maxSteps 0 []).reverse⟩

end Paritas
