package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

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
    public static final Codec<HeapParitySample> CODEC = ObjectCodec.of(
            "HeapParitySample",
            field("schema_version", HeapParityCorpus.VERSION, HeapParitySample::schemaVersion),
            field("hasher", Codec.STRING, HeapParitySample::hasher),
            field("resource_fixture", MessageFixture.CODEC, HeapParitySample::resourceFixture),
            omittable("session_fixture", SessionFixture.CODEC, HeapParitySample::sessionFixture),
            field("channel_fixture", ChannelFixture.CODEC, HeapParitySample::channelFixture),
            omittable("heap_fixture", HeapFixture.CODEC, HeapParitySample::heapFixture),
            HeapParitySample::new);
}
