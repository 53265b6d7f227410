package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Two replays of one log and how they compare with each other and with the corpus. */
public record HeapParityReplayOutput(
        HeapParityStateSummary firstRun,
        HeapParityStateSummary secondRun,
        boolean stable,
        boolean activeIdsMatchFixture,
        boolean consumedIdsMatchFixture) {
    public static final Codec<HeapParityReplayOutput> CODEC = ObjectCodec.of(
            "HeapParityReplayOutput",
            field("first_run", HeapParityStateSummary.CODEC, HeapParityReplayOutput::firstRun),
            field("second_run", HeapParityStateSummary.CODEC, HeapParityReplayOutput::secondRun),
            field("stable", Codec.BOOL, HeapParityReplayOutput::stable),
            field("active_ids_match_fixture", Codec.BOOL, HeapParityReplayOutput::activeIdsMatchFixture),
            field("consumed_ids_match_fixture", Codec.BOOL, HeapParityReplayOutput::consumedIdsMatchFixture),
            HeapParityReplayOutput::new);
}
