package dev.paritas.choreography.source.projection;

import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.LoopCondition;
import dev.paritas.choreography.source.Role;
import dev.paritas.choreography.source.Statement;
import dev.paritas.choreography.type.Parts;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The projection of choreography sources (spec 11 §7), which serves the generation of code. The bridge compares and runs
 * what {@link dev.paritas.choreography.projection.Projection} says; both differ outside a tested subset.
 */
public final class SourceProjection {
    private final String role;
    private final Mentions mentions;

    private SourceProjection(String role) {
        this.role = role;
        this.mentions = new Mentions(role);
    }

    /**
     * {@return what {@code role} does in {@code choreography}}
     *
     * @throws ProblemException ({@link SourceProjectionError}) with the first error in the order of the text
     */
    public static ExtendedLocalType project(Choreography choreography, String role) {
        return project(choreography.statements(), role);
    }

    /**
     * {@return what {@code role} does in {@code block}; what follows a choice, recursion, loop, parallel, case, timeout
     * or continue in its block is lost (spec 10 §7.2)}
     *
     * @throws ProblemException ({@link SourceProjectionError}) with the first error in the order of the text
     */
    public static ExtendedLocalType project(List<Statement> block, String role) {
        SourceProjection projection = new SourceProjection(role);
        return Parts.compute(block, projection::block);
    }

