module
public import Paritas.Thm.Conformance
public import Paritas.Thm.RoleTrace
/-!
# The order of a log

The verdict about a log without violation does not depend on how the roles were interleaved: every log in which each role
did the same, and each receive takes the oldest message, has the same one.
-/
@[expose] public section
namespace Paritas.Conformance

/-- Who does it. -/
def Event.role : Event → String
  | .send role _ _ | .receive role _ _ | .choose role _ _ | .end_ role => role

/-- What a role did, in its order. -/
def ofRole (role : String) (log : List Event) : List Event :=
  log.filter fun event => event.role = role

/-- What an event does to the queues, whatever the protocol. -/
inductive Moves : (Channel → List String) → Event → (Channel → List String) → Prop
  /-- A send. -/
  | send {queue next : Channel → List String} {role peer label : String} :
    RoleTrace.Happens queue (.send role peer label) next → Moves queue (.send role peer label) next
  /-- A choice is a send. -/
  | choose {queue next : Channel → List String} {role peer label : String} :
    RoleTrace.Happens queue (.send role peer label) next → Moves queue (.choose role peer label) next
  /-- A receive. -/
  | receive {queue next : Channel → List String} {role peer label : String} :
    RoleTrace.Happens queue (.receive role peer label) next → Moves queue (.receive role peer label) next
  /-- Nothing. -/
  | end_ {queue : Channel → List String} {role : String} : Moves queue (.end_ role) queue

/-- What a log does to the queues, whatever the protocol. -/
inductive Flows : (Channel → List String) → List Event → (Channel → List String) → Prop
  /-- Nothing. -/
  | nil {queue : Channel → List String} : Flows queue [] queue
  /-- What its first event does, and then the others. -/
  | cons {queue next last : Channel → List String} {event : Event} {log : List Event} :
    Moves queue event next → Flows next log last → Flows queue (event :: log) last

/-! ## One event -/

/-- What an event does to its own role: to its type, and to whether it has ended. -/
private inductive Acts (before : Option LocalType) (ended : Prop) : Event → Option LocalType → Prop → Prop
  | send {role peer label : String} {type continuation : LocalType} {branches : LocalBranches} :
    before = some type → type.Unfolds (.send peer branches) → Offers label continuation branches →
      Acts before ended (.send role peer label) (some continuation) ended
  | choose {role peer label : String} {type continuation : LocalType} {branches : LocalBranches} :
    before = some type → type.Unfolds (.send peer branches) → Offers label continuation branches →
      Acts before ended (.choose role peer label) (some continuation) ended
  | receive {role peer label : String} {type continuation : LocalType} {branches : LocalBranches} :
    before = some type → type.Unfolds (.recv peer branches) → Offers label continuation branches →
      Acts before ended (.receive role peer label) (some continuation) ended
  | end_ {role : String} {type : LocalType} :
    before = some type → type.Unfolds .end_ → ¬ ended → Acts before ended (.end_ role) before True

/-- A step is what it does to its role, and what it does to the queues. -/
private theorem step_iff_acts (config next : Config) (event : Event) :
    Step config event next ↔ ∃ type ended,
      Acts (config.type event.role) (config.hasEnded event.role) event type ended ∧
        Moves config.queue event next.queue ∧
        next.type = setAt config.type event.role type ∧ next.hasEnded = setAt config.hasEnded event.role ended := by
  constructor
  · intro step
    cases step with
    | send there unfolds offers => exact ⟨_, _, .send there unfolds offers, .send .send, rfl, (setAt_same _ _).symm⟩
    | choose step =>
      cases step with
      | send there unfolds offers =>
        exact ⟨_, _, .choose there unfolds offers, .choose .send, rfl, (setAt_same _ _).symm⟩
    | receive there unfolds offers waiting =>
      exact ⟨_, _, .receive there unfolds offers, .receive (.receive waiting), rfl, (setAt_same _ _).symm⟩
    | end_ there unfolds new => exact ⟨_, _, .end_ there unfolds new, .end_, (setAt_same _ _).symm, rfl⟩
  · obtain ⟨types, queue, hasEnded⟩ := next
    rintro ⟨type, ended, acts, moves, rfl, rfl⟩
    cases acts with
    | send there unfolds offers =>
      cases moves with
      | send happens =>
        cases happens
        simp only [Event.role, setAt_same]
        exact .send there unfolds offers
    | choose there unfolds offers =>
      cases moves with
      | choose happens =>
        cases happens
        simp only [Event.role, setAt_same]
        exact .choose (.send there unfolds offers)
    | receive there unfolds offers =>
      cases moves with
      | receive happens =>
        cases happens with
        | receive waiting =>
          simp only [Event.role, setAt_same]
          exact .receive there unfolds offers waiting
    | end_ there unfolds new =>
      cases moves
      simp only [Event.role, setAt_same]
      exact .end_ there unfolds new

