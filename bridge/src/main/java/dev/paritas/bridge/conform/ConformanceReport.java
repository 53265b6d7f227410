package dev.paritas.bridge.conform;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.choreography.monitor.Observation;
import dev.paritas.choreography.monitor.Violation;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.SchemaVersionCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a log says about its protocol.
 *
 * @param violations at most as many as were asked for, in the order of the log; {@code sessions} counts them all
 * @param unfinished some of the sessions that are not finished, by name
 * @param sessions how the sessions stand
 * @param events what was looked at, and what was not
 */
public record ConformanceReport(
        Verdict verdict, Sessions sessions, Events events, List<Found> violations, List<Unfinished> unfinished) {
    public static final String SCHEMA_VERSION = "paritas.conformance.v1";

    /** {@link #SCHEMA_VERSION} with all members. */
    public static final Codec<ConformanceReport> CODEC = ObjectCodec.of(
            "ConformanceReport",
            field("schema_version", new SchemaVersionCodec(SCHEMA_VERSION, ""), ignored -> SCHEMA_VERSION),
            field("verdict", WordCodec.snakeCase(Verdict.class), ConformanceReport::verdict),
            field("sessions", Sessions.CODEC, ConformanceReport::sessions),
            field("events", Events.CODEC, ConformanceReport::events),
            field("violations", Codec.listOf(Found.CODEC), ConformanceReport::violations),
            field("unfinished", Codec.listOf(Unfinished.CODEC), ConformanceReport::unfinished),
            (version, verdict, sessions, events, violations, unfinished) ->
                    new ConformanceReport(verdict, sessions, events, violations, unfinished));

    public ConformanceReport {
        violations = List.copyOf(violations);
        unfinished = List.copyOf(unfinished);
    }

    /** What the whole log is worth. */
    public enum Verdict {
        /** Every session follows the protocol to its end. */
        COMPLETE,
        /** Every session follows the protocol, and some are not finished. */
        SO_FAR,
        /** Some session does not follow the protocol. */
        VIOLATES,
        /** No session is known to violate it, and of some too little was seen. */
        UNDECIDED,
        /** There was no event to look at. */
        NOTHING
    }

    /** Sessions by how they stand. */
    public record Sessions(long complete, long open, long violated) {
        static final Codec<Sessions> CODEC = ObjectCodec.of(
                "ConformanceSessions",
                field("complete", Codec.U64, Sessions::complete),
                field("open", Codec.U64, Sessions::open),
                field("violated", Codec.U64, Sessions::violated),
                Sessions::new);
    }

    /**
     * Events by what became of them.
     *
     * @param seen all that the log holds, but for those that the mapping leaves out
     * @param skipped left out by the mapping
     * @param unwatched of roles that are not watched
     * @param duplicates repeated deliveries that were allowed
     * @param behindViolations of sessions that had broken off, which were not looked at
     * @param forgottenSessions sessions that were over, and are no longer known by name, so that what came behind their end
     *     would be taken for a new session
     */
    public record Events(
            long seen, long skipped, long unwatched, long duplicates, long behindViolations, long forgottenSessions) {
        static final Codec<Events> CODEC = ObjectCodec.of(
                "ConformanceEvents",
                field("seen", Codec.U64, Events::seen),
                field("skipped", Codec.U64, Events::skipped),
                field("unwatched", Codec.U64, Events::unwatched),
                field("duplicates", Codec.U64, Events::duplicates),
                field("behind_violations", Codec.U64, Events::behindViolations),
                field("forgotten_sessions", Codec.U64, Events::forgottenSessions),
                Events::new);
    }

    /** A session that is not finished, and what its roles may do next. */
    public record Unfinished(String session, long events, List<String> next) {
        static final Codec<Unfinished> CODEC = ObjectCodec.of(
                "UnfinishedSession",
                field("session", Codec.STRING, Unfinished::session),
                field("events", Codec.U64, Unfinished::events),
                field("next", Codec.listOf(Codec.STRING), Unfinished::next),
                Unfinished::new);

        public Unfinished {
            next = List.copyOf(next);
        }
    }

    /**
     * Where an event is told.
     *
     * @param log which of several; null when there is one
     * @param line in the log, from 1
     */
    record Place(@Nullable String log, long line) {}

    /**
     * An event that was allowed, in words.
     *
     * @param log which of several; null when there is one
     * @param line in the log, from 1
     */
    public record Earlier(@Nullable String log, long line, String text) {
        static final Codec<Earlier> CODEC = ObjectCodec.of(
                "EarlierEvent",
                omittable("log", Codec.STRING, Earlier::log),
                field("line", Codec.U64, Earlier::line),
                field("text", Codec.STRING, Earlier::text),
                Earlier::new);

        static Earlier of(Observation seen, LongFunction<Place> places) {
            Place place = places.apply(seen.position());
            return new Earlier(place.log(), place.line(), seen.text());
        }
    }

    /**
     * A violation with its place in the log.
     *
     * @param event number of the event in its session, from 1
     * @param log which of several; null when there is one
     * @param line in the log, from 1
     * @param happened what the log says, in words
     * @param allowed what would have been allowed, in words
     * @param before the last allowed events of the roles involved
     */
    public record Found(
            String session,
            long event,
            @Nullable String log,
            long line,
            Violation.Reason reason,
            String happened,
            List<String> allowed,
            List<Earlier> before) {
        static final Codec<Found> CODEC = ObjectCodec.of(
                "ConformanceViolation",
                field("session", Codec.STRING, Found::session),
                field("event", Codec.U64, Found::event),
                omittable("log", Codec.STRING, Found::log),
                field("line", Codec.U64, Found::line),
                field("reason", WordCodec.snakeCase(Violation.Reason.class), Found::reason),
                field("happened", Codec.STRING, Found::happened),
                field("allowed", Codec.listOf(Codec.STRING), Found::allowed),
                field("before", Codec.listOf(Earlier.CODEC), Found::before),
                Found::new);

        public Found {
            allowed = List.copyOf(allowed);
            before = List.copyOf(before);
        }

        static Found of(Violation violation, LongFunction<Place> places) {
            Place place = places.apply(violation.happened().position());
            return new Found(
                    violation.session(),
                    violation.event(),
                    place.log(),
                    place.line(),
                    violation.reason(),
                    violation.happened().text(),
                    violation.allowed(),
                    violation.before().stream()
                            .map(seen -> Earlier.of(seen, places))
                            .toList());
        }
    }
}
