package dev.paritas.model.heap;

import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;

/** Reads members as the model does: a missing member, and a member of anything but an object, is {@code null}. */
record LeanJson(JsonValue value) {
    LeanJson member(String name) {
        return new LeanJson(
                value instanceof JsonValue.Obj(var members)
                        ? members.getOrDefault(name, JsonValue.NULL)
                        : JsonValue.NULL);
    }

    String text() {
        if (value instanceof JsonValue.Text(String text)) {
            return text;
        }
        throw new LeanHeapException("String expected");
    }

    /** The model's naturals have no end; ours end at 2^64 - 1, and what is above is refused as no natural. */
    long natural() {
        if (value instanceof JsonValue.Num number && number.isUnsigned()) {
            return number.unsignedValue();
        }
        throw new LeanHeapException("Natural number expected");
    }

    /** @param refusal the detail when this is no array */
    List<LeanJson> elements(String refusal) {
        if (value instanceof JsonValue.Array(List<JsonValue> elements)) {
            return elements.stream().map(LeanJson::new).toList();
        }
        throw new LeanHeapException(refusal);
    }

    List<String> texts() {
        return elements("expected JSON array of strings").stream()
                .map(LeanJson::text)
                .toList();
    }
}
