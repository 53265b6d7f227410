package dev.paritas.app.command;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusDocument;
import dev.paritas.bridge.corpus.DocumentCase;
import dev.paritas.bridge.corpus.HeapCases;
import dev.paritas.bridge.corpus.ParityDocuments;
import dev.paritas.bridge.corpus.SubtypingCase;
import dev.paritas.bridge.corpus.SubtypingPairs;
import dev.paritas.bridge.corpus.ValidatorCase;
import dev.paritas.bridge.corpus.ValidatorLines;
import dev.paritas.bridge.heap.HeapParitySuite;
import dev.paritas.bridge.implementation.HeapParityRunner;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.ParityBundleKind;
import dev.paritas.bridge.implementation.ParityBundleRunner;
import dev.paritas.bridge.implementation.ProtocolMachineValidator;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.parity.VectorCase;
import dev.paritas.bridge.process.Scratch;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapVectors;
import dev.paritas.search.bundle.SearchParity;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.simulation.lifecycle.SemanticEffects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A corpus case that is a document, made again in this process and asked of its runner (docs/corpus.md). A bundle that is
 * a whole file has the file's name for its id.
 *
 * @param here where the published document differs from what this process makes, which is on the right
 * @param asked the runner that answers for it, if any does
 */
record DocumentReplay(List<JsonDifference> here, Optional<Asked> asked) {
    private static final int LIMIT = 50;

    /** Where the published document differs from what the runner at {@code binary} says. */
    interface Question {
        List<JsonDifference> ask(RunnerHost host, Path binary) throws IOException;
    }

    record Asked(String executable, Question question) {}

    DocumentReplay {
        here = List.copyOf(here);
    }

    /** {@return the document case of that id in {@code corpus}, made again} */
    static Optional<DocumentReplay> of(Corpus corpus, String id) {
        return heap(corpus, id)
                .or(() -> validator(corpus, id))
                .or(() -> subtyping(corpus, id))
                .or(() -> search(corpus, id))
                .or(() -> id.equals(ParityDocuments.EFFECTS)
                        ? bundle(corpus, id, ParityBundleKind.EFFECTS, SemanticEffects.bundle())
                        : Optional.empty())
                .or(() -> id.equals(ParityDocuments.SEARCH)
                        ? bundle(corpus, id, ParityBundleKind.SEARCH, SearchParity.model())
                        : Optional.empty());
    }

    private static Optional<DocumentReplay> heap(Corpus corpus, String id) {
        if (!HeapCases.in(corpus)) {
            return Optional.empty();
        }
        HeapCases cases = HeapCases.of(corpus);
        Optional<HeapParityCorpus> log = document(cases.parity(), id);
        if (log.isPresent()) {
            return log.map(document -> new DocumentReplay(
                    HeapParitySuite.check(document),
                    Optional.of(new Asked("heap_parity_runner", (host, binary) -> heap(host, binary, document)))));
        }
        Optional<HeapVectors> vectors = document(cases.vectors(), id);
        return vectors.map(document -> new DocumentReplay(HeapParitySuite.check(document), Optional.empty()));
    }

    private static <D> Optional<D> document(List<DocumentCase<D>> cases, String id) {
        return cases.stream()
                .filter(item -> item.id().equals(id))
                .map(DocumentCase::document)
                .findFirst();
    }

    private static List<JsonDifference> heap(RunnerHost host, Path binary, HeapParityCorpus document)
            throws IOException {
        Path fixture = Scratch.file(".json");
        try (HeapParityRunner runner = HeapParityRunner.withBinaryPath(host, binary)) {
            Scratch.write(fixture, JsonOutput.compactBytes(HeapParityCorpus.CODEC, document));
            return HeapParitySuite.check(runner.runFixture(fixture), document);
        } finally {
            Files.deleteIfExists(fixture);
        }
    }

