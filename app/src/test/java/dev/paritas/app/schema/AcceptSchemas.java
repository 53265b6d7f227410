package dev.paritas.app.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the published JSON Schemas anew, for {@code just accept}; {@code BridgeSchemaTest} holds them to the codecs. */
final class AcceptSchemas {
    private AcceptSchemas() {}

    /** @param args the folder of the schemas among the sources */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (BridgeDocument document : BridgeDocument.values()) {
            Files.writeString(folder.resolve(document.resource()), document.derivedText());
        }
    }
}
