module
public import Paritas.Commutativity
public import Paritas.Thm.TraceNormalization
/-!
# Theorems about traces up to commutativity

Inside a segment, only the order within each session counts.
-/
@[expose] public section
namespace Paritas

/-- A list of sessions with one more. -/
theorem mem_insertSession (session other : Nat) (sessions : List Nat) :
    other ∈ insertSession session sessions ↔ other = session ∨ other ∈ sessions := by
  induction sessions with
  | nil => simp [insertSession]
  | cons first rest ih =>
    unfold insertSession
    split
    · simp
    · split
      · rename_i same
        subst same
        simp
      · simp only [List.mem_cons, ih]
        exact or_left_comm

/-- Sessions stay ascending. -/
theorem insertSession_ascends {session : Nat} {sessions : List Nat} (sorted : sessions.Pairwise (· < ·)) :
    (insertSession session sessions).Pairwise (· < ·) := by
  induction sessions with
  | nil => exact List.pairwise_singleton _ _
  | cons first rest ih =>
    obtain ⟨above, later⟩ := List.pairwise_cons.mp sorted
    unfold insertSession
    split
    · rename_i lower
      refine List.pairwise_cons.mpr ⟨?_, sorted⟩
      intro other member
      rcases List.mem_cons.mp member with here | behind
      · omega
      · have := above other behind
        omega
    · split
      · exact sorted
      · refine List.pairwise_cons.mpr ⟨?_, ih later⟩
        intro other member
        rcases (mem_insertSession _ _ _).mp member with here | behind
        · omega
        · exact above other behind

/-- Two ascending lists with the same elements are equal. -/
theorem ascending_ext {left right : List Nat} (one : left.Pairwise (· < ·)) (two : right.Pairwise (· < ·))
    (same : ∀ element, element ∈ left ↔ element ∈ right) : left = right := by
  induction left generalizing right with
  | nil =>
    cases right with
    | nil => rfl
    | cons first rest => exact absurd ((same first).mpr (.head _)) List.not_mem_nil
  | cons first rest ih =>
    cases right with
    | nil => exact absurd ((same first).mp (.head _)) List.not_mem_nil
    | cons other others =>
      obtain ⟨above, rest_sorted⟩ := List.pairwise_cons.mp one
      obtain ⟨aboveOther, others_sorted⟩ := List.pairwise_cons.mp two
      have equal : first = other := by
        rcases List.mem_cons.mp ((same first).mp (.head _)) with here | behind
        · exact here
        · rcases List.mem_cons.mp ((same other).mpr (.head _)) with here | later
          · exact here.symm
          · have := above other later
            have := aboveOther first behind
            omega
      subst equal
      congr 1
      apply ih rest_sorted others_sorted
      intro element
      constructor
      · intro member
        rcases List.mem_cons.mp ((same element).mp (.tail _ member)) with here | behind
        · have := above element member
          omega
        · exact behind
      · intro member
        rcases List.mem_cons.mp ((same element).mpr (.tail _ member)) with here | behind
        · have := aboveOther element member
          omega
        · exact behind

variable {α : Type} [TraceEvent α]

/-- The sessions of events are those in which there is an event. -/
theorem mem_sessionsOf (session : Nat) (events : List α) :
    session ∈ sessionsOf events ↔ ofSession session events ≠ [] := by
  unfold sessionsOf ofSession
  induction events with
  | nil => simp
  | cons event rest ih =>
    cases h : TraceEvent.session event with
    | none => simp [h, ih]
    | some other =>
      by_cases same : other = session
      · subst same
        simp [h, mem_insertSession]
      · have aside : session ≠ other := fun equal => same equal.symm
        simp [h, mem_insertSession, same, aside, ih]

/-- The sessions of events ascend. -/
theorem sessionsOf_ascends (events : List α) : (sessionsOf events).Pairwise (· < ·) := by
  unfold sessionsOf
  induction events.filterMap TraceEvent.session with
  | nil => exact List.Pairwise.nil
  | cons session rest ih => exact insertSession_ascends ih

