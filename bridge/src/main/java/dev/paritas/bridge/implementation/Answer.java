package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A peer's answer, looked at leniently: a member that is absent or of another type is simply not there.
 *
 * @param stderr the last lines that the peer wrote there
 */
record Answer(JsonValue json, List<String> stderr) {
    Answer {
        stderr = List.copyOf(stderr);
    }

    /** {@return a part of an answer} */
    static Answer part(JsonValue json) {
        return new Answer(json, List.of());
    }

    @Nullable
    JsonValue member(String name) {
        return json instanceof JsonValue.Obj(SortedMap<String, JsonValue> members) ? members.get(name) : null;
    }

    Optional<String> text(String name) {
        return member(name) instanceof JsonValue.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    Optional<Boolean> bool(String name) {
        return member(name) instanceof JsonValue.Bool(boolean bool) ? Optional.of(bool) : Optional.empty();
    }
}
