package dev.paritas.heap.document;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * A parity corpus of which only the message and the channel must be there; published samples leave the rest out.
 *
 * @param hasher name of the hash
 */
public record HeapParitySample(
        String schemaVersion,
        String hasher,
        MessageFixture resourceFixture,
        @Nullable SessionFixture sessionFixture,
        ChannelFixture channelFixture,
        @Nullable HeapFixture heapFixture) {
    public static final Codec<HeapParitySample> CODEC = ObjectCodec.of("HeapParitySample", m -> {
        var schemaVersion = m.required("schema_version", HeapParityCorpus.VERSION, HeapParitySample::schemaVersion);
        var hasher = m.required("hasher", Codec.STRING, HeapParitySample::hasher);
        var resource = m.required("resource_fixture", MessageFixture.CODEC, HeapParitySample::resourceFixture);
        var session = m.omittable("session_fixture", SessionFixture.CODEC, HeapParitySample::sessionFixture);
        var channel = m.required("channel_fixture", ChannelFixture.CODEC, HeapParitySample::channelFixture);
        var heap = m.omittable("heap_fixture", HeapFixture.CODEC, HeapParitySample::heapFixture);
        return in -> new HeapParitySample(
                in.get(schemaVersion),
                in.get(hasher),
                in.get(resource),
                in.get(session),
                in.get(channel),
                in.get(heap));
    });
}
