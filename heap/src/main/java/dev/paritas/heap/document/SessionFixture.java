package dev.paritas.heap.document;

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
    public static final Codec<SessionFixture> CODEC = ObjectCodec.of("HeapSessionFixture", m -> {
        var role = m.required("role", Codec.STRING, SessionFixture::role);
        var typeHash = m.required("type_hash", Codec.U64, SessionFixture::typeHash);
        var counter = m.required("allocation_counter", Codec.U64, SessionFixture::allocationCounter);
        var canonical = m.required("canonical_bytes_hex", HexCodec.BYTES, SessionFixture::canonicalBytesHex);
        var idDigest = m.required("resource_id_digest_hex", HexCodec.DIGEST, SessionFixture::resourceIdDigestHex);
        var idPreimage = m.required("resource_id_preimage_hex", HexCodec.BYTES, SessionFixture::resourceIdPreimageHex);
        var leaf = m.required("resource_leaf_hex", HexCodec.DIGEST, SessionFixture::resourceLeafHex);
        var leafPreimage =
                m.required("resource_leaf_preimage_hex", HexCodec.BYTES, SessionFixture::resourceLeafPreimageHex);
        return in -> new SessionFixture(
                in.get(role),
                in.get(typeHash),
                in.get(counter),
                in.get(canonical),
                in.get(idDigest),
                in.get(idPreimage),
                in.get(leaf),
                in.get(leafPreimage));
    });

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
