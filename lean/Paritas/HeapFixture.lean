module
public import Paritas.HeapHex
public import Paritas.HeapReplay
public import Paritas.Json
/-!
# The heap parity corpus

What the model reads of it, in its order (spec 40 §12, §13.2): the first member that fails is reported, without its name.
A member of anything but an object is `null`.
-/
@[expose] public section
namespace Paritas.Heap
open Lean (Json)

/-- What is read of a corpus. -/
structure Fixture where
  hasher : String
  /-- The message of `resource_fixture`. -/
  message : Message
  /-- The counter at which it was allocated. -/
  allocationCounter : Nat
  /-- Its id's digest, believed. -/
  idDigest : String
  /-- The digest of its leaf, believed. -/
  leaf : String
  /-- A digest that is echoed. -/
  nullifierLeaf : String
  /-- The id's digest of the channel, believed. -/
  channelIdDigest : String
  operations : List Operation
  activeIds : List String
  consumedIds : List String
  resourceLevels : List (List String)
  nullifierLevels : List (List String)
  proofIndex : Nat
  resourceRoot : String
  nullifierRoot : String
  commitmentHash : String

/-- A member that spells the bytes of a payload. -/
def payloadMember (json : Json) : Except String Bytes := do
  let digits ← textMember json "payload_hex"
  match hexBytes digits with
  | some bytes => return bytes
  | none => throw s!"invalid payload hex: {digits}"

/-- The elements of an array, or the refusal. -/
def elementsOr (refusal : String) : Json → Except String (List Json)
  | .arr elements => .ok elements.toList
  | _ => .error refusal

/-- An array of strings. -/
def readTexts (json : Json) : Except String (List String) := do
  (← elementsOr "expected JSON array of strings" json).mapM Json.getStr?

/-- An array of arrays of strings. -/
def readLevels (json : Json) : Except String (List (List String)) := do
  (← elementsOr "expected JSON array of string arrays" json).mapM readTexts

/-- An operation of the log; members that a replay does not need have to be there as well. -/
def readOperation (json : Json) : Except String Operation := do
  match ← textMember json "kind" with
  | "alloc_channel" =>
    let _ ← textMember json "sender"
    let _ ← textMember json "receiver"
    return .alloc (← textMember json "resource_id_digest_hex")
  | "alloc_message" =>
    let _ ← payloadMember json
    let _ ← textMember json "source"
    let _ ← textMember json "dest"
    let _ ← textMember json "label"
    let _ ← naturalMember json "seq_no"
    return .alloc (← textMember json "resource_id_digest_hex")
  | "alloc_session" =>
    let _ ← textMember json "role"
    let _ ← naturalMember json "type_hash"
    return .alloc (← textMember json "resource_id_digest_hex")
  | "consume" =>
    let id := json.getObjValD "resource_id"
    return .consume ⟨← textMember id "digest_hex", ← naturalMember id "counter"⟩
  | other => throw s!"unsupported heap op kind: {other}"

/-- A corpus. -/
def readFixture (json : Json) : Except String Fixture := do
  let _ ← textMember json "schema_version"
  let hasher ← textMember json "hasher"
  let resource := json.getObjValD "resource_fixture"
  let payload ← payloadMember resource
  let _ ← textMember resource "kind"
  let source ← textMember resource "source"
  let dest ← textMember resource "dest"
  let label ← textMember resource "label"
  let seqNo ← naturalMember resource "seq_no"
  let allocationCounter ← naturalMember resource "allocation_counter"
  let idDigest ← textMember resource "resource_id_digest_hex"
  let leaf ← textMember resource "resource_leaf_hex"
  let nullifierLeaf ← textMember resource "nullifier_leaf_hex"
  let channelIdDigest ← textMember (json.getObjValD "channel_fixture") "resource_id_digest_hex"
  let heap := json.getObjValD "heap_fixture"
  let operations ← (← arrayMember heap "operations").mapM readOperation
  let activeIds ← readTexts (heap.getObjValD "active_resource_ids_hex")
  let consumedIds ← readTexts (heap.getObjValD "consumed_resource_ids_hex")
  let resourceLevels ← readLevels (heap.getObjValD "resource_levels_hex")
  let nullifierLevels ← readLevels (heap.getObjValD "nullifier_levels_hex")
  let proofIndex ← naturalMember heap "proof_index"
  let _ ← textMember heap "proof_root_hex"
  let resourceRoot ← textMember heap "resource_root_hex"
  let nullifierRoot ← textMember heap "nullifier_root_hex"
  let commitmentHash ← textMember heap "commitment_hash_hex"
  let message := { source, dest, content := { label, payload }, seqNo }
  return {
    hasher, message, allocationCounter, idDigest, leaf, nullifierLeaf, channelIdDigest, operations, activeIds,
    consumedIds, resourceLevels, nullifierLevels, proofIndex, resourceRoot, nullifierRoot, commitmentHash }

end Paritas.Heap
