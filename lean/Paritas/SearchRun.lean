module
public import Paritas.SearchProfile
/-!
# Search runs

Rounds of a run, what can be observed of it, and certificates of its rounds (spec 52 §8.6, §8.8).
-/
@[expose] public section
namespace Paritas.Search

/-- One step of a run. -/
structure Round where
  batch : Batch
  /-- What this step committed. -/
  commits : List Commit
  after : State
deriving Inhabited

/-- A finished run. -/
structure Run where
  config : Config
  initial : State
  rounds : List Round
  /-- The last step showed this and was taken back. -/
  violation : Option Violation := none
deriving Inhabited

/-- At most `most` steps, and what the one after the last showed. -/
def State.rounds (domain : Domain) (query : Query) (executor : Executor) :
    (most : Nat) → State → List Round × Option Violation
  | 0, _ => ([], none)
  | most + 1, state =>
    match state.step domain query executor with
    | .error violation => ([], some violation)
    | .ok none => ([], none)
    | .ok (some next) =>
      let (later, violation) := next.rounds domain query executor most
      ({ batch := state.batch, commits := next.commits.drop state.commits.length, after := next } :: later, violation)

/-- Runs a search for at most `most` steps, unless the configuration is refused. -/
def State.run (domain : Domain) (query : Query) (state : State) (config : Config) (most : Nat) :
    Except ConfigError Run :=
  match config.error with
  | some error => .error error
  | none =>
    let (rounds, violation) := state.rounds domain query config.executor most
    .ok { config, initial := state, rounds, violation }

/-- The states of a run, the initial one first. -/
def Run.states (run : Run) : List State :=
  run.initial :: run.rounds.map (·.after)

/-- The state at the end. -/
def Run.final (run : Run) : State :=
  run.states.getLastD run.initial

/-- What of a state goes into artifacts. -/
structure Slice where
  openCosts : List (Nat × Nat)
  closed : List Nat
  costs : List (Nat × Nat)
  parents : List (Nat × Nat)
  result : Option (Nat × List Nat)
  reseed : Option ReseedPolicy
  epoch : Nat
  phase : Nat
deriving DecidableEq, Inhabited

/-- The slice of a state. -/
def State.slice (state : State) : Slice where
  openCosts := state.openNodes.map fun (node, score) => (node, score.cost)
  closed := state.closed
  costs := state.costs
  parents := state.parents.map fun (node, link) => (node, link.source)
  result := state.incumbent.map fun result => (result.cost, result.witness)
  reseed := state.reseeds.getLast?
  epoch := state.epoch
  phase := state.phase

/-- What is seen of a run, without the name of its profile. -/
structure Observation where
  result : Option (Nat × List Nat)
  parents : List (Nat × Nat)
  publications : List (Nat × List Nat)
  commits : List Commit
  epochs : List Nat
  reseeds : List ReseedPolicy
  fairness : List Fairness
  productive : Nat
  total : Nat
deriving DecidableEq, Inhabited

/-- What is seen of a state under premises. -/
def State.observation (state : State) (fairness : List Fairness) : Observation where
  result := state.incumbent.map fun result => (result.cost, result.witness)
  parents := state.parents.map fun (node, link) => (node, link.source)
  publications := state.publications.map fun result => (result.cost, result.witness)
  commits := state.commits
  epochs := state.epochs
  reseeds := state.reseeds
  fairness
  productive := state.productive
  total := state.total

/-- What certifies that a round expanded the nodes with the least score. -/
structure Certificate where
  serviceBound : Nat
  epoch : Nat
  phase : Nat
  nodes : List Nat
  commits : List Commit
deriving Inhabited

/-- The certificate of a round. -/
def Round.certificate (round : Round) (profile : Profile) : Certificate where
  serviceBound := profile.serviceBound
  epoch := round.batch.epoch
  phase := round.batch.phase
  nodes := round.batch.nodes
  commits := round.commits

/-- A certificate says of a round what the round shows. -/
def Certificate.certifies (certificate : Certificate) (round : Round) : Bool :=
  certificate.serviceBound = 1 && certificate.epoch = round.after.epoch && certificate.phase = round.after.phase
    && certificate.commits = round.commits
    && round.after.lastBatch.any fun batch => certificate.nodes = batch.nodes

/-- Each certificate certifies its round, and there are as many. -/
def certifyAll : List Certificate → List Round → Bool
  | [], [] => true
  | certificate :: certificates, round :: rounds => certificate.certifies round && certifyAll certificates rounds
  | _, _ => false

end Paritas.Search
