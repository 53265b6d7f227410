package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns two outcomes of one case into a verdict. */
public final class OutcomeComparison {
    private OutcomeComparison() {}

    /**
     * {@return agree when both ran and are equivalent; declined when both refuse, when a run passed a limit, or when the
     * machine alone refuses a protocol that is not well-formed; diverge otherwise}
     *
     * @param protocols the case's choreographies, used to explain a divergence
     */
    public static Verdict verdict(List<Protocol> protocols, SideOutcome machine, SideOutcome lean) {
        if (machine instanceof SideOutcome.Ran(RunOutput left, String error)
                && lean instanceof SideOutcome.Ran(RunOutput right, String other)) {
            ExecutionComparison comparison = ExecutionComparator.compare(left, right);
            if (comparison.equivalent()) {
                return new Verdict.Agree();
            }
            Optional<DivergenceClass> known = DivergenceClassifier.classify(protocols, machine, lean);
            return new Verdict.Diverge(
                    comparison.semanticAuditEquivalent()
                            ? statuses(left.sessions(), right.sessions(), known.orElse(null))
                            : trace(left.trace(), right.trace(), known.orElse(null)));
        }
        for (SideOutcome side : List.of(machine, lean)) {
            if (side instanceof SideOutcome.Refused(String stage, String message) && stage.equals(SideOutcome.LIMIT)) {
                return new Verdict.Declined(message);
            }
        }
        if (machine instanceof SideOutcome.Refused(String stage, String message)
                && lean instanceof SideOutcome.Refused(String otherStage, String other)) {
            return new Verdict.Declined(
                    "both sides refuse: " + stage + ": " + message + " / " + otherStage + ": " + other);
        }
        Optional<DivergenceClass> known = DivergenceClassifier.classify(protocols, machine, lean);
        if (known.isEmpty()
                && machine instanceof SideOutcome.Refused(String stage, String message)
                && !protocols.stream().allMatch(Protocol::isWellFormed)) {
            return new Verdict.Declined(
                    "the protocol is not well-formed; only the machine checks that: " + stage + ": " + message);
        }
        return new Verdict.Diverge(refusal(machine, lean, known.orElse(null)));
    }

    /** {@return the first difference of two traces, with what they have in common before it} */
    public static DivergenceReport trace(
            List<TraceEvent> left, List<TraceEvent> right, @Nullable DivergenceClass known) {
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
                "trace",
                known,
                index,
                events(left, Math.max(0, index - DivergenceReport.CONTEXT), index),
                events(left, index, index + DivergenceReport.CONTEXT),
                events(right, index, index + DivergenceReport.CONTEXT),
                pointer,
                explain(
                        known,
                        index < common
                                ? "event " + index + " differs at " + pointer
                                : "one trace ends after " + index + " events, the other has "
                                        + Math.max(left.size(), right.size())));
    }

    private static DivergenceReport statuses(
            List<SessionStatus> left, List<SessionStatus> right, @Nullable DivergenceClass known) {
        JsonValue a = StructuralDifference.array(SessionStatus.CODEC, left);
        JsonValue b = StructuralDifference.array(SessionStatus.CODEC, right);
        String pointer =
                StructuralDifference.first(a, b).map(JsonDifference::pointer).orElse("");
        return new DivergenceReport(
                "session_statuses",
                known,
                0,
                List.of(),
                List.of(a),
                List.of(b),
                pointer,
                explain(known, "the traces are equal; the session statuses differ at " + pointer));
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
                explain(known, "one side runs the case and the other refuses it"));
    }

    private static JsonValue brief(SideOutcome outcome) {
        return switch (outcome) {
            case SideOutcome.Ran(RunOutput output, String error) ->
                new JsonValue.Obj(
                        Map.of("kind", new JsonValue.Text("ran"), "status", new JsonValue.Text(output.status())));
            case SideOutcome.Refused refused -> StructuralDifference.tree(SideOutcome.CODEC, refused);
        };
    }

    private static String explain(@Nullable DivergenceClass known, String what) {
        return known == null
                ? what + "; no known divergence explains it"
                : what + "; known divergence (" + known.source() + "): " + known.explanation();
    }

    private static List<JsonValue> events(List<TraceEvent> trace, int from, int to) {
        return trace.subList(Math.min(from, trace.size()), Math.min(to, trace.size())).stream()
                .map(event -> StructuralDifference.tree(TraceEvent.RUNNER_CODEC, event))
                .toList();
    }
}
