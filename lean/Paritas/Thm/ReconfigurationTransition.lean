module
public import Paritas.ReconfigurationTransition
public import Std.Data.TreeSet.Lemmas
/-!
# Theorems about changes of membership

What an accepted change keeps, what the event's lists hold, and that the runtime and the validator, whose rules are
written apart, agree on every change and every plan.
-/
@[expose] public section
namespace Paritas

/-- Who is in a set is in its list. -/
theorem Members.mem_toList (members : Members) (member : String) : member ∈ members.toList ↔ member ∈ members :=
  Std.TreeSet.mem_toList

/-- Sets with the same members have the same list. -/
theorem Members.toList_congr {one other : Members} (same : ∀ member, member ∈ one ↔ member ∈ other) :
    one.toList = other.toList :=
  (Std.TreeSet.Equiv.of_forall_mem_iff same).toList_eq

/-- Order and repetitions of a request mean nothing. -/
theorem Members.ofList_congr {one other : List String} (same : ∀ member, member ∈ one ↔ member ∈ other) :
    (Std.TreeSet.ofList one : Members).toList = (Std.TreeSet.ofList other : Members).toList :=
  toList_congr fun member => by simp [Std.TreeSet.mem_ofList, same]

/-- A list ascends, so it repeats nobody. -/
def Ascending (members : List String) : Prop := members.Pairwise fun one other => compare one other = .lt

/-- The list of a set ascends. -/
theorem Members.ascending (members : Members) : Ascending members.toList := Std.TreeSet.ordered_toList

/-- A set is the set of its list. -/
theorem Members.mem_ofList_toList (members : Members) (member : String) :
    member ∈ (Std.TreeSet.ofList members.toList : Members) ↔ member ∈ members := by
  simp [Std.TreeSet.mem_ofList]

/-- Who is in a difference. -/
theorem Members.mem_without (members others : Members) (member : String) :
    member ∈ members.without others ↔ member ∈ members ∧ member ∉ others := by
  simp [without, List.mem_filter, Std.TreeSet.mem_toList, ← Bool.not_eq_true]

/-- A difference looks at the members of its sets only. -/
theorem Members.without_congr {one other onesOthers othersOthers : Members} (same : one.toList = other.toList)
    (sameOthers : ∀ member, member ∈ onesOthers ↔ member ∈ othersOthers) :
    one.without onesOthers = other.without othersOthers := by
  rw [without, without, same]
  exact List.filter_congr fun member _ => by
    rw [Bool.eq_iff_iff, Bool.not_eq_true', Bool.not_eq_true', ← Bool.not_eq_true, ← Bool.not_eq_true,
      Std.TreeSet.contains_iff_mem, Std.TreeSet.contains_iff_mem, sameOthers]

/-- A set is empty when nobody is in it. -/
theorem Members.isEmpty_iff (members : Members) : members.isEmpty = true ↔ ∀ member, member ∉ members :=
  Std.TreeSet.isEmpty_iff_forall_not_mem

namespace Transition

/-- Somebody is in both sets. -/
def Shares (transition : Transition) : Prop := ∃ member, member ∈ transition.previous ∧ member ∈ transition.next

/-- The overlap is preserved exactly when somebody stays or nobody was there. -/
theorem overlapPreserved_iff (transition : Transition) :
    transition.overlapPreserved = true ↔ transition.previous.isEmpty = true ∨ transition.Shares := by
  simp [overlapPreserved, Shares, Std.TreeSet.mem_toList]

/-- The answer lists exactly the broken rules. -/
theorem mem_broken (transition : Transition) (rule : TransitionRule) :
    rule ∈ transition.broken ↔ transition.breaks rule = true := by
  cases rule <;> simp [broken, List.mem_filter]

/-- A change is accepted exactly when changes are allowed, somebody is left, and somebody stays where that is required. -/
theorem isAccepted_iff (transition : Transition) :
    transition.isAccepted = true ↔ transition.policy.dynamicMembership = true
      ∧ (∃ member, member ∈ transition.next)
      ∧ (transition.policy.overlapRequired = true → transition.previous.isEmpty = true ∨ transition.Shares) := by
  rw [isAccepted, List.isEmpty_iff, List.eq_nil_iff_forall_not_mem]
  simp only [mem_broken]
  constructor
  · intro kept
    refine ⟨by simpa [breaks] using kept .disabled, ?_, fun required => ?_⟩
    · exact Std.TreeSet.isEmpty_eq_false_iff_exists_mem.mp (by simpa [breaks] using kept .emptyMembership)
    · exact transition.overlapPreserved_iff.mp (by simpa [breaks, required] using kept .overlapRequired)
  · intro ⟨dynamic, left, stays⟩ rule
    cases rule with
    | disabled => simp [breaks, dynamic]
    | emptyMembership => simp [breaks, Std.TreeSet.isEmpty_eq_false_iff_exists_mem.mpr left]
    | overlapRequired =>
      by_cases required : transition.policy.overlapRequired = true
      · simp [breaks, transition.overlapPreserved_iff.mpr (stays required)]
      · simp [breaks, required]

