package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.DocumentCase;
import dev.paritas.bridge.corpus.HeapCases;
import dev.paritas.bridge.heap.HeapParitySuite;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.model.heap.LeanHeapParity;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code --heap}: the heap against corpora, and runners of the heap's model against both (spec 40 §15). */
final class HeapLane {
    static final String ID = "heap";

    private static final Check PARITY = Check.recorded("heap/parity", "heap against the parity corpora");

    private final LaneContext context;

    HeapLane(LaneContext context) {
        this.context = context;
    }

    void run() {
        Optional<Corpus> corpus = context.corpus(ID);
        Optional<HeapCases> heap = corpus.filter(HeapCases::in).map(HeapCases::of);
        heap.ifPresentOrElse(this::published, () -> {
            if (corpus.isPresent()) {
                context.decline(PARITY, SkipCause.CORPUS, "there are no heap documents in the corpus");
            }
        });
        new HeapReferenceChecks(context).run();
        new HeapRunnerChecks(context).run(heap.map(HeapCases::parity).orElse(List.of()));
    }

    private void published(HeapCases heap) {
        each(PARITY, heap.parity(), HeapParitySuite::check);
        each(Check.recorded("heap/vectors", "heap against the digest vectors"), heap.vectors(), HeapParitySuite::check);
        each(
                Check.independent("heap/model", "the model's view of the heap against the parity corpora"),
                heap.parity(),
                HeapLane::model);
    }

    private <D> void each(Check check, List<DocumentCase<D>> cases, Function<D, List<JsonDifference>> suite) {
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            long done = 0;
            for (DocumentCase<D> item : cases) {
                mismatches.addAll(mismatches(check.id(), item.id(), suite.apply(item.document())));
                context.progress().advance(check.id(), ++done, cases.size());
            }
            return LaneContext.Findings.of(cases.size(), mismatches);
        });
    }

    private static List<JsonDifference> model(HeapParityCorpus corpus) {
        JsonValue document = HeapParityCorpus.CODEC.toTree(corpus);
        return HeapParitySuite.check(LeanHeapParity.run(document), corpus);
    }

    /** {@return the differences of one case, the document's or the heap's value being the expected one} */
    static List<Mismatch> mismatches(String check, String place, List<JsonDifference> differences) {
        return differences.stream()
                .map(difference -> new Mismatch(
                        check + ":" + difference.pointer(),
                        difference.leftText(),
                        difference.rightText(),
                        place + difference.pointer()))
                .toList();
    }
}
