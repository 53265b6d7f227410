package dev.paritas.junit;

import dev.paritas.bridge.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why a recording does not conform, in columns for people: what happened, what was allowed, what came before, what to do. */
final class FailureText {
    /** Sessions that are told of in full; more only bury the first one. */
    private static final int MOST_TOLD = 3;

    /** Events of an unfinished session that are shown. */
    private static final int MOST_BEFORE = 3;

    private static final String COLUMN = "  %-10s%s";

    private static final String NOTHING = "nothing was recorded, so nothing was held to the protocol\n"
            + next("call the recorder where the runtime sends and receives");

    private FailureText() {}

    /** {@return the line about the one thing to do} */
    static String next(String advice) {
        return String.format(COLUMN, "next", advice);
    }

    /** {@return the violations; or else, that nothing was recorded} */
    static String soFar(Findings findings) {
        return findings.events().isEmpty() ? NOTHING : String.join("\n", violations(findings));
    }

    /** {@return the violations and the unfinished sessions; or else, that nothing was recorded} */
    static String complete(Findings findings) {
        if (findings.events().isEmpty()) {
            return NOTHING;
        }
        List<String> lines = violations(findings);
        findings.unfinished().stream().limit(MOST_TOLD).forEach(open -> unfinished(findings, open, lines));
        more(lines, findings.unfinished().size(), "not finished");
        if (lines.isEmpty()) {
            findings.strayed().stream().limit(MOST_TOLD).forEach(strayed -> {
                lines.add("session " + strayed + " was asked for, and did not happen");
                column(lines, "next", List.of("have the runtime make the choices of the protocol's choices()"));
            });
            more(lines, findings.strayed().size(), "on another way");
        }
        return String.join("\n", lines);
    }

    private static List<String> violations(Findings findings) {
        List<String> lines = new ArrayList<>();
        findings.violations().stream().limit(MOST_TOLD).forEach(found -> violation(findings, found, lines));
        more(lines, findings.violations().size(), "against the protocol");
        return lines;
    }

    private static void violation(Findings findings, Violation found, List<String> lines) {
        lines.add("session " + found.session() + " does not follow the protocol: event " + found.event() + ", "
                + found.code());
        column(lines, "happened", List.of(found.happened()));
        column(lines, "because", List.of(found.reason()));
        column(lines, "allowed", found.allowed().isEmpty() ? List.of("nothing more") : found.allowed());
        column(lines, "before", found.before().isEmpty() ? List.of("nothing") : found.before());
        column(lines, "next", List.of(next(findings, found)));
    }

    /** The codes are those of {@link Violation#code}; one that is new is met with the general advice. */
    private static String next(Findings findings, Violation found) {
        return switch (found.code()) {
            case "UNKNOWN_ROLE" -> "record a role of the protocol: " + String.join(", ", findings.roles());
            case "NOT_SENT" -> "find the sender that does not say 'sent' before it hands the message on";
            case "OUT_OF_ORDER" -> "take the messages of this sender in the order in which they were sent";
            case "SESSION_OVER" -> "give the next session a name of its own, or do no more in this one";
            case "BEGINNING_UNSEEN" -> "record the session from its first event on";
            default ->
                found.allowed().isEmpty()
                        ? "take this event out of the runtime, or add it to the protocol"
                        : "make the runtime do what is allowed, or add \"" + found.happened() + "\" to the protocol";
        };
    }

    private static void unfinished(Findings findings, String open, List<String> lines) {
        String session = session(findings, open);
        List<RecordedEvent> events = findings.events().stream()
                .filter(event -> event.session().equals(session))
                .toList();
        lines.add("session " + session + " is not finished after " + events.size()
                + (events.size() == 1 ? " event" : " events"));
        column(lines, "allowed", List.of(open.substring(session.length() + 2).split("; ")));
        column(
                lines,
                "before",
                events.subList(Math.max(0, events.size() - MOST_BEFORE), events.size()).stream()
                        .map(RecordedEvent::text)
                        .toList());
        column(lines, "next", List.of("let the roles go on, or wait for them before the recording is judged"));
    }

    /** A line about an unfinished session begins with its name and a colon; a name may have one itself. */
    private static String session(Findings findings, String open) {
        return findings.events().stream()
                .map(RecordedEvent::session)
                .filter(name -> open.startsWith(name + ": "))
                .reduce("", (one, other) -> one.length() >= other.length() ? one : other);
    }

    private static void more(List<String> lines, int all, String what) {
        if (all > MOST_TOLD) {
            lines.add(
                    "and " + (all - MOST_TOLD) + (all - MOST_TOLD == 1 ? " more session " : " more sessions ") + what);
        }
    }

    private static void column(List<String> lines, String name, List<String> entries) {
        lines.add(String.format(
                COLUMN, name, entries.stream().collect(Collectors.joining("\n" + String.format(COLUMN, "", "")))));
    }
}
