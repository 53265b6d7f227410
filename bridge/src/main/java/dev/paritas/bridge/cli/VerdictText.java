package dev.paritas.bridge.cli;

import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.NormalizationLedger;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.StepComparison;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.RecordedOutcome;
import dev.paritas.bridge.corpus.RecordedSimulation;
import dev.paritas.bridge.corpus.RoleProjection;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A verdict for people and for machines.
 *
 * @param extent what was compared, for people
 * @param findings lines about what the verdict itself does not tell, such as differing steps
 * @param ledger what was overlooked, by name and count
 * @param reproducer the folder that replays a divergence
 */
record VerdictText(
        Verdict verdict, String extent, List<String> findings, NormalizationLedger ledger, Optional<Path> reproducer) {
    static final NormalizationLedger NOTHING = new NormalizationLedger(Map.of());

    static VerdictText of(PairRun pair, Optional<Path> reproducer) {
        NormalizationLedger ledger = pair.steps().map(StepComparison::ledger).orElse(NOTHING);
        List<String> findings =
                pair.verdict() instanceof Verdict.Agree() && pair.unexplained() ? pair.lines() : List.of();
        return new VerdictText(pair.verdict(), extent(pair), findings, ledger, reproducer);
    }

    /** {@return the verdict on a corpus case: what is published on the left, what the code of today makes on the right} */
    static VerdictText of(CorpusCase published, CorpusCase fresh) {
        Map<String, Verdict> parts = new LinkedHashMap<>();
        parts.put(
                "projections",
                same("projections", Codec.listOf(RoleProjection.CODEC), published.projections(), fresh.projections()));
        parts.put("machine", same("machine run", RecordedOutcome.CODEC, published.machine(), fresh.machine()));
        parts.put("dialect", same("dialect run", RecordedOutcome.CODEC, published.dialect(), fresh.dialect()));
        parts.put(
                "dialect steps",
                same(
                        "dialect steps",
                        Codec.listOf(StepState.RUNNER_CODEC),
                        published.dialectSteps(),
                        fresh.dialectSteps()));
        parts.put(
                "simulations",
                same(
                        "simulations",
                        Codec.listOf(RecordedSimulation.CODEC),
                        published.simulations(),
                        fresh.simulations()));
        Verdict verdict = parts.values().stream()
                .filter(Verdict.Diverge.class::isInstance)
                .findFirst()
                .orElse(new Verdict.Agree());
        return new VerdictText(verdict, String.join(", ", parts.keySet()), List.of(), NOTHING, Optional.empty());
    }

    /** {@return the verdict on a corpus case that is a document, from its differences to what {@code others} make} */
    static VerdictText ofDocument(String others, List<JsonDifference> differences) {
        Verdict verdict = differences.isEmpty() ? new Verdict.Agree() : diverge("document", differences.getFirst());
        return new VerdictText(verdict, others, List.of(), NOTHING, Optional.empty());
    }

    private static <T> Verdict same(String kind, Codec<T> codec, T published, T fresh) {
        return StructuralDifference.first(codec, published, fresh)
                .map(difference -> diverge(kind, difference))
                .orElse(new Verdict.Agree());
    }

    private static Verdict diverge(String kind, JsonDifference difference) {
        return new Verdict.Diverge(new DivergenceReport(
                kind,
                null,
                0,
                List.of(),
                List.of(difference.left() == null ? JsonValue.NULL : difference.left()),
                List.of(difference.right() == null ? JsonValue.NULL : difference.right()),
                difference.pointer(),
                "the published " + kind + " differs from today's"));
    }

    /** {@return 0 agree, 1 diverge, 3 broken, 4 declined} */
    int exitCode() {
        return switch (verdict) {
            case Verdict.Agree() -> findings.isEmpty() ? ExitCode.OK : ExitCode.DIVERGE;
            case Verdict.Diverge _ -> ExitCode.DIVERGE;
            case Verdict.Declined _ -> ExitCode.DECLINED;
            case Verdict.Broken _ -> ExitCode.BROKEN;
        };
    }

    /** {@return lines for people, the verdict first} */
    List<String> human() {
        List<String> lines = new ArrayList<>();
        lines.add(extent.isEmpty() ? word() : word() + ": " + extent);
        switch (verdict) {
            case Verdict.Agree() -> lines.addAll(findings);
            case Verdict.Diverge(DivergenceReport report) -> lines.addAll(report.lines());
            case Verdict.Declined(String reason) -> lines.add(reason);
            case Verdict.Broken(String stage, List<String> stderr) -> {
                lines.add(stage);
                stderr.forEach(line -> lines.add("  | " + line));
            }
        }
        ledger.entries().forEach(entry -> lines.add("overlooked " + entry.count() + " x " + entry.rule()));
        reproducer.ifPresent(folder -> lines.add("replay: paritas compare --reproduce " + folder));
        return List.copyOf(lines);
    }

    /** {@return one compact JSON document} */
    String document() {
        SortedMap<String, JsonValue> members = new TreeMap<>(CodePointOrder.INSTANCE);
        members.put("verdict", new JsonValue.Text(word()));
        members.put("findings", texts(findings));
        members.put("normalizations", tree(Codec.listOf(NormalizationLedger.Entry.CODEC), ledger.entries()));
        reproducer.ifPresent(folder -> members.put("reproducer", new JsonValue.Text(folder.toString())));
        switch (verdict) {
            case Verdict.Agree() -> {}
            case Verdict.Diverge(DivergenceReport report) ->
                members.put("divergence", tree(DivergenceReport.CODEC, report));
            case Verdict.Declined(String reason) -> members.put("reason", new JsonValue.Text(reason));
            case Verdict.Broken(String stage, List<String> stderr) -> {
                members.put("reason", new JsonValue.Text(stage));
                members.put("stderr_tail", texts(stderr));
            }
        }
        return new JsonValue.Obj(members).compactText();
    }

    private static String extent(PairRun pair) {
        return pair.machine() instanceof SideOutcome.Ran(RunOutput left, String error)
                        && pair.lean() instanceof SideOutcome.Ran(RunOutput right, String other)
                ? left.trace().size() + " and " + right.trace().size() + " events, "
                        + left.stepStates().size() + " and "
                        + right.stepStates().size() + " steps"
                : "";
    }

    private String word() {
        return findings.isEmpty() ? verdict.word() : "diverge";
    }

    private static JsonValue texts(List<String> lines) {
        return new JsonValue.Array(
                lines.stream().<JsonValue>map(JsonValue.Text::new).toList());
    }

    private static <T> JsonValue tree(Codec<T> codec, T value) {
        return JsonInput.read(JsonOutput.compactText(codec, value), ReadPolicy.STRICT, JsonValue.CODEC);
    }
}
