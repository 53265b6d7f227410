package dev.paritas.bridge.corpus;

import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapScenario;
import dev.paritas.heap.document.HeapScenarioGenerator;
import dev.paritas.heap.document.HeapVectors;
import dev.paritas.heap.replay.OperationRecorder;
import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The heap's part of the corpus: documents of both published schemas, made by our heap.
 *
 * @param parity ascending by id
 * @param vectors ascending by id
 */
public record HeapCases(List<Case<HeapParityCorpus>> parity, List<Case<HeapVectors>> vectors) {
    /** Seeds of operation logs, from {@link CorpusBuilder#FIRST_SEED} on. */
    public static final int LOGS = 200;

    /** Seeds of vector files, from {@link CorpusBuilder#FIRST_SEED} on. */
    public static final int VECTORS = 20;

    private static final CorpusLines<Case<HeapParityCorpus>, HeapParityCorpus> PARITY =
            new CorpusLines<>("heap-parity.jsonl", HeapParityCorpus.CODEC, Case::id, Case::value);
    private static final CorpusLines<Case<HeapVectors>, HeapVectors> DIGESTS =
            new CorpusLines<>("heap-vectors.jsonl", HeapVectors.CODEC, Case::id, Case::value);

    public HeapCases {
        parity = sorted(parity);
        vectors = sorted(vectors);
    }

    private static <D> List<Case<D>> sorted(List<Case<D>> cases) {
        return cases.stream()
                .sorted(Comparator.comparing(Case::id, CodePointOrder.INSTANCE))
                .toList();
    }

    /** {@return whether {@code corpus} lists the heap's files} */
    public static boolean in(Corpus corpus) {
        return corpus.documents().stream().anyMatch(document -> document.path().equals(PARITY.path()));
    }

    /**
     * {@return the heap's documents in {@code corpus}}
     *
     * @throws ProblemException ({@link CorpusProblem}) {@code FILE_MISSING}, {@code MALFORMED_CASE}
     */
    public static HeapCases of(Corpus corpus) {
        return new HeapCases(read(PARITY, corpus), read(DIGESTS, corpus));
    }

    private static <D> List<Case<D>> read(CorpusLines<Case<D>, D> lines, Corpus corpus) {
        List<Case<D>> cases = new ArrayList<>();
        lines.read(corpus.document(lines.path()).bytes())
                .forEach((id, document) -> cases.add(new Case<>(id, document)));
        return cases;
    }

    /** {@return the published files} */
    public List<CorpusDocument> documents() {
        return List.of(document(PARITY, parity), document(DIGESTS, vectors));
    }

    private static <D> CorpusDocument document(CorpusLines<Case<D>, D> lines, List<Case<D>> cases) {
        return new CorpusDocument(lines.path(), new String(lines.write(cases), StandardCharsets.UTF_8), cases.size());
    }

    /** {@return the worked cases of spec 40 §20, and the generated ones} */
    public static HeapCases make() {
        List<Case<HeapParityCorpus>> parity = new ArrayList<>();
        List<Case<HeapVectors>> vectors = new ArrayList<>();
        parity.add(new Case<>("heap/fixtures/practice", practice().corpus(Hasher.BLAKE3)));
        Resource.Message quote = new Resource.Message("Carol", "Dave", "Quote", Bytes.ofHex("00ff10"), 2);
        vectors.add(new Case<>("heap-vectors/fixtures/practice", HeapVectors.of(Hasher.BLAKE3, quote, 1)));
        for (long seed = CorpusBuilder.FIRST_SEED; seed < CorpusBuilder.FIRST_SEED + LOGS; seed++) {
            HeapParityCorpus corpus = HeapScenarioGenerator.scenario(seed).corpus(Hasher.BLAKE3);
            parity.add(new Case<>(id("heap", seed), corpus));
        }
        for (long seed = CorpusBuilder.FIRST_SEED; seed < CorpusBuilder.FIRST_SEED + VECTORS; seed++) {
            vectors.add(new Case<>(id("heap-vectors", seed), HeapScenarioGenerator.vectors(seed)));
        }
        return new HeapCases(parity, vectors);
    }

    private static String id(String family, long seed) {
        return String.format(Locale.ROOT, "%s/generated/seed-%04d", family, seed);
    }

    private static HeapScenario practice() {
        OperationRecorder recorder = new OperationRecorder(Hasher.BLAKE3);
        ResourceId channel = recorder.allocChannel("Carol", "Dave");
        ResourceId quote = recorder.allocMessage("Carol", "Dave", "Quote", "00ff10", 2);
        ResourceId session = recorder.allocSession("Dave", Long.MIN_VALUE + 5);
        recorder.allocChannel("Dave", "Carol");
        ResourceId ack = recorder.allocMessage("Dave", "Carol", "Ack", "", 0);
        recorder.consume(channel);
        recorder.consume(ack);
        return new HeapScenario(
                recorder.log(), (int) quote.counter(), (int) session.counter(), (int) channel.counter(), 2);
    }
}
