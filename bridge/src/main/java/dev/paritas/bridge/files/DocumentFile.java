package dev.paritas.bridge.files;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is one JSON document. */
public final class DocumentFile {
    private DocumentFile() {}

    /**
     * Reads {@code file} up to the limit of {@code policy}.
     *
     * @throws UnreadableFileException when it is not what {@code codec} reads
     */
    public static <T> T read(Path file, ReadPolicy policy, Codec<T> codec) throws IOException {
        byte[] bytes = BoundedFile.upTo(file, policy.maxBytes());
        try {
            return JsonInput.read(bytes, policy, codec);
        } catch (JsonException e) {
            throw new UnreadableFileException(file.toString(), e, 0);
        }
    }
}