    /** Statements that go on, up to the first that does not. */
    private Parts<List<Statement>, ExtendedLocalType> block(List<Statement> block) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
            switch (block.get(i)) {
                case Statement.Send(Role sender, Role receiver, String label) ->
                    message(sender, List.of(receiver), label, messages);
                case Statement.Broadcast(Role sender, List<Role> recipients, String label) ->
                    message(sender, recipients, label, messages);
                case Statement.Silent ignored -> {}
                case Statement.Commitment(Statement.Commitment.Kind kind) ->
                    throw ProblemException.untraced(new SourceProjectionError.UnsupportedAuthorityConstruct(
                            kind.name().toLowerCase(Locale.ROOT)));
                case Statement.Unsupported(String feature) -> throw notRead(feature);
                case Statement.Call ignored -> throw notRead("Call");
                case Statement.Choice choice -> {
                    return after(messages, choice(choice));
                }
                case Statement.Rec(String var, List<Statement> body) -> {
                    return after(messages, around(body, inner -> new ExtendedLocalType.Rec(var, inner)));
                }
                case Statement.Continue(String var) -> {
                    return after(messages, Parts.done(new ExtendedLocalType.Var(var)));
                }
                case Statement.Loop(LoopCondition condition, List<Statement> body) -> {
                    return after(messages, loop(condition, body));
                }
                case Statement.DecideBy loop -> {
                    return after(messages, decided(loop, block.subList(i + 1, block.size())));
                }
                case Statement.Parallel parallel -> {
                    return after(messages, parallel(parallel));
                }
                case Statement.Case(List<Statement.Branch> branches) -> {
                    return after(messages, cases(branches));
                }
                case Statement.Timeout timeout -> {
                    return after(messages, timeout(timeout));
                }
            }
        }
        return after(messages, Parts.done(ExtendedLocalType.END));
    }

    /** What this role does for one message. */
    private record Message(boolean sent, String partner, String label) {}

    private void message(Role sender, List<Role> recipients, String label, List<Message> into) {
        String from = resolved(sender);
        List<String> to = recipients.stream().map(SourceProjection::resolved).toList();
        if (role.equals(from)) {
            to.forEach(recipient -> into.add(new Message(true, recipient, label)));
        } else if (to.contains(role)) {
            into.add(new Message(false, from, label));
        }
    }

    private static Parts<List<Statement>, ExtendedLocalType> after(
            List<Message> messages, Parts<List<Statement>, ExtendedLocalType> rest) {
        return new Parts<>(rest.inner(), results -> {
            ExtendedLocalType type = rest.whole().apply(results);
            for (Message message : messages.reversed()) {
                type = message.sent()
                        ? new ExtendedLocalType.Send(message.partner(), message.label(), type)
                        : new ExtendedLocalType.Receive(message.partner(), message.label(), type);
            }
            return type;
        });
    }

    private Parts<List<Statement>, ExtendedLocalType> choice(Statement.Choice choice) {
        List<Statement.Branch> branches = choice.branches();
        List<Statement.Send> first = branches.stream()
                .flatMap(branch -> branch.body().stream().limit(1))
                .filter(Statement.Send.class::isInstance)
                .map(Statement.Send.class::cast)
                .toList();
        if (role.equals(resolved(choice.decider()))) {
            if (branches.isEmpty() || first.size() < branches.size()) {
                return new Parts<>(bodies(branches), all -> new ExtendedLocalType.LocalChoice(labelled(branches, all)));
            }
            String receiver = resolved(first.getFirst().receiver());
            return new Parts<>(
                    undecided(branches), all -> new ExtendedLocalType.Select(receiver, labelled(branches, all)));
        }
        for (Statement.Send message : first) {
            if (role.equals(resolved(message.receiver()))) {
                String sender = resolved(message.sender());
                return new Parts<>(
                        undecided(branches), all -> new ExtendedLocalType.Branch(sender, labelled(branches, all)));
            }
        }
        return new Parts<>(bodies(branches), all -> LabelledMerge.of(labelled(branches, all)));
    }

    private static List<List<Statement>> bodies(List<Statement.Branch> branches) {
        return branches.stream().map(Statement.Branch::body).toList();
    }

    /** The branches without a first message that has the label's name: it is the decision itself. */
    private static List<List<Statement>> undecided(List<Statement.Branch> branches) {
        return branches.stream()
                .map(branch -> !branch.body().isEmpty()
                                && branch.body().getFirst() instanceof Statement.Send send
                                && send.label().equals(branch.label())
                        ? branch.body().subList(1, branch.body().size())
                        : branch.body())
                .toList();
    }

    private static List<ExtendedLocalType.Labelled> labelled(
            List<Statement.Branch> branches, List<ExtendedLocalType> types) {
        List<ExtendedLocalType.Labelled> labelled = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            labelled.add(new ExtendedLocalType.Labelled(branches.get(i).label(), types.get(i)));
        }
        return labelled;
    }

    /** A bystander's recursion stays, around its bare variable. */
    private static Parts<List<Statement>, ExtendedLocalType> around(
            List<Statement> body, UnaryOperator<ExtendedLocalType> around) {
        return new Parts<>(
                List.of(body),
                inner -> inner.getFirst() instanceof ExtendedLocalType.End
                        ? ExtendedLocalType.END
                        : around.apply(inner.getFirst()));
    }

    private static Parts<List<Statement>, ExtendedLocalType> loop(LoopCondition condition, List<Statement> body) {
        return around(body, inner -> new ExtendedLocalType.Loop(condition, inner));
    }

    private static Parts<List<Statement>, ExtendedLocalType> decided(Statement.DecideBy loop, List<Statement> rest) {
        return loop.asRecursion(rest)
                .map(recursion -> around(recursion.body(), inner -> new ExtendedLocalType.Rec(recursion.var(), inner)))
                .orElseGet(() -> loop(new LoopCondition.RoleDecides(resolved(loop.role())), loop.body()));
    }

    private Parts<List<Statement>, ExtendedLocalType> parallel(Statement.Parallel parallel) {
        List<List<Statement>> ours =
                parallel.branches().stream().filter(mentions::in).toList();
        return new Parts<>(ours, Interleaving::of);
    }

    private static Parts<List<Statement>, ExtendedLocalType> cases(List<Statement.Branch> branches) {
        return new Parts<>(bodies(branches), types -> {
            List<ExtendedLocalType.Labelled> all = labelled(branches, types);
            try {
                return LabelledMerge.of(all);
            } catch (ProblemException e) {
                e.only(SourceProjectionError.class);
                return new ExtendedLocalType.LocalChoice(all);
            }
        });
    }

    private Parts<List<Statement>, ExtendedLocalType> timeout(Statement.Timeout timeout) {
        boolean owned = role.equals(resolved(timeout.owner()));
        List<List<Statement>> arms = new ArrayList<>(List.of(timeout.body(), timeout.onTimeout()));
        timeout.onCancel().ifPresent(arms::add);
        return new Parts<>(
                arms,
                types -> owned || !types.stream().allMatch(ExtendedLocalType.End.class::isInstance)
                        ? new ExtendedLocalType.Timeout(
                                timeout.duration(),
                                types.get(0),
                                types.get(1),
                                timeout.onCancel().map(arm -> types.get(2)))
                        : ExtendedLocalType.END);
    }

    /** The name of a role that is known before the protocol runs. */
    private static String resolved(Role named) {
        return switch (named) {
            case Role.Named(String name) -> name;
            case Role.Symbolic(var ignored, String param) ->
                throw ProblemException.untraced(new SourceProjectionError.UnboundSymbolic(param));
            case Role.Dynamic(String name) ->
                throw ProblemException.untraced(new SourceProjectionError.DynamicRoleProjection(name));
        };
    }

    private static ProblemException notRead(String feature) {
        return ProblemException.untraced(new SourceProjectionError.NotRead(feature));
    }
}