/-- More turns than there are events change nothing. -/
theorem takeTurns_more {β : Type} (turns more : Nat) (lists : List (List β)) (enough : ∀ list ∈ lists, list.length ≤ turns) :
    takeTurns (turns + more) lists = takeTurns turns lists := by
  induction turns generalizing lists with
  | zero =>
    have empty : ∀ list ∈ lists, list = [] := fun list member => List.eq_nil_of_length_eq_zero (by
      have := enough list member
      omega)
    have still : ∀ (turns : Nat) (lists : List (List β)), (∀ list ∈ lists, list = []) → takeTurns turns lists = [] := by
      intro turns
      induction turns with
      | zero => intro lists _; rfl
      | succ turns ih =>
        intro lists empty
        unfold takeTurns
        rw [ih]
        · simp only [List.append_nil, List.filterMap_eq_nil_iff]
          intro list member
          rw [empty list member]
          rfl
        · intro list member
          obtain ⟨one, there, rfl⟩ := List.mem_map.mp member
          rw [empty one there]
          rfl
    rw [still _ _ empty, still _ _ empty]
  | succ turns ih =>
    rw [Nat.succ_add]
    unfold takeTurns
    rw [ih]
    intro list member
    obtain ⟨one, there, rfl⟩ := List.mem_map.mp member
    have := enough one there
    simp only [List.length_tail]
    omega

/-- Events that are the same in every session take the same turns. -/
theorem roundRobin_eq {left right : List α} (same : ∀ session, ofSession session left = ofSession session right) :
    roundRobin left = roundRobin right := by
  have sessions : sessionsOf left = sessionsOf right :=
    ascending_ext (sessionsOf_ascends left) (sessionsOf_ascends right) fun session => by
      rw [mem_sessionsOf, mem_sessionsOf, same session]
  have lists : (sessionsOf left).map (fun session => ofSession session left) =
      (sessionsOf right).map fun session => ofSession session right := by
    rw [sessions]
    exact List.map_congr_left fun session _ => same session
  have short : ∀ (events : List α), ∀ list ∈ (sessionsOf events).map (fun session => ofSession session events),
      list.length ≤ events.length := by
    intro events list member
    obtain ⟨session, _, rfl⟩ := List.mem_map.mp member
    exact List.length_filter_le _ _
  have one := takeTurns_more left.length right.length _ (short left)
  have two := takeTurns_more right.length left.length _ (short right)
  unfold roundRobin
  rw [← one, ← two, lists, Nat.add_comm]

/-- Two traces with the same barriers in the same places, between which every session does the same. -/
def EqualUpToTurns (left right : List α × List (α × List α)) : Prop :=
  (∀ session, ofSession session left.1 = ofSession session right.1) ∧
    left.2.map (·.1) = right.2.map (·.1) ∧
    ∀ session, left.2.map (fun segment => ofSession session segment.2) =
      right.2.map fun segment => ofSession session segment.2

/-- Segments that are equal up to turns have the same form. -/
theorem flatMap_roundRobin_eq (left right : List (α × List α)) (barriers : left.map (·.1) = right.map (·.1))
    (same : ∀ session, left.map (fun segment => ofSession session segment.2) =
      right.map fun segment => ofSession session segment.2) :
    left.flatMap (fun (barrier, events) => barrier :: roundRobin events) =
      right.flatMap fun (barrier, events) => barrier :: roundRobin events := by
  induction left generalizing right with
  | nil =>
    cases right with
    | nil => rfl
    | cons _ _ => simp at barriers
  | cons first rest ih =>
    cases right with
    | nil => simp at barriers
    | cons other others =>
      simp only [List.map_cons, List.cons.injEq] at barriers same
      simp only [List.flatMap_cons]
      rw [barriers.1, roundRobin_eq fun session => (same session).1,
        ih others barriers.2 fun session => (same session).2]

/-- A barrier begins a segment. -/
theorem segments_none {event : α} (rest : List α) (h : TraceEvent.session event = none) :
    segments (event :: rest) = ([], (event, (segments rest).1) :: (segments rest).2) := by
  simp [segments, h]

/-- Another event belongs to the segment in front. -/
theorem segments_some {event : α} {session : Nat} (rest : List α) (h : TraceEvent.session event = some session) :
    segments (event :: rest) = (event :: (segments rest).1, (segments rest).2) := by
  simp [segments, h]

/-- The events of a session in lists, numbered one list after the other. -/
def numberedLists (first : Nat) : List (List α) → List (List α)
  | [] => []
  | events :: rest => numbered first events :: numberedLists (first + events.length) rest

