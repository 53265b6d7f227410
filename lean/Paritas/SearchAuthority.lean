module
public import Paritas.Search
/-!
# Independence

What a proposal reads and writes, and when two may be applied in any order (spec 52 §8.5).
-/
@[expose] public section
namespace Paritas.Search

/-- A part of the state that belongs to no node. -/
inductive Surface
  | incumbent
  | batchWindow
  | phase
  | graphEpoch
deriving DecidableEq, Inhabited

/-- What is touched. -/
structure Footprint where
  nodes : List Nat
  surfaces : List Surface
deriving Inhabited

/-- What is read and written. -/
structure Authority where
  reads : Footprint
  writes : Footprint
deriving Inhabited

/-- What a proposal for an edge reads and writes. -/
def Authority.ofEdge (query : Query) (source target : Nat) : Authority where
  reads := { nodes := [source, target], surfaces := [.batchWindow, .phase, .graphEpoch] }
  writes := { nodes := [target], surfaces := if query.accepted.contains target then [.incumbent] else [] }

/-- Nothing is in both lists. -/
def areDisjoint {α : Type} [BEq α] (left right : List α) : Bool :=
  left.all fun element => !right.contains element

/-- Nothing is touched by both. -/
def Footprint.isDisjoint (left right : Footprint) : Bool :=
  areDisjoint left.nodes right.nodes && areDisjoint left.surfaces right.surfaces

/-- Neither writes what the other writes or reads. -/
def Authority.isIndependent (left right : Authority) : Bool :=
  left.writes.isDisjoint right.writes && left.writes.isDisjoint right.reads && right.writes.isDisjoint left.reads

/-- The targets of edges out of a batch that may all be reached in any order: each edge that is independent of all taken
before. -/
def independentTargets (domain : Domain) (query : Query) (batch : Batch) : List Nat :=
  let edges := batch.nodes.flatMap fun node => (domain.successors batch.epoch node).map fun edge => (node, edge.target)
  let taken := edges.foldl (init := []) fun (taken : List (Nat × Authority)) (source, target) =>
    let authority := Authority.ofEdge query source target
    if taken.all fun other => authority.isIndependent other.2 then taken ++ [(target, authority)] else taken
  taken.map (·.1)

end Paritas.Search
