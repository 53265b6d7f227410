package dev.paritas.choreography.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the statements of a protocol for what its global type would not be well-formed by, and for what a reader
 * should know: statements that are lost (spec 10 §7.2), roles and protocols that nothing uses. One pass, its stack on the heap.
 */
final class Scrutiny {
    /** A statement behind one that nothing follows. */
    static final String LOST_STATEMENT = SourceMark.LOST_STATEMENT;

    /** A role that takes part in nothing. */
    static final String UNUSED_ROLE = "UNUSED_ROLE";

    /** A local protocol that nothing calls. */
    static final String UNUSED_PROTOCOL = "UNUSED_PROTOCOL";

    /** A role of a family is sent to, and the global type knows the family only. */
    static final String INDEX_LEFT_OUT = "INDEX_LEFT_OUT";

    /** Statements inside one another that are followed to their ends. */
    private static final int LOOKED = 1_000;

    private final SourceText source;
    private final Parser.File file;
    private final Found found;
    private final Map<String, Deque<Long>> binders = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** By place: a protocol that is called twice loses its statements once. */
    private final Set<SourceMark> warnings = new LinkedHashSet<>();

    /** Whether statements were read over, so that nobody knows what they use. */
    private boolean opaque;

    private Scrutiny(SourceText source, Parser.File file) {
        this.source = source;
        this.file = file;
        this.found = new Found(source);
    }

    /**
     * {@return what a reader of {@code file} should know, in the order of the text}
     *
     * @throws dev.paritas.semanticobjects.problem.ProblemException ({@link SourceProblem}) with all that is wrong
     */
    static List<SourceMark> of(SourceText source, Parser.File file) {
        Scrutiny scrutiny = new Scrutiny(source, file);
        scrutiny.look();
        scrutiny.found.refuse();
        return scrutiny.all();
    }

    private List<SourceMark> all() {
        List<SourceMark> all = new ArrayList<>(warnings);
        file.roles().forEach((role, place) -> {
            if (!opaque && !used.contains(role)) {
                all.add(source.mark(
                        UNUSED_ROLE, "role '" + Token.clipped(role) + "' takes part in no message", place, ""));
            }
        });
        file.uncalled()
                .forEach((protocol, place) -> all.add(source.mark(
                        UNUSED_PROTOCOL, "nothing calls protocol '" + Token.clipped(protocol) + "'", place, "")));
        file.indices()
                .forEach(place -> all.add(source.mark(
                        INDEX_LEFT_OUT, "the index is left out: a role is one role, whatever its index", place, "")));
        all.sort(Comparator.comparingInt(SourceMark::line).thenComparingInt(SourceMark::column));
        return all;
    }

    /** A block as far as it is looked through. */
    private static final class Block {
        final List<Statement> statements;
        final @Nullable String binder;
        int next;

        /** Messages on the way from the beginning of the protocol. */
        long messages;

        /** The recursions that decided loops of this block have opened. */
        int decided;

        Block(List<Statement> statements, long messages, @Nullable String binder) {
            this.statements = statements;
            this.messages = messages;
            this.binder = binder;
        }
    }

    private void look() {
        Deque<Block> open = new ArrayDeque<>();
        open.push(new Block(file.choreography().statements(), 0, null));
        while (!open.isEmpty()) {
            Block block = open.element();
            if (block.next == block.statements.size()) {
                open.pop();
                leave(block);
                continue;
            }
            Statement statement = block.statements.get(block.next++);
            List<Block> inner = look(block, statement);
            if (!goesOn(statement)) {
                if (block.next < block.statements.size()) {
                    lost(statement, block.statements.get(block.next));
                }
                block.next = block.statements.size();
            }
            inner.reversed().forEach(open::push);
        }
    }

    private void leave(Block block) {
        if (block.binder != null) {
            around(block.binder).pop();
        }
        for (; block.decided > 0; block.decided--) {
            around(Statement.DecideBy.VAR).pop();
        }
    }

    /** {@return the blocks within {@code statement}} */
    private List<Block> look(Block block, Statement statement) {
        return switch (statement) {
            case Statement.Send(Role sender, Role receiver, String ignored) -> {
                use(sender);
                use(receiver);
                block.messages++;
                if (sender.equals(receiver)) {
                    found.add(
                            SourceProblem.Kind.SELF_MESSAGE,
                            "role '" + Token.clipped(sender.name()) + "' sends a message to itself",
                            file.places().of(statement),
                            "what a role does alone is no part of a choreography");
                }
                yield List.of();
            }
            case Statement.Choice(Role decider, List<Statement.Branch> branches) -> {
                use(decider);
                labels(branches);
                yield branches.stream()
                        .map(branch -> new Block(branch.body(), block.messages + 1, null))
                        .toList();
            }
            case Statement.Rec(String var, List<Statement> body) -> List.of(bound(var, body, block));
            case Statement.Continue(String var) -> {
                again(var, block, file.places().of(statement));
                yield List.of();
            }
            case Statement.Loop(LoopCondition ignored, List<Statement> body) ->
                List.of(new Block(body, block.messages, null));
            case Statement.DecideBy(Role role, List<Statement> body) -> {
                use(role);
                if (!body.isEmpty()
                        && body.getFirst() instanceof Statement.Send first
                        && first.label().equals(Statement.DecideBy.DONE)) {
                    duplicate(Statement.DecideBy.DONE, first, "a decided loop ends with a message of this name");
                }
                begunAnew(body);
                bind(Statement.DecideBy.VAR, block.messages);
                block.decided++;
                Block again = bound(Statement.DecideBy.VAR, body, block);
                block.messages++;
                yield List.of(again);
            }
            case Statement.Silent ignored -> List.of();
            case Statement.Call ignored -> List.of();
            case Statement.Commitment ignored -> List.of();
            case Statement.Unsupported ignored -> readOver();
            case Statement.Broadcast ignored -> readOver();
            case Statement.Parallel ignored -> readOver();
            case Statement.Case ignored -> readOver();
            case Statement.Timeout ignored -> readOver();
        };
    }

