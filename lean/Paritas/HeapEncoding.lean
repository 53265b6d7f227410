module
/-!
# Bytes of the resource heap

The write-only binary format that the heap hashes (spec 40 §2, §3, §4). Numbers are naturals; what does not fit its width
is reduced modulo it.
-/
@[expose] public section
namespace Paritas.Heap

/-- A sequence of bytes. -/
abbrev Bytes := List UInt8

/-- A natural number in `width` bytes, least significant first. -/
def littleEndian : (width : Nat) → Nat → Bytes
  | 0, _ => []
  | width + 1, number => UInt8.ofNat number :: littleEndian width (number / 256)

/-- An unsigned number of 32 bits. -/
def u32 (number : Nat) : Bytes :=
  littleEndian 4 number

/-- An unsigned number of 64 bits. -/
def u64 (number : Nat) : Bytes :=
  littleEndian 8 number

/-- Magic, version, and the tag that separates the domains. -/
def prelude (tag : UInt8) : Bytes :=
  [0x54, 0x54, 0x48, 0x50, 0x01, 0x00, tag]

/-- Bytes behind their number. -/
def slice (bytes : Bytes) : Bytes :=
  u32 bytes.length ++ bytes

/-- The UTF-8 bytes of a text behind their number. -/
def text (content : String) : Bytes :=
  slice content.toUTF8.data.toList

/-- What a message carries (spec 40 §3.1). -/
structure MessagePayload where
  label : String
  payload : Bytes
deriving DecidableEq

/-- A channel with what waits in it (spec 40 §3.1). -/
structure ChannelState where
  sender : String
  receiver : String
  queue : List MessagePayload := []
deriving DecidableEq

/-- A message on its way (spec 40 §3.1). -/
structure Message where
  source : String
  dest : String
  content : MessagePayload
  seqNo : Nat
deriving DecidableEq

/-- What a heap holds (spec 40 §3.1). -/
inductive Resource
  | channel (state : ChannelState)
  | message (sent : Message)
  | session (role : String) (typeHash : Nat)
  | value (tag : String) (data : Bytes)
deriving DecidableEq

/-- The canonical bytes of a payload. -/
def MessagePayload.bytes (content : MessagePayload) : Bytes :=
  prelude 0x10 ++ text content.label ++ slice content.payload

/-- The canonical bytes of a channel. -/
def ChannelState.bytes (state : ChannelState) : Bytes :=
  prelude 0x20 ++ text state.sender ++ text state.receiver
    ++ u32 state.queue.length ++ state.queue.flatMap MessagePayload.bytes

/-- The canonical bytes of a message. -/
def Message.bytes (message : Message) : Bytes :=
  prelude 0x30 ++ text message.source ++ text message.dest ++ message.content.bytes ++ u64 message.seqNo

/-- The canonical bytes of a resource (spec 40 §3.2). -/
def Resource.bytes : Resource → Bytes
  | .channel state => prelude 0x40 ++ state.bytes
  | .message sent => prelude 0x41 ++ sent.bytes
  | .session role typeHash => prelude 0x42 ++ text role ++ u64 typeHash
  | .value tag data => prelude 0x43 ++ text tag ++ slice data

/-- What is hashed to the id of a resource allocated at this counter (spec 40 §4). -/
def resourceIdPreimage (resource : Bytes) (counter : Nat) : Bytes :=
  prelude 0x50 ++ slice resource ++ u64 counter

/-- What is hashed to the leaf of an active resource. -/
def activeLeafPreimage (idDigest resource : Bytes) : Bytes :=
  prelude 0x51 ++ slice idDigest ++ slice resource

/-- What is hashed to the leaf of a consumed resource. -/
def nullifierLeafPreimage (idDigest : Bytes) : Bytes :=
  prelude 0x52 ++ slice idDigest

/-- What is hashed to an inner node of a Merkle tree. -/
def nodePreimage (left right : Bytes) : Bytes :=
  prelude 0x53 ++ slice left ++ slice right

/-- What is hashed to the single digest of a heap. -/
def commitmentPreimage (resourceRoot nullifierRoot : Bytes) (counter : Nat) : Bytes :=
  prelude 0x54 ++ slice resourceRoot ++ slice nullifierRoot ++ u64 counter

end Paritas.Heap
