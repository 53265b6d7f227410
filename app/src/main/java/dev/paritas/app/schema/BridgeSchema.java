package dev.paritas.app.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A published schema, ready to validate. Versions are never normalised: another or a missing one is a violation. */
public final class BridgeSchema {
    private static final ReadPolicy WELL_FORMED = ReadPolicy.STRICT.withMaxDepth(1000);

    private static final JsonValue FRACTION = new JsonValue.Num("0.5");

    private final Schema schema;

    private BridgeSchema(Schema schema) {
        this.schema = schema;
    }

    /** {@return the schema of {@code document}, as published} */
    public static BridgeSchema of(BridgeDocument document) {
        return new BridgeSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(publishedText(document), InputFormat.JSON));
    }

    /** {@return the text of the published schema} */
    public static String publishedText(BridgeDocument document) {
        try (InputStream in = BridgeSchema.class.getResourceAsStream(document.resource())) {
            if (in == null) {
                throw new IllegalStateException("the schema of " + document.id() + " is not part of this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return every violation; empty for a valid document} */
    public List<SchemaViolation> validate(String json) {
        JsonValue document;
        try {
            // A schema cannot see repeated members or broken text; our reader does.
            document = JsonInput.read(json, WELL_FORMED, JsonValue.CODEC);
        } catch (JsonException e) {
            return List.of(new SchemaViolation(e.path(), e.describe()));
        }
        return schema.validate(withVisibleFractions(document).compactText(), InputFormat.JSON).stream()
                .map(error ->
                        new SchemaViolation(error.getInstanceLocation().toString(), String.valueOf(error.getMessage())))
                .toList();
    }

    /** JSON Schema calls 4.0 an integer and the bridge does not, so what is written as a fraction is shown as one. */
    private static JsonValue withVisibleFractions(JsonValue value) {
        return switch (value) {
            case JsonValue.Num number -> number.isInteger() ? number : FRACTION;
            case JsonValue.Array(var elements) ->
                new JsonValue.Array(elements.stream()
                        .map(BridgeSchema::withVisibleFractions)
                        .toList());
            case JsonValue.Obj(var members) -> {
                Map<String, JsonValue> shown = new TreeMap<>();
                members.forEach((name, member) -> shown.put(name, withVisibleFractions(member)));
                yield new JsonValue.Obj(shown);
            }
            case JsonValue.Null none -> none;
            case JsonValue.Bool bool -> bool;
            case JsonValue.Text text -> text;
        };
    }
}
