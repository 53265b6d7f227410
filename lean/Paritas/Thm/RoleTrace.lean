module
public import Paritas.RoleTrace
public import Paritas.Thm.Queues
/-!
# Theorems about traces as the roles see them

Two traces in which every role does the same are one trace up to the order of neighbours that have nothing to do with each
other. Queues are functions here, and what a trace does is told by rules.
-/
@[expose] public section
namespace Paritas.RoleTrace

/-! ## What a trace does -/

/-- What one event does to the queues. -/
inductive Happens : (Channel → List String) → Event → (Channel → List String) → Prop
  /-- The label goes to the end of the queue. -/
  | send {queue : Channel → List String} {sender receiver label : String} :
    Happens queue (.send sender receiver label)
      (setAt queue ⟨sender, receiver⟩ (queue ⟨sender, receiver⟩ ++ [label]))
  /-- The label leaves the front of the queue. -/
  | receive {queue : Channel → List String} {sender receiver label : String} {rest : List String} :
    queue ⟨sender, receiver⟩ = label :: rest →
      Happens queue (.receive receiver sender label) (setAt queue ⟨sender, receiver⟩ rest)

/-- What a trace does to the queues. -/
inductive Runs : (Channel → List String) → List Event → (Channel → List String) → Prop
  /-- Nothing. -/
  | nil {queue : Channel → List String} : Runs queue [] queue
  /-- What its first event does, and then the others. -/
  | cons {queue next last : Channel → List String} {event : Event} {trace : List Event} :
    Happens queue event next → Runs next trace last → Runs queue (event :: trace) last

/-- In a trace that begins with these queues, every receive takes the oldest message of its queue. -/
def WellFormed (queue : Channel → List String) (trace : List Event) : Prop :=
  ∃ last, Runs queue trace last

/-- `second` is the receive that takes what `first` sends, when they happen one after the other: nothing else waits. -/
inductive Takes : (Channel → List String) → Event → Event → Prop
  /-- The send, and the receive of its message. -/
  | message {queue : Channel → List String} {sender receiver label : String} :
    queue ⟨sender, receiver⟩ = [] →
      Takes queue (.send sender receiver label) (.receive receiver sender label)

/-- Neighbours of different roles, not a send and the receive that takes it. -/
def Independent (queue : Channel → List String) (first second : Event) : Prop :=
  first.role ≠ second.role ∧ ¬ Takes queue first second

/-- Two independent neighbours of a trace change places. -/
inductive Swap : (Channel → List String) → List Event → List Event → Prop
  /-- The first two. -/
  | here {queue : Channel → List String} {first second : Event} {rest : List Event} :
    Independent queue first second → Swap queue (first :: second :: rest) (second :: first :: rest)
  /-- Two behind the first. -/
  | later {queue next : Channel → List String} {event : Event} {left right : List Event} :
    Happens queue event next → Swap next left right → Swap queue (event :: left) (event :: right)

/-- Any number of swaps, one after the other. -/
inductive Swaps (queue : Channel → List String) : List Event → List Event → Prop
  /-- None. -/
  | refl {trace : List Event} : Swaps queue trace trace
  /-- One, and then the others. -/
  | step {left middle right : List Event} : Swap queue left middle → Swaps queue middle right → Swaps queue left right

/-! ## The executable part -/

/-- An event has one effect at most. -/
theorem Happens.unique {queue left right : Channel → List String} {event : Event}
    (one : Happens queue event left) (other : Happens queue event right) : left = right := by
  cases one with
  | send => cases other; rfl
  | receive waiting =>
    cases other with
    | receive waiting' => cases waiting.symm.trans waiting'; rfl

