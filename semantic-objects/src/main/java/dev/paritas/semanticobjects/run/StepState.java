package dev.paritas.semanticobjects.run;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.IdMapCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a run did (spec 22 §8): the slices around it, the coroutine it ran, the state it left and the event it
 * showed. Every member may be missing on input; ids and counts are unsigned.
 *
 * @param selectedPc after the step
 * @param selectedType the local type left for the coroutine's endpoint, null once it is gone
 */
public record StepState(
        long stepIndex,
        @Nullable RefinementSlice preState,
        @Nullable RefinementSlice postState,
        @Nullable Long selectedCoro,
        @Nullable Long selectedPc,
        @Nullable String selectedType,
        @Nullable String execStatus,
        Map<Long, Long> sessionTypeCounts,
        Map<Long, Long> bufferedMessageCounts,
        List<Long> readyQueue,
        Map<Long, String> blocked,
        @Nullable TraceEvent event) {
    /** The bridge's form, with explicit nulls in the event. */
    public static final Codec<StepState> CODEC = codec(TraceEvent.CODEC);

    /** The runner's form, with an event that leaves out absent members. */
    public static final Codec<StepState> RUNNER_CODEC = codec(TraceEvent.RUNNER_CODEC);

    private static Codec<StepState> codec(Codec<TraceEvent> event) {
        return ObjectCodec.of(
                "StepState",
                defaulted("step_index", Codec.U64, StepState::stepIndex, 0L),
                nullable("pre_state", RefinementSlice.CODEC, StepState::preState),
                nullable("post_state", RefinementSlice.CODEC, StepState::postState),
                nullable("selected_coro", Codec.U64, StepState::selectedCoro),
                nullable("selected_pc", Codec.U64, StepState::selectedPc),
                nullable("selected_type", Codec.STRING, StepState::selectedType),
                nullable("exec_status", Codec.STRING, StepState::execStatus),
                defaulted("session_type_counts", IdMapCodec.of(Codec.U64), StepState::sessionTypeCounts, Map.of()),
                defaulted(
                        "buffered_message_counts",
                        IdMapCodec.of(Codec.U64),
                        StepState::bufferedMessageCounts,
                        Map.of()),
                defaulted("ready_queue", Codec.listOf(Codec.U64), StepState::readyQueue, List.of()),
                defaulted("blocked", IdMapCodec.of(Codec.STRING), StepState::blocked, Map.of()),
                nullable("event", event, StepState::event),
                StepState::new);
    }

    public StepState {
        readyQueue = List.copyOf(readyQueue);
        sessionTypeCounts = IdMapCodec.sortedCopy(sessionTypeCounts);
        bufferedMessageCounts = IdMapCodec.sortedCopy(bufferedMessageCounts);
        blocked = IdMapCodec.sortedCopy(blocked);
    }
}
