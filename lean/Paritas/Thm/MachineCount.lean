module
public import Paritas.Thm.MachineStep
public import Paritas.Thm.MachineLoop
/-!
# Counts of messages

At every moment of every run, and on every edge: what was sent was received, or is still buffered, or was consumed by a
fault.
-/
@[expose] public section
namespace Paritas

/-- The edge on which an instruction moved a message. -/
def Outcome.edge? : Outcome → Option Edge
  | .offered edge _ | .chose edge _ => some edge
  | _ => none

/-- A message was sent on this edge. -/
def Outcome.sends (edge : Edge) : Outcome → Bool
  | .offered on _ => on = edge
  | _ => false

/-- A message was received from this edge. -/
def Outcome.receives (edge : Edge) : Outcome → Bool
  | .chose on _ => on = edge
  | _ => false

/-- The instruction was a fault. -/
def Outcome.isFault : Outcome → Bool
  | .faulted _ => true
  | _ => false

/-- How many messages an edge holds; none without a handler. -/
def Session.buffered (session : Session) (edge : Edge) : Nat :=
  ((session.buffer edge).map List.length).getD 0

/-- How many messages an edge of a machine holds. -/
def MachineState.buffered (state : MachineState) (edge : Edge) : Nat :=
  ((state.sessions[edge.session]?).map (·.buffered edge)).getD 0

/-- The round was a fault that consumed a message of this edge. -/
def Round.loses (edge : Edge) (round : Round) : Bool :=
  round.outcome.isFault && round.after.buffered edge < round.before.buffered edge

/-- Every session stands at the index that is its id. -/
def MachineState.Indexed (state : MachineState) : Prop :=
  ∀ (index : Nat) (session : Session), state.sessions[index]? = some session → session.sid = index

/-- What holds of a session and what an instruction made of it. -/
structure Session.Steps (session : Session) (executed : Executed) : Prop where
  sid : executed.session.sid = session.sid
  absent : ∀ edge, session.buffer edge = none → executed.session.buffer edge = none
  edge : ∀ edge, executed.outcome.edge? = some edge → edge.session = session.sid ∧ session.buffer edge ≠ none

/-- An instruction keeps the session's id, gives no edge a handler, and moves messages of the session's edges only. -/
theorem Session.execute_steps (session : Session) (anyHandler : Bool) (role : String) (pc : Nat) :
    session.Steps (session.execute anyHandler role pc) := by
  have kept : ∀ (next : Nat) (outcome : Outcome), outcome.edge? = none → session.Steps (session.keep next outcome) :=
    fun next outcome h => ⟨rfl, fun _ absent => absent, fun edge some => by simp [Session.keep, h] at some⟩
  have replaced : ∀ (on : Edge) (old new : List String) (types : List (String × MachineType)) (next : Nat)
      (outcome : Outcome), session.buffer on = some old → on.session = session.sid →
      (∀ edge, outcome.edge? = some edge → edge = on) →
      session.Steps ⟨{ session with buffers := replaceAt on new session.buffers, types := types }, next, outcome⟩ := by
    intro on old new types next outcome found inside only
    refine ⟨rfl, ?_, ?_⟩
    · intro edge absent
      have differs : edge ≠ on := by
        intro same
        rw [same, found] at absent
        cases absent
      simp only [Session.buffer] at absent ⊢
      rw [lookup_replaceAt_other _ _ differs, absent]
    · intro edge there
      rw [only edge there]
      exact ⟨inside, by simp [found]⟩
  unfold Session.execute
  split
  · exact kept _ _ rfl
  · unfold Session.offer
    split
    · dsimp only
      split
      · exact kept _ _ rfl
      · exact kept _ _ rfl
      · rename_i found
        split
        · exact kept _ _ rfl
        · exact replaced _ _ _ _ _ _ found rfl fun edge same => by simpa [Outcome.edge?, eq_comm] using same
    · exact kept _ _ rfl
  · unfold Session.choose
    split
    · dsimp only
      split
      · exact kept _ _ rfl
      · exact kept _ _ rfl
      · rename_i found
        split
        · exact replaced _ _ _ _ _ _ found rfl fun edge same => by simpa [Outcome.edge?, eq_comm] using same
        · exact replaced _ _ _ session.types _ _ found rfl fun edge same => by simp [Outcome.edge?] at same
    · exact kept _ _ rfl
  · unfold Session.send
    split
    · exact kept _ _ rfl
    · exact kept _ _ rfl
  · unfold Session.receive
    split
    · dsimp only
      split
      · exact kept _ _ rfl
      · exact kept _ _ rfl
      · rename_i found
        exact replaced _ _ _ session.types _ _ found rfl fun edge same => by simp [Outcome.edge?] at same
    · exact kept _ _ rfl
  · split
    · exact kept _ _ rfl
    · exact kept _ _ rfl
  · exact kept _ _ rfl
  · exact ⟨rfl, fun _ absent => absent, fun edge some => by simp [Outcome.edge?] at some⟩

