package dev.paritas.app.command;

import dev.paritas.bridge.compare.Comparison;
import dev.paritas.bridge.compare.Coverage;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.NormalizationLedger;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.RecordedOutcome;
import dev.paritas.bridge.corpus.RecordedSimulation;
import dev.paritas.bridge.corpus.RoleProjection;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.run.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is published of a corpus case, on the left, against what the code of today makes of it. */
final class CaseReplay {
    private final List<DivergenceReport> findings = new ArrayList<>();
    private final List<Coverage.Part> parts = new ArrayList<>();

    private CaseReplay() {}

    static VerdictText of(CorpusCase published, CorpusCase fresh) {
        CaseReplay replay = new CaseReplay();
        replay.same("projections", Codec.listOf(RoleProjection.CODEC), published.projections(), fresh.projections());
        replay.same("machine", RecordedOutcome.CODEC, published.machine(), fresh.machine());
        replay.same("dialect", RecordedOutcome.CODEC, published.dialect(), fresh.dialect());
        replay.same(
                "dialect steps", Codec.listOf(StepState.RUNNER_CODEC), published.dialectSteps(), fresh.dialectSteps());
        replay.same(
                "simulations", Codec.listOf(RecordedSimulation.CODEC), published.simulations(), fresh.simulations());
        return VerdictText.of(
                Comparison.of(replay.findings, NormalizationLedger.EMPTY, new Coverage(replay.parts)),
                replay.parts.stream().map(Coverage.Part::name).collect(Collectors.joining(", ")));
    }

    /** {@return the verdict on a corpus case that is a document, from its differences to what {@code others} make} */
    static VerdictText ofDocument(String others, List<JsonDifference> differences) {
        return VerdictText.of(
                Comparison.of(
                        differences.stream()
                                .map(difference -> published("document", difference))
                                .toList(),
                        NormalizationLedger.EMPTY,
                        Coverage.of("document", 1, 1, 1)),
                others);
    }

    private <T> void same(String kind, Codec<T> codec, T published, T fresh) {
        parts.add(new Coverage.Part(kind, 1, 1, 1, null));
        StructuralDifference.first(codec, published, fresh)
                .ifPresent(difference -> findings.add(published(kind, difference)));
    }

    private static DivergenceReport published(String kind, JsonDifference difference) {
        return DivergenceReport.at(kind, null, 0, difference, "the published " + kind + " differs from today's");
    }
}
