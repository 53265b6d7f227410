module
public import Paritas.SearchEpoch
public import Paritas.SearchRun
/-!
# The worked cases of the specification

The model runs each to the end, and the kernel compares (spec 52 §8.7, §8.11).
-/
@[expose] public section
namespace Paritas.Search

/-- What the specification tells of a case: the batches, and what the last state shows. -/
structure Told where
  batches : List (List Nat)
  commits : List (Nat × Nat × Nat)
  published : List (Nat × List Nat)
  productive : Nat
  total : Nat
  violation : Option Violation := none
deriving DecidableEq

/-- What the model tells of a search with at most `most` steps. -/
def tell (domain : Domain) (query : Query) (most : Nat) (state : State) : Told × State :=
  let (rounds, violation) := state.rounds domain query .serial most
  let last := (rounds.getLast?.map (·.after)).getD state
  ({ batches := rounds.map (·.batch.nodes)
     commits := last.commits.map fun commit => (commit.node, commit.parent, commit.cost)
     published := last.publications.map fun result => (result.cost, result.witness)
     productive := last.productive, total := last.total, violation }, last)

/-- Domain P. -/
theorem case_parity :
    let domain := Domain.ofEdges [(0, 1, 1), (0, 2, 1), (1, 4, 1), (2, 5, 1)] fun _ => 0
    let query : Query := { start := 0, accepted := [5] }
    (tell domain query 9 (.initial domain query 1000 1)).1 = {
      batches := [[0], [1, 2], [4, 5]], commits := [(1, 0, 1), (2, 0, 1), (4, 1, 2), (5, 2, 2)]
      published := [(2, [0, 2, 5])], productive := 2, total := 3 } := by
  decide +kernel

/-- Domain V. -/
theorem case_vectors :
    let domain := Domain.ofEdges [(0, 1, 1), (0, 2, 1), (1, 3, 1), (2, 3, 2)] fun _ => 0
    let query : Query := { start := 0, accepted := [3] }
    (tell domain query 9 (.initial domain query 1000 1)).1 = {
      batches := [[0], [1, 2], [3]], commits := [(1, 0, 1), (2, 0, 1), (3, 1, 2)]
      published := [(2, [0, 1, 3])], productive := 2, total := 3 } := by
  decide +kernel

/-- A tie, and a parent that is replaced. -/
theorem case_tie :
    let domain := Domain.ofEdges [(0, 1, 4), (0, 2, 1), (2, 1, 1), (1, 3, 1)] fun _ => 0
    let query : Query := { start := 0, accepted := [3] }
    let told := tell domain query 9 (.initial domain query 1000 1)
    told.1.batches = [[0], [2], [1], [3]] ∧ told.1.commits = [(1, 0, 4), (2, 0, 1), (1, 2, 2), (3, 1, 3)] ∧
      told.1.published = [(3, [0, 2, 1, 3])] ∧ told.2.slice.parents = [(1, 2), (2, 0), (3, 1)] := by
  decide +kernel

/-- A closed node is improved, and the next phase opens it again. -/
theorem case_improved :
    let domain := Domain.ofEdges [(0, 1, 3), (0, 2, 1), (2, 1, 1)] fun node => if node = 2 then 4 else 0
    let query : Query := { start := 0, accepted := [1] }
    let told := tell domain query 9 (.initial domain query 3000 1)
    told.1.batches = [[0], [1], [2]] ∧ told.1.published = [(3, [0, 1]), (2, [0, 2, 1])] ∧ told.2.incons = [1] ∧
      (told.2.decreaseEpsilon domain query 1000).any fun next =>
        next.phase = 1 ∧ next.openNodes = [(1, ⟨2000, 2⟩)] ∧ next.closed = [] ∧ next.incons = [] ∧
          let later := (tell domain query 1 next).1
          later.batches = [[1]] ∧ later.commits = told.1.commits ∧ later.productive = 2 ∧ later.total = 4 := by
  decide +kernel

/-- A closed inner node is improved, and its child keeps the old cost. -/
theorem case_failClosed :
    let domain := Domain.ofEdges [(0, 1, 3), (0, 2, 1), (2, 1, 1), (1, 3, 1)] fun node => if node = 2 then 4 else 0
    let query : Query := { start := 0, accepted := [3] }
    let told := (tell domain query 9 (.initial domain query 3000 1)).1
    told.batches = [[0], [1], [3]] ∧ told.violation = some .parentScoreMismatch := by
  decide +kernel

/-- A published way is replaced by one that is as cheap. -/
theorem case_incumbent :
    let domain := Domain.ofEdges [(3, 5, 1), (5, 9, 1), (3, 1, 1), (1, 5, 0)] fun node => if node = 1 then 10 else 0
    let query : Query := { start := 3, accepted := [9] }
    let told := (tell domain query 9 (.initial domain query 1000 1)).1
    told.batches = [[3], [5], [9]] ∧ told.violation = some .incumbentMismatch := by
  decide +kernel

/-- A change of epoch that keeps the start alone: one phase more, the start open, costs forgotten. -/
theorem case_barrier :
    let domain := Domain.ofEdges [(0, 1, 1), (0, 2, 1), (1, 4, 1), (2, 5, 1)] fun _ => 0
    let query : Query := { start := 0, accepted := [5] }
    let moved := (tell domain query 2 (.initial domain query 1000 1)).2.reconfigure domain query 2 .startOnly
    moved.epoch = 2 ∧ moved.phase = 1 ∧ moved.openNodes = [(0, ⟨0, 0⟩)] ∧ moved.costs = [(0, 0)] ∧
      moved.epochs = [1, 2] ∧ moved.incumbent = none ∧ moved.commits.length = 4 := by
  decide +kernel

end Paritas.Search
