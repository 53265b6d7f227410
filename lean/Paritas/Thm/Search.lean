module
public import Paritas.SearchAuthority
public import Paritas.SearchRun
/-!
# Theorems about searches

Which nodes are expanded, which proposals are committed, and why the threaded lane does what the canonical one does. All hold for
every graph and every query.
-/
@[expose] public section
namespace Paritas.Search

/-- A node is in the canonical batch exactly if it is open and no open node has a lower score. -/
theorem State.batch_iff (state : State) (node : Nat) (score : Score) :
    (node, score) ∈ state.batch.entries ↔
      (node, score) ∈ state.openNodes ∧ ∀ other ∈ state.openNodes, score.le other.2 = true := by
  simp only [State.batch, List.mem_filter, State.isLeast, List.all_eq_true]

/-- Scores that are at most each other are equal. -/
theorem Score.le_antisymm {left right : Score} (one : left.le right = true) (two : right.le left = true) :
    left = right := by
  cases left; cases right
  simp only [Score.le, Bool.or_eq_true, Bool.and_eq_true, decide_eq_true_eq] at one two
  simp only [Score.mk.injEq]
  omega

/-- The nodes of a batch have one score. -/
theorem State.batch_one_score (state : State) {left right : Nat × Score} (one : left ∈ state.batch.entries)
    (two : right ∈ state.batch.entries) : left.2 = right.2 := by
  have first := (state.batch_iff left.1 left.2).mp one
  have second := (state.batch_iff right.1 right.2).mp two
  exact Score.le_antisymm (first.2 right second.1) (second.2 left first.1)

/-- Pieces together are the list. -/
theorem flatten_chunks {α : Type} (width fuel : Nat) (entries : List α) (enough : entries.length ≤ fuel) :
    (chunks width fuel entries).flatten = entries := by
  induction fuel generalizing entries with
  | zero =>
    cases entries with
    | nil => simp [chunks]
    | cons first rest => simp at enough
  | succ fuel ih =>
    cases entries with
    | nil => simp [chunks]
    | cons first rest =>
      simp only [chunks, List.flatten_cons]
      rw [ih]
      · simp [List.take_append_drop]
      · simp only [List.length_drop, List.length_cons] at enough ⊢
        omega

/-- Whoever expands a batch, and in pieces of whatever width, makes the same proposals in the same order. -/
theorem Executor.generate_eq_serial {α β : Type} (executor : Executor) (expand : α → List β) (entries : List α) :
    executor.generate expand entries = Executor.serial.generate expand entries := by
  cases executor with
  | serial => rfl
  | parallel width =>
    simp only [Executor.generate]
    rw [← List.flatMap_def, ← List.flatMap_assoc]
    congr 1
    simpa [List.flatMap_id] using flatten_chunks width entries.length entries (Nat.le_refl _)

/-- A step does not depend on who expands. -/
theorem State.step_eq_serial (domain : Domain) (query : Query) (executor : Executor) (state : State) :
    state.step domain query executor = state.step domain query .serial := by
  simp only [State.step, State.expand, executor.generate_eq_serial]

/-- Nor do the rounds of a run. -/
theorem State.rounds_eq_serial (domain : Domain) (query : Query) (executor : Executor) (most : Nat) (state : State) :
    state.rounds domain query executor most = state.rounds domain query .serial most := by
  induction most generalizing state with
  | zero => rfl
  | succ most ih =>
    simp only [State.rounds, state.step_eq_serial domain query executor]
    split
    · rfl
    · rfl
    · simp only [ih]

/-- Two accepted configurations give the same rounds on every search: the threaded and the batched lanes commit, publish
and end as the canonical one. -/
theorem State.run_rounds_eq {domain : Domain} {query : Query} {state : State} {left right : Config} {most : Nat}
    {one two : Run} (first : state.run domain query left most = .ok one)
    (second : state.run domain query right most = .ok two) :
    one.rounds = two.rounds ∧ one.violation = two.violation := by
  unfold State.run at first second
  split at first
  · cases first
  · split at second
    · cases second
    · simp only [Except.ok.injEq] at first second
      subst first second
      simp only [state.rounds_eq_serial domain query left.executor, state.rounds_eq_serial domain query right.executor,
        and_self]

