module
public import Paritas.Answer
public import Paritas.Words
/-!
# Claims of a protocol bundle, and the rules they may break

Of a bundle's claims only liveness and three distributed slots are judged (spec 32 §3, §6). What is not claimed, or cannot
be read, is absent; a slot without readable members is the same as no slot.
-/
@[expose] public section
namespace Paritas

/-- Who is scheduled next (spec 32 §3.2). -/
inductive Scheduler
  | cooperative | roundRobin | priority | progressAware
deriving DecidableEq

instance : Worded Scheduler where
  all := [.cooperative, .roundRobin, .priority, .progressAware]
  word
    | .cooperative => "Cooperative"
    | .roundRobin => "RoundRobin"
    | .priority => "Priority"
    | .progressAware => "ProgressAware"

/-- What is known about delays (spec 32 §3.2). -/
inductive Timing
  | asynchronous | partialSynchrony | synchronous
deriving DecidableEq

instance : Worded Timing where
  all := [.asynchronous, .partialSynchrony, .synchronous]
  word
    | .asynchronous => "Asynchronous"
    | .partialSynchrony => "PartialSynchrony"
    | .synchronous => "Synchronous"

/-- The claim of progress. -/
structure LivenessClaim where
  scheduler : Option Scheduler := none
  progressRequired : Bool := false

/-- How many roles may crash, and whether the others are deterministic. -/
structure FlpClaim where
  crashBound : Option Nat := none
  requiresDeterminism : Bool := false

/-- Sizes of quorums among `n` members. Whether quorums are majorities, weighted or flexible is not looked at. -/
structure QuorumClaim where
  n : Nat
  quorumSize : Nat
  intersectionSize : Nat

/-- Whether delays are bounded. -/
structure SynchronyClaim where
  timing : Option Timing := none
  deltaBound : Option Nat := none

/-- The claims that are judged. -/
structure BundleClaims where
  liveness : LivenessClaim := {}
  flp : FlpClaim := {}
  /-- Only when all three sizes are there. -/
  quorum : Option QuorumClaim := none
  synchrony : SynchronyClaim := {}

/-- What makes claims unacceptable. -/
inductive BundleRule
  | badQuorum | deadlockRisk | unboundedWait

/-- Two quorums may fail to meet. -/
def QuorumClaim.isBad (claim : QuorumClaim) : Bool :=
  claim.intersectionSize = 0 || 2 * claim.quorumSize ≤ claim.n

/-- Whether the claims break the rule (spec 32 §6.2). -/
def BundleRule.isBroken (claims : BundleClaims) : BundleRule → Bool
  | .badQuorum => claims.quorum.any (·.isBad)
  | .deadlockRisk =>
    claims.flp.crashBound.any (· > 0) && claims.flp.requiresDeterminism
      && claims.liveness.scheduler = some .cooperative && claims.liveness.progressRequired
  | .unboundedWait =>
    claims.synchrony.timing = some .asynchronous && claims.synchrony.deltaBound.isNone
      && claims.liveness.progressRequired

/-- The rules, in the order of an answer. -/
def BundleRule.all : List BundleRule := [.badQuorum, .deadlockRisk, .unboundedWait]

/-- The rules that the claims break. -/
def BundleClaims.broken (claims : BundleClaims) : List BundleRule :=
  BundleRule.all.filter (·.isBroken claims)

/-- A bundle is valid when its claims break no rule. -/
def BundleClaims.isValid (claims : BundleClaims) : Bool := claims.broken.isEmpty

/-- What is said of a bundle that breaks the rule. -/
def BundleRule.issue : BundleRule → Issue
  | .badQuorum => {
      code := "bundle.bad_quorum", path := "claims.distributed.quorum_geometry"
      message := "quorum geometry must guarantee non-empty intersection and majority overlap" }
  | .deadlockRisk => {
      code := "bundle.deadlock_risk", path := "claims.liveness"
      message := "cooperative progress claims with crash-bound FLP assumptions are rejected in the executable verifier" }
  | .unboundedWait => {
      code := "bundle.unbounded_wait", path := "claims.distributed.partial_synchrony"
      message := "progress-required bundles must provide a bounded synchrony window" }

end Paritas
