package dev.paritas.model.machine;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.model.machine.ModelActions.Action;
import dev.paritas.semanticobjects.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operations {@code validateTrace} and {@code validateSimulationTrace} (spec 22 §12.1-12.2): sessions open once with
 * the right roles, communications are permitted, and every receive has its send. At most one issue, the first, is told.
 */
public final class TraceValidation {
    /** What a session may do. */
    private record Specification(List<String> roles, Set<Action> actions) {}

    private record Message(BigInteger session, Action action) {}

    /** Ends the check with its issue. */
    private static final class Found extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient TraceIssue issue;

        Found(String code, String path, String message) {
            super(message);
            issue = new TraceIssue(code, message, path);
        }
    }

    private final List<Specification> sessions;
    private final Set<BigInteger> opened = new HashSet<>();
    private final Map<Message, Long> outstanding = new HashMap<>();
    private final Map<BigInteger, Long> outstandingOf = new HashMap<>();

    private TraceValidation(List<Specification> sessions) {
        this.sessions = sessions;
    }

    /** {@return the first issue of {@code {"choreographies":[..],"trace":[..]}}; session k is choreography k} */
    public static Optional<TraceIssue> validateTrace(JsonValue payload) {
        List<Specification> sessions = new ArrayList<>();
        List<JsonValue> trace;
        try {
            for (JsonValue choreography : ModelReader.array(ModelReader.member(payload, "choreographies"))) {
                GlobalType type = ModelReader.globalType(ModelReader.member(choreography, "global_type"));
                List<String> roles = ModelReader.strings(ModelReader.array(ModelReader.member(choreography, "roles")));
                sessions.add(new Specification(
                        roles, Set.copyOf(ModelActions.of(type).actions())));
            }
            trace = ModelReader.array(ModelReader.member(payload, "trace"));
        } catch (ModelReadException e) {
            return Optional.of(new TraceIssue("trace.invalid_payload", text(e), "payload"));
        }
        return new TraceValidation(sessions).check(trace);
    }

    /** {@return the first issue of {@code {"input":SimRunInput,"trace":[..]}}, whose only session is 0} */
    public static Optional<TraceIssue> validateSimulationTrace(JsonValue payload) {
        ModelActions protocol;
        List<JsonValue> trace;
        try {
            JsonValue input = ModelReader.member(payload, "input");
            protocol = ModelActions.of(ModelReader.globalType(ModelReader.member(input, "global_type")));
            trace = ModelReader.array(ModelReader.member(payload, "trace"));
        } catch (ModelReadException e) {
            return Optional.of(new TraceIssue("simulation.invalid_payload", text(e), "payload"));
        }
        Specification session = new Specification(List.copyOf(protocol.roles()), Set.copyOf(protocol.actions()));
        return new TraceValidation(List.of(session)).check(trace);
    }

    private Optional<TraceIssue> check(List<JsonValue> trace) {
        try {
            for (int i = 0; i < trace.size(); i++) {
                check(trace.get(i), "trace[" + i + "]");
            }
            if (!outstanding.isEmpty()) {
                throw new Found("trace.unmatched_send", "trace", "trace ended with unmatched send events");
            }
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.issue);
        }
    }

    private void check(JsonValue event, String path) throws Found {
        switch (string(event, "kind", "event", path)) {
            case "opened" -> opened(event, path);
            case "closed" -> closed(event, path);
            case "sent" -> sent(event, path);
            case "received" -> received(event, path);
            default -> {} // other kinds say nothing about communication
        }
    }

    private void opened(JsonValue event, String path) throws Found {
        BigInteger session = session(event, path);
        Set<String> roles = Set.copyOf(roles(event, path));
        if (session.compareTo(BigInteger.valueOf(sessions.size())) >= 0) {
            throw new Found("trace.unknown_session", path, "unknown session " + session);
        }
        if (!opened.add(session)) {
            throw new Found("trace.duplicate_open", path, "session " + session + " opened twice");
        }
        if (!roles.equals(Set.copyOf(sessions.get(session.intValue()).roles()))) {
            throw new Found(
                    "trace.role_mismatch", path + ".roles", "session " + session + " roles do not match choreography");
        }
    }

    private void closed(JsonValue event, String path) throws Found {
        BigInteger session = session(event, path);
        if (!opened.contains(session)) {
            throw new Found("trace.close_before_open", path, "session " + session + " closed before open");
        }
        if (outstandingOf.containsKey(session)) {
            throw new Found(
                    "trace.close_with_outstanding", path, "session " + session + " closed with outstanding sends");
        }
    }

    private void sent(JsonValue event, String path) throws Found {
        BigInteger session = session(event, path);
        Action action = action(event, path);
        if (!opened.contains(session)) {
            throw new Found("trace.send_before_open", path, "session " + session + " sent before open");
        }
        if (!sessions.get(session.intValue()).actions().contains(action)) {
            throw new Found(
                    "trace.unknown_action",
                    path + ".label",
                    describe(action) + " is not permitted by the choreography");
        }
        outstanding.merge(new Message(session, action), 1L, Long::sum);
        outstandingOf.merge(session, 1L, Long::sum);
    }

    private void received(JsonValue event, String path) throws Found {
        BigInteger session = session(event, path);
        Action action = action(event, path);
        if (!opened.contains(session)) {
            throw new Found("trace.recv_before_open", path, "session " + session + " received before open");
        }
        Message message = new Message(session, action);
        if (!outstanding.containsKey(message)) {
            throw new Found("trace.unmatched_receive", path, describe(action) + " had no matching send");
        }
        takeOne(outstanding, message);
        takeOne(outstandingOf, session);
    }

    private static <K> void takeOne(Map<K, Long> counts, K key) {
        counts.computeIfPresent(key, (ignored, count) -> count == 1 ? null : count - 1);
    }

    private static Action action(JsonValue event, String path) throws Found {
        return new Action(
                string(event, "sender", "sender", path),
                string(event, "receiver", "receiver", path),
                string(event, "label", "label", path));
    }

    private static String describe(Action action) {
        return action.sender() + "->" + action.receiver() + " label '" + action.label() + "'";
    }

    /** {@return member {@code roles}, or else {@code role} parted at commas} */
    private static List<String> roles(JsonValue event, String path) throws Found {
        try {
            Optional<JsonValue> listed = ModelReader.optionalMember(event, "roles");
            return listed.isPresent()
                    ? ModelReader.strings(ModelReader.array(listed.get()))
                    : Arrays.asList(ModelReader.string(ModelReader.member(event, "role"))
                            .split(",", -1));
        } catch (ModelReadException e) {
            throw new Found("trace.invalid_roles", path + ".roles", text(e));
        }
    }

    private static BigInteger session(JsonValue event, String path) throws Found {
        try {
            return ModelReader.natural(ModelReader.member(event, "session"));
        } catch (ModelReadException e) {
            throw new Found("trace.invalid_session", path + ".session", text(e));
        }
    }

    private static String string(JsonValue event, String member, String code, String path) throws Found {
        try {
            return ModelReader.string(ModelReader.member(event, member));
        } catch (ModelReadException e) {
            throw new Found("trace.invalid_" + code, path + "." + member, text(e));
        }
    }

    private static String text(ModelReadException e) {
        return String.valueOf(e.getMessage());
    }
}
