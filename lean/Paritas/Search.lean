module
/-!
# Searches

What a search keeps, which nodes it expands together, and what one step does (spec 52 §8.1–§8.3). Nodes, epochs and costs
are naturals. Maps are lists that ascend by key.
-/
@[expose] public section
namespace Paritas.Search

/-- Costs end here. -/
def maxCost : Nat := 2 ^ 64 - 1

/-- The sum of two costs, at most the greatest. -/
def addCost (left right : Nat) : Nat :=
  min (left + right) maxCost

/-- A way out of a node. -/
structure Edge where
  target : Nat
  cost : Nat
deriving DecidableEq, Inhabited

/-- What is searched. -/
structure Domain where
  successors : (epoch node : Nat) → List Edge
  /-- What the way from a node to a goal is expected to cost. -/
  heuristic : (epoch node goal : Nat) → Nat

/-- A graph with edges (source, target, cost) and an expectation for each node, whatever the epoch and the goal. -/
def Domain.ofEdges (edges : List (Nat × Nat × Nat)) (expected : (node : Nat) → Nat) : Domain where
  successors _ node := edges.filterMap fun (source, target, cost) => if source = node then some ⟨target, cost⟩ else none
  heuristic _ node _ := expected node

/-- What is looked for: goals, or candidates with the node that the heuristic is asked about. -/
structure Query where
  start : Nat
  /-- Any of these is a result. -/
  accepted : List Nat
  anchor : Option Nat := none
deriving Inhabited

/-- What the way from a node to a result is expected to cost. -/
def Query.heuristic (query : Query) (domain : Domain) (epoch node : Nat) : Nat :=
  match query.anchor with
  | some anchor => domain.heuristic epoch node anchor
  | none => ((query.accepted.map (domain.heuristic epoch node)).min?).getD 0

/-- By what open nodes are ordered. -/
structure Score where
  /-- Known cost plus weighted expectation, in thousandths. -/
  priority : Nat
  cost : Nat
deriving DecidableEq, Inhabited

/-- The order of scores: by priority, then by cost. -/
def Score.le (left right : Score) : Bool :=
  left.priority < right.priority || (left.priority = right.priority && left.cost ≤ right.cost)

/-- The score of a node that is reached at a cost. `epsilon` weighs the heuristic, in thousandths. -/
def Query.score (query : Query) (domain : Domain) (epsilon epoch node cost : Nat) : Score :=
  ⟨cost * 1000 + query.heuristic domain epoch node * epsilon, cost⟩

/-- Puts a value under a key, in the place of the value that was there. -/
def put {α : Type} (key : Nat) (value : α) : List (Nat × α) → List (Nat × α)
  | [] => [(key, value)]
  | (other, old) :: rest =>
    if key < other then (key, value) :: (other, old) :: rest
    else if key = other then (key, value) :: rest
    else (other, old) :: put key value rest

/-- A set of nodes with one more. -/
def add (node : Nat) : List Nat → List Nat
  | [] => [node]
  | other :: rest =>
    if node < other then node :: other :: rest
    else if node = other then other :: rest
    else other :: add node rest

/-- From where a node is reached, and what the last edge costs. -/
structure Link where
  source : Nat
  cost : Nat
deriving DecidableEq, Inhabited

/-- A node got a better way. -/
structure Commit where
  node : Nat
  parent : Nat
  cost : Nat
deriving DecidableEq, Inhabited

/-- The best result so far. -/
structure Incumbent where
  terminal : Nat
  cost : Nat
  /-- The way from the start to the terminal. -/
  witness : List Nat
deriving DecidableEq, Inhabited

/-- Nodes that are expanded together, with their scores. -/
structure Batch where
  entries : List (Nat × Score)
  epoch : Nat
  phase : Nat
deriving DecidableEq, Inhabited

/-- Its nodes, ascending. -/
def Batch.nodes (batch : Batch) : List Nat :=
  batch.entries.map (·.1)

/-- What a change of epoch keeps. -/
inductive ReseedPolicy
  | startOnly
  | preserveOpenAndIncons
deriving DecidableEq, Inhabited

/-- A search between two steps. -/
structure State where
  openNodes : List (Nat × Score)
  closed : List Nat := []
  /-- Closed nodes that got a better way since. -/
  incons : List Nat := []
  /-- What the best known way to a node costs. -/
  costs : List (Nat × Nat)
  parents : List (Nat × Link) := []
  incumbent : Option Incumbent := none
  epsilon : Nat
  epoch : Nat
  phase : Nat := 0
  lastBatch : Option Batch := none
  expansions : Nat := 0
  batches : Nat := 0
  /-- Steps that committed something. -/
  productive : Nat := 0
  /-- All steps. -/
  total : Nat := 0
  /-- In order, as the next three. -/
  commits : List Commit := []
  publications : List Incumbent := []
  epochs : List Nat
  reseeds : List ReseedPolicy := []
