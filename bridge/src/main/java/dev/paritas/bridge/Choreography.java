package dev.paritas.bridge;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.source.UnreadChoreography;
import dev.paritas.choreography.source.WrittenChoreographies;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.model.machine.TraceValidation;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A protocol as it is written down: one session, or several of one run. Immutable. */
public final class Choreography {
    private static final Codec<List<ChoreographyJson>> SESSIONS = Codec.listOf(ChoreographyJson.CODEC);
    private static final Codec<List<TraceEvent>> TRACE = Codec.listOf(TraceEvent.CODEC);

    private final List<ChoreographyJson> sessions;

    private Choreography(List<ChoreographyJson> sessions) {
        this.sessions = List.copyOf(sessions);
    }

    /**
     * {@return what {@code file} holds: a {@code .tell} source, a global type, a versioned choreography or a run request}
     *
     * @throws InputException when it cannot be read, with the place
     */
    public static Choreography read(Path file) {
        byte[] bytes;
        try {
            bytes = BoundedFile.upTo(file, WrittenChoreographies.MAX_BYTES);
        } catch (IOException e) {
            throw new InputException(new InputProblem("IO", file.toString(), OsText.of(e)), e);
        }
        return parse(file.toString(), bytes);
    }

    /**
     * {@return what {@code text} says, in any form that {@link #read} takes}
     *
     * @throws InputException when it is none, with the place
     */
    public static Choreography parse(String text) {
        return parse("the text", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Choreography parse(String name, byte[] bytes) {
        try {
            return new Choreography(WrittenChoreographies.read(bytes));
        } catch (ProblemException e) {
            UnreadChoreography unread = e.only(UnreadChoreography.class);
            throw new InputException(
                    new InputProblem(unread.code(), name + " " + unread.place(), unread.sentence()), e);
        }
    }

    /** {@return the roles, ascending, each once} */
    public List<String> roles() {
        return sessions.stream()
                .flatMap(session -> session.roles().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return what keeps the protocol from being run: types that are not well-formed, roles without a projection} */
    public List<InputProblem> problems() {
        List<InputProblem> problems = new ArrayList<>();
        for (ChoreographyJson session : sessions) {
            GlobalType type = session.globalType();
            if (!type.wellFormed()) {
                problems.add(new InputProblem(
                        "NOT_WELL_FORMED",
                        "the global type",
                        "a recursion is unbound or unguarded, a choice is empty or names a label twice, or a role sends to"
                                + " itself"));
                continue;
            }
            for (String role : session.roles()) {
                try {
                    Projection.project(type, role);
                } catch (ProblemException e) {
                    problems.add(unprojectable(role, e));
                }
            }
        }
        return List.copyOf(problems);
    }

    /**
     * {@return what each role has to do, by role; of several sessions, the first one's}
     *
     * @throws InputException for a role without a projection; {@link #problems} names them all
     */
    public SortedMap<String, LocalProtocol> project() {
        ChoreographyJson session = sessions.getFirst();
        SortedMap<String, LocalProtocol> locals = new TreeMap<>();
        for (String role : session.roles()) {
            try {
                LocalType local = Projection.project(session.globalType(), role);
                locals.put(
                        role,
                        new LocalProtocol(role, local.toString(), JsonOutput.compactText(TypeCodec.LOCAL, local)));
            } catch (ProblemException e) {
                throw new InputException(unprojectable(role, e), e);
            }
        }
        return locals;
    }

    private static InputProblem unprojectable(String role, ProblemException e) {
        ProjectionError error = e.only(ProjectionError.class);
        return new InputProblem(error.code(), "role " + role, error.sentence());
    }

    /**
     * {@return the first event of a log that this protocol does not allow; empty when there is none} Session k of the log is
     * session k of this choreography. Each message must be one that the protocol has, and each receive needs its send before
     * it; the order of the messages of a role is not looked at (docs/spec/22-lean-machine-runner.md §12.1).
     */
    public Optional<InputProblem> violation(List<Event> log) {
        SortedMap<String, JsonValue> payload = new TreeMap<>();
        payload.put("choreographies", SESSIONS.toTree(sessions));
        payload.put("trace", TRACE.toTree(log.stream().map(Event::onTheWire).toList()));
        return TraceValidation.validateTrace(new JsonValue.Obj(payload))
                .map(issue -> new InputProblem(issue.code(), issue.path(), issue.message()));
    }

    /** {@return the sessions in the versioned form (docs/spec/10-types-json.md §6), one line} */
    public String json() {
        return JsonOutput.compactText(SESSIONS, sessions);
    }

    CaseInput input(long maxSteps) {
        return new CaseInput(sessions, 1, maxSteps);
    }
}