private theorem Event.run_iff (queues : Queues) (event : Event) (next : Channel → List String) :
    (∃ after, event.run queues = some after ∧ after.on = next) ↔ Happens queues.on event next := by
  cases event with
  | send sender receiver label =>
    constructor
    · rintro ⟨after, ran, rfl⟩
      cases ran
      rw [Queues.on_push]
      exact .send
    · intro happens
      cases happens
      exact ⟨_, rfl, Queues.on_push queues ⟨sender, receiver⟩ label⟩
  | receive receiver sender label =>
    constructor
    · rintro ⟨after, ran, rfl⟩
      obtain ⟨rest, waiting, same⟩ := Queues.pop?_eq_some ran
      rw [same]
      exact .receive waiting
    · intro happens
      cases happens with
      | receive waiting =>
        obtain ⟨after, popped⟩ := Queues.pop?_of_head waiting
        obtain ⟨rest, waiting', same⟩ := Queues.pop?_eq_some popped
        cases waiting.symm.trans waiting'
        exact ⟨after, popped, same⟩

/-- A trace is run exactly as the rules tell. -/
theorem run_iff (trace : List Event) : ∀ (queues : Queues) (last : Channel → List String),
    (∃ after, run queues trace = some after ∧ after.on = last) ↔ Runs queues.on trace last := by
  induction trace with
  | nil =>
    intro queues last
    constructor
    · rintro ⟨after, ran, rfl⟩
      cases ran
      exact .nil
    · intro runs
      cases runs
      exact ⟨queues, rfl, rfl⟩
  | cons event trace ih =>
    intro queues last
    constructor
    · rintro ⟨after, ran, rfl⟩
      unfold run at ran
      split at ran
      · rename_i next happens
        exact .cons ((event.run_iff queues next.on).mp ⟨next, happens, rfl⟩) ((ih next after.on).mp ⟨after, ran, rfl⟩)
      · cases ran
    · intro runs
      cases runs with
      | cons happens further =>
        obtain ⟨next, ran, rfl⟩ := (event.run_iff queues _).mpr happens
        obtain ⟨after, rest, same⟩ := (ih next last).mpr further
        exact ⟨after, by simp [run, ran, rest], same⟩

/-- The check decides what it is called. -/
theorem isWellFormed_iff (queues : Queues) (trace : List Event) :
    isWellFormed queues trace = true ↔ WellFormed queues.on trace := by
  unfold isWellFormed WellFormed
  constructor
  · intro some_
    obtain ⟨after, ran⟩ := Option.isSome_iff_exists.mp some_
    exact ⟨after.on, (run_iff trace queues after.on).mp ⟨after, ran, rfl⟩⟩
  · rintro ⟨last, runs⟩
    obtain ⟨after, ran, _⟩ := (run_iff trace queues last).mpr runs
    simp [ran]

private theorem mem_eraseDups {α : Type} [DecidableEq α] {value : α} : ∀ list : List α, value ∈ list.eraseDups ↔ value ∈ list
  | [] => by simp
  | first :: rest => by
    rw [List.eraseDups_cons, List.mem_cons, mem_eraseDups (rest.filter fun other => !other == first), List.mem_filter,
      List.mem_cons]
    by_cases same : value = first <;> simp [same]
termination_by list => list.length
decreasing_by exact Nat.lt_succ_of_le (List.length_filter_le _ rest)

/-- The check decides whether every role did the same, also the roles that occur in one of the traces only. -/
theorem roleEquivalent_iff (left right : List Event) :
    roleEquivalent left right = true ↔ ∀ role, ofRole role left = ofRole role right := by
  have none : ∀ {role : String} {trace : List Event}, (∀ event ∈ trace, event.role ≠ role) → ofRole role trace = [] := by
    intro role trace absent
    simpa [ofRole, List.filter_eq_nil_iff] using absent
  simp only [roleEquivalent, List.all_eq_true, decide_eq_true_eq, mem_eraseDups, List.mem_map, List.mem_append]
  constructor
  · intro all role
    by_cases there : ∃ event, (event ∈ left ∨ event ∈ right) ∧ event.role = role
    · exact all role there
    · rw [none fun event here same => there ⟨event, .inl here, same⟩,
        none fun event here same => there ⟨event, .inr here, same⟩]
  · exact fun all role _ => all role

