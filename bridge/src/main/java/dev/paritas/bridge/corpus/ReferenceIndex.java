package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of a reference folder.
 *
 * @param program name and version of the reference
 * @param commit of the reference; null where it is not known
 * @param files ascending by path
 */
public record ReferenceIndex(
        String schema, String program, @Nullable String commit, List<ReferenceFile> files) {
    public static final String FILE = "index.json";
    public static final String SCHEMA = "paritas.reference.v1";

    public static final Codec<ReferenceIndex> CODEC = ObjectCodec.of(
                    "ReferenceIndex",
                    field("schema", Codec.STRING, ReferenceIndex::schema),
                    field("program", Codec.STRING, ReferenceIndex::program),
                    nullable("commit", Codec.STRING, ReferenceIndex::commit),
                    field("files", Codec.listOf(ReferenceFile.CODEC), ReferenceIndex::files),
                    ReferenceIndex::new)
            .closed();

    public ReferenceIndex {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "unsupported reference schema '" + schema + "'; expected '" + SCHEMA + "'");
        }
        files = files.stream()
                .sorted(Comparator.comparing(ReferenceFile::path, CodePointOrder.INSTANCE))
                .toList();
        Set<String> paths = files.stream().map(ReferenceFile::path).collect(Collectors.toSet());
        if (paths.size() < files.size()) {
            throw new IllegalArgumentException("the index lists a path twice");
        }
        for (ReferenceFile file : files) {
            if (file.schema() != null && !paths.contains(file.schema())) {
                throw new IllegalArgumentException("the index does not list the schema " + file.schema());
            }
        }
    }

    public static ReferenceIndex of(String program, @Nullable String commit, List<ReferenceFile> files) {
        return new ReferenceIndex(SCHEMA, program, commit, files);
    }

    /** @throws ProblemException ({@link CorpusProblem}) {@code INDEX_TAMPERED} */
    public static ReferenceIndex parse(byte[] utf8) {
        try {
            return JsonInput.read(utf8, ReadPolicy.STRICT, CODEC);
        } catch (JsonException e) {
            throw new ProblemException(new CorpusProblem(
                    CorpusErrorCode.INDEX_TAMPERED, "the reference index is not readable: " + e.describe()));
        }
    }

    /** {@return the written form: pretty, with a final newline} */
    public byte[] bytes() {
        return (JsonOutput.prettyText(CODEC, this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the files with records, which schemas are not} */
    public Stream<ReferenceFile> answers() {
        Set<String> schemas =
                files.stream().flatMap(file -> Stream.ofNullable(file.schema())).collect(Collectors.toSet());
        return files.stream().filter(file -> !schemas.contains(file.path()));
    }
}
