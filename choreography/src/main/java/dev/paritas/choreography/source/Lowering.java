package dev.paritas.choreography.source;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.Parts;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** From statements to a global type (spec 10 §7.2, §7.3). */
final class Lowering {
    /** Names no place. */
    static final Refusal UNPLACED = (at, error) -> new ProblemException(error);

    private final Refusal refusal;

    Lowering(Refusal refusal) {
        this.refusal = refusal;
    }

    /** What becomes of an error. */
    @FunctionalInterface
    interface Refusal {
        /** @param at the statement or branch that has no global type */
        ProblemException of(Object at, LoweringError error);
    }

    /** What is lowered: a whole block, or a branch of a choice, which is checked when its turn comes. */
    private record Part(Statement.@Nullable Choice choice, int branch, List<Statement> block) {
        static Part of(List<Statement> block) {
            return new Part(null, 0, block);
        }
    }

    GlobalType lower(List<Statement> block) {
        return Parts.compute(Part.of(block), this::parts);
    }

    /** Messages up to the first other statement, and that statement; nothing follows it. */
    private Parts<Part, GlobalType> parts(Part part) {
        List<Statement> block = part.choice() == null ? part.block() : decided(part.choice(), part.branch());
        int last = 0;
        while (last < block.size() && goesOn(block.get(last))) {
            last++;
        }
        Parts<Part, GlobalType> rest = last == block.size()
                ? Parts.done(GlobalType.END)
                : other(block.get(last), block.subList(last + 1, block.size()));
        List<Statement> messages = block.subList(0, last);
        return new Parts<>(rest.inner(), types -> {
            GlobalType type = rest.whole().apply(types);
            for (Statement statement : messages.reversed()) {
                if (statement instanceof Statement.Send(Role sender, Role receiver, String label)) {
                    type = GlobalType.comm(sender.name(), receiver.name(), label, type);
                }
            }
            return type;
        });
    }

    private static boolean goesOn(Statement statement) {
        return statement instanceof Statement.Send
                || statement instanceof Statement.Silent(Statement.Silent.Kind kind)
                        && kind == Statement.Silent.Kind.LET;
    }

    private Parts<Part, GlobalType> other(Statement statement, List<Statement> rest) {
        return switch (statement) {
            case Statement.Choice choice -> choice(choice);
            case Statement.Rec(String var, List<Statement> body) ->
                around(body, inner -> new GlobalType.Mu(var, inner));
            case Statement.Continue(String var) -> Parts.done(new GlobalType.Var(var));
            case Statement.Loop(LoopCondition.Count(int times), List<Statement> body) ->
                around(body, inner -> Repetition.repeat(inner, times, GlobalType.END));
            case Statement.DecideBy loop -> decided(loop, rest);
            case Statement.Call(String protocol, int ignored) ->
                throw unsupported(
                        statement, "Extension", "Protocol " + protocol + " was not replaced by its statements.");
            case Statement.Send ignored -> throw new IllegalStateException("a message goes on");
            case Statement.Silent(Statement.Silent.Kind kind) ->
                throw unsupported(
                        statement,
                        switch (kind) {
                            case LET, EXTENSION -> "Extension";
                            case PUBLISH -> "Publish";
                            case PUBLISH_AUTHORITY -> "PublishAuthority";
                            case MATERIALIZE -> "Materialize";
                            case HANDOFF -> "Handoff";
                            case DEPENDENT_WORK -> "DependentWork";
                        });
            case Statement.Broadcast ignored -> throw unsupported(statement, "Broadcast");
            case Statement.Loop ignored -> throw unsupported(statement, "Loop");
            case Statement.Parallel ignored -> throw unsupported(statement, "Parallel");
            case Statement.Case ignored -> throw unsupported(statement, "Case");
            case Statement.Timeout ignored -> throw unsupported(statement, "Timeout");
            case Statement.Commitment ignored -> throw unsupported(statement, "CommitmentLifecycle");
            case Statement.Unsupported(String feature) -> throw unsupported(statement, feature);
        };
    }

    private Parts<Part, GlobalType> around(List<Statement> body, UnaryOperator<GlobalType> around) {
        return new Parts<>(List.of(Part.of(body)), inner -> around.apply(inner.getFirst()));
    }

    /** The recursion that {@link Statement.DecideBy#asRecursion} spells, without a copy of what follows. */
    private Parts<Part, GlobalType> decided(Statement.DecideBy loop, List<Statement> rest) {
        if (loop.body().isEmpty()
                || !(loop.body().getFirst() instanceof Statement.Send(Role sender, Role receiver, String label))
                || !sender.name().equals(loop.role().name())) {
            throw unsupported(loop, "Loop", "The body of a decided loop begins with a message of its decider.");
        }
        List<Statement> again =
                new ArrayList<>(loop.body().subList(1, loop.body().size()));
        again.add(new Statement.Continue(Statement.DecideBy.VAR));
        return new Parts<>(
                List.of(Part.of(again), Part.of(rest)),
                types -> new GlobalType.Mu(
                        Statement.DecideBy.VAR,
                        new GlobalType.Comm(
                                sender.name(),
                                receiver.name(),
                                List.of(
                                        new GlobalType.Branch(Label.of(label), types.get(0)),
                                        new GlobalType.Branch(Label.of(Statement.DecideBy.DONE), types.get(1))))));
    }

    private Parts<Part, GlobalType> choice(Statement.Choice choice) {
        List<Statement.Branch> branches = choice.branches();
        if (branches.isEmpty()) {
            throw refusal.of(choice, new LoweringError.EmptyChoice());
        }
        List<Part> parts = new ArrayList<>(branches.size());
        for (int i = 0; i < branches.size(); i++) {
            parts.add(new Part(choice, i, branches.get(i).body()));
        }
        return new Parts<>(parts, types -> {
            List<GlobalType.Branch> lowered = new ArrayList<>(types.size());
            for (int i = 0; i < types.size(); i++) {
                lowered.add(new GlobalType.Branch(Label.of(branches.get(i).label()), types.get(i)));
            }
            return new GlobalType.Comm(
                    choice.decider().name(), first(choice, branches.getFirst()).name(), lowered);
        });
    }

    /** The label alone decides; a first message of the same name is the decision itself. */
    private List<Statement> decided(Statement.Choice choice, int index) {
        Statement.Branch branch = choice.branches().get(index);
        String receiver = first(choice, branch).name();
        String expected = first(choice, choice.branches().getFirst()).name();
        if (!receiver.equals(expected)) {
            throw refusal.of(branch, new LoweringError.InconsistentReceivers(expected, receiver, branch.label()));
        }
        boolean same = branch.body().getFirst() instanceof Statement.Send send
                && send.label().equals(branch.label());
        return same ? branch.body().subList(1, branch.body().size()) : branch.body();
    }

    /** {@return the receiver of the branch's first message} */
    private Role first(Statement.Choice choice, Statement.Branch branch) {
        if (branch.body().isEmpty()
                || !(branch.body().getFirst() instanceof Statement.Send(Role sender, Role receiver, String ignored))
                || !sender.name().equals(choice.decider().name())) {
            throw refusal.of(branch, new LoweringError.InvalidChoice(branch.label()));
        }
        return receiver;
    }

    private ProblemException unsupported(Statement at, String feature) {
        return unsupported(at, feature, "It has no counterpart among global types.");
    }

    private ProblemException unsupported(Statement at, String feature, String hint) {
        return refusal.of(at, new LoweringError.UnsupportedFeature(feature, hint));
    }
}
