module
public import Paritas.Search
/-!
# Phases and epochs

A smaller weight of the heuristic begins a phase, another graph an epoch (spec 52 §8.4).
-/
@[expose] public section
namespace Paritas.Search

/-- Nodes as open ones, with fresh scores; an unknown cost counts as 0. -/
def State.reopen (domain : Domain) (query : Query) (state : State) (nodes : List Nat) : List (Nat × Score) :=
  nodes.map fun node =>
    (node, query.score domain state.epsilon state.epoch node ((state.costs.lookup node).getD 0))

/-- All nodes that are open or inconsistent. -/
def State.pending (state : State) : List Nat :=
  state.incons.foldl (fun nodes node => add node nodes) (state.openNodes.map (·.1))

/-- The next phase, with a smaller weight; the same state if the weight stays. A greater weight is refused. -/
def State.decreaseEpsilon (domain : Domain) (query : Query) (state : State) (epsilon : Nat) : Option State :=
  if epsilon > state.epsilon then none
  else if epsilon = state.epsilon then some state
  else
    let next := { state with
      epsilon, phase := state.phase + 1, closed := [], incons := [], lastBatch := none }
    some { next with openNodes := next.reopen domain query state.pending }

/-- A node and all from which it is reached, up to the start. -/
def State.ancestors (state : State) (start : Nat) : (fuel node : Nat) → List Nat
  | 0, _ => []
  | fuel + 1, node =>
    if node = start then [node]
    else node :: ((state.parents.lookup node).elim [] fun link => state.ancestors start fuel link.source)

/-- The next epoch. Costs of edges are not asked for again. -/
def State.reconfigure (domain : Domain) (query : Query) (state : State) (epoch : Nat) (policy : ReseedPolicy) : State :=
  let moved := { state with
    epoch, phase := state.phase + 1, epochs := state.epochs ++ [epoch], reseeds := state.reseeds ++ [policy]
    closed := [], incons := [], lastBatch := none, incumbent := none }
  match policy with
  | .startOnly =>
    let cleared := { moved with costs := [(query.start, 0)], parents := [] }
    { cleared with openNodes := cleared.reopen domain query [query.start] }
  | .preserveOpenAndIncons =>
    let seeds := add query.start state.pending
    let retained := seeds.flatMap fun seed => state.ancestors query.start (state.parents.length + 1) seed
    let kept := { moved with
      costs := state.costs.filter fun entry => retained.contains entry.1
      parents := state.parents.filter fun entry => retained.contains entry.1 && retained.contains entry.2.source }
    { kept with openNodes := kept.reopen domain query seeds }

end Paritas.Search
