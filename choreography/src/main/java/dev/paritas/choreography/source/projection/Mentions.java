package dev.paritas.choreography.source.projection;

import dev.paritas.choreography.source.Role;
import dev.paritas.choreography.source.Statement;
import dev.paritas.choreography.type.Parts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which blocks name a role anywhere. Asked once about a block, it knows of every block in it. */
final class Mentions {
    private final Role role;
    private final Map<List<Statement>, Boolean> known = new IdentityHashMap<>();

    Mentions(String role) {
        this.role = Role.of(role);
    }

    boolean in(List<Statement> block) {
        Boolean found = known.get(block);
        return found == null ? Parts.compute(block, this::step) : found;
    }

    private Parts<List<Statement>, Boolean> step(List<Statement> block) {
        List<List<Statement>> inner = new ArrayList<>();
        boolean here = false;
        for (Statement statement : block) {
            here |= look(statement, inner);
        }
        boolean named = here;
        return new Parts<>(inner, below -> {
            boolean anywhere = named || below.contains(true);
            known.put(block, anywhere);
            return anywhere;
        });
    }

    /** Looks at one statement; the blocks in it are left to be looked at. */
    private boolean look(Statement statement, List<List<Statement>> inner) {
        return switch (statement) {
            case Statement.Send send -> role.equals(send.sender()) || role.equals(send.receiver());
            case Statement.Broadcast broadcast ->
                role.equals(broadcast.sender()) || broadcast.recipients().contains(role);
            case Statement.Choice choice -> {
                choice.branches().forEach(branch -> inner.add(branch.body()));
                yield role.equals(choice.decider());
            }
            case Statement.Rec rec -> {
                inner.add(rec.body());
                yield false;
            }
            case Statement.Loop loop -> {
                inner.add(loop.body());
                yield false;
            }
            case Statement.DecideBy loop -> {
                inner.add(loop.body());
                yield role.equals(loop.role());
            }
            case Statement.Parallel parallel -> {
                inner.addAll(parallel.branches());
                yield false;
            }
            case Statement.Case cases -> {
                cases.branches().forEach(branch -> inner.add(branch.body()));
                yield false;
            }
            case Statement.Timeout timeout -> {
                inner.add(timeout.body());
                inner.add(timeout.onTimeout());
                timeout.onCancel().ifPresent(inner::add);
                yield role.equals(timeout.owner());
            }
            case Statement.Continue ignored -> false;
            case Statement.Silent ignored -> false;
            case Statement.Commitment ignored -> false;
            case Statement.Call ignored -> false;
            case Statement.Unsupported ignored -> false;
        };
    }
}
