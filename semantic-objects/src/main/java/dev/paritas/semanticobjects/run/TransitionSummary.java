package dev.paritas.semanticobjects.run;

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
    public static final Codec<TransitionSummary> CODEC = ObjectCodec.of("TransitionSummary", m -> {
        var selectedCoro = m.nullable("selected_coro", Codec.U64, TransitionSummary::selectedCoro);
        var selectedPc = m.nullable("selected_pc", Codec.U64, TransitionSummary::selectedPc);
        var selectedType = m.nullable("selected_type", Codec.STRING, TransitionSummary::selectedType);
        var execStatus = m.nullable("exec_status", Codec.STRING, TransitionSummary::execStatus);
        var sessionTypeCounts =
                m.required("session_type_counts", IdMapCodec.of(Codec.U64), TransitionSummary::sessionTypeCounts);
        var bufferedMessageCounts = m.required(
                "buffered_message_counts", IdMapCodec.of(Codec.U64), TransitionSummary::bufferedMessageCounts);
        var readyQueue = m.required("ready_queue", Codec.listOf(Codec.U64), TransitionSummary::readyQueue);
        var blocked = m.required("blocked", IdMapCodec.of(Codec.STRING), TransitionSummary::blocked);
        return in -> new TransitionSummary(
                in.get(selectedCoro),
                in.get(selectedPc),
                in.get(selectedType),
                in.get(execStatus),
                in.get(sessionTypeCounts),
                in.get(bufferedMessageCounts),
                in.get(readyQueue),
                in.get(blocked));
    });

    public TransitionSummary {
        readyQueue = List.copyOf(readyQueue);
        sessionTypeCounts = IdMapCodec.sortedCopy(sessionTypeCounts);
        bufferedMessageCounts = IdMapCodec.sortedCopy(bufferedMessageCounts);
        blocked = IdMapCodec.sortedCopy(blocked);
    }
}
