package dev.paritas.bridge.runner;

import dev.paritas.semanticobjects.json.JsonValue;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A peer's answer, looked at leniently: a member that is absent or of another type is simply not there. */
record Answer(JsonValue json) {
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
