module
public import Paritas.Words
/-!
# Runtime upgrades

The artifact that tells of an upgrade, and what it promises to keep (spec 31 §10.5, 32 §8).
-/
@[expose] public section
namespace Paritas

/-- How far an upgrade has come. -/
inductive UpgradePhase
  | staged | admitted | committedCutover | rolledBack | failed
deriving DecidableEq

instance : Worded UpgradePhase where
  all := [.staged, .admitted, .committedCutover, .rolledBack, .failed]
  word
    | .staged => "staged"
    | .admitted => "admitted"
    | .committedCutover => "committed_cutover"
    | .rolledBack => "rolled_back"
    | .failed => "failed"

/-- Which execution profile runs afterwards. -/
inductive ExecutionConstraint
  | preserveBundleProfile | mixedDeterminismAllowed

instance : Worded ExecutionConstraint where
  all := [.preserveBundleProfile, .mixedDeterminismAllowed]
  word
    | .preserveBundleProfile => "preserve_bundle_profile"
    | .mixedDeterminismAllowed => "mixed_determinism_allowed"

/-- What becomes of effects that are under way. -/
inductive PendingEffectTreatment
  | preservePending | invalidateBlocked

instance : Worded PendingEffectTreatment where
  all := [.preservePending, .invalidateBlocked]
  word
    | .preservePending => "preserve_pending"
    | .invalidateBlocked => "invalidate_blocked"

/-- What becomes of canonical publications. -/
inductive PublicationContinuity
  | preserveCanonicalTruth | reissueCanonicalTruth

instance : Worded PublicationContinuity where
  all := [.preserveCanonicalTruth, .reissueCanonicalTruth]
  word
    | .preserveCanonicalTruth => "preserve_canonical_truth"
    | .reissueCanonicalTruth => "reissue_canonical_truth"

/-- What an upgrade promises to keep. -/
structure UpgradeCompatibility where
  executionConstraint : ExecutionConstraint := .preserveBundleProfile
  ownershipContinuityRequired : Bool := true
  pendingEffectTreatment : PendingEffectTreatment := .preservePending
  canonicalPublicationContinuity : PublicationContinuity := .preserveCanonicalTruth

/-- An upgrade in some phase; lists keep their order and repetitions. -/
structure RuntimeUpgrade where
  upgradeId : String := "upgrade"
  phase : UpgradePhase := .staged
  previousMembers : List String := []
  nextMembers : List String := []
  compatibility : UpgradeCompatibility := {}
  carriedPublicationIds : List String := []
  invalidatedPublicationIds : List String := []
  carriedObligationIds : List String := []
  invalidatedObligationIds : List String := []
  reason : Option String := none

end Paritas
