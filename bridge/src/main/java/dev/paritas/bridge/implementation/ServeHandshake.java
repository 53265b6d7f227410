package dev.paritas.bridge.implementation;

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
    public static final Codec<ServeHandshake> CODEC = ObjectCodec.of("ServeHandshake", m -> {
        var name = m.required("name", Codec.STRING, ServeHandshake::name);
        var version = m.required("version", Codec.STRING, ServeHandshake::version);
        var schemaVersions = m.required("schema_versions", Codec.listOf(Codec.STRING), ServeHandshake::schemaVersions);
        var operations = m.required("operations", Codec.listOf(Codec.STRING), ServeHandshake::operations);
        var implementation = m.omittable("implementation", ImplementationId.CODEC, ServeHandshake::implementation);
        return in -> new ServeHandshake(
                in.get(name), in.get(version), in.get(schemaVersions), in.get(operations), in.get(implementation));
    });

    public ServeHandshake {
        schemaVersions = List.copyOf(schemaVersions);
        operations = List.copyOf(operations);
    }
}
