package dev.paritas.semanticobjects.run;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.Field;
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

        <V> Field<TraceEvent, @Nullable V> member(String name, Codec<V> codec, Function<TraceEvent, @Nullable V> get) {
            return this == NULL ? Field.nullable(name, codec, get) : Field.omittable(name, codec, get);
        }
    }

    /** The bridge's form: every member is written, absent ones as null. */
    public static final Codec<TraceEvent> CODEC = codec(Absent.NULL);

    /** The runner's form: absent members are left out (spec 22 §9). Both forms read the same documents. */
    public static final Codec<TraceEvent> RUNNER_CODEC = codec(Absent.OMITTED);

    private static Codec<TraceEvent> codec(Absent absent) {
        return ObjectCodec.of(
                        "TraceEvent",
                        field("kind", Codec.STRING, TraceEvent::kind),
                        field("tick", Codec.U64, TraceEvent::tick),
                        absent.member("session", Codec.U64, TraceEvent::session),
                        absent.member("sender", Codec.STRING, TraceEvent::sender),
                        absent.member("receiver", Codec.STRING, TraceEvent::receiver),
                        absent.member("label", Codec.STRING, TraceEvent::label),
                        absent.member("role", Codec.STRING, TraceEvent::role),
                        absent.member("target", Codec.STRING, TraceEvent::target),
                        absent.member("permitted", Codec.BOOL, TraceEvent::permitted),
                        absent.member("epoch", Codec.U64, TraceEvent::epoch),
                        absent.member("ghost", Codec.U64, TraceEvent::ghost),
                        absent.member("from", Codec.U64, TraceEvent::from),
                        absent.member("to", Codec.U64, TraceEvent::to),
                        absent.member("predicate_ref", Codec.STRING, TraceEvent::predicateRef),
                        absent.member("witness_ref", Codec.STRING, TraceEvent::witnessRef),
                        absent.member("output_digest", Codec.STRING, TraceEvent::outputDigest),
                        absent.member("passed", Codec.BOOL, TraceEvent::passed),
                        absent.member("reason", Codec.STRING, TraceEvent::reason),
                        TraceEvent::new)
                .headed("schema_version", BridgeVersion.CODEC, BridgeVersion.CURRENT);
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
