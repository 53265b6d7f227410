package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.files.Sha256;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The table of a published corpus.
 *
 * @param schemaVersion of the documents inside the cases
 * @param generator name and version of what made the cases
 * @param seed first seed of the generated cases
 * @param files ascending by path
 * @param cases ascending by id
 * @param digest SHA-256 of the compact form of this index with an empty digest
 */
public record CorpusIndex(
        String schema,
        String schemaVersion,
        String generator,
        long seed,
        List<CorpusFile> files,
        List<CorpusEntry> cases,
        String digest) {
    public static final String FILE = "index.json";
    public static final String SCHEMA = "paritas.corpus.v1";

    public static final Codec<CorpusIndex> CODEC = ObjectCodec.of(
            "CorpusIndex",
            field("schema", Codec.STRING, CorpusIndex::schema),
            field("schema_version", Codec.STRING, CorpusIndex::schemaVersion),
            field("generator", Codec.STRING, CorpusIndex::generator),
            field("seed", Codec.U64, CorpusIndex::seed),
            field("files", Codec.listOf(CorpusFile.CODEC), CorpusIndex::files),
            field("cases", Codec.listOf(CorpusEntry.CODEC), CorpusIndex::cases),
            field("digest", Codec.STRING, CorpusIndex::digest),
            CorpusIndex::new);

    public CorpusIndex {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("unsupported corpus schema '" + schema + "'; expected '" + SCHEMA + "'");
        }
        files = files.stream()
                .sorted(Comparator.comparing(CorpusFile::path, CodePointOrder.INSTANCE))
                .toList();
        cases = cases.stream()
                .sorted(Comparator.comparing(CorpusEntry::id, CodePointOrder.INSTANCE))
                .toList();
    }

    /** {@return the index of these files and cases, with its digest worked out} */
    public static CorpusIndex of(
            String schemaVersion, String generator, long seed, List<CorpusFile> files, List<CorpusEntry> cases) {
        CorpusIndex open = new CorpusIndex(SCHEMA, schemaVersion, generator, seed, files, cases, "");
        return new CorpusIndex(SCHEMA, schemaVersion, generator, seed, files, cases, open.ownDigest());
    }

    /**
     * Reads an index and refuses any other bytes than {@link #bytes} would write.
     *
     * @throws ProblemException ({@link CorpusProblem}) {@code INDEX_TAMPERED}
     */
    public static CorpusIndex parse(byte[] utf8) {
        CorpusIndex index;
        try {
            index = JsonInput.read(utf8, ReadPolicy.STRICT, CODEC);
        } catch (JsonException e) {
            throw new ProblemException(
                    new CorpusProblem(CorpusErrorCode.INDEX_TAMPERED, "the index is not readable: " + e.describe()));
        }
        if (!index.digest.equals(index.ownDigest())) {
            throw new ProblemException(
                    new CorpusProblem(CorpusErrorCode.INDEX_TAMPERED, "the index does not have the digest it states"));
        }
        if (!Arrays.equals(utf8, index.bytes())) {
            throw new ProblemException(
                    new CorpusProblem(CorpusErrorCode.INDEX_TAMPERED, "the index is not in its canonical form"));
        }
        return index;
    }

    /** {@return the published form: pretty, with a final newline} */
    public byte[] bytes() {
        return (JsonOutput.prettyText(CODEC, this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String ownDigest() {
        CorpusIndex open = new CorpusIndex(schema, schemaVersion, generator, seed, files, cases, "");
        return Sha256.hex(JsonOutput.compactBytes(CODEC, open));
    }
}
