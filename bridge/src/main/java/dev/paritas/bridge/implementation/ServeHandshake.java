package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The opening line of a serving runner (docs/serve.md).
 *
 * @param implementation null when the runner does not say
 */
public record ServeHandshake(
        String name,
        String version,
        List<String> schemaVersions,
        List<String> operations,
        @Nullable ImplementationId implementation) {
    public static final Codec<ServeHandshake> CODEC = ObjectCodec.of(
            "ServeHandshake",
            field("name", Codec.STRING, ServeHandshake::name),
            field("version", Codec.STRING, ServeHandshake::version),
            field("schema_versions", Codec.listOf(Codec.STRING), ServeHandshake::schemaVersions),
            field("operations", Codec.listOf(Codec.STRING), ServeHandshake::operations),
            omittable("implementation", ImplementationId.CODEC, ServeHandshake::implementation),
            ServeHandshake::new);

    public ServeHandshake {
        schemaVersions = List.copyOf(schemaVersions);
        operations = List.copyOf(operations);
    }
}
