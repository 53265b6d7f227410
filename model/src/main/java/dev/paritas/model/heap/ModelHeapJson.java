package dev.paritas.model.heap;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;

/** Reads members as the model does: a missing member, and a member of anything but an object, is {@code null}. */
record ModelHeapJson(JsonValue value) {
    ModelHeapJson member(String name) {
        return new ModelHeapJson(
                value instanceof JsonValue.Obj(var members)
                        ? members.getOrDefault(name, JsonValue.NULL)
                        : JsonValue.NULL);
    }

    String text() {
        if (value instanceof JsonValue.Text(String text)) {
            return text;
        }
        throw new ProblemException(new ModelHeapProblem("String expected"));
    }

    /** The model's naturals have no end; ours end at 2^64 - 1, and what is above is refused as no natural. */
    long natural() {
        if (value instanceof JsonValue.Num number && number.isUnsigned()) {
            return number.unsignedValue();
        }
        throw new ProblemException(new ModelHeapProblem("Natural number expected"));
    }

    /** @param refusal the detail when this is no array */
    List<ModelHeapJson> elements(String refusal) {
        if (value instanceof JsonValue.Array(List<JsonValue> elements)) {
            return elements.stream().map(ModelHeapJson::new).toList();
        }
        throw new ProblemException(new ModelHeapProblem(refusal));
    }

    List<String> texts() {
        return elements("expected JSON array of strings").stream()
                .map(ModelHeapJson::text)
                .toList();
    }
}
