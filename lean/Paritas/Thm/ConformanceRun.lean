module
public import Paritas.Conformance
public import Paritas.Thm.Queues
public import Paritas.Thm.Recursion
/-!
# Runs of a protocol

What a run of a protocol is, told without the monitor: types that unfold as often as they must, queues as functions, one
rule for each kind of event. A log has one run at most.
-/
@[expose] public section
namespace Paritas.Conformance

/-- Where a session stands. -/
structure Config where
  /-- What a role has left to do; nothing for a name that is no role. -/
  type : String → Option LocalType
  /-- The labels that wait in a channel, the oldest first. -/
  queue : Channel → List String
  /-- Who has said that it ended. -/
  hasEnded : String → Prop

/-- `label` leads to `continuation`: there is a branch of that name, and none before it. -/
inductive Offers (label : String) (continuation : LocalType) : LocalBranches → Prop
  /-- The first branch. -/
  | first {sort : PayloadSort} {payload : Option ValType} {rest : LocalBranches} :
    Offers label continuation (.cons ⟨label, sort⟩ payload continuation rest)
  /-- One behind a branch of another name. -/
  | later {other : Label} {payload : Option ValType} {skipped : LocalType} {rest : LocalBranches} :
    other.name ≠ label → Offers label continuation rest →
      Offers label continuation (.cons other payload skipped rest)

/-- What one event does. -/
inductive Step : Config → Event → Config → Prop
  /-- The role's type sends to the peer and has the branch; the label goes to the end of the queue. -/
  | send {config : Config} {role peer label : String} {type continuation : LocalType} {branches : LocalBranches} :
    config.type role = some type → type.Unfolds (.send peer branches) → Offers label continuation branches →
      Step config (.send role peer label) { config with
        type := setAt config.type role (some continuation)
        queue := setAt config.queue ⟨role, peer⟩ (config.queue ⟨role, peer⟩ ++ [label]) }
  /-- A choice is a send. -/
  | choose {config next : Config} {role peer label : String} :
    Step config (.send role peer label) next → Step config (.choose role peer label) next
  /-- The role's type receives from the peer and has the branch; the label leaves the front of the queue. -/
  | receive {config : Config} {role peer label : String} {type continuation : LocalType} {branches : LocalBranches}
    {rest : List String} :
    config.type role = some type → type.Unfolds (.recv peer branches) → Offers label continuation branches →
      config.queue ⟨peer, role⟩ = label :: rest →
      Step config (.receive role peer label) { config with
        type := setAt config.type role (some continuation)
        queue := setAt config.queue ⟨peer, role⟩ rest }
  /-- The role's type is the end, and the role has not said so before. -/
  | end_ {config : Config} {role : String} {type : LocalType} :
    config.type role = some type → type.Unfolds .end_ → ¬ config.hasEnded role →
      Step config (.end_ role) { config with hasEnded := setAt config.hasEnded role True }

/-- A log that happens, event by event. -/
inductive Run : Config → List Event → Config → Prop
  /-- Nothing happens. -/
  | nil {config : Config} : Run config [] config
  /-- An event happens, and then the others. -/
  | cons {config next last : Config} {event : Event} {log : List Event} :
    Step config event next → Run next log last → Run config (event :: log) last

/-- Every role's type is the end, and nothing waits. -/
def Config.IsFinal (config : Config) : Prop :=
  (∀ role type, config.type role = some type → type.Unfolds .end_) ∧ ∀ channel, config.queue channel = []

/-- A protocol before its first event: every role has its projection, and nothing waits. -/
structure Config.IsStart (config : Config) (type : GlobalType) : Prop where
  /-- The roles have their projections, and nobody else has a type. -/
  type_iff : ∀ role projection,
    config.type role = some projection ↔ role ∈ type.roles ∧ type.project role = .ok projection
  /-- Nothing waits. -/
  queue_empty : ∀ channel, config.queue channel = []
  /-- Nobody has ended. -/
  not_ended : ∀ role, ¬ config.hasEnded role

/-! ## One run -/

private theorem Offers.unique {label : String} {left right : LocalType} {branches : LocalBranches}
    (one : Offers label left branches) (other : Offers label right branches) : left = right := by
  induction one with
  | first =>
    cases other with
    | first => rfl
    | later differs => exact absurd rfl differs
  | later differs _ ih =>
    cases other with
    | first => exact absurd rfl differs
    | later _ further => exact ih further

/-- An event leads to one configuration at most. -/
theorem Step.unique {config left right : Config} {event : Event} (one : Step config event left)
    (other : Step config event right) : left = right := by
  induction one with
  | send there unfolds offers =>
    cases other with
    | send there' unfolds' offers' =>
      cases there.symm.trans there'
      cases unfolds.unique unfolds'
      rw [offers.unique offers']
  | choose _ ih =>
    cases other with
    | choose further => exact ih further
  | receive there unfolds offers waiting =>
    cases other with
    | receive there' unfolds' offers' waiting' =>
      cases there.symm.trans there'
      cases unfolds.unique unfolds'
      cases waiting.symm.trans waiting'
      rw [offers.unique offers']
  | end_ =>
    cases other with
    | end_ => rfl

/-- A log has one run at most. -/
theorem Run.unique {config left right : Config} {log : List Event} (one : Run config log left)
    (other : Run config log right) : left = right := by
  induction one with
  | nil => cases other; rfl
  | cons step _ ih =>
    cases other with
    | cons step' further =>
      cases step.unique step'
      exact ih further

/-- A protocol has one beginning at most. -/
theorem Config.IsStart.unique {type : GlobalType} {left right : Config} (one : left.IsStart type)
    (other : right.IsStart type) : left = right := by
  obtain ⟨types, queues, ended⟩ := left
  obtain ⟨types', queues', ended'⟩ := right
  simp only [Config.mk.injEq]
  refine ⟨funext fun role => Option.ext fun projection => ?_, funext fun channel => ?_, funext fun role => ?_⟩
  · exact (one.type_iff role projection).trans (other.type_iff role projection).symm
  · exact (one.queue_empty channel).trans (other.queue_empty channel).symm
  · exact propext ⟨fun here => absurd here (one.not_ended role), fun here => absurd here (other.not_ended role)⟩

end Paritas.Conformance
