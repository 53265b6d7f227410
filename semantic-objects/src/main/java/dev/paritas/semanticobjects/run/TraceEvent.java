package dev.paritas.semanticobjects.run;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One event of a run as it crosses the bridge to a runner (spec 22 §14.3). Only {@code kind} and {@code tick} are always
 * there; numbers are unsigned.
 */
public record TraceEvent(
        String kind,
        long tick,
        @Nullable Long session,
        @Nullable String sender,
        @Nullable String receiver,
        @Nullable String label,
        @Nullable String role,
        @Nullable String target,
        @Nullable Boolean permitted,
        @Nullable Long epoch,
        @Nullable Long ghost,
        @Nullable Long from,
        @Nullable Long to,
        @Nullable String predicateRef,
        @Nullable String witnessRef,
        @Nullable String outputDigest,
        @Nullable Boolean passed,
        @Nullable String reason) {
    /** How a writer shows members that are absent. */
    private enum Absent {
        NULL,
        OMITTED;

        <V> ObjectCodec.NullableMember<V> member(
                ObjectCodec.Builder<TraceEvent> m, String name, Codec<V> codec, Function<TraceEvent, @Nullable V> get) {
            return this == NULL ? m.nullable(name, codec, get) : m.omittable(name, codec, get);
        }
    }

    /** The bridge's form: every member is written, absent ones as null. */
    public static final Codec<TraceEvent> CODEC = codec(Absent.NULL);

    /** The runner's form: absent members are left out (spec 22 §9). Both forms read the same documents. */
    public static final Codec<TraceEvent> RUNNER_CODEC = codec(Absent.OMITTED);

    private static Codec<TraceEvent> codec(Absent absent) {
        return ObjectCodec.of("TraceEvent", m -> {
            m.required("schema_version", BridgeVersion.CODEC, _ -> BridgeVersion.CURRENT);
            var kind = m.required("kind", Codec.STRING, TraceEvent::kind);
            var tick = m.required("tick", Codec.U64, TraceEvent::tick);
            var session = absent.member(m, "session", Codec.U64, TraceEvent::session);
            var sender = absent.member(m, "sender", Codec.STRING, TraceEvent::sender);
            var receiver = absent.member(m, "receiver", Codec.STRING, TraceEvent::receiver);
            var label = absent.member(m, "label", Codec.STRING, TraceEvent::label);
            var role = absent.member(m, "role", Codec.STRING, TraceEvent::role);
            var target = absent.member(m, "target", Codec.STRING, TraceEvent::target);
            var permitted = absent.member(m, "permitted", Codec.BOOL, TraceEvent::permitted);
            var epoch = absent.member(m, "epoch", Codec.U64, TraceEvent::epoch);
            var ghost = absent.member(m, "ghost", Codec.U64, TraceEvent::ghost);
            var from = absent.member(m, "from", Codec.U64, TraceEvent::from);
            var to = absent.member(m, "to", Codec.U64, TraceEvent::to);
            var predicateRef = absent.member(m, "predicate_ref", Codec.STRING, TraceEvent::predicateRef);
            var witnessRef = absent.member(m, "witness_ref", Codec.STRING, TraceEvent::witnessRef);
            var outputDigest = absent.member(m, "output_digest", Codec.STRING, TraceEvent::outputDigest);
            var passed = absent.member(m, "passed", Codec.BOOL, TraceEvent::passed);
            var reason = absent.member(m, "reason", Codec.STRING, TraceEvent::reason);
            return in -> new TraceEvent(
                    in.get(kind),
                    in.get(tick),
                    in.get(session),
                    in.get(sender),
                    in.get(receiver),
                    in.get(label),
                    in.get(role),
                    in.get(target),
                    in.get(permitted),
                    in.get(epoch),
                    in.get(ghost),
                    in.get(from),
                    in.get(to),
                    in.get(predicateRef),
                    in.get(witnessRef),
                    in.get(outputDigest),
                    in.get(passed),
                    in.get(reason));
        });
    }

    /** @param role the roles of the session, joined by commas */
    public static TraceEvent opened(long tick, long session, String role) {
        return of("opened", tick, session, null, null, null, role, null, null);
    }

    public static TraceEvent sent(long tick, long session, String sender, String receiver, @Nullable String label) {
        return of("sent", tick, session, sender, receiver, label, null, null, null);
    }

    public static TraceEvent received(long tick, long session, String sender, String receiver, @Nullable String label) {
        return of("received", tick, session, sender, receiver, label, null, null, null);
    }

    public static TraceEvent closed(long tick, long session) {
        return of("closed", tick, session, null, null, null, null, null, null);
    }

    /** @param target the coroutine's id in decimal */
    public static TraceEvent halted(long tick, String target) {
        return of("halted", tick, null, null, null, null, null, target, null);
    }

    /** @param target the coroutine's id in decimal */
    public static TraceEvent faulted(long tick, String target, @Nullable String reason) {
        return of("faulted", tick, null, null, null, null, null, target, reason);
    }

    /** The members that the events of compiled choreographies use (spec 22 §9). */
    private static TraceEvent of(
            String kind,
            long tick,
            @Nullable Long session,
            @Nullable String sender,
            @Nullable String receiver,
            @Nullable String label,
            @Nullable String role,
            @Nullable String target,
            @Nullable String reason) {
        return new TraceEvent(
                kind, tick, session, sender, receiver, label, role, target, null, null, null, null, null, null, null,
                null, null, reason);
    }
}
