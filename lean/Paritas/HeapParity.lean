module
public import Paritas.HeapFixture
public import Paritas.HeapProof
/-!
# What the heap parity runner answers

The output document for a corpus (spec 40 §13.3): bytes, order, paths and counters are computed, digests are echoed.
-/
@[expose] public section
namespace Paritas.Heap
open Lean (Json)

/-- The bytes of a believed digest. One that spells no bytes counts as empty (spec 40 §13.2). -/
def digestBytes (digits : String) : Bytes :=
  (hexBytes digits).getD []

/-- The second leaf of the resource tree; empty where there is none. -/
def Fixture.secondLeaf (fixture : Fixture) : String :=
  ((fixture.resourceLevels.headD [])[1]?).getD ""

/-- The digests of which bytes are made, and which spell none. -/
def Fixture.badDigests (fixture : Fixture) : List String :=
  [fixture.idDigest, fixture.leaf, fixture.channelIdDigest, fixture.resourceRoot, fixture.nullifierRoot,
    fixture.secondLeaf].filter fun digits => (hexBytes digits).isNone

/-- Strings as JSON. -/
def textsJson (texts : List String) : Json :=
  .arr (texts.map Json.str).toArray

/-- An id as JSON. -/
def TextId.toJson (id : TextId) : Json :=
  Json.mkObj [("digest_hex", id.digest), ("counter", id.counter)]

/-- A summary of a state as JSON. -/
def ReplayState.toJson (state : ReplayState) : Json :=
  Json.mkObj [
    ("active_resource_ids", .arr (state.active.map TextId.toJson).toArray),
    ("consumed_resource_ids", .arr (state.consumed.map TextId.toJson).toArray),
    ("counter", state.counter)]

/-- A proof as JSON; `null` for none. -/
def proofJson : Option (Proof String) → Json
  | none => .null
  | some proof =>
    let step (step : ProofStep String) : Json :=
      Json.mkObj [("direction", step.side.word), ("sibling_hash_hex", step.sibling)]
    Json.mkObj [
      ("leaf_hash_hex", proof.leaf), ("path", .arr (proof.path.map step).toArray), ("root_hex", proof.root)]

/-- The member `resource_fixture`. -/
def Fixture.resourceOutput (fixture : Fixture) : Json :=
  let bytes := (Resource.message fixture.message).bytes
  Json.mkObj [
    ("canonical_bytes_hex", hexText bytes),
    ("resource_id_preimage_hex", hexText (resourceIdPreimage bytes fixture.allocationCounter)),
    ("resource_leaf_preimage_hex", hexText (activeLeafPreimage (digestBytes fixture.idDigest) bytes)),
    ("nullifier_leaf_preimage_hex", hexText (nullifierLeafPreimage (digestBytes fixture.channelIdDigest))),
    ("resource_id_digest_hex", fixture.idDigest),
    ("nullifier_leaf_hex", fixture.nullifierLeaf)]

/-- The member `heap_fixture`; the proof of a nullifier is always the first one's. -/
def Fixture.heapOutput (fixture : Fixture) (state : ReplayState) : Json :=
  let resourceRoot := digestBytes fixture.resourceRoot
  let nullifierRoot := digestBytes fixture.nullifierRoot
  Json.mkObj [
    ("active_resource_ids_hex", textsJson (state.active.map TextId.digest)),
    ("consumed_resource_ids_hex", textsJson (state.consumed.map TextId.digest)),
    ("proof_index", fixture.proofIndex),
    ("resource_proof", proofJson (proofAt fixture.resourceLevels fixture.proofIndex)),
    ("nullifier_proof", proofJson (proofAt fixture.nullifierLevels 0)),
    ("merkle_node_preimage_hex",
      hexText (nodePreimage (digestBytes fixture.leaf) (digestBytes fixture.secondLeaf))),
    ("heap_commitment", Json.mkObj [
      ("resource_root_hex", fixture.resourceRoot), ("nullifier_root_hex", fixture.nullifierRoot),
      ("counter", state.counter)]),
    ("heap_commitment_preimage_hex", hexText (commitmentPreimage resourceRoot nullifierRoot state.counter)),
    ("commitment_hash_hex", fixture.commitmentHash)]

/-- The output document. -/
def Fixture.output (fixture : Fixture) : Json :=
  let first := replay fixture.operations
  let second := replay fixture.operations
  Json.mkObj [
    ("schema_version", "lean_heap_parity.v1"),
    ("heap_encoding_version", (1 : Nat)),
    ("hasher", fixture.hasher),
    ("resource_fixture", fixture.resourceOutput),
    ("heap_fixture", fixture.heapOutput first),
    ("replay", Json.mkObj [
      ("first_run", first.toJson), ("second_run", second.toJson), ("stable", decide (first = second)),
      ("active_ids_match_fixture", decide (first.active.map TextId.digest = fixture.activeIds)),
      ("consumed_ids_match_fixture", decide (first.consumed.map TextId.digest = fixture.consumedIds))])]

/-- A corpus as the runner takes it; the error is the text of the process. -/
def decodeFixture (json : Json) : Except String Fixture :=
  (readFixture json).mapError ("invalid heap parity fixture: " ++ ·)

end Paritas.Heap
