package dev.paritas.bridge;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.conform.EventLog;
import dev.paritas.bridge.conform.JsonEventLog;
import dev.paritas.bridge.conform.LogMapping;
import dev.paritas.bridge.conform.LogWalk;
import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.monitor.Monitor;
import dev.paritas.choreography.monitor.ProtocolAutomaton;
import dev.paritas.choreography.path.PathProblem;
import dev.paritas.choreography.path.Paths;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.source.UnreadChoreography;
import dev.paritas.choreography.source.WrittenChoreographies;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.problem.Problem;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A protocol as it is written down: one session, or several of one run. Immutable. */
public final class Choreography {
    private static final Codec<List<ChoreographyJson>> SESSIONS = Codec.listOf(ChoreographyJson.CODEC);

    /** Violations that a report lists. */
    private static final int MOST_TOLD = 10;

    /** Paths of one protocol. */
    private static final int MOST_PATHS = 1_000;

    private final List<ChoreographyJson> sessions;
    private final List<Choice> choices;
    private final List<InputWarning> warnings;

    private Choreography(List<ChoreographyJson> sessions, List<Choice> choices, List<InputWarning> warnings) {
        this.sessions = List.copyOf(sessions);
        this.choices = List.copyOf(choices);
        this.warnings = List.copyOf(warnings);
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
            WrittenChoreographies.Read read = WrittenChoreographies.readWithWarnings(bytes);
            return new Choreography(
                    read.choreographies(),
                    List.of(),
                    read.warnings().stream()
                            .map(mark -> new InputWarning(
                                    mark.code(),
                                    name + " " + Problem.place("", mark.line(), mark.column()),
                                    mark.sentence(),
                                    mark.hint()))
                            .toList());
        } catch (ProblemException e) {
            UnreadChoreography unread = e.only(UnreadChoreography.class);
            throw new InputException(
                    new InputProblem(unread.code(), name + " " + unread.place(), unread.sentence()), e);
        }
    }

    /**
     * {@return the same protocol once for each way through it, its branches in such an order that who always takes the first
     * one goes that way} A way leads to the end, and takes each loop again up to {@code loops} times; one that is cut in a loop
     * is there only where it takes a branch that no other does.
     *
     * @param loops at least 0
     * @throws InputException when it has several sessions, is not well-formed, has more than 1,000 such ways, or one that no
     *     order of the branches brings about
     */
    public List<Choreography> paths(int loops) {
        if (loops < 0) {
            throw new IllegalArgumentException("a loop is taken again at least 0 times, not " + loops);
        }
        ChoreographyJson session = only();
        try {
            Paths.All all = Paths.of(session.globalType()).all(loops, MOST_PATHS);
            all.refused().stream().findFirst().ifPresent(sentence -> {
                throw new InputException(new InputProblem("NO_ORDER", "the choices", sentence));
            });
            return all.paths().stream()
                    .map(path -> new Choreography(
                            List.of(new ChoreographyJson(session.schemaVersion(), path.type(), session.roles())),
                            path.choices().stream()
                                    .map(choice -> new Choice(choice.sender(), choice.receiver(), choice.label()))
                                    .toList(),
                            warnings))
                    .toList();
        } catch (ProblemException e) {
            PathProblem problem = e.only(PathProblem.class);
            throw new InputException(new InputProblem(problem.code(), "the choices", problem.sentence()), e);
        }
    }

    /** {@return of one of {@link #paths}, the choices on its way, in their order; else nothing} */
    public List<Choice> choices() {
        return choices;
    }

    /**
     * {@return what its reader should know, in the order of the text: statements that no role carries out, roles that do nothing,
     * and the like} Only a {@code .tell} source has such.
     */
    public List<InputWarning> warnings() {
        return warnings;
    }

    private ChoreographyJson only() {
        if (sessions.size() > 1) {
            throw new InputException(new InputProblem(
                    "SEVERAL_CHOREOGRAPHIES", "the choreography", "it has " + sessions.size() + " sessions, not one"));
        }
        return sessions.getFirst();
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
     * Holds a log to the protocol: one JSON object a line, {@code {"session","role","action","peer","label"}}
     * (docs/conform.md).
     *
     * @throws InputException when the protocol is not well-formed or has several sessions, when a role has no projection,
     *     or when the log cannot be read
     */
    public Conformance conform(Path log) {
        LogWalk walk = new LogWalk(new Monitor(automaton(), false), MOST_TOLD, ignored -> {});
        try (InputStream in = Files.newInputStream(log);
                EventLog events = new JsonEventLog(in, LogMapping.NONE)) {
            return new Conformance(walk.of(events));
        } catch (JsonException e) {
            throw new InputException(
                    new InputProblem(e.code().name(), log + ":" + e.line(), String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new InputException(new InputProblem("IO", log.toString(), OsText.of(e)), e);
        }
    }

    ProtocolAutomaton automaton() {
        problems().stream().findFirst().ifPresent(problem -> {
            throw new InputException(problem);
        });
        return ProtocolAutomaton.of(only().globalType());
    }

    ProtocolAutomaton automaton(Set<String> watched) {
        problems().stream().findFirst().ifPresent(problem -> {
            throw new InputException(problem);
        });
        watched.stream().filter(role -> !roles().contains(role)).findFirst().ifPresent(stranger -> {
            throw new InputException(new InputProblem(
                    "UNKNOWN_ROLE",
                    "role " + stranger,
                    "the protocol has no such role; its roles are " + String.join(", ", roles())));
        });
        return ProtocolAutomaton.watching(only().globalType(), watched);
    }

    /** {@return the sessions in the versioned form (docs/spec/10-types-json.md §6), one line} */
    public String json() {
        return JsonOutput.compactText(SESSIONS, sessions);
    }

    CaseInput input(long maxSteps) {
        return new CaseInput(sessions, 1, maxSteps);
    }
}
