package dev.paritas.heap.document;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Two replays of one log and how they compare with each other and with the corpus. */
public record HeapParityReplayOutput(
        HeapParityStateSummary firstRun,
        HeapParityStateSummary secondRun,
        boolean stable,
        boolean activeIdsMatchFixture,
        boolean consumedIdsMatchFixture) {
    public static final Codec<HeapParityReplayOutput> CODEC = ObjectCodec.of("HeapParityReplayOutput", m -> {
        var first = m.required("first_run", HeapParityStateSummary.CODEC, HeapParityReplayOutput::firstRun);
        var second = m.required("second_run", HeapParityStateSummary.CODEC, HeapParityReplayOutput::secondRun);
        var stable = m.required("stable", Codec.BOOL, HeapParityReplayOutput::stable);
        var active = m.required("active_ids_match_fixture", Codec.BOOL, HeapParityReplayOutput::activeIdsMatchFixture);
        var consumed =
                m.required("consumed_ids_match_fixture", Codec.BOOL, HeapParityReplayOutput::consumedIdsMatchFixture);
        return in -> new HeapParityReplayOutput(
                in.get(first), in.get(second), in.get(stable), in.get(active), in.get(consumed));
    });
}