deriving DecidableEq, Inhabited

/-- A search before its first step. -/
def State.initial (domain : Domain) (query : Query) (epsilon epoch : Nat) : State :=
  { openNodes := [(query.start, query.score domain epsilon epoch query.start 0)], costs := [(query.start, 0)]
    epsilon, epoch, epochs := [epoch] }

/-- Whether no open node has a lower score. -/
def State.isLeast (state : State) (score : Score) : Bool :=
  state.openNodes.all fun (_, other) => score.le other

/-- The canonical batch: all open nodes with the least score. -/
def State.batch (state : State) : Batch :=
  { entries := state.openNodes.filter fun (_, score) => state.isLeast score, epoch := state.epoch, phase := state.phase }

/-- A way to a node that a batch suggests. -/
structure Proposal where
  /-- The place of the expanded node in its batch. -/
  index : Nat
  source : Nat
  target : Nat
  edgeCost : Nat
  /-- The cost of the whole way. -/
  cost : Nat
deriving Inhabited

/-- Puts an edge behind all that do not lead to a greater node. -/
def insertEdge (edge : Edge) : List Edge → List Edge
  | [] => [edge]
  | other :: rest => if edge.target < other.target then edge :: other :: rest else other :: insertEdge edge rest

/-- What the expansion of one node suggests, by target. -/
def proposals (domain : Domain) (epoch : Nat) : (Nat × Score) × Nat → List Proposal
  | ((source, score), index) =>
    ((domain.successors epoch source).foldl (fun sorted edge => insertEdge edge sorted) []).map fun edge =>
      { index, source, target := edge.target, edgeCost := edge.cost, cost := addCost score.cost edge.cost }

/-- Cuts a list into pieces of a width; zero counts as one. `fuel` is as long as the list. -/
def chunks {α : Type} (width : Nat) : (fuel : Nat) → List α → List (List α)
  | 0, _ | _, [] => []
  | fuel + 1, first :: rest => (first :: rest.take (width - 1)) :: chunks width fuel (rest.drop (width - 1))

/-- Who expands a batch. -/
inductive Executor
  | serial
  | parallel (width : Nat)
deriving Inhabited

/-- All that an executor makes of the entries of a batch, in the order of the batch. -/
def Executor.generate {α β : Type} (executor : Executor) (expand : α → List β) (entries : List α) : List β :=
  match executor with
  | .serial => entries.flatMap expand
  | .parallel width => ((chunks width entries.length entries).map fun chunk => chunk.flatMap expand).flatten

/-- The order of proposals for one target: by cost, then by source, then by place. -/
def Proposal.precedes (left right : Proposal) : Bool :=
  left.cost < right.cost
    || (left.cost = right.cost
      && (left.source < right.source || (left.source = right.source && left.index < right.index)))

/-- The best proposal so far of each target, with one more. -/
def keepBest (best : List (Nat × Proposal)) (proposal : Proposal) : List (Nat × Proposal) :=
  match best.lookup proposal.target with
  | some known => if proposal.precedes known then put proposal.target proposal best else best
  | none => put proposal.target proposal best

/-- The best proposal of each target, by target; of equal ones the first. -/
def normalise (all : List Proposal) : List Proposal :=
  (all.foldl keepBest []).map (·.2)

/-- Whether a proposal is better than what is known: cheaper, or as cheap from a smaller parent. -/
def State.improves (state : State) (proposal : Proposal) : Bool :=
  match state.costs.lookup proposal.target with
  | none => true
  | some known =>
    proposal.cost < known || (proposal.cost = known
      && (state.parents.lookup proposal.target).any fun parent => proposal.source < parent.source)

/-- The way from the start to a node, before `tail`; it has at most `fuel` nodes. -/
def State.path (state : State) (start : Nat) : (fuel node : Nat) → (tail : List Nat) → Option (List Nat)
  | 0, _, _ => none
  | fuel + 1, node, tail =>
    if node = start then some (node :: tail)
    else (state.parents.lookup node).bind fun link => state.path start fuel link.source (node :: tail)

/-- The way from the start to a node. -/
def State.witness (state : State) (start node : Nat) : Option (List Nat) :=
  state.path start (state.parents.length + 1) node []

