module
public import Paritas.Search
/-!
# Scheduler profiles

Which configurations a run accepts, and what the model claims of each profile (spec 52 §7, §8.6).
-/
@[expose] public section
namespace Paritas.Search

/-- How steps are scheduled. -/
inductive Profile
  | canonicalSerial
  | threadedExactSingleLane
  | batchedParallelExact
  | batchedParallelEnvelopeBounded
deriving DecidableEq, Inhabited

/-- All, in the order of documents. -/
def Profile.all : List Profile :=
  [.canonicalSerial, .threadedExactSingleLane, .batchedParallelExact, .batchedParallelEnvelopeBounded]

/-- The member of a profile in documents. -/
def Profile.word : Profile → String
  | .canonicalSerial => "canonical_serial"
  | .threadedExactSingleLane => "threaded_exact_single_lane"
  | .batchedParallelExact => "batched_parallel_exact"
  | .batchedParallelEnvelopeBounded => "batched_parallel_envelope_bounded"

/-- What a run may be promised. -/
inductive Fairness
  | eventualLiveBatchService
  | eventualBarrierService
  | noStarvationWithinLegalWindow
  | deterministicSchedulerConfluence
deriving DecidableEq, Inhabited

/-- The word of a premise in documents. -/
def Fairness.word : Fairness → String
  | .eventualLiveBatchService => "EventualLiveBatchService"
  | .eventualBarrierService => "EventualBarrierService"
  | .noStarvationWithinLegalWindow => "NoStarvationWithinLegalWindow"
  | .deterministicSchedulerConfluence => "DeterministicSchedulerConfluence"

/-- A batch is expanded by many. -/
def Profile.isBatched : Profile → Bool
  | .batchedParallelExact | .batchedParallelEnvelopeBounded => true
  | .canonicalSerial | .threadedExactSingleLane => false

/-- The premises without which a profile does not run, in the order in which they are asked for. -/
def Profile.neededFairness : Profile → List Fairness
  | .batchedParallelEnvelopeBounded => [.eventualLiveBatchService, .noStarvationWithinLegalWindow]
  | .canonicalSerial | .threadedExactSingleLane | .batchedParallelExact => [.deterministicSchedulerConfluence]

/-- How a run is configured. -/
structure Config where
  profile : Profile
  executor : Executor
  /-- Nodes that one worker expands. -/
  width : Nat := 1
  /-- Nothing is kept from one step to the next but the state. -/
  isEphemeral : Bool := true
  fairness : List Fairness
deriving Inhabited

/-- Why a configuration is refused. -/
inductive ConfigError
  | zeroBatchWidth
  | unsupportedCachingProfile
  | requiresSerialExecutor
  | requiresNativeParallelExecutor
  | requiresBatchWidthOne
  | requiresBatchWidthGreaterThanOne
  | missingFairness (premise : Fairness)
deriving Inhabited

/-- Whether the executor is one that a profile runs with. -/
def Profile.accepts : Profile → Executor → Bool
  | .canonicalSerial, .serial => true
  | .canonicalSerial, .parallel _ => false
  | _, .parallel _ => true
  | _, .serial => false

/-- The first thing that is wrong with a configuration. -/
def Config.error (config : Config) : Option ConfigError :=
  if config.width = 0 then some .zeroBatchWidth
  else if !config.isEphemeral then some .unsupportedCachingProfile
  else if !config.profile.accepts config.executor then
    some (if config.profile = .canonicalSerial then .requiresSerialExecutor else .requiresNativeParallelExecutor)
  else if config.profile.isBatched && config.width = 1 then some .requiresBatchWidthGreaterThanOne
  else if !config.profile.isBatched && config.width != 1 then some .requiresBatchWidthOne
  else (config.profile.neededFairness.find? fun premise => !config.fairness.contains premise).map .missingFairness

/-- The plain configuration of a profile. -/
def Profile.config (profile : Profile) : Config :=
  let width := if profile.isBatched then 2 else 1
  { profile, width, fairness := profile.neededFairness
    executor := if profile = .canonicalSerial then .serial else .parallel width }

/-- How long an open node with the least score waits, in the words of the model. -/
inductive Claim
  | exactOneStep
  | exactOneStepUnderRefinement
  | premisedWindowBounded
deriving DecidableEq, Inhabited

/-- The word of a claim in documents. -/
def Claim.word : Claim → String
  | .exactOneStep => "exact_one_step"
  | .exactOneStepUnderRefinement => "exact_one_step_under_refinement"
  | .premisedWindowBounded => "premised_window_bounded"

/-- What the model claims of a profile: one step where one lane expands, and under premises where many do. -/
def Profile.claim (profile : Profile) : Claim :=
  if profile.isBatched then .premisedWindowBounded
  else if profile.accepts .serial then .exactOneStep
  else .exactOneStepUnderRefinement

/-- What certifies a claim. -/
def Claim.certificate : Claim → String
  | .exactOneStep => "current_min_key_batch"
  | .exactOneStepUnderRefinement => "current_min_key_batch_via_threaded_refinement"
  | .premisedWindowBounded => "certified_current_min_key_window"

/-- Steps after which a node with the least score has been expanded. -/
def Profile.serviceBound (_ : Profile) : Nat := 1

end Paritas.Search
