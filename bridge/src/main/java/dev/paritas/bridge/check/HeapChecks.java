package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.HeapCases;
import dev.paritas.bridge.implementation.Answer;
import dev.paritas.bridge.implementation.HeapOperations;
import dev.paritas.bridge.implementation.HeapParityRunner;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.Scratch;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.heap.document.HeapParitySample;
import dev.paritas.heap.document.HeapVectors;
import dev.paritas.model.heap.ModelHeapParity;
import dev.paritas.model.heap.ModelHeapProblem;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The heap against corpora, the reference's own files, and runners of the heap's model (spec 40 §15). A log is a document
 * of the parity schema; vectors are one of the other.
 */
final class HeapChecks {
    /** The variable that demands the model's own runner (spec 40 §15.1). */
    static final String DEMAND = "TELLTALE_REQUIRE_LEAN_HEAP_PARITY";

    private static final String VECTORS = "heap_vectors";
    private static final String PARITY = "heap_lean_parity";
    private static final String SAMPLE = ".sample.json";

    private HeapChecks() {}

    /** {@code --heap}. */
    static void run(LaneContext context) {
        Check parity = Check.recorded("heap/parity", "heap against the parity corpora");
        Optional<Corpus> corpus = context.corpus("heap");
        Optional<HeapCases> heap = corpus.filter(HeapCases::in).map(HeapCases::of);
        if (heap.isPresent()) {
            Row.run(
                    context,
                    List.of(
                            here(parity, heap.get().parity(), HeapParitySuite::check),
                            here(
                                    Check.recorded("heap/vectors", "heap against the digest vectors"),
                                    heap.get().vectors(),
                                    HeapParitySuite::check),
                            here(
                                    Check.independent(
                                            "heap/model", "the model's view of the heap against the parity corpora"),
                                    heap.get().parity(),
                                    HeapChecks::model)));
        } else if (corpus.isPresent()) {
            context.decline(parity, SkipCause.CORPUS, "there are no heap documents in the corpus");
        }
        Row.run(
                context,
                List.of(
                        reference(
                                "heap/reference-vectors",
                                "heap against the reference's digest vectors",
                                name -> name.startsWith(VECTORS) && name.endsWith(".json"),
                                bytes -> HeapParitySuite.check(read(bytes, HeapVectors.CODEC))),
                        reference(
                                "heap/reference-parity",
                                "heap and model against the reference's parity corpora",
                                name -> name.startsWith(PARITY) && name.endsWith(".json") && !name.endsWith(SAMPLE),
                                HeapChecks::whole),
                        reference(
                                "heap/reference-sample",
                                "heap against the reference's parity sample",
                                name -> name.startsWith(PARITY) && name.endsWith(SAMPLE),
                                bytes -> HeapParitySuite.check(read(bytes, HeapParitySample.CODEC)))));
        runners(context, heap.map(HeapCases::parity).orElse(List.of()));
    }

    /** The Java runner that stands in for the model's, and the model's own where a checkout of the reference built it. */
    private static void runners(LaneContext context, List<Case<HeapParityCorpus>> logs) {
        List<Case<HeapParityCorpus>> fixtures =
                logs.stream().filter(Case::isFixture).toList();
        Path binary = context.environment().runners().resolve(LeanToolchain.HEAP);
        Row.run(
                context,
                Runner.oneShot(Peer.HEAP, binary),
                List.of(asking(
                        Check.independent(
                                "heap/runner", "runner executable against the heap on the fixtures, a process each"),
                        fixtures)));
        Row.run(
                context,
                Runner.serving(Peer.HEAP, binary, SessionLimits.DEFAULT),
                List.of(asking(
                        Check.independent(
                                "heap/runner-serving",
                                "runner executable against the heap on every parity corpus, serving"),
                        logs)));
        reference(context, fixtures, context.demands(DEMAND));
    }

    private static void reference(LaneContext context, List<Case<HeapParityCorpus>> fixtures, boolean demanded) {
        Check check = Check.independent("heap/lean", "the model's own runner against the heap on the fixtures");
        Optional<Path> binary;
        try (ChildProcesses children = new ChildProcesses()) {
            binary = Peer.HEAP.find(context.host(children));
        }
        if (binary.isPresent()) {
            Row.run(context, Runner.oneShot(Peer.HEAP, binary.get()), List.of(asking(check, fixtures)));
        } else if (demanded) {
            Mismatch missing = new Mismatch(
                    "heap/lean:unavailable",
                    "a heap_parity_runner",
                    "strict heap parity is enabled but heap_parity_runner is unavailable",
                    DEMAND);
            context.run(check.unheld(), () -> Findings.of(missing));
        } else {
            context.skip(check, SkipCause.LEAN_PROJECT, "there is no Lean heap parity runner");
        }
    }

    /** {@code lean/heap}. */
    static void lean(LaneContext context, LeanRunners runners) {
        Check check = Check.independent("lean/heap", "heap parity corpora in this process against the Lean model");
        runners.find(LeanToolchain.HEAP, check)
                .ifPresent(binary -> Row.run(
                        context,
                        Runner.pool(Peer.HEAP, binary, context.options().leanWorkers())
                                .known(runners.identity(binary)),
                        List.of(Row.asking(
                                check,
                                ImplementationId.JAVA_MODEL,
                                Source.corpus("lean", HeapChecks::logs),
                                HeapChecks::lean))));
    }

