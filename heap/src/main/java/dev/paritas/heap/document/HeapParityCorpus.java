package dev.paritas.heap.document;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.SchemaVersionCodec;

/**
 * A parity corpus, {@code heap_lean_parity_v1} (spec 40 §12).
 *
 * @param hasher name of the hash; the strict suite demands {@code blake3}
 */
public record HeapParityCorpus(
        String schemaVersion,
        String hasher,
        MessageFixture resourceFixture,
        SessionFixture sessionFixture,
        ChannelFixture channelFixture,
        HeapFixture heapFixture) {
    public static final String SCHEMA_VERSION = "heap_parity.v1";

    /** For corpora from elsewhere: unknown members are skipped, repeated ones refused, as the reference's loader does. */
    public static final ReadPolicy READ =
            new ReadPolicy(ReadPolicy.PEER_MAX_BYTES, ReadPolicy.PEER_MAX_DEPTH, false, true);

    static final Codec<String> VERSION = new SchemaVersionCodec(SCHEMA_VERSION, "");

    public static final Codec<HeapParityCorpus> CODEC = ObjectCodec.of("HeapParityCorpus", m -> {
        var schemaVersion = m.required("schema_version", VERSION, HeapParityCorpus::schemaVersion);
        var hasher = m.required("hasher", Codec.STRING, HeapParityCorpus::hasher);
        var resource = m.required("resource_fixture", MessageFixture.CODEC, HeapParityCorpus::resourceFixture);
        var session = m.required("session_fixture", SessionFixture.CODEC, HeapParityCorpus::sessionFixture);
        var channel = m.required("channel_fixture", ChannelFixture.CODEC, HeapParityCorpus::channelFixture);
        var heap = m.required("heap_fixture", HeapFixture.CODEC, HeapParityCorpus::heapFixture);
        return in -> new HeapParityCorpus(
                in.get(schemaVersion),
                in.get(hasher),
                in.get(resource),
                in.get(session),
                in.get(channel),
                in.get(heap));
    });
}
