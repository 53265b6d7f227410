module
public import Paritas.HeapEncoding
/-!
The bytes of the heap say what they are bytes of (spec 40 §2 to §4): lengths as in §3.2, and preimages that differ
wherever what they are made of differs, as long as lengths and numbers fit their widths.
-/
@[expose] public section
namespace Paritas.Heap

/-- A number takes as many bytes as its width. -/
theorem littleEndian_length (width number : Nat) : (littleEndian width number).length = width := by
  induction width generalizing number with
  | zero => rfl
  | succ width next => simp [littleEndian, next]

/-- Two numbers that fit a width have different bytes, unless they are equal. -/
theorem littleEndian_injective (width : Nat) :
    ∀ left right : Nat, left < 256 ^ width → right < 256 ^ width →
      littleEndian width left = littleEndian width right → left = right := by
  induction width with
  | zero => intro left right small small' _; simp at small small'; omega
  | succ width next =>
    intro left right small small' same
    simp only [littleEndian, List.cons.injEq] at same
    rw [Nat.pow_succ] at small small'
    have high := next (left / 256) (right / 256) (by omega) (by omega) same.2
    have low := congrArg UInt8.toNat same.1
    simp only [UInt8.toNat_ofNat'] at low
    omega

/-- What follows a slice and what is in it can be told apart. -/
theorem slice_append (left right more more' : Bytes) (fits : left.length < 2 ^ 32) (fits' : right.length < 2 ^ 32)
    (same : slice left ++ more = slice right ++ more') : left = right ∧ more = more' := by
  simp only [slice, List.append_assoc] at same
  have ⟨lengths, rest⟩ := List.append_inj same (by simp [u32, littleEndian_length])
  have equal := littleEndian_injective 4 _ _ fits fits' lengths
  exact List.append_inj rest equal

private theorem behind_prelude {tag tag' : UInt8} {left right : Bytes}
    (same : prelude tag ++ left = prelude tag' ++ right) : tag = tag' ∧ left = right := by
  simpa [prelude] using same

/-- Preimages of different domains differ: whatever follows, the tags are told apart. -/
theorem prelude_separates (tag tag' : UInt8) (left right : Bytes) (differ : tag ≠ tag') :
    prelude tag ++ left ≠ prelude tag' ++ right :=
  fun same => differ (behind_prelude same).1

/-- A node's preimage determines its children. -/
theorem nodePreimage_injective (left right left' right' : Bytes) (fits : left.length < 2 ^ 32)
    (fits' : left'.length < 2 ^ 32) (last : right.length < 2 ^ 32) (last' : right'.length < 2 ^ 32)
    (same : nodePreimage left right = nodePreimage left' right') : left = left' ∧ right = right' := by
  simp only [nodePreimage, List.append_assoc] at same
  have ⟨first, rest⟩ := slice_append _ _ _ _ fits fits' (behind_prelude same).2
  exact ⟨first, (slice_append right right' [] [] last last' (by simpa using rest)).1⟩

/-- The preimage of an id determines the resource's bytes and the counter. -/
theorem resourceIdPreimage_injective (resource resource' : Bytes) (counter counter' : Nat)
    (fits : resource.length < 2 ^ 32) (fits' : resource'.length < 2 ^ 32) (small : counter < 2 ^ 64)
    (small' : counter' < 2 ^ 64)
    (same : resourceIdPreimage resource counter = resourceIdPreimage resource' counter') :
    resource = resource' ∧ counter = counter' := by
  simp only [resourceIdPreimage, List.append_assoc] at same
  have ⟨first, rest⟩ := slice_append _ _ _ _ fits fits' (behind_prelude same).2
  exact ⟨first, littleEndian_injective 8 _ _ small small' rest⟩

/-- The preimage of an active leaf determines the id's digest and the resource's bytes. -/
theorem activeLeafPreimage_injective (digest digest' resource resource' : Bytes) (fits : digest.length < 2 ^ 32)
    (fits' : digest'.length < 2 ^ 32) (last : resource.length < 2 ^ 32) (last' : resource'.length < 2 ^ 32)
    (same : activeLeafPreimage digest resource = activeLeafPreimage digest' resource') :
    digest = digest' ∧ resource = resource' := by
  simp only [activeLeafPreimage, List.append_assoc] at same
  have ⟨first, rest⟩ := slice_append _ _ _ _ fits fits' (behind_prelude same).2
  exact ⟨first, (slice_append resource resource' [] [] last last' (by simpa using rest)).1⟩

/-- The preimage of a commitment determines both roots and the counter. -/
theorem commitmentPreimage_injective (resources resources' nullifiers nullifiers' : Bytes) (counter counter' : Nat)
    (fits : resources.length < 2 ^ 32) (fits' : resources'.length < 2 ^ 32) (last : nullifiers.length < 2 ^ 32)
    (last' : nullifiers'.length < 2 ^ 32) (small : counter < 2 ^ 64) (small' : counter' < 2 ^ 64)
    (same : commitmentPreimage resources nullifiers counter = commitmentPreimage resources' nullifiers' counter') :
    resources = resources' ∧ nullifiers = nullifiers' ∧ counter = counter' := by
  simp only [commitmentPreimage, List.append_assoc] at same
  have ⟨first, rest⟩ := slice_append _ _ _ _ fits fits' (behind_prelude same).2
  have ⟨second, number⟩ := slice_append _ _ _ _ last last' rest
  exact ⟨first, second, littleEndian_injective 8 _ _ small small' number⟩

/-- The UTF-8 bytes of a text are counted, not its characters. -/
theorem text_length (content : String) : (text content).length = 4 + content.toUTF8.data.toList.length := by
  simp [text, slice, u32, littleEndian_length]

/-- The length of a message resource (spec 40 §3.2). -/
theorem message_length (sent : Message) :
    (Resource.message sent).bytes.length = 45 + sent.source.toUTF8.data.toList.length
      + sent.dest.toUTF8.data.toList.length + sent.content.label.toUTF8.data.toList.length
      + sent.content.payload.length := by
  simp only [Resource.bytes, Message.bytes, MessagePayload.bytes, prelude, slice, u32, u64, text_length,
    littleEndian_length, List.length_append, List.length_cons, List.length_nil]
  omega

/-- The length of an empty channel's resource. -/
theorem channel_length (sender receiver : String) :
    (Resource.channel { sender, receiver }).bytes.length
      = 26 + sender.toUTF8.data.toList.length + receiver.toUTF8.data.toList.length := by
  simp only [Resource.bytes, ChannelState.bytes, prelude, u32, text_length, littleEndian_length, List.length_append,
    List.length_cons, List.length_nil, List.flatMap_nil]
  omega

/-- The length of a session resource. -/
theorem session_length (role : String) (typeHash : Nat) :
    (Resource.session role typeHash).bytes.length = 19 + role.toUTF8.data.toList.length := by
  simp only [Resource.bytes, prelude, u64, text_length, littleEndian_length, List.length_append, List.length_cons,
    List.length_nil]
  omega

/-- The length of a value resource. -/
theorem value_length (tag : String) (data : Bytes) :
    (Resource.value tag data).bytes.length = 15 + tag.toUTF8.data.toList.length + data.length := by
  simp only [Resource.bytes, prelude, slice, u32, text_length, littleEndian_length, List.length_append,
    List.length_cons, List.length_nil]
  omega

end Paritas.Heap
