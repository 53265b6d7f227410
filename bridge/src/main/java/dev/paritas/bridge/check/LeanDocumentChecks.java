package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.DocumentCase;
import dev.paritas.bridge.corpus.HeapCases;
import dev.paritas.bridge.corpus.ValidatorCase;
import dev.paritas.bridge.corpus.ValidatorLines;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.ProtocolMachineValidator;
import dev.paritas.bridge.implementation.RunnerPool;
import dev.paritas.bridge.implementation.ServedReply;
import dev.paritas.bridge.lean.LeanToolchain;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.model.heap.LeanHeapParity;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The documents of the corpus through the model's other runners, one check each. */
final class LeanDocumentChecks {
    private static final Check HEAP =
            Check.independent("lean/heap", "heap parity corpora in this process against the Lean model");
    private static final Check BUNDLES =
            Check.independent("lean/bundles", "published answers of the machine validator against the Lean model");
    private static final Check EFFECTS =
            Check.independent("lean/effects", "effects bundle of the machine against the Lean model");
    private static final Check SEARCH =
            Check.independent("lean/search", "search bundle of the machine against the Lean model");

    private final LaneContext context;
    private final LeanRunners runners;

    LeanDocumentChecks(LaneContext context, LeanRunners runners) {
        this.context = context;
        this.runners = runners;
    }

    void run() {
        heap();
        bundles();
        runners.find(LeanToolchain.EFFECTS, EFFECTS)
                .ifPresent(binary -> EffectsLane.checks(context).asked(EFFECTS, binary));
        runners.find(LeanToolchain.SEARCH, SEARCH)
                .ifPresent(binary -> SearchLane.checks(context).asked(SEARCH, binary));
    }

    private void heap() {
        Optional<Path> runner = runners.find(LeanToolchain.HEAP, HEAP);
        Optional<Corpus> corpus = runner.flatMap(_ -> context.corpus(LeanLane.ID));
        if (runner.isEmpty() || corpus.isEmpty()) {
            return;
        }
        context.runAsking(HEAP, runner.get(), () -> {
            List<DocumentCase<HeapParityCorpus>> cases =
                    HeapCases.in(corpus.get()) ? HeapCases.of(corpus.get()).parity() : List.of();
            try (ChildProcesses children = new ChildProcesses();
                    RunnerPool pool = RunnerPool.heap(
                            context.host(children), runner.get(), RunnerPool.perCore(), SessionLimits.LEAN)) {
                return runners.sided(heap(cases, pool), ImplementationId.JAVA_MODEL, runner.get());
            }
        });
    }

    private LaneContext.Findings heap(List<DocumentCase<HeapParityCorpus>> cases, RunnerPool pool) {
        SharedProgress progress = new SharedProgress(context.progress(), HEAP.id(), cases.size());
        PooledCases<List<Mismatch>> found = PooledCases.of(pool::each, cases, DocumentCase::id, item -> {
            byte[] document = JsonOutput.compactBytes(HeapParityCorpus.CODEC, item.document());
            JsonValue java = HeapParityOutput.CODEC.toTree(
                    LeanHeapParity.run(JsonInput.read(document, ReadPolicy.STRICT, JsonValue.CODEC)));
            ServedReply reply = pool.ask("run_fixture", document);
            progress.one();
            return switch (reply) {
                case ServedReply.Result(JsonValue lean) ->
                    HeapLane.mismatches(
                            HEAP.id(),
                            item.id(),
                            StructuralDifference.first(java, lean).stream().toList());
                case ServedReply.Refused(String message) ->
                    List.of(new Mismatch(HEAP.id() + ":REFUSED", "an answer", message, item.id()));
            };
        });
        List<Mismatch> mismatches = found.answers().stream()
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .toList();
        return LaneContext.Findings.of(found.answered(), mismatches).failing(found.failures());
    }

    private void bundles() {
        Optional<Path> runner = runners.find(LeanToolchain.MACHINE_VALIDATOR, BUNDLES);
        Optional<Corpus> corpus = runner.flatMap(_ -> context.corpus(LeanLane.ID));
        if (runner.isEmpty() || corpus.isEmpty()) {
            return;
        }
        context.runAsking(BUNDLES, runner.get(), () -> {
            try (ChildProcesses children = new ChildProcesses();
                    ProtocolMachineValidator lean = ProtocolMachineValidator.serving(
                            context.host(children), runner.get(), SessionLimits.LEAN)) {
                return runners.sided(
                        bundles(ValidatorLines.of(corpus.get()), lean), ImplementationId.JAVA_MODEL, runner.get());
            }
        });
    }

    private LaneContext.Findings bundles(List<ValidatorCase> cases, ProtocolMachineValidator lean) throws IOException {
        RunnerCases asking = new RunnerCases(context, BUNDLES, cases.size());
        for (ValidatorCase item : cases) {
            asking.ask(
                    item.id(),
                    () -> StructuralDifference.first(
                                    item.answer(), ValidatorCase.recorded(lean.ask(item.operation(), item.payload())))
                            .map(difference -> new Mismatch(
                                    BUNDLES.id() + ":" + item.id(),
                                    difference.leftText(),
                                    difference.rightText(),
                                    item.id() + difference.pointer()))
                            .stream()
                            .toList());
        }
        return asking.findings();
    }
}