/-- A set with one more node. -/
theorem mem_add (node other : Nat) (nodes : List Nat) : other ∈ add node nodes ↔ other = node ∨ other ∈ nodes := by
  induction nodes with
  | nil => simp [add]
  | cons first rest ih =>
    unfold add
    split
    · simp
    · split
      · rename_i same
        subst same
        simp
      · simp only [List.mem_cons, ih]
        exact or_left_comm

/-- A set with more nodes. -/
theorem mem_addAll (more nodes : List Nat) (other : Nat) :
    other ∈ more.foldl (fun nodes node => add node nodes) nodes ↔ other ∈ more ∨ other ∈ nodes := by
  induction more generalizing nodes with
  | nil => simp
  | cons first rest ih =>
    rw [List.foldl_cons, ih, mem_add, List.mem_cons, or_left_comm, or_assoc]

/-- Applying proposals closes and opens nothing that is closed. -/
theorem State.applyAll_closed (domain : Domain) (query : Query) (all : List Proposal) (state : State) :
    (all.foldl (State.apply domain query) state).closed = state.closed := by
  have published : ∀ (other : State) (start terminal : Nat), (other.publish start terminal).closed = other.closed := by
    intro other start terminal
    unfold State.publish
    split
    · split <;> rfl
    · rfl
  have applied : ∀ (state : State) (proposal : Proposal), (state.apply domain query proposal).closed = state.closed := by
    intro state proposal
    unfold State.apply
    split
    · rfl
    · dsimp only
      split
      · rw [published]
        split <;> rfl
      · split <;> rfl
  induction all generalizing state with
  | nil => rfl
  | cons proposal rest ih => rw [List.foldl_cons, ih, applied]

/-- A step that succeeds leaves a state that shows nothing that it must not show. -/
theorem State.step_sound {domain : Domain} {query : Query} {executor : Executor} {state next : State}
    (h : state.step domain query executor = .ok (some next)) : next.violation query.start = none := by
  unfold State.step at h
  split at h
  · cases h
  · dsimp only at h
    split at h
    · cases h
    · rename_i clean
      cases h
      exact clean

/-- The claim of one step: a node with the least score is closed, and open no more, after the next step. -/
theorem State.step_services {domain : Domain} {query : Query} {executor : Executor} {state next : State}
    (h : state.step domain query executor = .ok (some next)) {node : Nat} {score : Score}
    (there : (node, score) ∈ state.openNodes) (least : ∀ other ∈ state.openNodes, score.le other.2 = true) :
    node ∈ next.closed ∧ ∀ entry ∈ next.openNodes, entry.1 ≠ node := by
  have clean := step_sound h
  have closed : node ∈ next.closed := by
    unfold State.step at h
    split at h
    · cases h
    · dsimp only at h
      split at h
      · cases h
      · cases h
        simp only [State.expand, applyAll_closed, State.activate, mem_addAll]
        exact .inl (List.mem_map.mpr ⟨_, (state.batch_iff node score).mpr ⟨there, least⟩, rfl⟩)
  refine ⟨closed, ?_⟩
  intro entry member same
  unfold State.violation at clean
  split at clean
  · cases clean
  · rename_i apart
    apply apart
    rw [List.any_eq_true]
    exact ⟨entry, member, by simpa [same] using closed⟩

/-- A proposal improves a state exactly if its target is unknown, or it is cheaper, or as cheap and from a smaller parent
than the one that the target has. -/
theorem State.improves_iff (state : State) (proposal : Proposal) :
    state.improves proposal = true ↔
      state.costs.lookup proposal.target = none ∨
      ∃ known, state.costs.lookup proposal.target = some known ∧ (proposal.cost < known ∨
        proposal.cost = known ∧ ∃ parent, state.parents.lookup proposal.target = some parent ∧
          proposal.source < parent.source) := by
  unfold State.improves
  cases state.costs.lookup proposal.target with
  | none => simp
  | some known =>
    cases state.parents.lookup proposal.target <;> simp