/-- Where an overlap is required, an accepted change keeps a member, unless nobody was there. -/
theorem accepted_keeps_member {transition : Transition} (accepted : transition.isAccepted = true)
    (required : transition.policy.overlapRequired = true) {somebody : String} (there : somebody ∈ transition.previous) :
    ∃ member, member ∈ transition.event.previousMembers ∧ member ∈ transition.event.nextMembers := by
  rcases (transition.isAccepted_iff.mp accepted).2.2 required with empty | ⟨member, before, after⟩
  · exact absurd there ((Members.isEmpty_iff _).mp empty somebody)
  · exact ⟨member, (Members.mem_toList _ _).mpr before, (Members.mem_toList _ _).mpr after⟩

/-- Added are those who are there afterwards and were not there before. -/
theorem mem_added (transition : Transition) (member : String) :
    member ∈ transition.event.addedMembers ↔
      member ∈ transition.event.nextMembers ∧ member ∉ transition.event.previousMembers := by
  simp [event, Members.mem_without, Std.TreeSet.mem_toList]

/-- Removed are those who were there and are not there any more. -/
theorem mem_removed (transition : Transition) (member : String) :
    member ∈ transition.event.removedMembers ↔
      member ∈ transition.event.previousMembers ∧ member ∉ transition.event.nextMembers := by
  simp [event, Members.mem_without, Std.TreeSet.mem_toList]

/-- Nobody is added and removed. -/
theorem added_removed_disjoint (transition : Transition) (member : String)
    (added : member ∈ transition.event.addedMembers) : member ∉ transition.event.removedMembers := fun removed =>
  ((transition.mem_added member).mp added).2 ((transition.mem_removed member).mp removed).1

/-- Who is there afterwards: those who were there and are not removed, and the added ones. -/
theorem mem_next_iff (transition : Transition) (member : String) :
    member ∈ transition.event.nextMembers ↔
      (member ∈ transition.event.previousMembers ∧ member ∉ transition.event.removedMembers)
      ∨ member ∈ transition.event.addedMembers := by
  rw [mem_added, mem_removed]
  by_cases before : member ∈ transition.event.previousMembers <;>
    by_cases after : member ∈ transition.event.nextMembers <;> simp [before, after]

/-- All four lists of an event ascend. -/
theorem event_ascending (transition : Transition) :
    Ascending transition.event.previousMembers ∧ Ascending transition.event.nextMembers
      ∧ Ascending transition.event.addedMembers ∧ Ascending transition.event.removedMembers :=
  ⟨Members.ascending _, Members.ascending _, (Members.ascending _).filter _, (Members.ascending _).filter _⟩

/-- Two changes with the same members, told in another order or with repetitions. -/
structure Same (one other : Transition) : Prop where
  artifactId : one.artifactId = other.artifactId
  policy : one.policy = other.policy
  startingEpoch : one.startingEpoch = other.startingEpoch
  previous : ∀ member, member ∈ one.previous ↔ member ∈ other.previous
  next : ∀ member, member ∈ one.next ↔ member ∈ other.next

/-- They have the same overlap. -/
theorem Same.overlapPreserved {one other : Transition} (same : one.Same other) :
    one.overlapPreserved = other.overlapPreserved := by
  rw [Bool.eq_iff_iff, overlapPreserved_iff, overlapPreserved_iff]
  simp only [Shares, Members.isEmpty_iff, same.previous, same.next]

/-- They have the same event. -/
theorem Same.event {one other : Transition} (same : one.Same other) : one.event = other.event := by
  simp only [Transition.event, same.artifactId, same.policy, same.startingEpoch, same.overlapPreserved,
    Members.toList_congr same.previous, Members.toList_congr same.next,
    Members.without_congr (Members.toList_congr same.previous) same.next,
    Members.without_congr (Members.toList_congr same.next) same.previous]

/-- They break the same rules. -/
theorem Same.broken {one other : Transition} (same : one.Same other) : one.broken = other.broken := by
  refine List.filter_congr fun rule _ => ?_
  have empty : one.next.isEmpty = other.next.isEmpty := by
    rw [Bool.eq_iff_iff, Members.isEmpty_iff, Members.isEmpty_iff]
    simp only [same.next]
  cases rule <;> simp [breaks, same.policy, same.overlapPreserved, empty]

/-- The question that is asked about a phase of a plan, taken from the phase's event (spec 32 §7). -/
def ofEvent (event : TransitionEvent) : Transition where
  artifactId := event.artifactId
  policy := ⟨event.dynamicMembership, event.overlapRequired⟩
  startingEpoch := event.epoch - 1
  previous := .ofList event.previousMembers
  next := .ofList event.nextMembers

