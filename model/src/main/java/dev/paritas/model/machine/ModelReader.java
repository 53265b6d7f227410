package dev.paritas.model.machine;

import dev.paritas.choreography.json.ModelDecodeProblem;
import dev.paritas.choreography.json.ModelTypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes members out of JSON trees and complains in the words of the reference reader (spec 22 §3, §12). */
final class ModelReader {
    private ModelReader() {}

    /** {@return the member, null's JSON value when it is missing or {@code json} is no object} */
    static GlobalType globalType(JsonValue json) throws ModelReadException {
        try {
            return ModelTypeReader.global().decode(json);
        } catch (ProblemException e) {
            throw new ModelReadException(e.only(ModelDecodeProblem.class).sentence());
        }
    }

    static JsonValue memberOrNull(JsonValue json, String name) {
        return json instanceof JsonValue.Obj(var members) ? members.getOrDefault(name, JsonValue.NULL) : JsonValue.NULL;
    }

    static Optional<JsonValue> optionalMember(JsonValue json, String name) {
        return json instanceof JsonValue.Obj(var members) ? Optional.ofNullable(members.get(name)) : Optional.empty();
    }

    static JsonValue member(JsonValue json, String name) throws ModelReadException {
        if (!(json instanceof JsonValue.Obj(var members))) {
            throw new ModelReadException("object expected");
        }
        JsonValue value = members.get(name);
        if (value == null) {
            throw new ModelReadException("property not found: " + name);
        }
        return value;
    }

    static String string(JsonValue json) throws ModelReadException {
        if (json instanceof JsonValue.Text(String text)) {
            return text;
        }
        throw new ModelReadException("String expected");
    }

    /** {@return a natural number of any size} */
    static BigInteger natural(JsonValue json) throws ModelReadException {
        if (json instanceof JsonValue.Num number && number.isNatural()) {
            return number.naturalValue();
        }
        throw new ModelReadException("Natural number expected");
    }

    /** {@return a natural number as an unsigned word; the largest word stands for all that are larger} */
    static long count(JsonValue json) throws ModelReadException {
        BigInteger natural = natural(json);
        return natural.bitLength() > Long.SIZE ? -1L : natural.longValue();
    }

    static List<JsonValue> array(JsonValue json) throws ModelReadException {
        if (json instanceof JsonValue.Array(List<JsonValue> elements)) {
            return elements;
        }
        throw new ModelReadException("array expected");
    }

    /** {@return an array, with the words of the typed reader in the refusal} */
    static List<JsonValue> typedArray(JsonValue json) throws ModelReadException {
        if (json instanceof JsonValue.Array(List<JsonValue> elements)) {
            return elements;
        }
        throw new ModelReadException("expected JSON array, got '" + json.compactText() + "'");
    }

    static List<String> strings(List<JsonValue> elements) throws ModelReadException {
        List<String> texts = new ArrayList<>(elements.size());
        for (JsonValue element : elements) {
            texts.add(string(element));
        }
        return texts;
    }
}
