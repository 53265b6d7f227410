package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes out the calls of a protocol, and measures on the way what lowering would make of it, so that a protocol beyond
 * the limits is refused before its loops are unrolled. One pass, its stack on the heap; it takes no more steps than the
 * limit on statements.
 */
final class WrittenOut {
    private final SourceText source;
    private final Map<String, List<Statement>> protocols;
    private final Places places;
    private final Found found;

    /** Protocols whose statements are being written. */
    private final Set<String> writing = new HashSet<>();

    private final Set<String> called;
    private int statements;

    private WrittenOut(
            SourceText source, Map<String, List<Statement>> protocols, Set<String> called, Places places, Found found) {
        this.source = source;
        this.protocols = protocols;
        this.called = called;
        this.places = places;
        this.found = found;
    }

    /**
     * {@return {@code body} without calls}
     *
     * @param protocols what calls stand for
     * @param called gets the protocols that are called
     * @param found gets the calls of protocols that are not there
     * @throws ProblemException ({@link SourceProblem}) for a call of itself, and beyond the limits
     */
    static List<Statement> of(
            List<Statement> body,
            SourceText source,
            Map<String, List<Statement>> protocols,
            Set<String> called,
            Places places,
            Found found) {
        return new WrittenOut(source, protocols, called, places, found).block(body);
    }

    private List<Statement> block(List<Statement> body) {
        Block block = new Block(null, body);
        while (true) {
            if (block.hasNext()) {
                block = step(block, block.next());
                continue;
            }
            Compound around = block.around;
            if (around == null) {
                return block.written;
            }
            around.done.add(block);
            block = next(around);
        }
    }

    /** Takes one statement of {@code block}: {@return the block to go on with} */
    private Block step(Block block, Statement statement) {
        if (++statements > source.limits().statements()) {
            throw tooMany(place(statement));
        }
        return switch (statement) {
            case Statement.Call(String protocol, int ignored) -> {
                block.call(protocol, definition(protocol, place(statement)));
                yield block;
            }
            case Statement.Choice choice -> {
                List<List<Statement>> bodies =
                        choice.branches().stream().map(Statement.Branch::body).toList();
                yield next(new Compound(block, statement, bodies));
            }
            case Statement.Rec rec -> next(new Compound(block, statement, List.of(rec.body())));
            case Statement.Loop loop -> next(new Compound(block, statement, List.of(loop.body())));
            case Statement.DecideBy loop -> next(new Compound(block, statement, List.of(loop.body())));
            case Statement.Send ignored -> communication(block, statement);
            case Statement.Silent ignored -> communication(block, statement);
            case Statement.Continue ignored -> last(block, statement);
            // The others are never parsed with statements in them.
            case Statement.Commitment ignored -> last(block, statement);
            case Statement.Unsupported ignored -> last(block, statement);
            case Statement.Broadcast ignored -> last(block, statement);
            case Statement.Parallel ignored -> last(block, statement);
            case Statement.Case ignored -> last(block, statement);
            case Statement.Timeout ignored -> last(block, statement);
        };
    }

    /** {@return the block, which goes on behind {@code statement}} */
    private Block communication(Block block, Statement statement) {
        block.written.add(statement);
        block.goesOn();
        check(block.extent(), statement);
        return block;
    }

    /** {@return the block, which {@code statement} ends} */
    private Block last(Block block, Statement statement) {
        block.written.add(statement);
        block.closes(new Extent(1, 1, 0, 0));
        check(block.extent(), statement);
        return block;
    }

    /** {@return the next block within {@code compound}, or the one around it when all are written} */
    private Block next(Compound compound) {
        int begun = compound.done.size();
        if (begun < compound.bodies.size()) {
            return new Block(compound, compound.bodies.get(begun));
        }
        Block around = compound.outer;
        Statement whole = compound.whole();
        places.put(whole, place(compound.statement));
        around.written.add(whole);
        if (whole instanceof Statement.DecideBy) {
            around.decides(compound.done.getFirst().continued());
        } else {
            around.closes(compound.extent(source.limits().statements()));
        }
        check(around.extent(), whole);
        return around;
    }

    private List<Statement> definition(String protocol, Token place) {
        List<Statement> body = protocols.get(protocol);
        if (body == null) {
            found.add(
                    SourceProblem.Kind.UNDEFINED_PROTOCOL,
                    "Undefined protocol '" + Token.clipped(protocol) + "'",
                    place,
                    Nearest.hint(protocol, protocols.keySet()));
            body = List.of();
        }
        if (!writing.add(protocol)) {
            throw source.refuse(
                    SourceProblem.Kind.SYNTAX,
                    "Syntax error: protocol '" + Token.clipped(protocol) + "' calls itself",
                    place,
                    "");
        }
        called.add(protocol);
        return body;
    }

    private void check(Extent extent, Statement last) {
        if (extent.places() > source.limits().statements()) {
            throw tooMany(place(last));
        }
        if (extent.depth() > source.limits().depth()) {
            throw source.limit(
                    "depth",
                    "more than " + source.limits().depth() + " statements behind or inside one another",
                    place(last));
        }
    }

