package dev.paritas.model.validator;

import dev.paritas.semanticobjects.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A payload as the validator reads it: what is absent or of another type is simply not there, and a list with one wrong
 * element is empty (spec 32 §5.2). Naturals have no end; an id of the runtime is a word, and a larger one counts as absent.
 */
record Payload(JsonValue json) {
    Payload member(String name) {
        return new Payload(
                json instanceof JsonValue.Obj(var members)
                        ? members.getOrDefault(name, JsonValue.NULL)
                        : JsonValue.NULL);
    }

    Optional<String> text() {
        return json instanceof JsonValue.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    Optional<Boolean> bool() {
        return json instanceof JsonValue.Bool(boolean bool) ? Optional.of(bool) : Optional.empty();
    }

    /** {@return a natural number of any size; signs and fractions are none} */
    Optional<BigInteger> natural() {
        return json instanceof JsonValue.Num number && number.isNatural()
                ? Optional.of(number.naturalValue())
                : Optional.empty();
    }

    /** {@return a natural number that the runtime can have, unsigned} */
    Optional<Long> word() {
        return json instanceof JsonValue.Num number && number.isUnsigned()
                ? Optional.of(number.unsignedValue())
                : Optional.empty();
    }

    List<String> texts() {
        return list(Payload::text);
    }

    List<Long> words() {
        return list(Payload::word);
    }

    boolean is(String word) {
        return text().filter(word::equals).isPresent();
    }

    boolean isTrue() {
        return bool().orElse(false);
    }

    private <T> List<T> list(Function<Payload, Optional<T>> element) {
        if (!(json instanceof JsonValue.Array(List<JsonValue> elements))) {
            return List.of();
        }
        List<T> read = new ArrayList<>(elements.size());
        for (JsonValue one : elements) {
            Optional<T> value = element.apply(new Payload(one));
            if (value.isEmpty()) {
                return List.of();
            }
            read.add(value.get());
        }
        return List.copyOf(read);
    }
}
