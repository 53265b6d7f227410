package dev.paritas.choreography.source;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import java.util.ArrayList;
import java.util.List;

/** From statements to a global type (spec 10 §7.2, §7.3). */
final class Lowering {
    private Lowering() {}

    /** Messages up to the first other statement, and that statement; nothing follows it. */
    static GlobalType lower(List<Statement> block) {
        int last = 0;
        while (last < block.size() && goesOn(block.get(last))) {
            last++;
        }
        GlobalType type =
                last == block.size() ? GlobalType.END : other(block.get(last), block.subList(last + 1, block.size()));
        for (Statement statement : block.subList(0, last).reversed()) {
            if (statement instanceof Statement.Send(Role sender, Role receiver, String label)) {
                type = GlobalType.comm(sender.name(), receiver.name(), label, type);
            }
        }
        return type;
    }

    private static boolean goesOn(Statement statement) {
        return statement instanceof Statement.Send
                || statement instanceof Statement.Silent(Statement.Silent.Kind kind)
                        && kind == Statement.Silent.Kind.LET;
    }

    private static GlobalType other(Statement statement, List<Statement> rest) {
        return switch (statement) {
            case Statement.Choice choice -> choice(choice);
            case Statement.Rec(String var, List<Statement> body) -> new GlobalType.Mu(var, lower(body));
            case Statement.Continue(String var) -> new GlobalType.Var(var);
            case Statement.Loop(LoopCondition.Count(int times), List<Statement> body) ->
                Repetition.repeat(lower(body), times, GlobalType.END);
            case Statement.DecideBy loop ->
                lower(List.of(loop.asRecursion(rest)
                        .orElseThrow(() -> unsupported(
                                "Loop", "The body of a decided loop begins with a message of its decider."))));
            case Statement.Call(String protocol, int _) ->
                throw unsupported("Extension", "Protocol " + protocol + " was not replaced by its statements.");
            case Statement.Send _ -> lower(List.of(statement));
            case Statement.Silent(Statement.Silent.Kind kind) ->
                throw unsupported(
                        switch (kind) {
                            case LET, EXTENSION -> "Extension";
                            case PUBLISH -> "Publish";
                            case PUBLISH_AUTHORITY -> "PublishAuthority";
                            case MATERIALIZE -> "Materialize";
                            case HANDOFF -> "Handoff";
                            case DEPENDENT_WORK -> "DependentWork";
                        });
            case Statement.Broadcast _ -> throw unsupported("Broadcast");
            case Statement.Loop _ -> throw unsupported("Loop");
            case Statement.Parallel _ -> throw unsupported("Parallel");
            case Statement.Case _ -> throw unsupported("Case");
            case Statement.Timeout _ -> throw unsupported("Timeout");
            case Statement.Commitment _ -> throw unsupported("CommitmentLifecycle");
            case Statement.Unsupported(String feature) -> throw unsupported(feature);
        };
    }

    /** The label alone decides; a first message of the same name is the decision itself. */
    private static GlobalType choice(Statement.Choice choice) {
        if (choice.branches().isEmpty()) {
            throw new LoweringException(new LoweringError.EmptyChoice());
        }
        String expected = "";
        List<GlobalType.Branch> branches = new ArrayList<>();
        for (Statement.Branch branch : choice.branches()) {
            if (branch.body().isEmpty()
                    || !(branch.body().getFirst() instanceof Statement.Send(Role sender, Role receiver, String message))
                    || !sender.name().equals(choice.decider().name())) {
                throw new LoweringException(new LoweringError.InvalidChoice(branch.label()));
            }
            if (branches.isEmpty()) {
                expected = receiver.name();
            } else if (!receiver.name().equals(expected)) {
                throw new LoweringException(
                        new LoweringError.InconsistentReceivers(expected, receiver.name(), branch.label()));
            }
            boolean same = message.equals(branch.label());
            List<Statement> rest = same ? branch.body().subList(1, branch.body().size()) : branch.body();
            branches.add(new GlobalType.Branch(Label.of(branch.label()), lower(rest)));
        }
        return new GlobalType.Comm(choice.decider().name(), expected, branches);
    }

    private static LoweringException unsupported(String feature) {
        return unsupported(feature, "It has no counterpart among global types.");
    }

    private static LoweringException unsupported(String feature, String hint) {
        return new LoweringException(new LoweringError.UnsupportedFeature(feature, hint));
    }
}