/-! ## Swaps -/

/-- Independent neighbours may happen in either order, with the same effect; then they are independent again. -/
theorem Independent.comm {queue next last : Channel → List String} {first second : Event}
    (independent : Independent queue first second) (one : Happens queue first next) (other : Happens next second last) :
    ∃ between, Happens queue second between ∧ Happens between first last ∧ Independent queue second first := by
  obtain ⟨roles, takes⟩ := independent
  have apart : ∀ {takes' : Prop}, ¬ takes' → second.role ≠ first.role ∧ ¬ takes' := fun never => ⟨roles.symm, never⟩
  cases one with
  | @send sender receiver label =>
    cases other with
    | @send sender' receiver' label' =>
      have differs : (⟨sender, receiver⟩ : Channel) ≠ ⟨sender', receiver'⟩ := fun same => roles (by cases same; rfl)
      refine ⟨_, .send, ?_, apart nofun⟩
      rw [setAt_other differs.symm, setAt_comm differs]
      have := @Happens.send (setAt queue ⟨sender', receiver'⟩ (queue ⟨sender', receiver'⟩ ++ [label'])) sender receiver label
      rwa [setAt_other differs] at this
    | @receive sender' receiver' label' rest waiting =>
      by_cases same : (⟨sender, receiver⟩ : Channel) = ⟨sender', receiver'⟩
      · cases same
        rw [setAt_self] at waiting
        cases before : queue ⟨sender, receiver⟩ with
        | nil =>
          rw [before] at waiting
          cases waiting
          exact absurd (.message before) takes
        | cons oldest others =>
          rw [before] at waiting
          cases waiting
          refine ⟨_, .receive before, ?_, apart nofun⟩
          rw [setAt_setAt]
          have := @Happens.send (setAt queue ⟨sender, receiver⟩ others) sender receiver label
          rwa [setAt_self, setAt_setAt] at this
      · rw [setAt_other (Ne.symm same)] at waiting
        refine ⟨_, .receive waiting, ?_, apart nofun⟩
        rw [setAt_comm same]
        have := @Happens.send (setAt queue ⟨sender', receiver'⟩ rest) sender receiver label
        rwa [setAt_other same] at this
  | @receive sender receiver label rest waiting =>
    cases other with
    | @send sender' receiver' label' =>
      have never : ¬ Takes queue (.send sender' receiver' label') (.receive receiver sender label) := by
        intro taken
        cases taken with
        | message empty =>
          rw [empty] at waiting
          cases waiting
      refine ⟨_, .send, ?_, apart never⟩
      by_cases same : (⟨sender, receiver⟩ : Channel) = ⟨sender', receiver'⟩
      · cases same
        rw [setAt_self, setAt_setAt]
        have := @Happens.receive (setAt queue ⟨sender, receiver⟩ (queue ⟨sender, receiver⟩ ++ [label'])) sender receiver
          label (rest ++ [label']) (by rw [setAt_self, waiting]; rfl)
        rwa [setAt_setAt] at this
      · rw [setAt_other (Ne.symm same), setAt_comm same]
        exact .receive (by rw [setAt_other same, waiting])
    | @receive sender' receiver' label' rest' waiting' =>
      have differs : (⟨sender, receiver⟩ : Channel) ≠ ⟨sender', receiver'⟩ := fun same => roles (by cases same; rfl)
      rw [setAt_other differs.symm] at waiting'
      refine ⟨_, .receive waiting', ?_, apart nofun⟩
      rw [setAt_comm differs]
      exact .receive (by rw [setAt_other differs, waiting])

/-- A swap keeps a trace well-formed, with the same queues at the end; and it can be undone. -/
theorem Swap.runs {queue last : Channel → List String} {left right : List Event} (swap : Swap queue left right)
    (runs : Runs queue left last) : Runs queue right last ∧ Swap queue right left := by
  induction swap generalizing last with
  | here independent =>
    cases runs with
    | cons one runs =>
      cases runs with
      | cons other runs =>
        obtain ⟨between, first, second, again⟩ := independent.comm one other
        exact ⟨.cons first (.cons second runs), .here again⟩
  | later happens _ ih =>
    cases runs with
    | cons happens' runs =>
      cases happens.unique happens'
      obtain ⟨further, back⟩ := ih runs
      exact ⟨.cons happens further, .later happens back⟩

/-- Swaps keep a trace well-formed, with the same queues at the end. -/
theorem Swaps.runs {queue last : Channel → List String} {left right : List Event} (swaps : Swaps queue left right)
    (runs : Runs queue left last) : Runs queue right last := by
  induction swaps with
  | refl => exact runs
  | step swap _ ih => exact ih (swap.runs runs).1

/-- Swaps keep a trace well-formed. -/
theorem Swaps.wellFormed {queue : Channel → List String} {left right : List Event} (swaps : Swaps queue left right)
    (wellFormed : WellFormed queue left) : WellFormed queue right :=
  wellFormed.imp fun _ => swaps.runs

private theorem Swaps.trans {queue : Channel → List String} {left middle right : List Event}
    (one : Swaps queue left middle) (other : Swaps queue middle right) : Swaps queue left right := by
  induction one with
  | refl => exact other
  | step swap _ ih => exact .step swap (ih other)

private theorem Swaps.later {queue next : Channel → List String} {event : Event} {left right : List Event}
    (happens : Happens queue event next) (swaps : Swaps next left right) :
    Swaps queue (event :: left) (event :: right) := by
  induction swaps with
  | refl => exact .refl
  | step swap _ ih => exact .step (.later happens swap) ih

/-- Swaps of a well-formed trace can be undone. -/
theorem Swaps.symm {queue last : Channel → List String} {left right : List Event} (swaps : Swaps queue left right)
    (runs : Runs queue left last) : Swaps queue right left := by
  induction swaps with
  | refl => exact .refl
  | step swap _ ih =>
    obtain ⟨further, back⟩ := swap.runs runs
    exact (ih further).trans (.step back .refl)

/-! ## The roles -/

/-- No role sees a swap. -/
theorem Swap.ofRole {queue : Channel → List String} {left right : List Event} (swap : Swap queue left right)
    (role : String) : ofRole role left = ofRole role right := by
  induction swap with
  | @here _ first second rest independent =>
    by_cases one : first.role = role
    · have other : second.role ≠ role := fun same => independent.1 (one.trans same.symm)
      simp [RoleTrace.ofRole, one, other]
    · by_cases other : second.role = role <;> simp [RoleTrace.ofRole, one, other]
  | later _ _ ih =>
    simp only [RoleTrace.ofRole, List.filter_cons] at ih ⊢
    rw [ih]

private theorem Swaps.ofRole {queue : Channel → List String} {left right : List Event} (swaps : Swaps queue left right)
    (role : String) : ofRole role left = ofRole role right := by
  induction swaps with
  | refl => rfl
  | step swap _ ih => exact (swap.ofRole role).trans ih

/-- What can happen can still happen after an event of another role. -/
theorem Happens.kept {queue next after : Channel → List String} {event other : Event}
    (can : Happens queue event after) (differs : other.role ≠ event.role) (happens : Happens queue other next) :
    ∃ last, Happens next event last := by
  cases can with
  | send => exact ⟨_, .send⟩
  | @receive sender receiver label rest waiting =>
    cases happens with
    | @send sender' receiver' label' =>
      by_cases same : (⟨sender, receiver⟩ : Channel) = ⟨sender', receiver'⟩
      · cases same
        exact ⟨_, .receive (by rw [setAt_self, waiting]; rfl)⟩
      · exact ⟨_, .receive (by rw [setAt_other same, waiting])⟩
    | @receive sender' receiver' label' rest' waiting' =>
      have apart : (⟨sender, receiver⟩ : Channel) ≠ ⟨sender', receiver'⟩ :=
        fun same => differs (by cases same; rfl)
      exact ⟨_, .receive (by rw [setAt_other apart, waiting])⟩

/-- An event that can happen first comes to the front by swaps, when no event of its role stands before it. -/
private theorem Swaps.toFront {event : Event} {rest : List Event} :
    ∀ {queue after last : Channel → List String} {before : List Event}, Happens queue event after →
      (∀ other ∈ before, other.role ≠ event.role) → Runs queue (before ++ event :: rest) last →
      Swaps queue (before ++ event :: rest) (event :: (before ++ rest))
  | _, _, _, [], _, _, _ => .refl
  | queue, _, _, other :: before, can, differs, runs => by
    cases runs with
    | cons happens runs =>
      have apart : other.role ≠ event.role := differs other List.mem_cons_self
      obtain ⟨_, can'⟩ := can.kept apart happens
      have further := toFront can' (fun one there => differs one (List.mem_cons_of_mem _ there)) runs
      refine (further.later happens).trans (.step (.here ⟨apart, fun takes => ?_⟩) .refl)
      cases takes with
      | message empty =>
        cases can with
        | receive waiting =>
          rw [empty] at waiting
          cases waiting

private theorem swaps_of_ofRole : ∀ {left right : List Event} {queue last last' : Channel → List String},
    Runs queue left last → Runs queue right last' → (∀ role, ofRole role left = ofRole role right) →
      Swaps queue right left
  | [], [], _, _, _, _, _, _ => .refl
  | [], event :: right, _, _, _, _, _, same => by
    have := same event.role
    simp [RoleTrace.ofRole] at this
  | event :: left, right, queue, last, last', runs, runs', same => by
    have own : ofRole event.role (event :: left) = event :: ofRole event.role left := by
      simp [RoleTrace.ofRole]
    obtain ⟨before, rest, rfl, absent, _⟩ := List.filter_eq_cons_iff.mp ((same event.role).symm.trans own)
    have differs : ∀ other ∈ before, other.role ≠ event.role := by simpa using absent
    cases runs with
    | cons happens runs =>
      have front := Swaps.toFront happens differs runs'
      cases front.runs runs' with
      | cons happens' runs' =>
        cases happens.unique happens'
        have others : ∀ role, ofRole role left = ofRole role (before ++ rest) := by
          intro role
          have := (same role).trans (front.ofRole role)
          by_cases mine : event.role = role <;> simpa [RoleTrace.ofRole, List.filter_cons, mine] using this
        exact front.trans ((swaps_of_ofRole runs runs' others).later happens)

/-- Two traces that are well-formed from the same queues are the same for every role exactly if one becomes the other by
swaps of independent neighbours. -/
theorem ofRole_iff_swaps {queue : Channel → List String} {left right : List Event} (one : WellFormed queue left)
    (other : WellFormed queue right) :
    (∀ role, ofRole role left = ofRole role right) ↔ Swaps queue left right := by
  obtain ⟨last, runs⟩ := one
  obtain ⟨last', runs'⟩ := other
  exact ⟨fun same => swaps_of_ofRole runs' runs fun role => (same role).symm, fun swaps role => swaps.ofRole role⟩

/-- Where the check finds two traces well-formed, it finds them equivalent exactly if one becomes the other by swaps of
independent neighbours. -/
theorem roleEquivalent_iff_swaps {queues : Queues} {left right : List Event} (one : isWellFormed queues left = true)
    (other : isWellFormed queues right = true) :
    roleEquivalent left right = true ↔ Swaps queues.on left right :=
  (roleEquivalent_iff left right).trans
    (ofRole_iff_swaps ((isWellFormed_iff queues left).mp one) ((isWellFormed_iff queues right).mp other))

end Paritas.RoleTrace
