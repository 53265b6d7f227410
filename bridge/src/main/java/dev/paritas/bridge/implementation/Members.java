package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.JsonValue;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A document, looked at leniently: a member that is absent or of another type is simply not there. */
record Members(JsonValue json) {
    @Nullable
    JsonValue member(String name) {
        return json instanceof JsonValue.Obj(SortedMap<String, JsonValue> members) ? members.get(name) : null;
    }

    /** {@return the member, JSON's null where there is none} */
    JsonValue orNull(String name) {
        JsonValue member = member(name);
        return member == null ? JsonValue.NULL : member;
    }

    Optional<String> text(String name) {
        return member(name) instanceof JsonValue.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    Optional<Boolean> bool(String name) {
        return member(name) instanceof JsonValue.Bool(boolean bool) ? Optional.of(bool) : Optional.empty();
    }
}
