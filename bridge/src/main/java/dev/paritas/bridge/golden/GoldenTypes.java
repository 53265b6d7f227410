package dev.paritas.bridge.golden;

import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;

/** Types as the JSON trees that equivalence compares. */
final class GoldenTypes {
    /** Far more than a peer can read (127 levels), and still no danger to the stack. */
    private static final ReadPolicy TREE = ReadPolicy.STRICT.withMaxDepth(1000).withMaxBytes(Integer.MAX_VALUE - 8);

    private GoldenTypes() {}

    static JsonValue export(GlobalType type) {
        return tree(TypeCodec.GLOBAL, type);
    }

    static JsonValue export(LocalType type) {
        return tree(TypeCodec.LOCAL, type);
    }

    /** Reads strictly (spec 10 §5.3). */
    static GlobalType read(byte[] utf8) {
        try {
            return TypeReader.global().read(utf8);
        } catch (ProblemException e) {
            throw new ProblemException(
                    new EquivalenceError.Import(e.only(ImportRefusal.class).error()), e);
        }
    }

    private static <T> JsonValue tree(Codec<T> codec, T type) {
        try {
            return JsonInput.read(JsonOutput.compactBytes(codec, type), TREE, JsonValue.CODEC);
        } catch (JsonException e) {
            throw new ProblemException(new EquivalenceError.JsonError(e.describe()), e);
        }
    }
}