/-- The balance of one instruction: what is there and what is sent is received, or consumed by a fault, or there
afterwards. -/
theorem Session.execute_counts (session : Session) (anyHandler : Bool) (role : String) (pc : Nat) (edge : Edge) :
    let executed := session.execute anyHandler role pc
    session.buffered edge + (executed.outcome.sends edge).toNat =
      (executed.outcome.receives edge).toNat
        + (executed.outcome.isFault && executed.session.buffered edge < session.buffered edge).toNat
        + executed.session.buffered edge := by
  intro executed
  have steps : session.Steps executed := session.execute_steps anyHandler role pc
  cases there : session.buffer edge with
  | none =>
    have after := steps.absent edge there
    have still : executed.outcome.sends edge = false ∧ executed.outcome.receives edge = false := by
      have none := steps.edge edge
      cases h : executed.outcome <;> simp [h, Outcome.edge?, there] at none <;>
        simp [Outcome.sends, Outcome.receives, none]
    simp [Session.buffered, there, after, still]
  | some before =>
    obtain ⟨after, found, moves⟩ := session.execute_moves anyHandler role pc edge before there
    have found : executed.session.buffer edge = some after := found
    have moves : executed.outcome.moves edge before after := moves
    simp only [Session.buffered, there, found, Option.map_some, Option.getD_some]
    cases h : executed.outcome <;> simp only [h, Outcome.moves] at moves
    case offered on label =>
      split at moves <;> rename_i same <;> simp [moves, same, Outcome.sends, Outcome.receives, Outcome.isFault]
    case chose on label =>
      split at moves <;> rename_i same <;> simp [moves, same, Outcome.sends, Outcome.receives, Outcome.isFault] <;> omega
    case faulted fault =>
      rcases moves with same | ⟨label, same⟩ <;> simp [same, Outcome.sends, Outcome.receives, Outcome.isFault] <;> omega
    all_goals simp [moves, Outcome.sends, Outcome.receives, Outcome.isFault]

/-- Waking moves no message. -/
theorem MachineState.wakeReceivers_sessions (state : MachineState) : state.wakeReceivers.sessions = state.sessions := by
  have wakeOne : ∀ (state : MachineState) (id : Nat) (reason : Block), (state.wake id reason).sessions = state.sessions := by
    intro state id reason
    unfold MachineState.wake
    split
    · rfl
    · split <;> rfl
  have wakeAll : ∀ (waiting : List (Nat × Block)) (state : MachineState),
      (waiting.foldl (fun state entry => state.wake entry.1 entry.2) state).sessions = state.sessions := by
    intro waiting
    induction waiting with
    | nil => intro state; rfl
    | cons entry rest ih => intro state; rw [List.foldl_cons, ih, wakeOne]
  unfold MachineState.wakeReceivers
  split
  · rfl
  · exact wakeAll _ _

/-- An instruction replaces the session of its coroutine. -/
theorem MachineState.settle_sessions (state : MachineState) (id : Nat) (coroutine : Coroutine) (executed : Executed) :
    (state.settle id coroutine executed).sessions = state.sessions.setIfInBounds coroutine.session executed.session := by
  unfold MachineState.settle
  cases executed.outcome <;> rfl

