package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.StepState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where two answers of the model to one case part. The answers are compared as documents, member by member; what the
 * step-by-step comparison of spec 22 §15.3 would make of their step states belongs to the explanation.
 *
 * @param first pointer and values of the first difference; of refusals the root
 * @param explanation plain sentences
 */
public record AnswerDifference(JsonDifference first, String explanation) {
    private static final Codec<List<StepState>> STEPS = Codec.listOf(StepState.RUNNER_CODEC);
    private static final ReadPolicy ANSWER = ReadPolicy.PEER.withMaxBytes(Long.MAX_VALUE);

    /** {@return the first difference; empty when the answers are equal} */
    public static Optional<AnswerDifference> between(ModelAnswer java, ModelAnswer lean) {
        return StructuralDifference.first(document(java), document(lean))
                .map(first -> new AnswerDifference(first, explanation(java, lean, first.pointer())));
    }

    /** {@return the difference as reproducers keep it, L's side on the left} */
    public DivergenceReport report() {
        return new DivergenceReport(
                "answer",
                null,
                0,
                List.of(),
                List.of(first.left() == null ? JsonValue.NULL : first.left()),
                List.of(first.right() == null ? JsonValue.NULL : first.right()),
                first.pointer(),
                explanation);
    }

    private static JsonValue document(ModelAnswer answer) {
        return switch (answer) {
            case ModelAnswer.Ran(JsonValue document) -> document;
            case ModelAnswer.Refused(String message) ->
                new JsonValue.Obj(Map.of("refused", new JsonValue.Text(message)));
        };
    }

    private static String explanation(ModelAnswer java, ModelAnswer lean, String pointer) {
        if (!(java instanceof ModelAnswer.Ran(JsonValue left)) || !(lean instanceof ModelAnswer.Ran(JsonValue right))) {
            return java instanceof ModelAnswer.Refused && lean instanceof ModelAnswer.Refused
                    ? "both refuse, with other texts"
                    : "one runs the case and the other refuses it";
        }
        String[] path = pointer.split("/", -1);
        String place = path.length > 2 && path[1].equals("trace")
                ? "event " + path[2] + " of the trace differs"
                : path.length > 3 && path[1].equals("step_states")
                        ? "step " + path[2] + " differs in " + path[3]
                        : "the answers differ at " + (pointer.isEmpty() ? "the root" : pointer);
        return place + "; " + steps(left, right);
    }

    private static String steps(JsonValue java, JsonValue lean) {
        try {
            StepComparison comparison =
                    StepComparator.compare(states(java), states(lean), StepComparator.SINGLE_SESSION, 1);
            if (!comparison.differences().isEmpty()) {
                StepDifference step = comparison.differences().getFirst();
                return "after the normalisations of docs/comparison.md, step " + step.step() + " parts first: "
                        + step.first().describe();
            }
            return comparison.equivalent()
                    ? "after the normalisations of docs/comparison.md, the steps are equal"
                    : "one has " + comparison.machineSteps() + " steps, the other " + comparison.leanSteps();
        } catch (JsonException e) {
            return "the step states cannot be read: " + e.describe();
        }
    }

    private static List<StepState> states(JsonValue answer) {
        return answer instanceof JsonValue.Obj(var members) && members.containsKey("step_states")
                ? STEPS.fromTree(members.getOrDefault("step_states", JsonValue.NULL), ANSWER)
                : List.of();
    }
}
