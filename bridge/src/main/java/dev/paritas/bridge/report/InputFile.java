package dev.paritas.bridge.report;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * A data file that a lane read.
 *
 * @param path project-relative, with {@code /}
 * @param sha256 64 lower-case hex digits of its bytes
 */
public record InputFile(String path, String sha256) {
    public static final Codec<InputFile> CODEC = ObjectCodec.of(
            "InputFile",
            field("path", Codec.STRING, InputFile::path),
            field("sha256", Codec.STRING, InputFile::sha256),
            InputFile::new);

    public InputFile {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 lower-case hex digits");
        }
    }
}
