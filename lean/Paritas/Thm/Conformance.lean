module
public import Paritas.Thm.ConformanceRun
/-!
# Theorems about the conformance monitor

The monitor's verdicts mean runs, about every log and every protocol.
-/
@[expose] public section
namespace Paritas.Conformance

/-! ## The monitor -/

/-- Where the session stands that a monitor has followed. -/
def Monitor.config (monitor : Monitor) : Config where
  type role := monitor.types.lookup role
  queue channel := monitor.queues.on channel
  hasEnded role := role ∈ monitor.ended

private theorem findBranch_iff (label : String) (continuation : LocalType) :
    ∀ branches : LocalBranches,
      (∃ branch, findBranch label branches.toList = some branch ∧ branch.continuation = continuation) ↔
        Offers label continuation branches
  | .nil => ⟨fun ⟨_, found, _⟩ => by simp [findBranch, LocalBranches.toList] at found, nofun⟩
  | .cons ⟨name, sort⟩ payload first rest => by
    by_cases same : name = label
    · subst same
      constructor
      · rintro ⟨branch, found, rfl⟩
        simp [findBranch, LocalBranches.toList] at found
        subst found
        exact .first
      · intro offers
        cases offers with
        | first => exact ⟨⟨⟨name, sort⟩, payload, continuation⟩, by simp [findBranch, LocalBranches.toList], rfl⟩
        | later differs => exact absurd rfl differs
    · have further := findBranch_iff label continuation rest
      have : findBranch label (LocalBranches.cons ⟨name, sort⟩ payload first rest).toList =
          findBranch label rest.toList := by
        simp [findBranch, LocalBranches.toList, same]
      rw [this, further]
      constructor
      · exact fun offers => .later same offers
      · intro offers
        cases offers with
        | first => exact absurd rfl same
        | later _ offers => exact offers

private theorem next_eq_some {monitor : Monitor} {role : String} {head : LocalType} (flat : head.muHeight = 0) :
    monitor.next role = some head ↔ ∃ type, monitor.config.type role = some type ∧ type.Unfolds head := by
  simp only [Monitor.next, Monitor.config, Option.map_eq_some_iff, LocalType.unfolds_iff, flat, and_true]

private theorem config_followed (monitor : Monitor) (role : String) (continuation : LocalType) (queues : Queues)
    (queue : Channel → List String) (same : queues.on = queue) :
    Monitor.config { monitor with types := putAt role continuation monitor.types, queues } =
      { monitor.config with type := setAt monitor.config.type role (some continuation), queue } := by
  simp only [Monitor.config, Config.mk.injEq, and_true]
  exact ⟨funext fun other => lookup_putAt role other continuation monitor.types, same⟩

private theorem follow_iff {monitor after : Monitor} {role label : String} {branches : LocalBranches} {queues : Queues} :
    monitor.follow role label branches queues = some after ↔
      ∃ continuation, Offers label continuation branches ∧
        after = { monitor with types := putAt role continuation monitor.types, queues } := by
  simp only [← findBranch_iff, Monitor.follow]
  cases findBranch label branches.toList with
  | none => simp
  | some branch => simp [eq_comm]

private theorem send_iff (monitor : Monitor) (role peer label : String) (config : Config) :
    (∃ after, monitor.send role peer label = some after ∧ after.config = config) ↔
      Step monitor.config (.send role peer label) config := by
  constructor
  · rintro ⟨after, sent, rfl⟩
    unfold Monitor.send at sent
    split at sent
    · rename_i partner branches head
      split at sent
      · rename_i same
        subst same
        obtain ⟨type, there, unfolds⟩ := (next_eq_some rfl).mp head
        obtain ⟨continuation, offers, rfl⟩ := follow_iff.mp sent
        rw [config_followed _ _ _ _ _ (Queues.on_push monitor.queues ⟨role, partner⟩ label)]
        exact .send there unfolds offers
      · cases sent
    · cases sent
  · intro step
    cases step with
    | @send _ _ _ type continuation branches there unfolds offers =>
      have head : monitor.next role = some (.send peer branches) := (next_eq_some rfl).mpr ⟨type, there, unfolds⟩
      refine ⟨_, ?_, config_followed _ _ _ _ _ (Queues.on_push monitor.queues ⟨role, peer⟩ label)⟩
      simp only [Monitor.send, head, ↓reduceIte]
      exact follow_iff.mpr ⟨continuation, offers, rfl⟩

