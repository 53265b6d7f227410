package dev.paritas.bridge.corpus;

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
    public static final Codec<CorpusFile> CODEC = ObjectCodec.of("CorpusFile", m -> {
        var path = m.required("path", Codec.STRING, CorpusFile::path);
        var sha256 = m.required("sha256", Codec.STRING, CorpusFile::sha256);
        var cases = m.required("cases", Codec.U64, CorpusFile::cases);
        return in -> new CorpusFile(in.get(path), in.get(sha256), in.get(cases));
    });
}
