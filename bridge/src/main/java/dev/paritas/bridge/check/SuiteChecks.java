package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Case;
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
import java.util.Optional;
import java.util.function.Function;

/** {@code --suite}: every published case made again by the code of today, part by part. */
final class SuiteChecks {
    /** The parts of a case, in the order of their checks. */
    static final List<Part<?>> PARTS = List.of(
            new Part<>(
                    "projections",
                    Check.recorded("suite/projections", "projections against the corpus"),
                    CorpusCase::projections,
                    Codec.listOf(RoleProjection.CODEC)),
            new Part<>(
                    "machine",
                    Check.recorded("suite/machine", "runs of the machine against the corpus"),
                    CorpusCase::machine,
                    RecordedOutcome.CODEC),
            new Part<>(
                    "dialect",
                    Check.recorded("suite/dialect", "runs of the reference dialect against the corpus"),
                    CorpusCase::dialect,
                    RecordedOutcome.CODEC),
            new Part<>(
                    "dialect steps",
                    Check.recorded("suite/steps", "step states of the reference dialect against the corpus"),
                    CorpusCase::dialectSteps,
                    Codec.listOf(StepState.RUNNER_CODEC)),
            new Part<>(
                    "simulations",
                    Check.recorded("suite/simulations", "reference simulations against the corpus"),
                    CorpusCase::simulations,
                    Codec.listOf(RecordedSimulation.CODEC)));

    private SuiteChecks() {}

    /**
     * A part of a case.
     *
     * @param name in the account of a single case
     */
    record Part<V>(String name, Check check, Function<CorpusCase, V> value, Codec<V> codec) {
        Optional<JsonDifference> difference(Remade item) {
            return StructuralDifference.first(codec, value.apply(item.published), value.apply(item.fresh));
        }
    }

    /** A published case, and the same one as the code of today makes it. */
    record Remade(CorpusCase published, CorpusCase fresh) {
        static Remade of(CorpusCase published) {
            return new Remade(published, CorpusCase.make(published.id(), published.seed(), published.input()));
        }
    }

    static void run(LaneContext context) {
        context.corpus("suite").ifPresent(corpus -> {
            Source<Remade> cases =
                    Source.once(() -> Source.cases(remade(context, corpus), item -> item.published.id()));
            Row.run(context, PARTS.stream().map(part -> row(part, cases)).toList());
        });
    }

    private static List<Remade> remade(LaneContext context, Corpus corpus) {
        List<Remade> cases = new ArrayList<>();
        for (CorpusCase item : corpus.cases()) {
            cases.add(Remade.of(item));
            context.progress().advance("suite", cases.size(), corpus.cases().size());
        }
        return cases;
    }

    private static Row<Row.Here, Remade> row(Part<?> part, Source<Remade> cases) {
        return Row.here(part.check, cases, item -> compared(part, item));
    }

    private static Findings compared(Part<?> part, Case<Remade> item) {
        return Findings.of(part.difference(item.value()), difference -> Mismatch.of(item.id(), difference, item.id()));
    }
}
