package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns two outcomes of one case into a comparison. */
final class OutcomeComparison {
    private OutcomeComparison() {}

    /**
     * {@return agree when both ran and are equivalent; declined when both refuse, when a run passed a limit, when the
     * machine alone refuses a protocol that is not well-formed, or when a role of the protocol is not listed; diverge
     * otherwise}
     *
     * @param mode what of two runs must be equal
     * @param recorded whether the outcomes are records, which may hold only a part of the step states
     */
    static Comparison of(
            CaseInput input, SideOutcome machine, SideOutcome lean, ComparisonMode mode, boolean recorded) {
        List<Protocol> protocols = input.protocols();
        Optional<String> unlisted = protocols.stream()
                .flatMap(protocol -> protocol.unlistedRole().stream())
                .findFirst();
        if (unlisted.isPresent()) {
            return Comparison.none(new Verdict.Declined(
                    "the protocol speaks of the role " + new JsonValue.Text(unlisted.get()).compactText()
                            + ", which its list of roles does not name",
                    Verdict.Whose.BOTH));
        }
        if (machine instanceof SideOutcome.Ran left && lean instanceof SideOutcome.Ran right) {
            return mode == ComparisonMode.EXACT
                    ? new RunComparison(input, left, right, recorded).compare()
                    : new InterleavingComparison(input, mode, left.output(), right.output()).compare();
        }
        for (SideOutcome side : List.of(machine, lean)) {
            if (side instanceof SideOutcome.Refused(String stage, String message) && stage.equals(SideOutcome.LIMIT)) {
                return Comparison.none(
                        new Verdict.Declined(message, side == machine ? Verdict.Whose.LEFT : Verdict.Whose.RIGHT));
            }
        }
        if (machine instanceof SideOutcome.Refused(String stage, String message)
                && lean instanceof SideOutcome.Refused(String otherStage, String other)) {
            return Comparison.none(new Verdict.Declined(
                    "both sides refuse: " + stage + ": " + message + " / " + otherStage + ": " + other,
                    Verdict.Whose.BOTH));
        }
        Optional<DivergenceClass> known = DivergenceClassifier.classify(protocols, machine, lean);
        if (known.isEmpty()
                && machine instanceof SideOutcome.Refused(String stage, String message)
                && !protocols.stream().allMatch(Protocol::isWellFormed)) {
            return Comparison.none(new Verdict.Declined(
                    "the protocol is not well-formed; only the machine checks that: " + stage + ": " + message,
                    Verdict.Whose.LEFT));
        }
        return Comparison.of(Optional.of(refusal(machine, lean, known.orElse(null))), Coverage.of("outcomes", 1, 1, 1));
    }

    /** {@return the first difference of two traces, with what they have in common before it} */
    static DivergenceReport trace(List<TraceEvent> left, List<TraceEvent> right, @Nullable DivergenceClass known) {
        int index = 0;
        int common = Math.min(left.size(), right.size());
        while (index < common && left.get(index).equals(right.get(index))) {
            index++;
        }
        String pointer = "";
        if (index < common) {
            pointer = StructuralDifference.first(TraceEvent.CODEC, left.get(index), right.get(index))
                    .map(JsonDifference::pointer)
                    .orElse("");
        }
        return new DivergenceReport(
                DivergenceReport.TRACE,
                known,
                index,
                events(left, Math.max(0, index - DivergenceReport.CONTEXT), index),
                events(left, index, index + DivergenceReport.CONTEXT),
                events(right, index, index + DivergenceReport.CONTEXT),
                pointer,
                DivergenceReport.explain(
                        known,
                        index < common
                                ? "event " + index + " differs at " + pointer
                                : "one trace ends after " + index + " events, the other has "
                                        + Math.max(left.size(), right.size())));
    }

    private static DivergenceReport refusal(SideOutcome machine, SideOutcome lean, @Nullable DivergenceClass known) {
        return new DivergenceReport(
                "outcome",
                known,
                0,
                List.of(),
                List.of(brief(machine)),
                List.of(brief(lean)),
                "",
                DivergenceReport.explain(known, "one side runs the case and the other refuses it"));
    }

    private static JsonValue brief(SideOutcome outcome) {
        return switch (outcome) {
            case SideOutcome.Ran(RunOutput output, String error) ->
                new JsonValue.Obj(
                        Map.of("kind", new JsonValue.Text("ran"), "status", new JsonValue.Text(output.status())));
            case SideOutcome.Refused refused -> SideOutcome.CODEC.toTree(refused);
        };
    }

    private static List<JsonValue> events(List<TraceEvent> trace, int from, int to) {
        return trace.subList(Math.min(from, trace.size()), Math.min(to, trace.size())).stream()
                .map(event -> TraceEvent.RUNNER_CODEC.toTree(event))
                .toList();
    }
}