/-- The balance of a round, and what it keeps. -/
theorem MachineState.round_counts {state : MachineState} (indexed : state.Indexed) {anyHandler : Bool} {tick : Nat}
    {round : Round} (h : state.round anyHandler tick = some round) (edge : Edge) :
    round.after.Indexed ∧ state.buffered edge + (round.outcome.sends edge).toNat =
      (round.outcome.receives edge).toNat + (round.loses edge).toNat + round.after.buffered edge := by
  simp only [MachineState.round, Option.bind_eq_bind, Option.bind_eq_some_iff, Option.pure_def, Option.some.injEq] at h
  obtain ⟨id, _, coroutine, _, session, there, rfl⟩ := h
  have steps := session.execute_steps anyHandler coroutine.role coroutine.pc
  have counts := session.execute_counts anyHandler coroutine.role coroutine.pc edge
  have asleep : ∀ edge, state.wakeReceivers.buffered edge = state.buffered edge := by
    intro edge
    simp only [MachineState.buffered, wakeReceivers_sessions]
  rw [wakeReceivers_sessions] at there
  have sid := indexed _ _ there
  generalize session.execute anyHandler coroutine.role coroutine.pc = executed at steps counts
  have after : ∀ index, (state.wakeReceivers.settle id coroutine executed).sessions[index]? =
      if coroutine.session = index then some executed.session else state.sessions[index]? := by
    intro index
    rw [settle_sessions, wakeReceivers_sessions, Array.getElem?_setIfInBounds]
    split
    · rename_i same
      subst same
      simpa using (Array.getElem?_eq_some_iff.mp there).1
    · rfl
  constructor
  · intro index other found
    rw [after] at found
    split at found
    · rename_i same
      cases found
      rw [steps.sid, sid, same]
    · exact indexed _ _ found
  · simp only [Round.loses, asleep]
    by_cases same : coroutine.session = edge.session
    · have now : (state.wakeReceivers.settle id coroutine executed).buffered edge = executed.session.buffered edge := by
        simp [MachineState.buffered, after, same]
      have before : state.buffered edge = session.buffered edge := by
        simp [MachineState.buffered, ← same, there]
      rw [now, before]
      exact counts
    · have now : (state.wakeReceivers.settle id coroutine executed).buffered edge = state.buffered edge := by
        simp [MachineState.buffered, after, same]
      have apart : executed.outcome.edge? ≠ some edge := by
        intro moved
        exact same (sid ▸ (steps.edge edge moved).1.symm)
      rw [now]
      cases kind : executed.outcome <;> simp [kind, Outcome.edge?] at apart <;>
        simp [Outcome.sends, Outcome.receives, Outcome.isFault, apart]

/-- The balance of rounds, the latest first, after a state. -/
def Balanced (initial : MachineState) (edge : Edge) (done : List Round) : Prop :=
  initial.buffered edge + done.countP (fun round => round.outcome.sends edge) =
    done.countP (fun round => round.outcome.receives edge) + done.countP (Round.loses edge)
      + (done.head?.elim initial (·.after)).buffered edge

/-- After every round of a run so far there is balance, if there was after each round before. -/
theorem MachineState.rounds_balanced (initial : MachineState) (edge : Edge) (anyHandler : Bool) (most clock : Nat)
    (state : MachineState) (done : List Round) (indexed : state.Indexed)
    (now : done.head?.elim initial (·.after) = state) (balanced : ∀ part, part <:+ done → Balanced initial edge part) :
    ∀ part, part <:+ state.rounds anyHandler most clock done → Balanced initial edge part := by
  induction most generalizing clock state done with
  | zero => exact balanced
  | succ most ih =>
    unfold MachineState.rounds
    split
    · exact balanced
    · rename_i round h
      obtain ⟨next, counts⟩ := round_counts indexed h edge
      have longer : ∀ part, part <:+ round :: done → Balanced initial edge part := by
        intro part isPart
        rcases List.suffix_cons_iff.mp isPart with whole | earlier
        · subst whole
          have before := balanced done (List.suffix_refl _)
          simp only [Balanced, now] at before
          simp only [Balanced, List.countP_cons, List.head?_cons, Option.elim_some]
          cases one : round.outcome.sends edge <;> cases two : round.outcome.receives edge <;>
            cases three : round.loses edge <;> simp [one, two, three] at counts ⊢ <;> omega
        · exact balanced part earlier
      split
      · exact longer
      · exact ih (clock + 1) round.after (round :: done) next rfl longer

