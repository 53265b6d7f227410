module
public import Paritas.Json
public import Paritas.SearchEpoch
public import Paritas.SearchRun
/-!
# Search requests

Any small search on request: a graph, a query, and what is done with it; answered with the state after each step and change,
as artifacts show states (spec 52 §8.8).
-/
@[expose] public section
namespace Paritas.Search
open Lean (Json)

/-- What is done with a search. -/
inductive Command
  | steps (most : Nat)
  | decreaseEpsilon (epsilon : Nat)
  | reconfigure (epoch : Nat) (policy : ReseedPolicy)
deriving Inhabited

/-- A search and what is done with it. -/
structure Request where
  edges : List (Nat × Nat × Nat)
  /-- What is expected of nodes; 0 of all others. -/
  expected : List (Nat × Nat)
  query : Query
  epsilon : Nat
  epoch : Nat
  commands : List Command
deriving Inhabited

/-- Most edges, accepted nodes, and steps of a request. -/
def maxRequest : Nat := 128

/-- A natural of 64 bits. -/
def readNumber (json : Json) : Except String Nat := do
  let number ← json.getNat?
  if number ≤ maxCost then return number else throw "a number exceeds 64 bits"

/-- A member that is a natural of 64 bits. -/
def numberMember (json : Json) (name : String) : Except String Nat :=
  readNumber (json.getObjValD name)

/-- Elements of a member that are read one by one; at most as many as a request may have. -/
def readMembers {α : Type} (json : Json) (name : String) (read : Json → Except String α) : Except String (List α) := do
  let elements ← arrayMember json name
  if elements.length ≤ maxRequest then elements.mapM read else throw s!"{name} has too many elements"

/-- Three numbers. -/
def readEdge (json : Json) : Except String (Nat × Nat × Nat) := do
  match (← json.getArr?).toList with
  | [source, target, cost] => return (← readNumber source, ← readNumber target, ← readNumber cost)
  | _ => throw "an edge has source, target and cost"

/-- Two numbers. -/
def readPair (json : Json) : Except String (Nat × Nat) := do
  match (← json.getArr?).toList with
  | [node, value] => return (← readNumber node, ← readNumber value)
  | _ => throw "an expectation has node and cost"

/-- The word of a policy. -/
def ReseedPolicy.word : ReseedPolicy → String
  | .startOnly => "StartOnly"
  | .preserveOpenAndIncons => "PreserveOpenAndIncons"

/-- The policy of a word. -/
def readPolicy (word : String) : Except String ReseedPolicy :=
  match [ReseedPolicy.startOnly, .preserveOpenAndIncons].find? fun policy => policy.word = word with
  | some policy => .ok policy
  | none => .error s!"unknown policy: {word}"

/-- `{"steps":n}`, `{"epsilon_milli":n}`, or `{"epoch":n,"policy":word}`. -/
def readCommand (json : Json) : Except String Command :=
  match json.getObjVal? "steps", json.getObjVal? "epsilon_milli" with
  | .ok steps, _ => do return .steps (← readNumber steps)
  | _, .ok epsilon => do return .decreaseEpsilon (← readNumber epsilon)
  | _, _ => do return .reconfigure (← numberMember json "epoch") (← readPolicy (← textMember json "policy"))

/-- The steps that a command may take. -/
def Command.work : Command → Nat
  | .steps most => most
  | .decreaseEpsilon _ | .reconfigure .. => 1

/-- A request. -/
def readRequest (json : Json) : Except String Request := do
  let anchor ← match json.getObjValD "anchor" with
    | .null => pure none
    | node => some <$> readNumber node
  let accepted ← readMembers json "accepted" readNumber
  if accepted.isEmpty then throw "the query accepts no node"
  let commands ← readMembers json "commands" readCommand
  if (commands.map Command.work).sum > maxRequest then throw "the commands have too many steps"
  return {
    edges := ← readMembers json "edges" readEdge
    expected := ← readMembers json "expected" readPair
    query := { start := ← numberMember json "start", accepted, anchor }
    epsilon := ← numberMember json "epsilon_milli"
    epoch := ← numberMember json "epoch"
    commands }