private theorem Moves.unique {queue left right : Channel → List String} {event : Event}
    (one : Moves queue event left) (other : Moves queue event right) : left = right := by
  cases one <;> cases other <;> first | rfl | exact RoleTrace.Happens.unique ‹_› ‹_›

/-- The event as a trace knows it; an end is no message. -/
private inductive IsMessage : Event → RoleTrace.Event → Prop
  | send {role peer label : String} : IsMessage (.send role peer label) (.send role peer label)
  | choose {role peer label : String} : IsMessage (.choose role peer label) (.send role peer label)
  | receive {role peer label : String} : IsMessage (.receive role peer label) (.receive role peer label)

private theorem IsMessage.role {event : Event} {message : RoleTrace.Event} (same : IsMessage event message) :
    event.role = message.role := by
  cases same <;> rfl

private theorem IsMessage.moves {event : Event} {message : RoleTrace.Event} (same : IsMessage event message)
    {queue next : Channel → List String} : Moves queue event next ↔ RoleTrace.Happens queue message next := by
  cases same
  · exact ⟨fun moves => by cases moves; assumption, .send⟩
  · exact ⟨fun moves => by cases moves; assumption, .choose⟩
  · exact ⟨fun moves => by cases moves; assumption, .receive⟩

private theorem message_or_end (event : Event) :
    (∃ message, IsMessage event message) ∨ ∃ role, event = .end_ role := by
  cases event with
  | send => exact .inl ⟨_, .send⟩
  | receive => exact .inl ⟨_, .receive⟩
  | choose => exact .inl ⟨_, .choose⟩
  | end_ => exact .inr ⟨_, rfl⟩

/-- What can happen at once as well as after an event of another role may be done before it. -/
private theorem Moves.swap {queue next last after : Channel → List String} {first second : Event}
    (roles : second.role ≠ first.role) (one : Moves queue first next) (other : Moves next second last)
    (can : Moves queue second after) : Moves after first last := by
  rcases message_or_end first with ⟨left, isLeft⟩ | ⟨role, rfl⟩
  · rcases message_or_end second with ⟨right, isRight⟩ | ⟨role, rfl⟩
    · rw [isLeft.moves] at one ⊢
      rw [isRight.moves] at other can
      rw [isLeft.role, isRight.role] at roles
      have apart : ¬ RoleTrace.Takes queue left right := by
        intro takes
        cases takes with
        | message empty =>
          cases can with
          | receive waiting =>
            rw [empty] at waiting
            cases waiting
      obtain ⟨between, happens, further, _⟩ := RoleTrace.Independent.comm ⟨roles.symm, apart⟩ one other
      cases can.unique happens
      exact further
    · cases other
      cases can
      exact one
  · cases one
    cases can.unique other
    exact .end_