/-- In every run, after any number of rounds, and on every edge: the messages that were there and those sent since are those
received, those consumed by faults, and those still buffered. -/
theorem MachineState.run_counts {state : MachineState} (indexed : state.Indexed) (maxSteps rounds : Nat) (edge : Edge) :
    let done := (state.run maxSteps).rounds.take rounds
    state.buffered edge + done.countP (fun round => round.outcome.sends edge) =
      done.countP (fun round => round.outcome.receives edge) + done.countP (Round.loses edge)
        + (done.getLast?.elim state (·.after)).buffered edge := by
  intro done
  have whole : ∀ part, part <:+ [] → Balanced state edge part := by
    intro part isPart
    rw [List.suffix_nil.mp isPart]
    simp [Balanced]
  have balanced := rounds_balanced state edge state.hasHandlers maxSteps 0 state [] indexed rfl whole
    ((state.rounds state.hasHandlers maxSteps 0 []).drop
      ((state.rounds state.hasHandlers maxSteps 0 []).length - rounds)) (List.drop_suffix _ _)
  have same : done = ((state.rounds state.hasHandlers maxSteps 0 []).drop
      ((state.rounds state.hasHandlers maxSteps 0 []).length - rounds)).reverse := by
    simp only [done, MachineState.run, List.take_reverse]
  rw [same]
  simpa only [Balanced, List.countP_reverse, List.getLast?_reverse] using balanced

/-- The machines into which choreographies were loaded and nothing else was done. -/
inductive MachineState.Loaded : MachineState → Prop
  | empty : Loaded {}
  | load {state loaded : MachineState} {image : Image} : Loaded state → state.load image = .ok loaded → Loaded loaded

/-- In a machine that has not run, sessions stand at their ids, and no message is on its way. -/
theorem MachineState.Loaded.fresh {state : MachineState} (loaded : state.Loaded) :
    state.Indexed ∧ ∀ edge, state.buffered edge = 0 := by
  have unsent : ∀ (image : Image) (sid : Nat) (edge : Edge), (image.open_ sid).buffered edge = 0 := by
    intro image sid edge
    have none : ∀ (pairs : List (String × String)),
        (((pairs.map fun pair => ((⟨sid, pair.1, pair.2⟩ : Edge), ([] : List String))).lookup edge).map
          List.length).getD 0 = 0 := by
      intro pairs
      induction pairs with
      | nil => rfl
      | cons pair rest ih =>
        rw [List.map_cons, List.lookup_cons]
        split
        · rfl
        · exact ih
    exact none _
  induction loaded with
  | empty => exact ⟨fun index session found => by simp at found, fun edge => by simp [MachineState.buffered]⟩
  | load _ h ih =>
    obtain ⟨indexed, empty⟩ := ih
    unfold MachineState.load at h
    split at h
    · cases h
    · split at h
      · cases h
      · simp only [Except.ok.injEq] at h
        subst h
        constructor
        · intro index session found
          simp only [Array.getElem?_push] at found
          split at found
          · rename_i same
            cases found
            exact same.symm
          · exact indexed _ _ found
        · intro edge
          have before := empty edge
          simp only [MachineState.buffered, Array.getElem?_push] at before ⊢
          split
          · simp [unsent]
          · exact before

/-- In every run of loaded choreographies, after any number of rounds, and on every edge: what was sent was received, or
consumed by a fault, or is still buffered. -/
theorem MachineState.Loaded.run_counts {state : MachineState} (loaded : state.Loaded) (maxSteps rounds : Nat)
    (edge : Edge) :
    let done := (state.run maxSteps).rounds.take rounds
    done.countP (fun round => round.outcome.sends edge) =
      done.countP (fun round => round.outcome.receives edge) + done.countP (Round.loses edge)
        + (done.getLast?.elim state (·.after)).buffered edge := by
  have counts := MachineState.run_counts loaded.fresh.1 maxSteps rounds edge
  simp only [loaded.fresh.2 edge, Nat.zero_add] at counts
  exact counts

/-- Without a fault, what was sent was received or is still buffered. -/
theorem MachineState.Loaded.run_counts_unfaulted {state : MachineState} (loaded : state.Loaded) (maxSteps rounds : Nat)
    (edge : Edge) (well : ∀ round ∈ (state.run maxSteps).rounds.take rounds, round.outcome.isFault = false) :
    let done := (state.run maxSteps).rounds.take rounds
    done.countP (fun round => round.outcome.sends edge) =
      done.countP (fun round => round.outcome.receives edge)
        + (done.getLast?.elim state (·.after)).buffered edge := by
  intro done
  have counts := loaded.run_counts maxSteps rounds edge
  have none : done.countP (Round.loses edge) = 0 := by
    rw [List.countP_eq_zero]
    intro round member
    simp [Round.loses, well round member]
  simp only [done] at none ⊢
  omega

end Paritas
