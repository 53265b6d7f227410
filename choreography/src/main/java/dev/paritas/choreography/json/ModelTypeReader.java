package dev.paritas.choreography.json;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The formal model's reader: unknown members are ignored, {@code sort} is required, delegation is known (spec 10 §5.7).
 * Nesting is bounded by the text alone, up to a hundred thousand levels.
 */
public final class ModelTypeReader<T extends SessionType<T>> {
    private static final ReadPolicy ANY = new ReadPolicy(Integer.MAX_VALUE - 8, 100_000, false, false);

    private static final Codec<JsonValue> TREE = JsonValue.withNumbers(ModelTypeReader::number);

    private final Dialect<T, ?> dialect;

    private ModelTypeReader(Dialect<T, ?> dialect) {
        this.dialect = dialect;
    }

    public static ModelTypeReader<GlobalType> global() {
        return new ModelTypeReader<>(Dialect.GLOBAL);
    }

    public static ModelTypeReader<LocalType> local() {
        return new ModelTypeReader<>(Dialect.LOCAL);
    }

    /**
     * {@return the document as the model's parser sees it: the last of repeated members, numbers as exact decimals}
     *
     * @throws JsonException when the text is not JSON
     */
    public static JsonValue parse(byte[] utf8) {
        return JsonInput.read(utf8, ANY, TREE);
    }

    /**
     * {@return the type that {@code json}, a result of {@link #parse}, stands for}
     *
     * @throws ProblemException ({@link ModelDecodeProblem}) with the model's message
     */
    public T decode(JsonValue json) {
        return decode(dialect, json);
    }

    private static <T extends SessionType<T>, B> T decode(Dialect<T, B> dialect, JsonValue root) {
        Deque<ModelNode<T, B>> open = new ArrayDeque<>();
        JsonValue json = root;
        while (true) {
            ModelNode<T, B> node = ModelNode.of(dialect, json);
            while (true) {
                Optional<JsonValue> child = node.nextChild();
                if (child.isPresent()) {
                    open.push(node);
                    json = child.get();
                    break;
                }
                T type = node.finished();
                if (open.isEmpty()) {
                    return type;
                }
                node = open.pop();
                node.take(type);
            }
        }
    }

    /** {@return the member, or null when there is none, as the model's lookup does} */
    static JsonValue member(JsonValue json, String name) {
        return json instanceof JsonValue.Obj(var members) ? members.getOrDefault(name, JsonValue.NULL) : JsonValue.NULL;
    }

    static String text(JsonValue json, String name) {
        if (member(json, name) instanceof JsonValue.Text(String text)) {
            return text;
        }
        throw new ProblemException(new ModelDecodeProblem("String expected"));
    }

    static long natural(JsonValue json) {
        if (json instanceof JsonValue.Num number && number.isUnsigned()) {
            return number.unsignedValue();
        }
        throw new ProblemException(new ModelDecodeProblem("Natural number expected"));
    }

    static List<JsonValue> array(JsonValue json) {
        if (json instanceof JsonValue.Array(List<JsonValue> elements)) {
            return elements;
        }
        throw new ProblemException(new ModelDecodeProblem("expected JSON array, got '" + json.compactText() + "'"));
    }

    /** {@code 4e0} is the natural number 4, {@code 4.0} is none: what counts is the exponent left after parsing. */
    private static JsonValue number(String text) {
        BigDecimal decimal = new BigDecimal(text);
        boolean whole = decimal.scale() <= 0 && decimal.scale() > -40;
        return new JsonValue.Num(whole ? decimal.toBigIntegerExact().toString() : text);
    }
}