private theorem receive_iff (monitor : Monitor) (role peer label : String) (config : Config) :
    (∃ after, monitor.receive role peer label = some after ∧ after.config = config) ↔
      Step monitor.config (.receive role peer label) config := by
  constructor
  · rintro ⟨after, received, rfl⟩
    unfold Monitor.receive at received
    split at received
    · rename_i partner branches queues head popped
      split at received
      · rename_i same
        subst same
        obtain ⟨type, there, unfolds⟩ := (next_eq_some rfl).mp head
        obtain ⟨continuation, offers, rfl⟩ := follow_iff.mp received
        obtain ⟨rest, waiting, others⟩ := Queues.pop?_eq_some popped
        rw [config_followed _ _ _ _ _ others]
        exact .receive there unfolds offers waiting
      · cases received
    · cases received
  · intro step
    cases step with
    | @receive _ _ _ type continuation branches rest there unfolds offers waiting =>
      have head : monitor.next role = some (.recv peer branches) := (next_eq_some rfl).mpr ⟨type, there, unfolds⟩
      obtain ⟨queues, popped⟩ := Queues.pop?_of_head (show monitor.queues.on ⟨peer, role⟩ = label :: rest from waiting)
      obtain ⟨left, first, others⟩ := Queues.pop?_eq_some popped
      have same : left = rest := by
        have := first.symm.trans (show monitor.queues.on ⟨peer, role⟩ = label :: rest from waiting)
        simpa using this
      subst same
      refine ⟨_, ?_, config_followed _ _ _ _ _ others⟩
      simp only [Monitor.receive, head, popped, ↓reduceIte]
      exact follow_iff.mpr ⟨continuation, offers, rfl⟩

private theorem end_iff (monitor : Monitor) (role : String) (config : Config) :
    (∃ after, monitor.end_ role = some after ∧ after.config = config) ↔
      Step monitor.config (.end_ role) config := by
  have ended : ∀ monitor : Monitor, Monitor.config { monitor with ended := role :: monitor.ended } =
      { monitor.config with hasEnded := setAt monitor.config.hasEnded role True } := by
    intro monitor
    simp only [Monitor.config, Config.mk.injEq, true_and]
    funext other
    by_cases same : other = role <;> simp [setAt, same]
  constructor
  · rintro ⟨after, done, rfl⟩
    unfold Monitor.end_ at done
    split at done
    · rename_i head
      split at done
      · cases done
      · rename_i new
        cases done
        obtain ⟨type, there, unfolds⟩ := (next_eq_some rfl).mp head
        rw [ended]
        exact .end_ there unfolds new
    · cases done
  · intro step
    cases step with
    | @end_ _ type there unfolds new =>
      have head : monitor.next role = some .end_ := (next_eq_some rfl).mpr ⟨type, there, unfolds⟩
      have new : role ∉ monitor.ended := new
      exact ⟨_, by simp only [Monitor.end_, head, new, ↓reduceIte], ended monitor⟩

/-- The monitor takes an event exactly if the event is allowed, and then stands where the session stands. -/
theorem Monitor.step_iff (monitor : Monitor) (event : Event) (config : Config) :
    (∃ after, monitor.step event = some after ∧ after.config = config) ↔ Step monitor.config event config := by
  cases event with
  | send role peer label => exact send_iff monitor role peer label config
  | choose role peer label =>
    refine (send_iff monitor role peer label config).trans ⟨.choose, fun step => ?_⟩
    cases step with
    | choose step => exact step
  | receive role peer label => exact receive_iff monitor role peer label config
  | end_ role => exact end_iff monitor role config

/-- The monitor's end is the end of the session. -/
theorem Monitor.isFinal_iff (monitor : Monitor) : monitor.isFinal = true ↔ monitor.config.IsFinal := by
  simp only [Monitor.isFinal, Bool.and_eq_true, List.all_eq_true, decide_eq_true_eq, Queues.areEmpty_iff,
    Config.IsFinal]
  refine and_congr_left fun _ => ⟨fun all role type there => ?_, fun all pair there => ?_⟩
  · have head := all (role, type) (mem_of_lookup there)
    obtain ⟨found, same, unfolds⟩ := (next_eq_some rfl).mp head
    rw [same] at there
    cases there
    exact unfolds
  · obtain ⟨found, here⟩ := lookup_of_mem there
    exact (next_eq_some rfl).mpr ⟨found, here, all pair.1 found here⟩

private theorem run_cons_iff (monitor : Monitor) (event : Event) (log : List Event) (last : Config) :
    Run monitor.config (event :: log) last ↔ ∃ after, monitor.step event = some after ∧ Run after.config log last := by
  constructor
  · intro run
    cases run with
    | cons step further =>
      obtain ⟨after, taken, rfl⟩ := (monitor.step_iff event _).mpr step
      exact ⟨after, taken, further⟩
  · rintro ⟨after, taken, further⟩
    exact .cons ((monitor.step_iff event _).mp ⟨after, taken, rfl⟩) further

private theorem run_nil_iff (config last : Config) : Run config [] last ↔ config = last :=
  ⟨fun run => by cases run; rfl, fun same => same ▸ .nil⟩