    private ProblemException tooMany(Token place) {
        return source.limit(
                "statements",
                "more than " + source.limits().statements()
                        + " statements when calls are written out and loops unrolled",
                place);
    }

    private Token place(Statement statement) {
        return places.of(statement);
    }

    /** A statement with blocks in it, as far as they are written. */
    private final class Compound {
        final Block outer;
        final Statement statement;
        final List<List<Statement>> bodies;
        final List<Block> done = new ArrayList<>();

        Compound(Block outer, Statement statement, List<List<Statement>> bodies) {
            this.outer = outer;
            this.statement = statement;
            this.bodies = bodies;
        }

        Statement whole() {
            return switch (statement) {
                case Statement.Choice(Role decider, List<Statement.Branch> branches) -> {
                    List<Statement.Branch> written = new ArrayList<>(branches.size());
                    for (int i = 0; i < branches.size(); i++) {
                        Statement.Branch branch =
                                new Statement.Branch(branches.get(i).label(), done.get(i).written);
                        places.put(branch, places.of(branches.get(i)));
                        written.add(branch);
                    }
                    yield new Statement.Choice(decider, written);
                }
                case Statement.Rec(String var, var ignored) -> new Statement.Rec(var, done.getFirst().written);
                case Statement.Loop(LoopCondition condition, var ignored) ->
                    new Statement.Loop(condition, done.getFirst().written);
                case Statement.DecideBy(Role role, var ignored) ->
                    new Statement.DecideBy(role, done.getFirst().written);
                case Statement.Send ignored -> statement;
                case Statement.Continue ignored -> statement;
                case Statement.Silent ignored -> statement;
                case Statement.Call ignored -> statement;
                case Statement.Commitment ignored -> statement;
                case Statement.Unsupported ignored -> statement;
                case Statement.Broadcast ignored -> statement;
                case Statement.Parallel ignored -> statement;
                case Statement.Case ignored -> statement;
                case Statement.Timeout ignored -> statement;
            };
        }

        Extent extent(long most) {
            if (statement instanceof Statement.Loop(LoopCondition condition, var ignored)) {
                Extent round = done.getFirst().extent();
                return condition instanceof LoopCondition.Count(int times) ? round.rounds(times, most) : round.below();
            }
            long places = 0;
            long depth = 0;
            long ends = 0;
            long endDepth = 0;
            for (int i = 0; i < done.size(); i++) {
                Extent extent = decided(i)
                        ? done.get(i).extent().behindFirst()
                        : done.get(i).extent();
                places += extent.places();
                depth = Math.max(depth, extent.depth());
                ends += extent.ends();
                endDepth = Math.max(endDepth, extent.endDepth());
            }
            return new Extent(places, depth, ends, endDepth).below();
        }

        /** {@return whether the choice's own message begins the block} */
        private boolean decided(int index) {
            List<Statement> written = done.get(index).written;
            return statement instanceof Statement.Choice choice
                    && !written.isEmpty()
                    && written.getFirst() instanceof Statement.Send first
                    && first.label().equals(choice.branches().get(index).label());
        }
    }

    /** A block being written: what is left of it and of the protocols it calls, and its extent so far. */
    private final class Block {
        final @Nullable Compound around;
        final List<Statement> written = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();
        private long places;
        private long depth;
        private long ends;
        private long endDepth;

        /** Places up to where the block goes on, which it does not when it is closed: what follows is lost. */
        private long here;

        private boolean closed;

        Block(@Nullable Compound around, List<Statement> body) {
            this.around = around;
            open.push(new Open("", body.iterator()));
        }

        boolean hasNext() {
            while (!open.element().rest().hasNext()) {
                if (open.size() == 1) {
                    return false;
                }
                writing.remove(open.pop().protocol());
            }
            return true;
        }

        Statement next() {
            return open.element().rest().next();
        }

        void call(String protocol, List<Statement> body) {
            open.push(new Open(protocol, body.iterator()));
        }

        void goesOn() {
            if (!closed) {
                places++;
                here++;
            }
        }

        /** A loop that {@code again} begins anew, or a message and what follows. */
        void decides(Extent again) {
            if (!closed) {
                add(again.below());
                places++;
                here += 2;
            }
        }

        void closes(Extent last) {
            if (!closed) {
                add(last);
                closed = true;
            }
        }

        private void add(Extent inner) {
            places += inner.places();
            depth = Math.max(depth, here + inner.depth());
            ends += inner.ends();
            endDepth = inner.ends() == 0 ? endDepth : Math.max(endDepth, here + inner.endDepth());
        }

        Extent extent() {
            return closed ? continued() : new Extent(places, Math.max(depth, here), ends + 1, Math.max(endDepth, here));
        }

        /** {@return the extent when the block does not end but begins anew} */
        Extent continued() {
            return new Extent(places, Math.max(depth, here), ends, endDepth);
        }
    }

    private record Open(String protocol, Iterator<Statement> rest) {}
}
