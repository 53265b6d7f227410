module
public import Paritas.Json
public import Paritas.ProtocolBundle
public import Paritas.ReconfigurationTransition
public import Paritas.RuntimeUpgrade
public import Paritas.SemanticObjects
public import Paritas.TheoremBoundary
/-!
# What the machine validator answers

The operations `verifyProtocolBundle`, `validateReconfigurationTransition` and `inspectCapabilityModel` (spec 32 §5–§8).
Every payload has an answer: a member that is absent or of another type has its default, and a list with one wrong element
is empty.
-/
@[expose] public section
namespace Paritas
open Lean (Json)

/-! ## Lenient readers -/

/-- A text, if the member is one. -/
def text? (json : Json) (name : String) : Option String := (textMember json name).toOption

/-- A natural number without a bound, if the member is one. -/
def natural? (json : Json) (name : String) : Option Nat := (naturalMember json name).toOption

/-- A truth value, if the member is one. -/
def flag? (json : Json) (name : String) : Option Bool := ((json.getObjValD name).getBool?).toOption

/-- The elements of a member that is an array of nothing else; otherwise none. -/
def elements {α : Type} (read : Json → Except String α) (json : Json) (name : String) : List α :=
  ((arrayMember json name >>= (·.mapM read)).toOption).getD []

/-- An array of texts. -/
def texts (json : Json) (name : String) : List String := elements Json.getStr? json name

/-- A constant, if the member is a text with its word. -/
def constant? {α : Type} [Worded α] (json : Json) (name : String) : Option α := text? json name >>= Worded.ofWord?

/-- A constant; a text that is no word of the family is refused, anything else has the default. -/
def constantOr {α : Type} [Worded α] (default : α) (subject : String) (json : Json) (name : String) : Except String α :=
  match text? json name with
  | none => .ok default
  | some text => (Worded.ofWord? text).elim (.error s!"unknown {subject}: {text}") .ok

/-! ## Writers -/

/-- An array of texts. -/
def textsJson (texts : List String) : Json := .arr (texts.map Json.str).toArray

/-- A text or nothing. -/
def textOrNull (text : Option String) : Json := text.elim .null .str

/-- A negative verdict has issues. -/
def verdict (artifacts : List (String × Json)) (issues : List Issue) : Json :=
  Json.mkObj [
    ("artifacts", Json.mkObj artifacts), ("errors", .arr (issues.map (·.toJson)).toArray), ("valid", issues.isEmpty)]

/-! ## Bundles -/

/-- The claims of a bundle that are judged. -/
def readClaims (bundle : Json) : BundleClaims :=
  let claims := bundle.getObjValD "claims"
  let liveness := claims.getObjValD "liveness"
  let distributed := claims.getObjValD "distributed"
  let flp := distributed.getObjValD "flp"
  let quorum := distributed.getObjValD "quorum_geometry"
  let synchrony := distributed.getObjValD "partial_synchrony"
  { liveness := ⟨constant? liveness "scheduler", flag? liveness "progress_required" = some true⟩
    flp := ⟨natural? flp "crash_bound", flag? flp "requires_determinism" = some true⟩
    quorum := do
      return ⟨← natural? quorum "n", ← natural? quorum "quorum_size", ← natural? quorum "intersection_size"⟩
    synchrony := ⟨constant? synchrony "timing", natural? synchrony "delta_bound"⟩ }

/-- A row of the ledger; words for an assumption only where there are any. -/
def TheoremRow.toJson (row : TheoremRow) : Json :=
  let assumption := row.assumption.elim [] fun text => [("assumption_boundary", Json.str text)]
  Json.mkObj (assumption ++ [
    ("key", .str row.key), ("usage_class", .str (Worded.word row.usage)),
    ("consumed_by_rust_runtime_admission", .bool row.consumedByRuntime),
    ("consumed_by_lean_runtime_gate", .bool row.consumedByModel)])

/-- The operation `verifyProtocolBundle`. -/
def verifyProtocolBundle (bundle : Json) : Json :=
  let broken := (readClaims bundle).broken
  verdict [
    ("mode", "deterministic_bundle_verifier"), ("error_count", broken.length),
    ("rust_runtime_critical_transport_theorem_keys", textsJson TheoremRow.runtimeKeys),
    ("runtime_critical_transport_theorems_explicit", .bool (TheoremRow.ledger.all (·.isExplicit))),
    ("transported_theorem_boundary", .arr (TheoremRow.ledger.map (·.toJson)).toArray)] (broken.map (·.issue))

/-! ## Changes of membership -/

/-- The change that a payload asks about. -/
def readTransition (payload : Json) : Transition :=
  let policy := payload.getObjValD "policy"
  { artifactId := (text? payload "artifact_id").getD "reconfiguration"
    policy := ⟨flag? policy "dynamic_membership" = some true, flag? policy "overlap_required" = some true⟩
    startingEpoch := (natural? payload "starting_epoch").getD 0
    previous := .ofList (texts payload "previous_members")
    next := .ofList (texts payload "next_members") }

/-- The event as JSON. -/
def TransitionEvent.toJson (event : TransitionEvent) : Json :=
  Json.mkObj [
    ("artifact_id", event.artifactId), ("epoch", event.epoch),
    ("previous_members", textsJson event.previousMembers), ("next_members", textsJson event.nextMembers),
    ("added_members", textsJson event.addedMembers), ("removed_members", textsJson event.removedMembers),
    ("overlap_preserved", event.overlapPreserved), ("dynamic_membership", event.dynamicMembership),
    ("overlap_required", event.overlapRequired)]

