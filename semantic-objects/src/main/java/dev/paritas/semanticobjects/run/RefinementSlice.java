package dev.paritas.semanticobjects.run;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.IdMapCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import java.util.Map;

/** The part of the machine's state that a refinement check compares (spec 21 §16). Ids and counts are unsigned. */
public record RefinementSlice(List<CoroutineSlice> coroutines, List<SessionSlice> sessions, SchedulerSlice scheduler) {
    /** One coroutine; its endpoints and tokens are counted. */
    public record CoroutineSlice(
            long coroId, long sessionId, long pc, String status, long ownedEndpoints, long progressTokens) {
        public static final Codec<CoroutineSlice> CODEC = ObjectCodec.of(
                "CoroutineSlice",
                field("coro_id", Codec.U64, CoroutineSlice::coroId),
                field("session_id", Codec.U64, CoroutineSlice::sessionId),
                field("pc", Codec.U64, CoroutineSlice::pc),
                field("status", Codec.STRING, CoroutineSlice::status),
                field("owned_endpoints", Codec.U64, CoroutineSlice::ownedEndpoints),
                field("progress_tokens", Codec.U64, CoroutineSlice::progressTokens),
                CoroutineSlice::new);
    }

    /** One session; its types, buffers and messages are counted. */
    public record SessionSlice(
            long sid,
            long roleCount,
            long localTypeEntries,
            long bufferEdges,
            long bufferedMessages,
            String status,
            long epoch) {
        public static final Codec<SessionSlice> CODEC = ObjectCodec.of(
                "SessionSlice",
                field("sid", Codec.U64, SessionSlice::sid),
                field("role_count", Codec.U64, SessionSlice::roleCount),
                field("local_type_entries", Codec.U64, SessionSlice::localTypeEntries),
                field("buffer_edges", Codec.U64, SessionSlice::bufferEdges),
                field("buffered_messages", Codec.U64, SessionSlice::bufferedMessages),
                field("status", Codec.STRING, SessionSlice::status),
                field("epoch", Codec.U64, SessionSlice::epoch),
                SessionSlice::new);
    }

    /** The ready coroutines in order, and for each blocked one the tag of its reason. */
    public record SchedulerSlice(List<Long> readyQueue, Map<Long, String> blocked, long stepCount) {
        public static final Codec<SchedulerSlice> CODEC = ObjectCodec.of(
                "SchedulerSlice",
                field("ready_queue", Codec.listOf(Codec.U64), SchedulerSlice::readyQueue),
                field("blocked", IdMapCodec.of(Codec.STRING), SchedulerSlice::blocked),
                field("step_count", Codec.U64, SchedulerSlice::stepCount),
                SchedulerSlice::new);

        public SchedulerSlice {
            readyQueue = List.copyOf(readyQueue);
            blocked = IdMapCodec.sortedCopy(blocked);
        }
    }

    public static final Codec<RefinementSlice> CODEC = ObjectCodec.of(
            "RefinementSlice",
            field("coroutines", Codec.listOf(CoroutineSlice.CODEC), RefinementSlice::coroutines),
            field("sessions", Codec.listOf(SessionSlice.CODEC), RefinementSlice::sessions),
            field("scheduler", SchedulerSlice.CODEC, RefinementSlice::scheduler),
            RefinementSlice::new);

    public RefinementSlice {
        coroutines = List.copyOf(coroutines);
        sessions = List.copyOf(sessions);
    }
}
