package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * A JSON-lines file of one family of cases.
 *
 * @param path relative to the corpus folder
 * @param sha256 64 lower-case hex digits of its bytes
 * @param cases number of lines
 */
public record CorpusFile(String path, String sha256, long cases) {
    public static final Codec<CorpusFile> CODEC = ObjectCodec.of(
            "CorpusFile",
            field("path", Codec.STRING, CorpusFile::path),
            field("sha256", Codec.STRING, CorpusFile::sha256),
            field("cases", Codec.U64, CorpusFile::cases),
            CorpusFile::new);
}
