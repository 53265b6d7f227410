package dev.paritas.bridge.conform;

import dev.paritas.choreography.monitor.Action;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes events of the values of their members. Names that come often are kept once. */
final class EventMaker {
    private static final int KEPT_NAMES = 4096;

    private final LogMapping mapping;
    private final Map<String, String> names = new HashMap<>();
    private boolean first = true;
    private boolean named;
    private long skipped;

    EventMaker(LogMapping mapping) {
        this.mapping = mapping;
    }

    long skipped() {
        return skipped;
    }

    /**
     * {@return the event; empty when the mapping leaves it out}
     *
     * @param values by the place of the member; null when it is absent
     * @throws JsonException for what is no event
     */
    Optional<LoggedEvent> event(@Nullable String[] values, long line) {
        for (LogMember member : LogMember.values()) {
            String value = values[member.ordinal()];
            if (mapping.skips(member, value)) {
                skipped++;
                return Optional.empty();
            }
        }
        Action action = action(required(values, LogMember.ACTION, line), line);
        String role = name(required(values, LogMember.ROLE, line), LogMember.ROLE);
        return Optional.of(new LoggedEvent(
                session(values[LogMember.SESSION.ordinal()], line),
                role,
                action,
                optional(values, LogMember.PEER),
                optional(values, LogMember.LABEL),
                line));
    }

    /** Either every event names its session or none does: one that lost its name must not pass for another session. */
    private String session(@Nullable String value, long line) {
        boolean present = value != null;
        if (first) {
            first = false;
            named = present;
        } else if (named != present) {
            throw refusal(
                    JsonErrorCode.MISSING_MEMBER,
                    LogMember.SESSION,
                    line,
                    named
                            ? "the event names no session, and events before it do"
                            : "the event names a session, and events before it do not");
        }
        return value == null ? "" : mapping.rewritten(LogMember.SESSION, value);
    }

    private Action action(String word, long line) {
        String rewritten = mapping.rewritten(LogMember.ACTION, word);
        return Action.of(rewritten)
                .orElseThrow(() -> refusal(
                        JsonErrorCode.UNKNOWN_TAG,
                        LogMember.ACTION,
                        line,
                        "'" + rewritten + "' is none of send, receive, choose and end; --map action:" + rewritten
                                + "=receive would rewrite it, --skip action:" + rewritten + " leave it out"));
    }

    private String required(@Nullable String[] values, LogMember member, long line) {
        String value = values[member.ordinal()];
        if (value == null) {
            String path = mapping.path(member, member.word());
            throw refusal(
                    JsonErrorCode.MISSING_MEMBER,
                    member,
                    line,
                    "the event has no '" + path + "'; --map " + member.word() + "=PATH names another member, --skip "
                            + member.word() + " leaves such events out");
        }
        return value;
    }

    private @Nullable String optional(@Nullable String[] values, LogMember member) {
        String value = values[member.ordinal()];
        return value == null ? null : name(value, member);
    }

    private String name(String value, LogMember member) {
        String name = mapping.rewritten(member, value);
        String kept = names.get(name);
        if (kept != null) {
            return kept;
        }
        if (names.size() < KEPT_NAMES) {
            names.put(name, name);
        }
        return name;
    }

    /** {@return the text at a path, as {@link MemberPath#text}, whose refusal has its line} */
    @Nullable
    String placed(String path, String name, JsonValue value, long line) {
        try {
            return MemberPath.text(path, name, value);
        } catch (JsonException e) {
            throw new JsonException(e.code(), String.valueOf(e.getMessage()), "/" + name, lineNumber(line), 1);
        }
    }

    /** {@return the refusal of an event that tells one thing twice} */
    JsonException repeated(String path, long line) {
        return new JsonException(
                JsonErrorCode.DUPLICATE_MEMBER, "the event has '" + path + "' twice", "/" + path, lineNumber(line), 1);
    }

    private static int lineNumber(long line) {
        return (int) Math.min(line, Integer.MAX_VALUE);
    }

    private JsonException refusal(JsonErrorCode code, LogMember member, long line, String sentence) {
        String path =
                "/" + mapping.path(member, member.word()).replace("~", "~0").replace("/", "~1");
        return new JsonException(code, sentence, path, lineNumber(line), 1);
    }
}
