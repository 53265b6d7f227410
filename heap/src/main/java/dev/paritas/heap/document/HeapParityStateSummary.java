package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.state.Heap;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * What a replay left behind.
 *
 * @param counter number of allocations, unsigned 64-bit
 */
public record HeapParityStateSummary(
        List<HeapParityResourceId> activeResourceIds, List<HeapParityResourceId> consumedResourceIds, long counter) {
    private static final Codec<List<HeapParityResourceId>> IDS = Codec.listOf(HeapParityResourceId.CODEC);

    public static final Codec<HeapParityStateSummary> CODEC = ObjectCodec.of(
            "HeapParityStateSummary",
            field("active_resource_ids", IDS, HeapParityStateSummary::activeResourceIds),
            field("consumed_resource_ids", IDS, HeapParityStateSummary::consumedResourceIds),
            field("counter", Codec.U64, HeapParityStateSummary::counter),
            HeapParityStateSummary::new);

    public HeapParityStateSummary {
        activeResourceIds = List.copyOf(activeResourceIds);
        consumedResourceIds = List.copyOf(consumedResourceIds);
    }

    static HeapParityStateSummary of(Heap heap) {
        return new HeapParityStateSummary(
                HeapParityResourceId.of(heap.activeIds()),
                HeapParityResourceId.of(heap.consumedIds()),
                heap.allocCounter());
    }
}
