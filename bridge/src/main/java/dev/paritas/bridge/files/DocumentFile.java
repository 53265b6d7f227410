package dev.paritas.bridge.files;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is one JSON document. */
public final class DocumentFile {
    private DocumentFile() {}

    /**
     * Reads {@code file} up to the limit of {@code policy}.
     *
     * @throws ProblemException ({@link UnreadableFile}) when it is not what {@code codec} reads
     */
    public static <T> T read(Path file, ReadPolicy policy, Codec<T> codec) throws IOException {
        byte[] bytes = BoundedFile.upTo(file, policy.maxBytes());
        try {
            return JsonInput.read(bytes, policy, codec);
        } catch (JsonException e) {
            throw new ProblemException(new UnreadableFile(file.toString(), e, 0), e);
        }
    }
}