/-- Steps of different roles may be done in either order, where the queues let the second be first. -/
private theorem Step.swap {config next last : Config} {first second : Event} {after : Channel → List String}
    (roles : second.role ≠ first.role) (one : Step config first next) (other : Step next second last)
    (can : Moves config.queue second after) :
    ∃ between, Step config second between ∧ between.queue = after ∧ Step between first last := by
  obtain ⟨type, ended, acts, moves, types, endeds⟩ := (step_iff_acts _ _ _).mp one
  obtain ⟨type', ended', acts', moves', types', endeds'⟩ := (step_iff_acts _ _ _).mp other
  rw [types, setAt_other roles, endeds, setAt_other roles] at acts'
  refine ⟨⟨setAt config.type second.role type', after, setAt config.hasEnded second.role ended'⟩,
    (step_iff_acts _ _ _).mpr ⟨type', ended', acts', can, rfl, rfl⟩, rfl,
    (step_iff_acts _ _ _).mpr ⟨type, ended, ?_, moves.swap roles moves' can, ?_, ?_⟩⟩
  · simp only [setAt_other roles.symm]
    exact acts
  · rw [types', types, setAt_comm roles.symm]
  · rw [endeds', endeds, setAt_comm roles.symm]

/-! ## Logs -/

private theorem Moves.kept {queue next after : Channel → List String} {event other : Event}
    (can : Moves queue event after) (roles : other.role ≠ event.role) (moves : Moves queue other next) :
    ∃ last, Moves next event last := by
  rcases message_or_end event with ⟨message, isMessage⟩ | ⟨role, rfl⟩
  · rcases message_or_end other with ⟨message', isMessage'⟩ | ⟨role, rfl⟩
    · rw [isMessage.moves] at can
      rw [isMessage'.moves] at moves
      rw [isMessage.role, isMessage'.role] at roles
      exact (can.kept roles moves).imp fun _ => isMessage.moves.mpr
    · cases moves
      exact ⟨_, can⟩
  · exact ⟨_, .end_⟩

/-- An event that the queues let be first may be done first, when no event of its role stands before it. -/
private theorem Run.toFront {event : Event} {rest : List Event} :
    ∀ {first last : Config} {after : Channel → List String} {before : List Event}, Moves first.queue event after →
      (∀ other ∈ before, other.role ≠ event.role) → Run first (before ++ event :: rest) last →
      ∃ next, Step first event next ∧ next.queue = after ∧ Run next (before ++ rest) last
  | _, _, _, [], can, _, run => by
    cases run with
    | cons step run =>
      obtain ⟨_, _, _, moves, _⟩ := (step_iff_acts _ _ _).mp step
      exact ⟨_, step, moves.unique can, run⟩
  | first, _, _, other :: before, can, roles, run => by
    cases run with
    | cons step run =>
      have apart : other.role ≠ event.role := roles other List.mem_cons_self
      obtain ⟨_, _, _, moves, _⟩ := (step_iff_acts _ _ _).mp step
      obtain ⟨_, can'⟩ := can.kept apart moves
      obtain ⟨_, further, _, run⟩ := toFront can' (fun one there => roles one (List.mem_cons_of_mem _ there)) run
      obtain ⟨between, now, queue, back⟩ := step.swap apart.symm further can
      exact ⟨between, now, queue, .cons back run⟩

/-- A log in which every role does the same as in a run, and every receive takes the oldest message, is a run with the same
end. -/
theorem Run.reorder : ∀ {right left : List Event} {first last : Config} {queue : Channel → List String},
    Run first left last → (∀ role, ofRole role left = ofRole role right) → Flows first.queue right queue →
      Run first right last
  | [], [], _, _, _, run, _, _ => run
  | [], event :: left, _, _, _, _, same, _ => by
    have := same event.role
    simp [ofRole] at this
  | event :: right, left, first, last, queue, run, same, flows => by
    have own : ofRole event.role (event :: right) = event :: ofRole event.role right := by
      simp [ofRole]
    obtain ⟨before, rest, rfl, absent, _, _⟩ := List.filter_eq_cons_iff.mp ((same event.role).trans own)
    have roles : ∀ other ∈ before, other.role ≠ event.role := by simpa using absent
    cases flows with
    | cons moves flows =>
      obtain ⟨next, step, queue, run⟩ := run.toFront moves roles
      subst queue
      refine .cons step (reorder run (fun role => ?_) flows)
      have here := same role
      by_cases mine : event.role = role
      · have none : before.filter (fun other => decide (other.role = role)) = [] := by
          subst mine
          simpa [List.filter_eq_nil_iff] using absent
        simpa [ofRole, List.filter_cons, mine, none] using here
      · simpa [ofRole, List.filter_cons, mine] using here

/-- What a run does to the queues, it does whatever the protocol. -/
theorem Run.flows {first last : Config} {log : List Event} (run : Run first log last) :
    Flows first.queue log last.queue := by
  induction run with
  | nil => exact .nil
  | cons step _ ih =>
    obtain ⟨_, _, _, moves, _⟩ := (step_iff_acts _ _ _).mp step
    exact .cons moves ih

/-- Two logs in which every role does the same, and every receive takes the oldest message, are both complete or neither
is. -/
theorem Monitor.verdict_complete_reorder {type : GlobalType} {monitor : Monitor}
    (started : Monitor.start type = .ok monitor) {left right : List Event} {queue queue' : Channel → List String}
    (one : Flows (fun _ => []) left queue) (other : Flows (fun _ => []) right queue')
    (same : ∀ role, ofRole role left = ofRole role right) :
    monitor.verdict left = .complete ↔ monitor.verdict right = .complete := by
  rw [Monitor.verdict_complete_iff started, Monitor.verdict_complete_iff started]
  constructor <;> rintro ⟨first, last, begins, run, final⟩ <;>
    have empty : first.queue = fun _ => [] := funext begins.queue_empty
  · exact ⟨first, last, begins, run.reorder same (empty ▸ other), final⟩
  · exact ⟨first, last, begins, run.reorder (fun role => (same role).symm) (empty ▸ one), final⟩

/-- The same of violations: both logs have one, or neither has. -/
theorem Monitor.verdict_accepts_reorder {type : GlobalType} {monitor : Monitor}
    (started : Monitor.start type = .ok monitor) {left right : List Event} {queue queue' : Channel → List String}
    (one : Flows (fun _ => []) left queue) (other : Flows (fun _ => []) right queue')
    (same : ∀ role, ofRole role left = ofRole role right) :
    (∀ place, monitor.verdict left ≠ .violates place) ↔ ∀ place, monitor.verdict right ≠ .violates place := by
  rw [Monitor.verdict_accepts_iff started, Monitor.verdict_accepts_iff started]
  constructor <;> rintro ⟨first, last, begins, run⟩ <;>
    have empty : first.queue = fun _ => [] := funext begins.queue_empty
  · exact ⟨first, last, begins, run.reorder same (empty ▸ other)⟩
  · exact ⟨first, last, begins, run.reorder (fun role => (same role).symm) (empty ▸ one)⟩

end Paritas.Conformance