private theorem complete_iff (log : List Event) : ∀ (monitor : Monitor) (index : Nat),
    monitor.verdictFrom index log = .complete ↔ ∃ last, Run monitor.config log last ∧ last.IsFinal := by
  induction log with
  | nil => simp [Monitor.verdictFrom, run_nil_iff, ← Monitor.isFinal_iff]
  | cons event log ih =>
    intro monitor index
    simp only [Monitor.verdictFrom, run_cons_iff]
    cases monitor.step event with
    | none => simp
    | some after => simp [ih]

private theorem soFar_iff (log : List Event) : ∀ (monitor : Monitor) (index : Nat),
    monitor.verdictFrom index log = .soFar ↔ ∃ last, Run monitor.config log last ∧ ¬ last.IsFinal := by
  induction log with
  | nil => simp [Monitor.verdictFrom, run_nil_iff, ← Monitor.isFinal_iff]
  | cons event log ih =>
    intro monitor index
    simp only [Monitor.verdictFrom, run_cons_iff]
    cases monitor.step event with
    | none => simp
    | some after => simp [ih]

private theorem violates_iff (log : List Event) : ∀ (monitor : Monitor) (index place : Nat),
    monitor.verdictFrom index log = .violates place ↔
      ∃ before event rest middle, log = before ++ event :: rest ∧ Run monitor.config before middle ∧
        (∀ next, ¬ Step middle event next) ∧ place = index + before.length := by
  induction log with
  | nil =>
    intro monitor index place
    by_cases final : monitor.isFinal <;> simp [Monitor.verdictFrom, final]
  | cons event log ih =>
    intro monitor index place
    simp only [Monitor.verdictFrom]
    cases taken : monitor.step event with
    | none =>
      have stuck : ∀ next, ¬ Step monitor.config event next := by
        intro next step
        obtain ⟨after, found, _⟩ := (monitor.step_iff event next).mpr step
        rw [taken] at found
        cases found
      constructor
      · intro same
        cases same
        exact ⟨[], event, log, monitor.config, rfl, .nil, stuck, rfl⟩
      · rintro ⟨before, wrong, rest, middle, same, run, never, rfl⟩
        cases before with
        | nil => simp
        | cons first before =>
          cases same
          cases run with
          | cons step _ => exact absurd step (stuck _)
    | some after =>
      simp only [ih]
      constructor
      · rintro ⟨before, wrong, rest, middle, rfl, run, never, rfl⟩
        exact ⟨event :: before, wrong, rest, middle, rfl, (run_cons_iff _ _ _ _).mpr ⟨after, taken, run⟩, never, by
          simp only [List.length_cons]; omega⟩
      · rintro ⟨before, wrong, rest, middle, same, run, never, rfl⟩
        cases before with
        | nil =>
          cases same
          rw [run_nil_iff] at run
          subst run
          exact absurd ((monitor.step_iff event _).mp ⟨after, taken, rfl⟩) (never _)
        | cons first before =>
          cases same
          obtain ⟨found, same, further⟩ := (run_cons_iff _ _ _ _).mp run
          rw [taken] at same
          cases same
          exact ⟨before, wrong, rest, middle, rfl, further, never, by simp only [List.length_cons]; omega⟩

private theorem accepts_iff (log : List Event) : ∀ (monitor : Monitor) (index : Nat),
    (∀ place, monitor.verdictFrom index log ≠ .violates place) ↔ ∃ last, Run monitor.config log last := by
  intro monitor index
  cases verdict : monitor.verdictFrom index log with
  | complete =>
    obtain ⟨last, run, _⟩ := (complete_iff log monitor index).mp verdict
    exact ⟨fun _ => ⟨last, run⟩, fun _ _ => nofun⟩
  | soFar =>
    obtain ⟨last, run, _⟩ := (soFar_iff log monitor index).mp verdict
    exact ⟨fun _ => ⟨last, run⟩, fun _ _ => nofun⟩
  | violates place =>
    refine ⟨fun never => absurd rfl (never place), fun ⟨last, run⟩ => ?_⟩
    by_cases final : last.IsFinal
    · rw [(complete_iff log monitor index).mpr ⟨last, run, final⟩] at verdict
      cases verdict
    · rw [(soFar_iff log monitor index).mpr ⟨last, run, final⟩] at verdict
      cases verdict

/-! ## Protocols -/

private theorem lookup_projections {type : GlobalType} :
    ∀ {roles : List String} {types : List (String × LocalType)}, projections type roles = .ok types →
      ∀ role projection, types.lookup role = some projection ↔ role ∈ roles ∧ type.project role = .ok projection
  | [], types, made, role, projection => by
    cases made
    simp
  | first :: rest, types, made, role, projection => by
    unfold projections at made
    split at made
    · rename_i own others here further
      cases made
      have ih := lookup_projections further role projection
      by_cases same : role = first
      · subst same
        simp [here]
      · have differs : (role == first) = false := by simpa using same
        simp [List.lookup_cons, differs, ih, same]
    · cases made
    · cases made