    private List<Block> readOver() {
        opaque = true;
        return List.of();
    }

    private void use(Role role) {
        used.add(role.name());
    }

    /** {@return the recursions of that name that are open, the innermost first} */
    private Deque<Long> around(String var) {
        return binders.computeIfAbsent(var, name -> new ArrayDeque<>());
    }

    private void bind(String var, long messages) {
        around(var).push(messages);
    }

    private Block bound(String var, List<Statement> body, Block around) {
        bind(var, around.messages);
        return new Block(body, around.messages, var);
    }

    private void labels(List<Statement.Branch> branches) {
        Set<String> labels = new HashSet<>();
        for (Statement.Branch branch : branches) {
            if (!labels.add(branch.label())) {
                duplicate(branch.label(), branch, "who receives it must be able to tell the branches apart");
            }
        }
    }

    private void duplicate(String label, Object part, String hint) {
        found.add(
                SourceProblem.Kind.DUPLICATE_LABEL,
                "label '" + Token.clipped(label) + "' stands at two branches of one choice",
                file.places().of(part),
                hint);
    }

    private void again(String var, Block block, Token place) {
        Deque<Long> around = around(var);
        if (around.isEmpty()) {
            List<String> open = binders.entrySet().stream()
                    .filter(binder -> !binder.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            String close = Nearest.hint(var, open);
            found.add(
                    SourceProblem.Kind.UNBOUND_CONTINUE,
                    "no 'rec " + Token.clipped(var) + "' is around this 'continue'",
                    place,
                    !close.isEmpty() || open.isEmpty()
                            ? close
                            : "around it is 'rec " + Token.clipped(open.getFirst()) + "'");
        } else if (around.element().longValue() == block.messages) {
            found.add(
                    SourceProblem.Kind.UNGUARDED_RECURSION,
                    "recursion '" + Token.clipped(var) + "' begins anew before any message",
                    place,
                    "a message must stand between 'rec' and 'continue'");
        }
    }

    /** What has no continuation. What is refused anyway counts as going on. */
    private static boolean goesOn(Statement statement) {
        return !(statement instanceof Statement.Choice
                || statement instanceof Statement.Rec
                || statement instanceof Statement.Loop
                || statement instanceof Statement.Continue);
    }

    /** The last word of a decided loop, which nobody writes, is lost as others are. */
    private void begunAnew(List<Statement> body) {
        closing(body)
                .filter(Scrutiny::ends)
                .ifPresent(closing -> warnings.add(source.mark(
                        LOST_STATEMENT,
                        "the decided loop around this statement does not begin anew behind it: nothing follows it in its block",
                        file.places().of(closing),
                        "write 'continue " + Statement.DecideBy.VAR
                                + "' where it ends, or use 'rec' in place of the loop")));
    }

    private static Optional<Statement> closing(List<Statement> block) {
        return block.stream().filter(statement -> !goesOn(statement)).findFirst();
    }

    /** {@return whether some way through {@code closing} ends without going back; of large ones nobody knows} */
    private static boolean ends(Statement closing) {
        Deque<Statement> open = new ArrayDeque<>(List.of(closing));
        for (int looked = 0; !open.isEmpty() && looked < LOOKED; looked++) {
            List<List<Statement>> blocks = switch (open.pop()) {
                case Statement.Choice choice ->
                    choice.branches().stream().map(Statement.Branch::body).toList();
                case Statement.Rec rec -> List.of(rec.body());
                case Statement.Loop loop -> List.of(loop.body());
                default -> List.of();
            };
            for (List<Statement> block : blocks) {
                Optional<Statement> last = closing(block);
                if (last.isEmpty()) {
                    return true;
                }
                open.push(last.get());
            }
        }
        return false;
    }

    private void lost(Statement closing, Statement lost) {
        String hint = switch (closing) {
            case Statement.Choice ignored -> "move it into the branches, or into a protocol that they call";
            case Statement.Rec ignored -> "move it behind the last message of the way that leaves the recursion";
            case Statement.Loop ignored -> "use 'loop decide by', which goes on, or write the rounds out";
            default -> "remove it";
        };
        String word = switch (closing) {
            case Statement.Choice ignored -> "choice";
            case Statement.Rec ignored -> "rec";
            case Statement.Loop ignored -> "loop repeat";
            default -> "continue";
        };
        warnings.add(source.mark(
                LOST_STATEMENT,
                "this statement and those behind it are lost: nothing follows '" + word + "' in its block",
                file.places().of(lost),
                hint));
    }
}
