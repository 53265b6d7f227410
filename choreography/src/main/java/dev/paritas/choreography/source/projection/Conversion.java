package dev.paritas.choreography.source.projection;

import dev.paritas.choreography.source.LoopCondition;
import dev.paritas.choreography.source.LoweringError;
import dev.paritas.choreography.source.Repetition;
import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** From extended to plain local types, all sorts unit (spec 11 §7). */
public final class Conversion {
    private Conversion() {}

    /**
     * {@return {@code type} in the words of local types}
     *
     * @throws ProblemException ({@link LoweringError}) for a local choice, a timeout, a loop without number or an
     *     unrolled loop that is too
     *     large
     */
    public static LocalType toLocalType(ExtendedLocalType type) {
        return new Fold<ExtendedLocalType, LocalType>() {
            @Override
            protected LocalType leave(ExtendedLocalType node, Results<LocalType> children) {
                return switch (node) {
                    case ExtendedLocalType.End ignored -> LocalType.END;
                    case ExtendedLocalType.Var(String name) -> new LocalType.Var(name);
                    case ExtendedLocalType.Send(String partner, String message, var ignored) ->
                        LocalType.send(partner, message, children.get(0));
                    case ExtendedLocalType.Receive(String partner, String message, var ignored) ->
                        LocalType.recv(partner, message, children.get(0));
                    case ExtendedLocalType.Select(String partner, var ignored) ->
                        new LocalType.Send(partner, branches(node, children));
                    case ExtendedLocalType.Branch(String partner, var ignored) ->
                        new LocalType.Recv(partner, branches(node, children));
                    case ExtendedLocalType.Rec(String var, var ignored) -> new LocalType.Mu(var, children.get(0));
                    case ExtendedLocalType.Loop(LoopCondition condition, var ignored) ->
                        loop(condition, children.get(0));
                    case ExtendedLocalType.LocalChoice ignored -> throw unsupported("LocalChoice");
                    case ExtendedLocalType.Timeout ignored -> throw unsupported("Timeout");
                };
            }
        }.over(type);
    }

    private static List<LocalType.Branch> branches(ExtendedLocalType node, Fold.Results<LocalType> children) {
        List<LocalType.Branch> branches = new ArrayList<>();
        for (int i = 0; i < node.arity(); i++) {
            ExtendedLocalType.Labelled alternative = node.labelled().get(i);
            LocalType next = children.get(i);
            // The label's own message, repeated below it, says nothing more.
            boolean repeated = repeats(node, alternative) && next.arity() == 1;
            branches.add(new LocalType.Branch(Label.of(alternative.label()), repeated ? next.child(0) : next));
        }
        return branches;
    }

    private static boolean repeats(ExtendedLocalType node, ExtendedLocalType.Labelled alternative) {
        return switch (alternative.continuation()) {
            case ExtendedLocalType.Send(String partner, String message, var ignored) ->
                message.equals(alternative.label())
                        && node instanceof ExtendedLocalType.Select select
                        && select.partner().equals(partner);
            case ExtendedLocalType.Receive(String partner, String message, var ignored) ->
                message.equals(alternative.label())
                        && node instanceof ExtendedLocalType.Branch branch
                        && branch.partner().equals(partner);
            case ExtendedLocalType.End ignored -> false;
            case ExtendedLocalType.Select ignored -> false;
            case ExtendedLocalType.Branch ignored -> false;
            case ExtendedLocalType.LocalChoice ignored -> false;
            case ExtendedLocalType.Loop ignored -> false;
            case ExtendedLocalType.Rec ignored -> false;
            case ExtendedLocalType.Var ignored -> false;
            case ExtendedLocalType.Timeout ignored -> false;
        };
    }

    private static LocalType loop(LoopCondition condition, LocalType body) {
        return switch (condition) {
            case LoopCondition.Count(int times) -> Repetition.repeat(body, times, LocalType.END);
            case LoopCondition.Fuel(int steps) -> Repetition.repeat(body, steps, LocalType.END);
            case LoopCondition.YieldAfter(int steps) -> Repetition.repeat(body, steps, LocalType.END);
            case LoopCondition.Forever ignored -> throw unsupported("Loop");
            case LoopCondition.YieldWhen ignored -> throw unsupported("Loop");
            case LoopCondition.RoleDecides ignored -> throw unsupported("Loop");
            case LoopCondition.Custom ignored -> throw unsupported("Loop");
        };
    }

    private static ProblemException unsupported(String feature) {
        return new ProblemException(
                new LoweringError.UnsupportedFeature(feature, "It has no counterpart among local types."));
    }
}