private theorem projections_exist {type : GlobalType} : ∀ roles : List String,
    (∃ types, projections type roles = .ok types) ↔ ∀ role, role ∈ roles → ∃ projection, type.project role = .ok projection
  | [] => by simp [projections]
  | first :: rest => by
    have ih := projections_exist (type := type) rest
    simp only [List.forall_mem_cons, ← ih, projections]
    cases type.project first with
    | error => simp
    | ok own => cases projections type rest <;> simp

/-- A monitor exists exactly for the protocols that have a projection for every role. -/
theorem Monitor.start_iff (type : GlobalType) :
    (∃ monitor, Monitor.start type = .ok monitor) ↔
      ∀ role, role ∈ type.roles → ∃ projection, type.project role = .ok projection := by
  rw [← projections_exist, Monitor.start]
  cases projections type type.roles <;> simp [Except.map]

/-- The monitor of a protocol begins where the protocol begins. -/
theorem Monitor.start_isStart {type : GlobalType} {monitor : Monitor} (started : Monitor.start type = .ok monitor) :
    monitor.config.IsStart type := by
  unfold Monitor.start at started
  cases made : projections type type.roles with
  | error role => simp [made, Except.map] at started
  | ok types =>
    simp only [made, Except.map, Except.ok.injEq] at started
    subst started
    exact ⟨lookup_projections made, fun channel => by simp [Monitor.config, Queues.on], fun role => by
      simp [Monitor.config]⟩

/-- The monitor finds no violation exactly if the log is a run of the protocol. -/
theorem Monitor.verdict_accepts_iff {type : GlobalType} {monitor : Monitor}
    (started : Monitor.start type = .ok monitor) (log : List Event) :
    (∀ place, monitor.verdict log ≠ .violates place) ↔ ∃ first last, first.IsStart type ∧ Run first log last := by
  refine (accepts_iff log monitor 0).trans
    ⟨fun ⟨last, run⟩ => ⟨_, last, start_isStart started, run⟩, fun ⟨first, last, begins, run⟩ => ?_⟩
  exact ⟨last, (start_isStart started).unique begins ▸ run⟩

/-- The monitor says "complete" exactly if the log is a run of the protocol that ends in a final configuration. -/
theorem Monitor.verdict_complete_iff {type : GlobalType} {monitor : Monitor}
    (started : Monitor.start type = .ok monitor) (log : List Event) :
    monitor.verdict log = .complete ↔ ∃ first last, first.IsStart type ∧ Run first log last ∧ last.IsFinal := by
  refine (complete_iff log monitor 0).trans
    ⟨fun ⟨last, run⟩ => ⟨_, last, start_isStart started, run⟩, fun ⟨first, last, begins, run⟩ => ?_⟩
  exact ⟨last, (start_isStart started).unique begins ▸ run⟩

/-- The monitor says "so far" exactly if the log is a run of the protocol that ends elsewhere. -/
theorem Monitor.verdict_soFar_iff {type : GlobalType} {monitor : Monitor}
    (started : Monitor.start type = .ok monitor) (log : List Event) :
    monitor.verdict log = .soFar ↔ ∃ first last, first.IsStart type ∧ Run first log last ∧ ¬ last.IsFinal := by
  refine (soFar_iff log monitor 0).trans
    ⟨fun ⟨last, run⟩ => ⟨_, last, start_isStart started, run⟩, fun ⟨first, last, begins, run⟩ => ?_⟩
  exact ⟨last, (start_isStart started).unique begins ▸ run⟩

/-- The monitor names the event of this index exactly if all events before it are a run of the protocol, after which no
step allows it. -/
theorem Monitor.verdict_violates_iff {type : GlobalType} {monitor : Monitor}
    (started : Monitor.start type = .ok monitor) (log : List Event) (place : Nat) :
    monitor.verdict log = .violates place ↔
      ∃ first before event rest middle, first.IsStart type ∧ log = before ++ event :: rest ∧ before.length = place ∧
        Run first before middle ∧ ∀ next, ¬ Step middle event next := by
  refine (violates_iff log monitor 0 place).trans ⟨?_, ?_⟩
  · rintro ⟨before, event, rest, middle, parts, run, never, at_⟩
    exact ⟨_, before, event, rest, middle, start_isStart started, parts, by omega, run, never⟩
  · rintro ⟨first, before, event, rest, middle, begins, parts, at_, run, never⟩
    exact ⟨before, event, rest, middle, parts, (start_isStart started).unique begins ▸ run, never, by omega⟩

end Paritas.Conformance
