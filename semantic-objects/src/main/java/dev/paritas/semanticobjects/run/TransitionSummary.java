package dev.paritas.semanticobjects.run;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.IdMapCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one round changed; the first four are null when the round picked nothing (spec 21 §16). */
public record TransitionSummary(
        @Nullable Long selectedCoro,
        @Nullable Long selectedPc,
        @Nullable String selectedType,
        @Nullable String execStatus,
        Map<Long, Long> sessionTypeCounts,
        Map<Long, Long> bufferedMessageCounts,
        List<Long> readyQueue,
        Map<Long, String> blocked) {
    public static final Codec<TransitionSummary> CODEC = ObjectCodec.of(
            "TransitionSummary",
            nullable("selected_coro", Codec.U64, TransitionSummary::selectedCoro),
            nullable("selected_pc", Codec.U64, TransitionSummary::selectedPc),
            nullable("selected_type", Codec.STRING, TransitionSummary::selectedType),
            nullable("exec_status", Codec.STRING, TransitionSummary::execStatus),
            field("session_type_counts", IdMapCodec.of(Codec.U64), TransitionSummary::sessionTypeCounts),
            field("buffered_message_counts", IdMapCodec.of(Codec.U64), TransitionSummary::bufferedMessageCounts),
            field("ready_queue", Codec.listOf(Codec.U64), TransitionSummary::readyQueue),
            field("blocked", IdMapCodec.of(Codec.STRING), TransitionSummary::blocked),
            TransitionSummary::new);

    public TransitionSummary {
        readyQueue = List.copyOf(readyQueue);
        sessionTypeCounts = IdMapCodec.sortedCopy(sessionTypeCounts);
        bufferedMessageCounts = IdMapCodec.sortedCopy(bufferedMessageCounts);
        blocked = IdMapCodec.sortedCopy(blocked);
    }
}