/-- Normalisation keeps the barriers, and numbers the events of a session one segment after the other. -/
theorem segments_normaliseFrom [LawfulTraceEvent α] (counters : Nat → Nat) (trace : List α) (session : Nat) :
    ofSession session (segments (normaliseFrom counters trace)).1 =
        numbered (counters session) (ofSession session (segments trace).1) ∧
      (segments (normaliseFrom counters trace)).2.map (·.1) = (segments trace).2.map (·.1) ∧
      (segments (normaliseFrom counters trace)).2.map (fun segment => ofSession session segment.2) =
        numberedLists (counters session + (ofSession session (segments trace).1).length)
          ((segments trace).2.map fun segment => ofSession session segment.2) := by
  induction trace generalizing counters with
  | nil => exact ⟨rfl, rfl, rfl⟩
  | cons event rest ih =>
    cases h : TraceEvent.session event with
    | none =>
      obtain ⟨first, barriers, later⟩ := ih counters
      have unfolded : normaliseFrom counters (event :: rest) = event :: normaliseFrom counters rest := by
        simp only [normaliseFrom, h]
      rw [unfolded, segments_none _ h, segments_none _ h]
      refine ⟨rfl, by simp [barriers], ?_⟩
      simp only [List.map_cons, numberedLists, first, later]
      rfl
    | some other =>
      obtain ⟨first, barriers, later⟩ :=
        ih fun one => if one = other then counters other + 1 else counters one
      have moved := LawfulTraceEvent.session_atTick (counters other) event
      rw [h] at moved
      have unfolded : normaliseFrom counters (event :: rest) = TraceEvent.atTick (counters other) event
          :: normaliseFrom (fun one => if one = other then counters other + 1 else counters one) rest := by
        simp only [normaliseFrom, h]
      rw [unfolded, segments_some _ moved, segments_some _ h]
      by_cases same : session = other
      · subst same
        simp only [↓reduceIte] at first later
        have one : ∀ events : List α, ofSession session (event :: events) = event :: ofSession session events := by
          intro events
          simp [ofSession, h]
        have two : ∀ events : List α, ofSession session (TraceEvent.atTick (counters session) event :: events) =
            TraceEvent.atTick (counters session) event :: ofSession session events := by
          intro events
          simp [ofSession, moved]
        refine ⟨?_, barriers, ?_⟩
        · rw [one, two, first]
          rfl
        · rw [one, later, List.length_cons]
          congr 1
          omega
      · have aside : other ≠ session := fun equal => same equal.symm
        simp only [same, ↓reduceIte] at first later
        have one : ∀ events : List α, ofSession session (event :: events) = ofSession session events := by
          intro events
          simp [ofSession, h, aside]
        have two : ∀ events : List α, ofSession session (TraceEvent.atTick (counters other) event :: events) =
            ofSession session events := by
          intro events
          simp [ofSession, moved, aside]
        refine ⟨?_, barriers, ?_⟩
        · rw [one, two, first]
        · rw [one, later]

/-- Two traces with the same barriers, between which every session does the same in its own order, have one commutativity
form: how the sessions interleave between barriers cannot be seen in it. -/
theorem commutativityForm_eq [LawfulTraceEvent α] {left right : List α}
    (same : EqualUpToTurns (segments left) (segments right)) : commutativityForm left = commutativityForm right := by
  obtain ⟨first, barriers, later⟩ := same
  have one := segments_normaliseFrom (fun _ => 0) left
  have two := segments_normaliseFrom (fun _ => 0) right
  unfold commutativityForm normalise
  dsimp only
  rw [roundRobin_eq (right := (segments (normaliseFrom (fun _ => 0) right)).1), flatMap_roundRobin_eq]
  · rw [(one 0).2.1, (two 0).2.1, barriers]
  · intro session
    rw [(one session).2.2, (two session).2.2, first, later]
  · intro session
    rw [(one session).1, (two session).1, first]

/-- The example of the specification: two orders of the sessions 1 and 2 have one form, and a barrier keeps them apart. -/
theorem case_turns :
    let at_ (session : Nat) (label : String) (tick : Nat) : Event := .sent tick ⟨session, "A", "B"⟩ label
    let form := [at_ 1 "a" 0, at_ 2 "b" 0, at_ 1 "c" 1, at_ 2 "d" 1]
    let halt : Event := .halted 9 0
    commutativityForm [at_ 1 "a" 3, at_ 2 "b" 4, at_ 2 "d" 5, at_ 1 "c" 6] = form ∧
      commutativityForm [at_ 2 "b" 3, at_ 1 "a" 4, at_ 1 "c" 5, at_ 2 "d" 6] = form ∧
      commutativityForm [at_ 1 "a" 3, at_ 1 "c" 4, halt, at_ 2 "b" 5, at_ 2 "d" 6] =
        [at_ 1 "a" 0, at_ 1 "c" 1, halt, at_ 2 "b" 0, at_ 2 "d" 1] :=
  ⟨rfl, rfl, rfl⟩

end Paritas
