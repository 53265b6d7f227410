package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * A file of a reference folder.
 *
 * @param path relative to the folder, with {@code /}
 * @param sha256 64 lower-case hex digits of its bytes, packed ones as they are
 * @param records number of documents in it, lines of a JSON-lines file
 * @param schema path of the JSON schema of each record; null where a codec of this program holds them
 * @param source how the records came about, or where the file was found
 */
public record ReferenceFile(
        String path, String sha256, long records, @Nullable String schema, String source) {
    public static final Codec<ReferenceFile> CODEC = ObjectCodec.of(
            "ReferenceFile",
            field("path", Codec.STRING, ReferenceFile::path),
            field("sha256", Codec.STRING, ReferenceFile::sha256),
            field("records", Codec.U64, ReferenceFile::records),
            nullable("schema", Codec.STRING, ReferenceFile::schema),
            field("source", Codec.STRING, ReferenceFile::source),
            ReferenceFile::new);
}