/-- The event of a change tells the whole change. -/
theorem ofEvent_same (transition : Transition) : (ofEvent transition.event).Same transition where
  artifactId := rfl
  policy := rfl
  startingEpoch := rfl
  previous := Members.mem_ofList_toList _
  next := Members.mem_ofList_toList _

end Transition

namespace Membership

/-- The runtime's verdict: its error is the first that the validator tells, and without one the event is the validator's. -/
theorem reconfigure_eq (membership : Membership) (next : Members) :
    membership.reconfigure next = match (membership.transitionTo next).broken with
      | [] => .ok ({ membership with epoch := membership.epoch + 1, members := next },
          (membership.transitionTo next).event)
      | rule :: _ => .error rule := by
  have overlap : (membership.members.isEmpty || next.toList.any membership.members.contains)
      = (membership.transitionTo next).overlapPreserved := by
    rw [Bool.eq_iff_iff, Transition.overlapPreserved_iff]
    simp [Transition.Shares, transitionTo, Std.TreeSet.mem_toList, and_comm]
  have rules : (membership.transitionTo next).broken =
      (if !membership.policy.dynamicMembership then [.disabled] else []) ++ (if next.isEmpty then [.emptyMembership] else [])
      ++ (if membership.policy.overlapRequired && !(membership.transitionTo next).overlapPreserved
        then [.overlapRequired] else []) := by
    simp only [Transition.broken, List.filter_cons, List.filter_nil, Transition.breaks, transitionTo]
    split <;> split <;> split <;> rfl
  simp only [reconfigure, overlap]
  rw [rules]
  split
  · rfl
  split
  · rfl
  split
  · rfl
  rfl

/-- A change that the runtime makes is one that the validator accepts, with the same event. -/
theorem reconfigure_ok {membership after : Membership} {next : Members} {event : TransitionEvent}
    (done : membership.reconfigure next = .ok (after, event)) :
    (membership.transitionTo next).isAccepted = true ∧ event = (membership.transitionTo next).event
      ∧ after = { membership with epoch := membership.epoch + 1, members := next } := by
  rw [reconfigure_eq] at done
  split at done
  · rename_i none
    cases done
    exact ⟨by simp [Transition.isAccepted, none], rfl, rfl⟩
  · cases done

/-- Every phase of a plan that the runtime runs is accepted by the validator when its event is asked about, and the answer
has that event. -/
theorem runPlan_accepted {membership last : Membership} {steps : List Members} {events : List TransitionEvent}
    (done : membership.runPlan steps = .ok (last, events)) : ∀ event ∈ events,
      (Transition.ofEvent event).isAccepted = true ∧ (Transition.ofEvent event).event = event := by
  induction steps generalizing membership events with
  | nil =>
    cases done
    simp
  | cons next rest ih =>
    unfold runPlan at done
    cases first : membership.reconfigure next with
    | error rule => simp [first, bind, Except.bind] at done
    | ok pair =>
      obtain ⟨after, event⟩ := pair
      cases others : after.runPlan rest with
      | error rule => simp [first, others, bind, Except.bind] at done
      | ok result =>
        obtain ⟨final, more⟩ := result
        simp only [first, others, bind, Except.bind, pure, Except.pure, Except.ok.injEq, Prod.mk.injEq] at done
        obtain ⟨rfl, rfl⟩ := done
        intro told there
        rcases List.mem_cons.mp there with rfl | later
        · obtain ⟨accepted, rfl, _⟩ := reconfigure_ok first
          have same := Transition.ofEvent_same (membership.transitionTo next)
          exact ⟨by rw [Transition.isAccepted, same.broken]; exact accepted, same.event⟩
        · exact ih others told later

/-- A plan that runs adds one epoch for each step. -/
theorem runPlan_epoch {membership last : Membership} {steps : List Members} {events : List TransitionEvent}
    (done : membership.runPlan steps = .ok (last, events)) :
    last.epoch = membership.epoch + steps.length ∧ events.length = steps.length := by
  induction steps generalizing membership events with
  | nil =>
    cases done
    exact ⟨rfl, rfl⟩
  | cons next rest ih =>
    unfold runPlan at done
    cases first : membership.reconfigure next with
    | error rule => simp [first, bind, Except.bind] at done
    | ok pair =>
      obtain ⟨after, event⟩ := pair
      cases others : after.runPlan rest with
      | error rule => simp [first, others, bind, Except.bind] at done
      | ok result =>
        obtain ⟨final, more⟩ := result
        simp only [first, others, bind, Except.bind, pure, Except.pure, Except.ok.injEq, Prod.mk.injEq] at done
        obtain ⟨rfl, rfl⟩ := done
        have ⟨epoch, length⟩ := ih others
        obtain ⟨_, _, rfl⟩ := reconfigure_ok first
        simp only [List.length_cons] at *
        omega

end Membership
end Paritas
