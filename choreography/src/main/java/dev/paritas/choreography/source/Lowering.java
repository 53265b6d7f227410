package dev.paritas.choreography.source;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import java.util.ArrayList;
import java.util.List;

/** From statements to a global type (spec 10 §7.2, §7.3). */
final class Lowering {
    private static final String DECIDED_LOOP = "RoleDecidesLoop";
    private static final int MOST_REPEATS = 10_000;

    private Lowering() {}

    /** Messages up to the first other statement, and that statement; nothing follows it. */
    static GlobalType lower(List<Statement> block) {
        int last = 0;
        while (last < block.size() && block.get(last) instanceof Statement.Send) {
            last++;
        }
        GlobalType type =
                last == block.size() ? GlobalType.END : other(block.get(last), block.subList(last + 1, block.size()));
        for (Statement statement : block.subList(0, last).reversed()) {
            if (statement instanceof Statement.Send(String sender, String receiver, String label)) {
                type = GlobalType.comm(sender, receiver, label, type);
            }
        }
        return type;
    }

    private static GlobalType other(Statement statement, List<Statement> rest) {
        return switch (statement) {
            case Statement.Send _ -> lower(List.of(statement));
            case Statement.Choice choice -> choice(choice);
            case Statement.Rec(String var, List<Statement> body) -> new GlobalType.Mu(var, lower(body));
            case Statement.Continue(String var) -> new GlobalType.Var(var);
            case Statement.Repeat repeat -> repeat(repeat);
            case Statement.DecideBy loop -> decidedLoop(loop, rest);
            case Statement.Call(String protocol, int _) ->
                throw unsupported("Extension", "Protocol " + protocol + " was not replaced by its statements.");
            case Statement.Unsupported(String feature) ->
                throw unsupported(feature, "It has no counterpart among global types.");
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
                    || !(branch.body().getFirst()
                            instanceof Statement.Send(String sender, String receiver, String message))
                    || !sender.equals(choice.decider())) {
                throw new LoweringException(new LoweringError.InvalidChoice(branch.label()));
            }
            if (branches.isEmpty()) {
                expected = receiver;
            } else if (!receiver.equals(expected)) {
                throw new LoweringException(
                        new LoweringError.InconsistentReceivers(expected, receiver, branch.label()));
            }
            boolean same = message.equals(branch.label());
            List<Statement> rest = same ? branch.body().subList(1, branch.body().size()) : branch.body();
            branches.add(new GlobalType.Branch(Label.of(branch.label()), lower(rest)));
        }
        return new GlobalType.Comm(choice.decider(), expected, branches);
    }

    private static GlobalType repeat(Statement.Repeat repeat) {
        if (repeat.times() > MOST_REPEATS) {
            throw unsupported("Loop", "At most " + MOST_REPEATS + " repetitions are unrolled.");
        }
        GlobalType body = lower(repeat.body());
        GlobalType tail = GlobalType.END;
        for (int i = 0; i < repeat.times(); i++) {
            tail = followed(body, tail);
        }
        return tail;
    }

    /** {@return {@code type} with {@code tail} for every end; variables stay} */
    private static GlobalType followed(GlobalType type, GlobalType tail) {
        return new Fold<GlobalType, GlobalType>() {
            @Override
            protected GlobalType leave(GlobalType node, Results<GlobalType> children) {
                return node instanceof GlobalType.End ? tail : node.withChildren(children);
            }
        }.over(type);
    }

    private static GlobalType decidedLoop(Statement.DecideBy loop, List<Statement> rest) {
        if (loop.body().isEmpty()
                || !(loop.body().getFirst() instanceof Statement.Send(String sender, String receiver, String label))
                || !sender.equals(loop.role())) {
            throw unsupported("Loop", "The body of a decided loop begins with a message of its decider.");
        }
        List<Statement> again = new ArrayList<>(loop.body());
        again.add(new Statement.Continue(DECIDED_LOOP));
        List<Statement> done = new ArrayList<>();
        done.add(new Statement.Send(loop.role(), receiver, "Done"));
        done.addAll(rest);
        Statement.Choice choice = new Statement.Choice(
                loop.role(), List.of(new Statement.Branch(label, again), new Statement.Branch("Done", done)));
        return new GlobalType.Mu(DECIDED_LOOP, choice(choice));
    }

    private static LoweringException unsupported(String feature, String hint) {
        return new LoweringException(new LoweringError.UnsupportedFeature(feature, hint));
    }
}
