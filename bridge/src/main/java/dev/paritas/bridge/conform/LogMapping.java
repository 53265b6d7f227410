package dev.paritas.bridge.conform;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;
import static dev.paritas.semanticobjects.json.Field.omittedDefault;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.Field;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of a log say what, when their members have other names or values (docs/conform.md).
 *
 * @param paths names of members, nested ones parted by dots; a name that has dots itself is found, too
 * @param values other words for values, by member
 * @param skips events that are none of the protocol
 */
public record LogMapping(Map<LogMember, String> paths, Map<LogMember, Map<String, String>> values, List<Skip> skips) {
    /**
     * Events that are left out.
     *
     * @param value the member's value in them; null for events without the member
     */
    public record Skip(LogMember member, @Nullable String value) {
        static final Codec<Skip> CODEC = ObjectCodec.of(
                "LogSkip",
                field("member", WordCodec.named(LogMember.class, LogMember::word), Skip::member),
                omittable("value", Codec.STRING, Skip::value),
                Skip::new);
    }

    /** {@code {"members":{"role":"service.name"},"values":{"role":{"buyer-svc":"Buyer"}},"skip":[{"member":"action"}]}}. */
    public static final Codec<LogMapping> CODEC = ObjectCodec.of(
            "LogMapping",
            omittedDefault("members", byMember("LogMembers", Codec.STRING), LogMapping::paths, Map.of()),
            omittedDefault("values", byMember("LogValues", Codec.mapOf(Codec.STRING)), LogMapping::values, Map.of()),
            omittedDefault("skip", Codec.listOf(Skip.CODEC), LogMapping::skips, List.of()),
            LogMapping::new);

    /** No other names and values. */
    public static final LogMapping NONE = new LogMapping(Map.of(), Map.of(), List.of());

    public LogMapping {
        Map<LogMember, String> names = new EnumMap<>(LogMember.class);
        names.putAll(paths);
        paths = Collections.unmodifiableMap(names);
        Map<LogMember, Map<String, String>> words = new EnumMap<>(LogMember.class);
        values.forEach((member, others) -> words.put(member, Map.copyOf(others)));
        values = Collections.unmodifiableMap(words);
        skips = List.copyOf(skips);
    }

    /**
     * {@return this mapping with one more rule}
     *
     * @param rule {@code MEMBER=PATH} for another name, {@code MEMBER:VALUE=OTHER} for another value
     * @throws IllegalArgumentException when it is no rule
     */
    public LogMapping with(String rule) {
        int colon = rule.indexOf(':');
        int equals = rule.indexOf('=');
        if (equals < 1 || equals == rule.length() - 1) {
            throw new IllegalArgumentException("'" + rule + "' is neither MEMBER=PATH nor MEMBER:VALUE=OTHER");
        }
        String right = rule.substring(equals + 1);
        return colon < 0 || colon > equals
                ? named(member(rule.substring(0, equals)), right)
                : worded(member(rule.substring(0, colon)), rule.substring(colon + 1, equals), right);
    }

    private LogMapping named(LogMember member, String path) {
        Map<LogMember, String> more = new HashMap<>(paths);
        more.put(member, path);
        return new LogMapping(more, values, skips);
    }

    private LogMapping worded(LogMember member, String value, String other) {
        Map<String, String> words = new HashMap<>(values.getOrDefault(member, Map.of()));
        words.put(value, other);
        Map<LogMember, Map<String, String>> more = new HashMap<>(values);
        more.put(member, words);
        return new LogMapping(paths, more, skips);
    }

    /**
     * {@return this mapping, which leaves out more events}
     *
     * @param rule {@code MEMBER:VALUE} for events with this value, {@code MEMBER} for events without the member
     * @throws IllegalArgumentException when it is no rule
     */
    public LogMapping skipping(String rule) {
        int colon = rule.indexOf(':');
        List<Skip> more = new ArrayList<>(skips);
        more.add(
                colon < 0
                        ? new Skip(member(rule), null)
                        : new Skip(member(rule.substring(0, colon)), rule.substring(colon + 1)));
        return new LogMapping(paths, values, more);
    }

    private static LogMember member(String word) {
        return LogMember.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is none of session, role, action, peer and label"));
    }

    /** {@return the path of a member} */
    String path(LogMember member, String otherwise) {
        return paths.getOrDefault(member, otherwise);
    }

    /** {@return the value as the protocol has it} */
    String rewritten(LogMember member, String value) {
        Map<String, String> words = values.get(member);
        return words == null ? value : words.getOrDefault(value, value);
    }

    /** {@return whether an event is left out} */
    boolean skips(LogMember member, @Nullable String value) {
        for (Skip skip : skips) {
            if (skip.member() == member && Objects.equals(skip.value(), value)) {
                return true;
            }
        }
        return false;
    }

    /** A value for some of the members. */
    private static <V> ObjectCodec<Map<LogMember, V>> byMember(String name, Codec<V> value) {
        return ObjectCodec.of(
                name,
                member(LogMember.SESSION, value),
                member(LogMember.ROLE, value),
                member(LogMember.ACTION, value),
                member(LogMember.PEER, value),
                member(LogMember.LABEL, value),
                (session, role, action, peer, label) -> {
                    Map<LogMember, V> members = new EnumMap<>(LogMember.class);
                    put(members, LogMember.SESSION, session);
                    put(members, LogMember.ROLE, role);
                    put(members, LogMember.ACTION, action);
                    put(members, LogMember.PEER, peer);
                    put(members, LogMember.LABEL, label);
                    return members;
                });
    }

    private static <V> Field<Map<LogMember, V>, @Nullable V> member(LogMember member, Codec<V> value) {
        return omittable(member.word(), value, members -> members.get(member));
    }

    private static <V> void put(Map<LogMember, V> members, LogMember member, @Nullable V value) {
        if (value != null) {
            members.put(member, value);
        }
    }
}