/-- The order of ways: by their nodes, from the start on. -/
def precedesWitness : List Nat → List Nat → Bool
  | _, [] => false
  | [], _ :: _ => true
  | left :: lefts, right :: rights => left < right || (left = right && precedesWitness lefts rights)

/-- Whether a result takes the place of the best so far. -/
def isBetterResult (incumbent : Option Incumbent) (cost : Nat) (witness : List Nat) : Bool :=
  incumbent.all fun known => cost < known.cost || (cost = known.cost && precedesWitness witness known.witness)

/-- Publishes the way to an accepted node if it is better than the best so far. -/
def State.publish (state : State) (start terminal : Nat) : State :=
  match state.costs.lookup terminal, state.witness start terminal with
  | some cost, some witness =>
    if isBetterResult state.incumbent cost witness then
      let result : Incumbent := { terminal, cost, witness }
      { state with incumbent := some result, publications := state.publications ++ [result] }
    else state
  | _, _ => state

/-- Applies a proposal if it is better than what is known. -/
def State.apply (domain : Domain) (query : Query) (state : State) (proposal : Proposal) : State :=
  if !state.improves proposal then state
  else
    let target := proposal.target
    let commit : Commit := { node := target, parent := proposal.source, cost := proposal.cost }
    let reached := { state with
      costs := put target proposal.cost state.costs
      parents := put target { source := proposal.source, cost := proposal.edgeCost } state.parents
      commits := state.commits ++ [commit] }
    let placed :=
      if state.closed.contains target then
        { reached with
          incons := add target state.incons
          openNodes := state.openNodes.filter (·.1 != target) }
      else
        { reached with
          incons := state.incons.filter (· != target)
          openNodes := put target (query.score domain state.epsilon state.epoch target proposal.cost) state.openNodes }
    if query.accepted.contains target then placed.publish query.start target else placed

/-- What a state must not show. -/
inductive Violation
  | openClosedOverlap
  | inconsNotClosed
  | parentScoreMismatch
  | incumbentMismatch
  | illegalBatchWindow
deriving DecidableEq, Inhabited

/-- Every parent and its edge give exactly the cost that is known. -/
def State.parentsAgree (state : State) : Bool :=
  state.parents.all fun (node, link) =>
    match state.costs.lookup link.source, state.costs.lookup node with
    | some before, some cost => before + link.cost = cost
    | _, _ => false

/-- The best result is what the state knows about its terminal. -/
def State.incumbentAgrees (state : State) (start : Nat) : Bool :=
  state.incumbent.all fun result =>
    state.costs.lookup result.terminal = some result.cost && state.witness start result.terminal = some result.witness

/-- The batch has one score and is of this epoch. -/
def Batch.isLegal (batch : Batch) (epoch : Nat) : Bool :=
  batch.epoch = epoch && batch.entries.all fun entry => batch.entries.all fun other => entry.2 = other.2

/-- The first thing that a state must not show. -/
def State.violation (state : State) (start : Nat) : Option Violation :=
  if state.openNodes.any fun entry => state.closed.contains entry.1 then some .openClosedOverlap
  else if state.incons.any fun node => !state.closed.contains node then some .inconsNotClosed
  else if !state.parentsAgree then some .parentScoreMismatch
  else if !state.incumbentAgrees start then some .incumbentMismatch
  else if state.lastBatch.any fun batch => !batch.isLegal state.epoch then some .illegalBatchWindow
  else none

/-- The state in which the nodes of a batch are closed. -/
def State.activate (state : State) (batch : Batch) : State :=
  { state with
    openNodes := state.openNodes.filter fun entry => !batch.nodes.contains entry.1
    closed := batch.nodes.foldl (fun closed node => add node closed) state.closed
    lastBatch := some batch
    total := state.total + 1 }

/-- The state after a batch, before it is looked over. -/
def State.expand (domain : Domain) (query : Query) (executor : Executor) (state : State) : State :=
  let batch := state.batch
  let suggested := executor.generate (proposals domain state.epoch) batch.entries.zipIdx
  let applied := (normalise suggested).foldl (State.apply domain query) (state.activate batch)
  { applied with
    expansions := applied.expansions + batch.entries.length
    batches := applied.batches + 1
    productive := applied.productive + if applied.commits.length > state.commits.length then 1 else 0 }

/-- One step; nothing without an open node. -/
def State.step (domain : Domain) (query : Query) (executor : Executor) (state : State) :
    Except Violation (Option State) :=
  if state.openNodes.isEmpty then .ok none
  else
    let next := state.expand domain query executor
    match next.violation query.start with
    | some violation => .error violation
    | none => .ok (some next)

end Paritas.Search
