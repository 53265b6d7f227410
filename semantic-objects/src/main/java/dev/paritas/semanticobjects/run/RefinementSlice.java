package dev.paritas.semanticobjects.run;

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
        public static final Codec<CoroutineSlice> CODEC = ObjectCodec.of("CoroutineSlice", m -> {
            var coroId = m.required("coro_id", Codec.U64, CoroutineSlice::coroId);
            var sessionId = m.required("session_id", Codec.U64, CoroutineSlice::sessionId);
            var pc = m.required("pc", Codec.U64, CoroutineSlice::pc);
            var status = m.required("status", Codec.STRING, CoroutineSlice::status);
            var ownedEndpoints = m.required("owned_endpoints", Codec.U64, CoroutineSlice::ownedEndpoints);
            var progressTokens = m.required("progress_tokens", Codec.U64, CoroutineSlice::progressTokens);
            return in -> new CoroutineSlice(
                    in.get(coroId),
                    in.get(sessionId),
                    in.get(pc),
                    in.get(status),
                    in.get(ownedEndpoints),
                    in.get(progressTokens));
        });
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
        public static final Codec<SessionSlice> CODEC = ObjectCodec.of("SessionSlice", m -> {
            var sid = m.required("sid", Codec.U64, SessionSlice::sid);
            var roleCount = m.required("role_count", Codec.U64, SessionSlice::roleCount);
            var localTypeEntries = m.required("local_type_entries", Codec.U64, SessionSlice::localTypeEntries);
            var bufferEdges = m.required("buffer_edges", Codec.U64, SessionSlice::bufferEdges);
            var bufferedMessages = m.required("buffered_messages", Codec.U64, SessionSlice::bufferedMessages);
            var status = m.required("status", Codec.STRING, SessionSlice::status);
            var epoch = m.required("epoch", Codec.U64, SessionSlice::epoch);
            return in -> new SessionSlice(
                    in.get(sid),
                    in.get(roleCount),
                    in.get(localTypeEntries),
                    in.get(bufferEdges),
                    in.get(bufferedMessages),
                    in.get(status),
                    in.get(epoch));
        });
    }

    /** The ready coroutines in order, and for each blocked one the tag of its reason. */
    public record SchedulerSlice(List<Long> readyQueue, Map<Long, String> blocked, long stepCount) {
        public static final Codec<SchedulerSlice> CODEC = ObjectCodec.of("SchedulerSlice", m -> {
            var readyQueue = m.required("ready_queue", Codec.listOf(Codec.U64), SchedulerSlice::readyQueue);
            var blocked = m.required("blocked", IdMapCodec.of(Codec.STRING), SchedulerSlice::blocked);
            var stepCount = m.required("step_count", Codec.U64, SchedulerSlice::stepCount);
            return in -> new SchedulerSlice(in.get(readyQueue), in.get(blocked), in.get(stepCount));
        });

        public SchedulerSlice {
            readyQueue = List.copyOf(readyQueue);
            blocked = IdMapCodec.sortedCopy(blocked);
        }
    }

    public static final Codec<RefinementSlice> CODEC = ObjectCodec.of("RefinementSlice", m -> {
        var coroutines = m.required("coroutines", Codec.listOf(CoroutineSlice.CODEC), RefinementSlice::coroutines);
        var sessions = m.required("sessions", Codec.listOf(SessionSlice.CODEC), RefinementSlice::sessions);
        var scheduler = m.required("scheduler", SchedulerSlice.CODEC, RefinementSlice::scheduler);
        return in -> new RefinementSlice(in.get(coroutines), in.get(sessions), in.get(scheduler));
    });

    public RefinementSlice {
        coroutines = List.copyOf(coroutines);
        sessions = List.copyOf(sessions);
    }
}
