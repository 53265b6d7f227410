module
public import Paritas.Answer
public import Std.Data.TreeSet
/-!
# Changes of membership

From one set of members to the next (spec 31 §10.1, 32 §7). The validator tells all that is wrong and the event besides;
the runtime stops at the first error.
-/
@[expose] public section
namespace Paritas

/-- Members in the order of code points, none twice. -/
abbrev Members := Std.TreeSet String

/-- What a machine permits. -/
structure ReconfigurationPolicy where
  dynamicMembership : Bool := false
  overlapRequired : Bool := false

/-- A change that is asked about. -/
structure Transition where
  artifactId : String := "reconfiguration"
  policy : ReconfigurationPolicy := {}
  startingEpoch : Nat := 0
  previous : Members := {}
  next : Members := {}

/-- What happened: every list ascends. -/
structure TransitionEvent where
  artifactId : String
  epoch : Nat
  previousMembers : List String
  nextMembers : List String
  addedMembers : List String
  removedMembers : List String
  overlapPreserved : Bool
  dynamicMembership : Bool
  overlapRequired : Bool

/-- Why a change is refused. -/
inductive TransitionRule
  | disabled | emptyMembership | overlapRequired

/-- Those of the first set that the second has not. -/
def Members.without (members others : Members) : List String :=
  members.toList.filter fun member => !others.contains member

namespace Transition

/-- Somebody stays, or nobody was there. -/
def overlapPreserved (transition : Transition) : Bool :=
  transition.previous.isEmpty || transition.previous.toList.any transition.next.contains

/-- The event, also of a change that is refused. -/
def event (transition : Transition) : TransitionEvent where
  artifactId := transition.artifactId
  epoch := transition.startingEpoch + 1
  previousMembers := transition.previous.toList
  nextMembers := transition.next.toList
  addedMembers := transition.next.without transition.previous
  removedMembers := transition.previous.without transition.next
  overlapPreserved := transition.overlapPreserved
  dynamicMembership := transition.policy.dynamicMembership
  overlapRequired := transition.policy.overlapRequired

/-- Whether the change breaks the rule. -/
def breaks (transition : Transition) : TransitionRule → Bool
  | .disabled => !transition.policy.dynamicMembership
  | .emptyMembership => transition.next.isEmpty
  | .overlapRequired => transition.policy.overlapRequired && !transition.overlapPreserved

/-- The rules that the change breaks, in the order of an answer. -/
def broken (transition : Transition) : List TransitionRule :=
  [.disabled, .emptyMembership, .overlapRequired].filter transition.breaks

/-- A change is accepted when it breaks no rule. -/
def isAccepted (transition : Transition) : Bool := transition.broken.isEmpty

end Transition

/-- What is said of a change that breaks the rule. -/
def TransitionRule.issue : TransitionRule → Issue
  | .disabled => {
      code := "reconfiguration.disabled", path := "policy.dynamic_membership"
      message := "dynamic membership must be enabled for a reconfiguration transition" }
  | .emptyMembership => {
      code := "reconfiguration.empty_membership", path := "next_members"
      message := "reconfiguration transitions must preserve a non-empty membership set" }
  | .overlapRequired => {
      code := "reconfiguration.overlap_required", path := "next_members"
      message := "overlap-required reconfiguration transitions must preserve at least one member" }

/-- The membership that a runtime keeps (spec 31 §10.1). -/
structure Membership where
  artifactId : String
  policy : ReconfigurationPolicy
  epoch : Nat := 0
  members : Members := {}

namespace Membership

/-- The question that a validator is asked about a change of this membership. -/
def transitionTo (membership : Membership) (next : Members) : Transition where
  artifactId := membership.artifactId
  policy := membership.policy
  startingEpoch := membership.epoch
  previous := membership.members
  next

/-- The runtime's own rule: the first error, or the membership after the change and its event. -/
def reconfigure (membership : Membership) (next : Members) : Except TransitionRule (Membership × TransitionEvent) :=
  let preserved := membership.members.isEmpty || next.toList.any membership.members.contains
  if !membership.policy.dynamicMembership then .error .disabled
  else if next.isEmpty then .error .emptyMembership
  else if membership.policy.overlapRequired && !preserved then .error .overlapRequired
  else .ok ({ membership with epoch := membership.epoch + 1, members := next }, {
    artifactId := membership.artifactId, epoch := membership.epoch + 1
    previousMembers := membership.members.toList, nextMembers := next.toList
    addedMembers := next.without membership.members, removedMembers := membership.members.without next
    overlapPreserved := preserved, dynamicMembership := membership.policy.dynamicMembership
    overlapRequired := membership.policy.overlapRequired })

/-- The steps of a plan, one after the other; an error undoes all of them (spec 31 §10.2). -/
def runPlan (membership : Membership) : List Members → Except TransitionRule (Membership × List TransitionEvent)
  | [] => .ok (membership, [])
  | next :: rest => do
    let (after, event) ← membership.reconfigure next
    let (last, events) ← after.runPlan rest
    return (last, event :: events)

end Membership
end Paritas
