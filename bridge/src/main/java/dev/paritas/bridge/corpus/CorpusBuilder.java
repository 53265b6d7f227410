package dev.paritas.bridge.corpus;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.files.DocumentFile;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Makes the corpus: the fixtures of spec 22 §17 and generated choreographies, each run on both sides. */
public final class CorpusBuilder {
    /** Name and version of what makes the cases; raised when the same seeds shall give other cases. */
    public static final String GENERATOR = "paritas-corpus/2";

    public static final long FIRST_SEED = 1;
    public static final int GENERATED = 200;

    /** Rounds of a generated case: enough to show several turns of its loops. */
    public static final long MAX_STEPS = 64;

    /** Told how far the work has come. */
    @FunctionalInterface
    public interface Progress {
        void advance(int done, int total);
    }

    private CorpusBuilder() {}

    /**
     * Builds the corpus; the same code, fixtures and generator give the same bytes.
     *
     * @param fixtures folder of run requests, one file per case
     * @param generator a protocol for each seed
     */
    public static Corpus build(Path fixtures, LongFunction<GlobalType> generator, Progress progress)
            throws IOException {
        List<Path> files = files(fixtures);
        int total = files.size() + GENERATED;
        List<CorpusCase> cases = new ArrayList<>(total);
        for (Path file : files) {
            String name = file.getFileName().toString();
            CaseInput input = DocumentFile.read(file, ReadPolicy.STRICT, CaseInput.CODEC);
            cases.add(CorpusCase.make("fixtures/" + name.substring(0, name.length() - ".json".length()), null, input));
            progress.advance(cases.size(), total);
        }
        for (long seed = FIRST_SEED; seed < FIRST_SEED + GENERATED; seed++) {
            cases.add(CorpusCase.make(generatedId(seed), seed, generated(seed, generator)));
            progress.advance(cases.size(), total);
        }
        List<CorpusDocument> documents = new ArrayList<>(ParityDocuments.make());
        documents.add(SubtypingPairs.make());
        documents.add(ValidatorCases.document());
        documents.addAll(HeapCases.make().documents());
        return Corpus.of(GENERATOR, FIRST_SEED, cases, documents);
    }

    /** {@return the stable id of a generated case} */
    public static String generatedId(long seed) {
        return String.format(Locale.ROOT, "generated/seed-%04d", seed);
    }

    private static CaseInput generated(long seed, LongFunction<GlobalType> generator) {
        return CaseInput.of(ChoreographyJson.of(generator.apply(seed)), MAX_STEPS);
    }

    private static List<Path> files(Path fixtures) throws IOException {
        try (Stream<Path> list = Files.list(fixtures)) {
            return list.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
