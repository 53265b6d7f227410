package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One published question to the machine validator.
 *
 * @param id path-like: {@code bundles/bad_quorum}, {@code transitions/seed-0007}
 * @param answer with the constant list of theorems as a digest
 * @param local what our own reader, lint and runtime say of the payload, by name
 */
public record ValidatorCase(
        String id, ValidatorOperation operation, JsonValue payload, JsonValue answer, SortedMap<String, String> local) {
    static final Codec<ValidatorCase> CODEC = ObjectCodec.of(
            "ValidatorCase",
            field("id", Codec.STRING, ValidatorCase::id),
            field("operation", ValidatorOperation.CODEC, ValidatorCase::operation),
            field("payload", JsonValue.CODEC, ValidatorCase::payload),
            field("answer", JsonValue.CODEC, ValidatorCase::answer),
            field("local", Codec.mapOf(Codec.STRING), ValidatorCase::local),
            (id, operation, payload, answer, local) ->
                    new ValidatorCase(id, operation, payload, answer, new TreeMap<>(local)));

    private static final String ARTIFACTS = "artifacts";
    private static final String LEDGER = "transported_theorem_boundary";

    public ValidatorCase {
        TreeMap<String, String> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        sorted.putAll((Map<String, String>) local);
        local = Collections.unmodifiableSortedMap(sorted);
    }

    /** {@return the case as the code of today makes it} */
    public static ValidatorCase make(String id, ValidatorOperation operation, JsonValue payload) {
        return new ValidatorCase(
                id, operation, payload, recorded(operation.answer(payload)), LocalOutcome.of(operation, payload));
    }

    /** {@return {@code answer} as it is published: 37 rows that never change become a digest} */
    public static JsonValue recorded(JsonValue answer) {
        if (!(answer instanceof JsonValue.Obj(SortedMap<String, JsonValue> members))
                || !(members.get(ARTIFACTS) instanceof JsonValue.Obj(SortedMap<String, JsonValue> artifacts))
                || !artifacts.containsKey(LEDGER)) {
            return answer;
        }
        Map<String, JsonValue> digested = new TreeMap<>(artifacts);
        JsonValue ledger = digested.remove(LEDGER);
        digested.put(
                LEDGER + "_sha256",
                new JsonValue.Text(Sha256.hex(
                        JsonOutput.compactBytes(JsonValue.CODEC, ledger == null ? JsonValue.NULL : ledger))));
        Map<String, JsonValue> whole = new TreeMap<>(members);
        whole.put(ARTIFACTS, new JsonValue.Obj(digested));
        return new JsonValue.Obj(whole);
    }
}
