package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.RecordedOutcome;
import dev.paritas.bridge.corpus.RecordedSimulation;
import dev.paritas.bridge.corpus.RoleProjection;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.run.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code --suite}: every published case made again by the code of today, part by part. */
final class SuiteLane {
    private final LaneContext context;

    SuiteLane(LaneContext context) {
        this.context = context;
    }

    void run() {
        Optional<Corpus> corpus = context.corpus("suite");
        if (corpus.isEmpty()) {
            return;
        }
        List<CorpusCase> published = corpus.get().cases();
        Map<String, CorpusCase> fresh = new TreeMap<>();
        for (CorpusCase item : published) {
            fresh.put(item.id(), CorpusCase.make(item.id(), item.seed(), item.input()));
            context.progress().advance("suite", fresh.size(), published.size());
        }
        part(
                "suite/projections",
                "projections against the corpus",
                published,
                fresh,
                CorpusCase::projections,
                Codec.listOf(RoleProjection.CODEC));
        part(
                "suite/machine",
                "runs of the machine against the corpus",
                published,
                fresh,
                CorpusCase::machine,
                RecordedOutcome.CODEC);
        part(
                "suite/dialect",
                "runs of the reference dialect against the corpus",
                published,
                fresh,
                CorpusCase::dialect,
                RecordedOutcome.CODEC);
        part(
                "suite/steps",
                "step states of the reference dialect against the corpus",
                published,
                fresh,
                CorpusCase::dialectSteps,
                Codec.listOf(StepState.RUNNER_CODEC));
        part(
                "suite/simulations",
                "reference simulations against the corpus",
                published,
                fresh,
                CorpusCase::simulations,
                Codec.listOf(RecordedSimulation.CODEC));
    }

    private <V> void part(
            String id,
            String description,
            List<CorpusCase> published,
            Map<String, CorpusCase> fresh,
            Function<CorpusCase, V> value,
            Codec<V> codec) {
        context.run(Check.recorded(id, description), () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            for (CorpusCase item : published) {
                CorpusCase again = fresh.get(item.id());
                Optional<JsonDifference> first = again == null
                        ? Optional.of(new JsonDifference("", CaseInput.CODEC.toTree(item.input()), null))
                        : StructuralDifference.first(codec, value.apply(item), value.apply(again));
                first.ifPresent(difference -> mismatches.add(new Mismatch(
                        id + ":" + item.id(),
                        difference.leftText(),
                        difference.rightText(),
                        item.id() + difference.pointer())));
            }
            return LaneContext.Findings.of(published.size(), mismatches);
        });
    }
}