    private static Optional<DocumentReplay> validator(Corpus corpus, String id) {
        Optional<ValidatorCase> found = ValidatorLines.of(corpus).stream()
                .filter(item -> item.id().equals(id))
                .findFirst();
        return found.map(item -> {
            ValidatorCase fresh = ValidatorCase.make(id, item.operation(), item.payload());
            List<JsonDifference> here = new ArrayList<>(answers(item.answer(), fresh.answer()));
            between(texts(item), texts(fresh)).forEach(difference -> here.add(difference.under("/local")));
            return new DocumentReplay(here, Optional.of(new Asked("protocol_machine_validator", (host, binary) -> {
                try (ProtocolMachineValidator peer = ProtocolMachineValidator.withBinaryPath(host, binary)) {
                    JsonValue answer = peer.ask(item.operation(), item.payload());
                    return answers(item.answer(), ValidatorCase.recorded(answer));
                }
            })));
        });
    }

    private static List<JsonDifference> answers(JsonValue published, JsonValue fresh) {
        return between(published, fresh).stream()
                .map(difference -> difference.under("/answer"))
                .toList();
    }

    private static JsonValue texts(ValidatorCase item) {
        return Codec.mapOf(Codec.STRING).toTree(item.local());
    }

    private static Optional<DocumentReplay> subtyping(Corpus corpus, String id) {
        Optional<SubtypingCase> found = text(corpus, SubtypingPairs.FILE).stream()
                .flatMap(text -> SubtypingPairs.read(text.getBytes(StandardCharsets.UTF_8)).stream())
                .filter(item -> item.id().equals(id))
                .findFirst();
        return found.map(item -> new DocumentReplay(
                between(SubtypingCase.CODEC, item, SubtypingCase.make(item.seed())),
                Optional.of(new Asked("telltale_validator", (host, binary) -> subtyping(host, binary, item)))));
    }

    private static List<JsonDifference> subtyping(RunnerHost host, Path binary, SubtypingCase item) {
        JsonValue sub = TypeCodec.LOCAL.toTree(item.sub());
        JsonValue sup = TypeCodec.LOCAL.toTree(item.sup());
        try (LeanRunner peer = LeanRunner.withBinaryPath(host, binary)) {
            List<JsonDifference> differences = new ArrayList<>();
            boolean related = item.async().error() == null;
            if (peer.checkAsyncSubtype(sub, sup) != related) {
                differences.add(opposite("/async/ok", related));
            }
            if (peer.checkOrphanFree(sub) != item.orphanFree()) {
                differences.add(opposite("/orphan_free", item.orphanFree()));
            }
            return differences;
        }
    }

    private static JsonDifference opposite(String pointer, boolean published) {
        return new JsonDifference(pointer, new JsonValue.Bool(published), new JsonValue.Bool(!published));
    }

    private static Optional<DocumentReplay> search(Corpus corpus, String id) {
        Optional<VectorCase> found = text(corpus, ParityDocuments.SEARCH_VECTORS).stream()
                .flatMap(String::lines)
                .map(line -> JsonInput.read(line, ReadPolicy.STRICT, VectorCase.CODEC))
                .filter(item -> item.id().equals(id))
                .findFirst();
        Optional<VectorCase> fresh =
                VectorCase.make().stream().filter(item -> item.id().equals(id)).findFirst();
        return found.map(item -> new DocumentReplay(
                fresh.map(made -> between(VectorCase.CODEC, item, made))
                        .orElse(List.of(new JsonDifference("/id", new JsonValue.Text(id), null))),
                Optional.empty()));
    }

    private static <T> Optional<DocumentReplay> bundle(Corpus corpus, String path, ParityBundleKind<T> kind, T fresh) {
        return text(corpus, path).map(text -> {
            T published = JsonInput.read(text, ReadPolicy.STRICT, kind.codec());
            return new DocumentReplay(
                    between(kind.codec(), published, fresh),
                    Optional.of(new Asked(kind.executable(), (host, binary) -> {
                        try (var runner = ParityBundleRunner.withBinaryPath(kind, host, binary)) {
                            return between(kind.codec(), published, runner.bundle());
                        }
                    })));
        });
    }

    private static Optional<String> text(Corpus corpus, String path) {
        return corpus.documents().stream()
                .filter(document -> document.path().equals(path))
                .map(CorpusDocument::text)
                .findFirst();
    }

    private static <T> List<JsonDifference> between(Codec<T> codec, T published, T fresh) {
        return between(codec.toTree(published), codec.toTree(fresh));
    }

    private static List<JsonDifference> between(JsonValue published, JsonValue fresh) {
        return StructuralDifference.all(published, fresh, LIMIT);
    }
}
