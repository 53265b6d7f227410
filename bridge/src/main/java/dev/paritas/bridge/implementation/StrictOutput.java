package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.Deadline;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.Shape;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The sentence for a document of the peer that a codec refused. A document that is no JSON at all, and an unknown member
 * of its root, come before whatever the codec met first (spec 22 §14.3).
 */
final class StrictOutput {
    private StrictOutput() {}

    static String refusal(byte[] utf8, Deadline end, Codec<?> codec, JsonException met) {
        JsonValue document;
        try {
            document = JsonInput.read(end.reading(utf8), RunnerProcess.ANSWER, JsonValue.CODEC);
        } catch (JsonException e) {
            return e.describe();
        }
        return unknownMember(document, codec)
                .orElseGet(() -> met.code() == JsonErrorCode.UNSUPPORTED_SCHEMA_VERSION
                        ? String.valueOf(met.getMessage())
                        : met.describe());
    }

    private static Optional<String> unknownMember(JsonValue document, Codec<?> codec) {
        if (!(document instanceof JsonValue.Obj(SortedMap<String, JsonValue> members))
                || !(codec.shape() instanceof Shape.Obj(String name, var shapes))) {
            return Optional.empty();
        }
        Set<String> known = shapes.stream().map(Shape.Member::name).collect(Collectors.toSet());
        return members.keySet().stream()
                .filter(member -> !known.contains(member))
                .findFirst()
                .map(member -> "unknown field `" + member + "` in " + name);
    }
}
