package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.HexCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** An active session (spec 40 §12.3). */
public record SessionFixture(
        String role,
        long typeHash,
        long allocationCounter,
        String canonicalBytesHex,
        String resourceIdDigestHex,
        String resourceIdPreimageHex,
        String resourceLeafHex,
        String resourceLeafPreimageHex) {
    public static final Codec<SessionFixture> CODEC = ObjectCodec.of(
            "HeapSessionFixture",
            field("role", Codec.STRING, SessionFixture::role),
            field("type_hash", Codec.U64, SessionFixture::typeHash),
            field("allocation_counter", Codec.U64, SessionFixture::allocationCounter),
            field("canonical_bytes_hex", HexCodec.BYTES, SessionFixture::canonicalBytesHex),
            field("resource_id_digest_hex", HexCodec.DIGEST, SessionFixture::resourceIdDigestHex),
            field("resource_id_preimage_hex", HexCodec.BYTES, SessionFixture::resourceIdPreimageHex),
            field("resource_leaf_hex", HexCodec.DIGEST, SessionFixture::resourceLeafHex),
            field("resource_leaf_preimage_hex", HexCodec.BYTES, SessionFixture::resourceLeafPreimageHex),
            SessionFixture::new);

    /** {@return the fixture of a session allocated at {@code counter}, all digests computed} */
    public static SessionFixture of(Hasher hasher, Resource.Session session, long counter) {
        AllocationFacts facts = AllocationFacts.of(hasher, session, counter);
        return new SessionFixture(
                session.role(),
                session.typeHash(),
                counter,
                facts.canonicalBytesHex(),
                facts.idDigestHex(),
                facts.idPreimageHex(),
                facts.activeLeafHex(),
                facts.activeLeafPreimageHex());
    }

    /** {@return what this fixture must be, going by its plain members} */
    public SessionFixture recomputed(Hasher hasher) {
        return of(hasher, new Resource.Session(role, typeHash), allocationCounter);
    }
}