/-- The operation `validateReconfigurationTransition`. -/
def validateReconfigurationTransition (payload : Json) : Json :=
  let transition := readTransition payload
  verdict [("mode", "deterministic_reconfiguration_validator"), ("event", transition.event.toJson)]
    (transition.broken.map (·.issue))

/-! ## Capability models -/

/-- The path of a payload. -/
def readFinalization (path : Json) : Except String FinalizationPath := do
  return {
    operationId := (text? path "operation_id").getD "operation"
    session := natural? path "session"
    ownerId := text? path "owner_id"
    readClass := ← constantOr .none_ "finalization read class" path "read_class"
    observedReadIds := texts path "observed_read_ids"
    authoritativeReadIds := texts path "authoritative_read_ids"
    proofIds := texts path "proof_ids"
    canonicalHandleIds := texts path "canonical_handle_ids"
    publicationIds := texts path "publication_ids"
    invalidatedByHandoffIds := elements Json.getNat? path "invalidated_by_handoff_ids"
    rejectedPublicationIds := texts path "rejected_publication_ids" }

/-- The upgrade of a payload, whose compatibility is flat. -/
def readUpgrade (upgrade : Json) : Except String RuntimeUpgrade := do
  let phase ← constantOr .staged "transition artifact phase" upgrade "phase"
  let compatibility := {
    executionConstraint := ←
      constantOr .preserveBundleProfile "runtime upgrade execution constraint" upgrade "execution_constraint"
    ownershipContinuityRequired := (flag? upgrade "ownership_continuity_required").getD true
    pendingEffectTreatment := ←
      constantOr .preservePending "pending effect treatment" upgrade "pending_effect_treatment"
    canonicalPublicationContinuity := ←
      constantOr .preserveCanonicalTruth "canonical publication continuity" upgrade "canonical_publication_continuity" }
  return {
    upgradeId := (text? upgrade "upgrade_id").getD "upgrade"
    phase, compatibility
    previousMembers := texts upgrade "previous_members"
    nextMembers := texts upgrade "next_members"
    carriedPublicationIds := texts upgrade "carried_publication_ids"
    invalidatedPublicationIds := texts upgrade "invalidated_publication_ids"
    carriedObligationIds := texts upgrade "carried_obligation_ids"
    invalidatedObligationIds := texts upgrade "invalidated_obligation_ids"
    reason := text? upgrade "reason" }

/-- The path as JSON, with its stage. -/
def FinalizationPath.toJson (path : FinalizationPath) : Json :=
  Json.mkObj [
    ("operation_id", path.operationId), ("session", path.session.elim .null fun session => session),
    ("owner_id", textOrNull path.ownerId), ("read_class", Worded.word path.readClass),
    ("stage", Worded.word path.stage),
    ("observed_read_ids", textsJson path.observedReadIds),
    ("authoritative_read_ids", textsJson path.authoritativeReadIds),
    ("proof_ids", textsJson path.proofIds), ("canonical_handle_ids", textsJson path.canonicalHandleIds),
    ("publication_ids", textsJson path.publicationIds),
    ("invalidated_by_handoff_ids", .arr (path.invalidatedByHandoffIds.map fun id => Json.num (.fromNat id)).toArray),
    ("rejected_publication_ids", textsJson path.rejectedPublicationIds)]

/-- The compatibility as JSON. -/
def UpgradeCompatibility.toJson (compatibility : UpgradeCompatibility) : Json :=
  Json.mkObj [
    ("execution_constraint", Worded.word compatibility.executionConstraint),
    ("ownership_continuity_required", compatibility.ownershipContinuityRequired),
    ("pending_effect_treatment", Worded.word compatibility.pendingEffectTreatment),
    ("canonical_publication_continuity", Worded.word compatibility.canonicalPublicationContinuity)]

/-- The upgrade as JSON, its compatibility nested as in the runtime's artifact. -/
def RuntimeUpgrade.toJson (upgrade : RuntimeUpgrade) : Json :=
  Json.mkObj [
    ("upgrade_id", upgrade.upgradeId), ("phase", Worded.word upgrade.phase),
    ("previous_members", textsJson upgrade.previousMembers), ("next_members", textsJson upgrade.nextMembers),
    ("compatibility", upgrade.compatibility.toJson),
    ("carried_publication_ids", textsJson upgrade.carriedPublicationIds),
    ("invalidated_publication_ids", textsJson upgrade.invalidatedPublicationIds),
    ("carried_obligation_ids", textsJson upgrade.carriedObligationIds),
    ("invalidated_obligation_ids", textsJson upgrade.invalidatedObligationIds), ("reason", textOrNull upgrade.reason)]

/-- A path and an upgrade with what the model says of them. -/
def capabilityAnswer (path : FinalizationPath) (upgrade : RuntimeUpgrade) : Json :=
  bridgeObject [
    ("finalization", path.toJson), ("runtime_upgrade", upgrade.toJson),
    ("artifacts", Json.mkObj [
      ("finalization_is_canonical", .bool (path.stage = .canonical)),
      ("finalization_is_invalidated", .bool (path.stage = .invalidated)),
      ("runtime_upgrade_is_committed_cutover", .bool (upgrade.phase = .committedCutover))])]

/-- The operation `inspectCapabilityModel`: without a verdict; the first unknown word is named. -/
def inspectCapabilityModel (payload : Json) : Json :=
  let read : Except String (FinalizationPath × RuntimeUpgrade) := do
    let path ← readFinalization (payload.getObjValD "finalization")
    return (path, ← readUpgrade (payload.getObjValD "runtime_upgrade"))
  match read with
  | .ok (path, upgrade) => capabilityAnswer path upgrade
  | .error message =>
    bridgeObject [("errors", .arr #[(Issue.mk "capability_model.invalid_payload" "payload" message).toJson])]

end Paritas