/-- Applying a proposal commits exactly if it improves the state. -/
theorem State.apply_commits_iff (domain : Domain) (query : Query) (state : State) (proposal : Proposal) :
    (state.apply domain query proposal).commits =
      if state.improves proposal then state.commits ++ [⟨proposal.target, proposal.source, proposal.cost⟩]
      else state.commits := by
  have published : ∀ (other : State) (start terminal : Nat), (other.publish start terminal).commits = other.commits := by
    intro other start terminal
    unfold State.publish
    split
    · split <;> rfl
    · rfl
  unfold State.apply
  cases state.improves proposal with
  | false => simp
  | true =>
    simp only [Bool.not_true, Bool.false_eq_true, ↓reduceIte]
    split
    · rw [published]
      split <;> rfl
    · split <;> rfl

/-- Lists are disjoint exactly if no element is in both. -/
theorem areDisjoint_iff {α : Type} [BEq α] [LawfulBEq α] (left right : List α) :
    areDisjoint left right = true ↔ ∀ element, element ∈ left → element ∉ right := by
  simp [areDisjoint, List.all_eq_true]

/-- Disjointness has no direction. -/
theorem areDisjoint_comm {α : Type} [BEq α] [LawfulBEq α] (left right : List α) :
    areDisjoint left right = areDisjoint right left := by
  rw [Bool.eq_iff_iff, areDisjoint_iff, areDisjoint_iff]
  exact ⟨fun h element one two => h element two one, fun h element one two => h element two one⟩

/-- Two proposals are independent exactly if six pairs of sets are disjoint. -/
theorem Authority.isIndependent_iff (left right : Authority) :
    left.isIndependent right = true ↔
      (areDisjoint left.writes.nodes right.writes.nodes = true ∧
        areDisjoint left.writes.surfaces right.writes.surfaces = true) ∧
      (areDisjoint left.writes.nodes right.reads.nodes = true ∧
        areDisjoint left.writes.surfaces right.reads.surfaces = true) ∧
      (areDisjoint right.writes.nodes left.reads.nodes = true ∧
        areDisjoint right.writes.surfaces left.reads.surfaces = true) := by
  simp only [Authority.isIndependent, Footprint.isDisjoint, Bool.and_eq_true, and_assoc]

/-- Independence has no direction. -/
theorem Authority.isIndependent_comm (left right : Authority) : left.isIndependent right = right.isIndependent left := by
  rw [Bool.eq_iff_iff, isIndependent_iff, isIndependent_iff, areDisjoint_comm left.writes.nodes right.writes.nodes,
    areDisjoint_comm left.writes.surfaces right.writes.surfaces]
  exact ⟨fun ⟨a, b, c⟩ => ⟨a, c, b⟩, fun ⟨a, b, c⟩ => ⟨a, c, b⟩⟩

/-- Two edges are independent exactly if neither target is a node of the other edge, and not both targets are results. -/
theorem Authority.ofEdge_independent_iff (query : Query) (source target otherSource otherTarget : Nat) :
    (ofEdge query source target).isIndependent (ofEdge query otherSource otherTarget) = true ↔
      target ≠ otherTarget ∧ target ≠ otherSource ∧ otherTarget ≠ source ∧
        ¬(target ∈ query.accepted ∧ otherTarget ∈ query.accepted) := by
  rw [isIndependent_iff]
  simp only [ofEdge, areDisjoint_iff, List.contains_iff_mem]
  by_cases one : target ∈ query.accepted <;> by_cases two : otherTarget ∈ query.accepted <;>
    simp [one, two] <;> omega

/-- A configuration is accepted exactly if it keeps nothing between steps, its executor and its width are those of its
profile, and it has the premises of its profile. -/
theorem Config.accepted_iff (config : Config) :
    config.error = none ↔
      config.isEphemeral = true ∧ config.profile.accepts config.executor = true ∧
      (if config.profile.isBatched then config.width > 1 else config.width = 1) ∧
      ∀ premise ∈ config.profile.neededFairness, premise ∈ config.fairness := by
  unfold Config.error
  by_cases zero : config.width = 0
  · simp [zero]
  · cases config.isEphemeral <;> cases config.profile.accepts config.executor <;>
      cases config.profile.isBatched <;> by_cases one : config.width = 1 <;>
      simp [zero, one, List.find?_eq_none] <;> omega

end Paritas.Search
