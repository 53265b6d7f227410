package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.CorpusFolder;
import dev.paritas.bridge.corpus.HeapCases;
import dev.paritas.bridge.corpus.ValidatorLines;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Some cases of the published corpus under an index of their own, for checks that take their time with each case. */
final class SmallCorpus {
    private SmallCorpus() {}

    /** Publishes {@code runs} fixtures and generated cases, {@code heaps} heap documents and {@code questions}. */
    static Path publish(Corpus whole, int runs, int heaps, int questions, Path folder) throws IOException {
        List<CorpusCase> cases = whole.cases().stream()
                .filter(item -> item.seed() == null || item.seed() % 4 != 0 || item.seed() % 16 == 0)
                .limit(runs)
                .toList();
        HeapCases heap = HeapCases.of(whole);
        HeapCases few =
                new HeapCases(heap.parity().subList(0, heaps), heap.vectors().subList(0, 1));
        Corpus small = Corpus.of(
                "test/1",
                0,
                cases,
                Stream.concat(
                                few.documents().stream(),
                                Stream.of(ValidatorLines.document(
                                        ValidatorLines.of(whole).subList(0, questions))))
                        .toList());
        CorpusFolder.publish(folder, small.files());
        Path answers = Checkout.ANSWERS;
        for (Map.Entry<String, byte[]> file : CorpusFolder.read(answers).entrySet()) {
            Path copy = folder.resolve(CorpusFolder.REFERENCE).resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
        return folder;
    }
}