/-- What was done so far: the states, the latest first, and why there is none more. -/
structure Progress where
  state : State
  states : List State := []
  failure : Option String := none
deriving Inhabited

/-- The word of a violation. -/
def Violation.word : Violation → String
  | .openClosedOverlap => "OpenClosedOverlap"
  | .inconsNotClosed => "InconsNotClosed"
  | .parentScoreMismatch => "ParentScoreMismatch"
  | .incumbentMismatch => "IncumbentMismatch"
  | .illegalBatchWindow => "IllegalBatchWindow"

/-- One more state. -/
def Progress.to (progress : Progress) (state : State) : Progress :=
  { progress with state, states := state :: progress.states }

/-- Does one command, unless something has failed. -/
def Progress.perform (domain : Domain) (query : Query) (progress : Progress) (command : Command) : Progress :=
  if progress.failure.isSome then progress
  else
    match command with
    | .steps most =>
      let (rounds, violation) := progress.state.rounds domain query .serial most
      let walked := rounds.foldl (fun progress round => progress.to round.after) progress
      { walked with failure := violation.map Violation.word }
    | .decreaseEpsilon epsilon =>
      match progress.state.decreaseEpsilon domain query epsilon with
      | some next => progress.to next
      | none => { progress with failure := some "EpsilonIncrease" }
    | .reconfigure epoch policy => progress.to (progress.state.reconfigure domain query epoch policy)

/-- A list as JSON. -/
def listJson {α : Type} (json : α → Json) (elements : List α) : Json :=
  .arr (elements.map json).toArray

/-- A number as JSON. -/
def numberJson (number : Nat) : Json := number

/-- Numbers as JSON. -/
def pairJson (pair : Nat × Nat) : Json :=
  listJson numberJson [pair.1, pair.2]

/-- A commit as artifacts show it. -/
def Commit.toJson (commit : Commit) : Json :=
  Json.mkObj [("node", commit.node), ("parent", commit.parent), ("g_score", commit.cost)]

/-- A published result as artifacts show it. -/
def Incumbent.toJson (result : Incumbent) : Json :=
  Json.mkObj [("cost", result.cost), ("witness", listJson numberJson result.witness)]

/-- The name of the graph in an epoch. -/
def snapshotId (epoch : Nat) : String :=
  if epoch = 1 then "epoch-1" else "epoch-2"

/-- The full state as artifacts show it, and the two counters of steps. -/
def State.toJson (state : State) : Json :=
  let slice := state.slice
  Json.mkObj ([
    ("open_nodes", listJson pairJson slice.openCosts), ("closed_nodes", listJson numberJson slice.closed),
    ("g_scores", listJson pairJson slice.costs), ("parent_map", listJson pairJson slice.parents),
    ("selected_result_cost", slice.result.elim Json.null fun result => numberJson result.1),
    ("selected_result_witness", slice.result.elim Json.null fun result => listJson numberJson result.2),
    ("epoch", slice.epoch), ("phase", slice.phase),
    ("incons_nodes", listJson numberJson state.incons), ("epsilon_milli", state.epsilon),
    ("snapshot_id", snapshotId state.epoch),
    ("last_batch_nodes", listJson numberJson (state.lastBatch.elim [] Batch.nodes)),
    ("normalized_commit_trace", listJson Commit.toJson state.commits),
    ("selected_result_publication_trace", listJson Incumbent.toJson state.publications),
    ("graph_epoch_trace", listJson numberJson state.epochs),
    ("productive_steps", state.productive), ("total_scheduler_steps", state.total)]
    ++ slice.reseed.toList.map fun policy => ("latest_reseed_policy", Json.str policy.word))

/-- The answer to a request. -/
def answerRequest (json : Json) : Except String Json := do
  let request ← readRequest json
  let domain := Domain.ofEdges request.edges fun node => (request.expected.lookup node).getD 0
  let start := State.initial domain request.query request.epsilon request.epoch
  let done := request.commands.foldl (Progress.perform domain request.query) { state := start }
  return Json.mkObj [
    ("states", listJson State.toJson done.states.reverse), ("error", done.failure.elim Json.null Json.str)]

end Paritas.Search
