package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

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

    public static final Codec<HeapParityCorpus> CODEC = ObjectCodec.of(
            "HeapParityCorpus",
            field("schema_version", VERSION, HeapParityCorpus::schemaVersion),
            field("hasher", Codec.STRING, HeapParityCorpus::hasher),
            field("resource_fixture", MessageFixture.CODEC, HeapParityCorpus::resourceFixture),
            field("session_fixture", SessionFixture.CODEC, HeapParityCorpus::sessionFixture),
            field("channel_fixture", ChannelFixture.CODEC, HeapParityCorpus::channelFixture),
            field("heap_fixture", HeapFixture.CODEC, HeapParityCorpus::heapFixture),
            HeapParityCorpus::new);
}