    private static Findings lean(Runner.Opened pool, Case<HeapParityCorpus> item) {
        JsonValue java = HeapParityOutput.CODEC.toTree(ModelHeapParity.run(tree(item.value())));
        return switch (pool.client().ask(HeapOperations.RUN_CORPUS, item.value())) {
            case Answer.Answered<JsonValue>(JsonValue lean) ->
                mismatches(
                        item.id(),
                        StructuralDifference.first(java, lean).stream().toList());
            case Answer.Refused<JsonValue> refused ->
                Findings.of(new Mismatch("REFUSED", "an answer", refused.text(), item.id()));
        };
    }

    /** {@return the logs of the corpus; none when it has no such file} */
    static List<Case<HeapParityCorpus>> logs(Corpus corpus) {
        return HeapCases.in(corpus) ? HeapCases.of(corpus).parity() : List.of();
    }

    /** {@return the vectors of the corpus; none when it has no such file} */
    static List<Case<HeapVectors>> vectors(Corpus corpus) {
        return HeapCases.in(corpus) ? HeapCases.of(corpus).vectors() : List.of();
    }

    /** {@return where {@code log} differs from what {@code runner} prints for it} */
    static List<JsonDifference> asked(Implementation runner, HeapParityCorpus log) throws IOException {
        Path fixture = Scratch.file(".json");
        try {
            Scratch.write(fixture, JsonOutput.compactBytes(HeapParityCorpus.CODEC, log));
            return HeapParitySuite.check(new HeapParityRunner(runner).runFixture(fixture), log);
        } finally {
            Files.deleteIfExists(fixture);
        }
    }

    private static <D> Row<Row.Here, D> here(
            Check check, List<Case<D>> cases, Function<D, List<JsonDifference>> suite) {
        return Row.here(check, Source.made(() -> cases), item -> mismatches(item.id(), suite.apply(item.value())));
    }

    private static Row<Runner.Opened, HeapParityCorpus> asking(Check check, List<Case<HeapParityCorpus>> cases) {
        return Row.asking(
                check,
                ImplementationId.JAVA_MACHINE,
                Source.made(() -> cases),
                (runner, item) -> mismatches(item.id(), asked(runner.client(), item.value())));
    }

    /** Files are read in place; one that is no document of its schema is a difference. */
    private static Row<Row.Here, byte[]> reference(
            String id, String title, Predicate<String> wanted, Function<byte[], List<JsonDifference>> suite) {
        Check check = Check.reference(id, title);
        return Row.here(check, files(wanted), item -> {
            try {
                return mismatches(item.id(), suite.apply(item.value()));
            } catch (JsonException e) {
                return Findings.of(
                        new Mismatch(String.valueOf(e.code()), "a readable document", e.describe(), item.id()));
            }
        });
    }

    private static Source<byte[]> files(Predicate<String> wanted) {
        return context -> {
            Path folder = context.environment().reference().resolve("heap");
            Predicate<Path> named = file -> wanted.test(file.getFileName().toString());
            try {
                if (!Files.isDirectory(folder) || Source.list(folder, named).isEmpty()) {
                    return new Source.Cases.Missing<>(
                            SkipCause.REFERENCE,
                            "there is no such file in " + context.environment().relative(folder),
                            true);
                }
            } catch (IOException e) {
                return new Source.Cases.Found<>(() -> {
                    throw e;
                });
            }
            return new Source.Cases.Found<>(() -> Source.each(context, folder, named, context::read));
        };
    }

    private static List<JsonDifference> model(HeapParityCorpus corpus) {
        return HeapParitySuite.check(ModelHeapParity.run(tree(corpus)), corpus);
    }

    private static List<JsonDifference> whole(byte[] bytes) {
        HeapParityCorpus corpus = read(bytes, HeapParityCorpus.CODEC);
        List<JsonDifference> differences = new ArrayList<>(HeapParitySuite.check(corpus));
        try {
            differences.addAll(HeapParitySuite.check(
                    ModelHeapParity.run(JsonInput.read(bytes, ReadPolicy.PEER, JsonValue.CODEC)), corpus));
        } catch (ProblemException e) {
            differences.add(new JsonDifference(
                    "",
                    JsonValue.NULL,
                    new JsonValue.Text(e.only(ModelHeapProblem.class).sentence())));
        }
        return differences;
    }

    private static JsonValue tree(HeapParityCorpus corpus) {
        return HeapParityCorpus.CODEC.toTree(corpus);
    }

    private static <D> D read(byte[] bytes, Codec<D> codec) {
        return JsonInput.read(bytes, HeapParityCorpus.READ, codec);
    }

    /** The document's or the heap's value is the expected one. */
    private static Findings mismatches(String place, List<JsonDifference> differences) {
        return Findings.of(differences, difference -> Mismatch.of(difference.pointer(), difference, place));
    }
}
