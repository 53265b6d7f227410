package dev.paritas.choreography.check;

import dev.paritas.choreography.type.LocalType;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Whether every label that is sent can come back from the same partner under the same name (spec 11 §10.1). Recursion is
 * not followed through variables. To the formal model, types deeper than 10,000 levels are not orphan-free.
 */
public final class OrphanFreedom {
    private static final int MODEL_LEVELS = 10_000;

    private final int levels;

    /** A node with the binders above it. */
    private record Visit(
            LocalType node, int level, @Nullable Scope scope) {
        Visit below(LocalType child) {
            return new Visit(child, level + 1, scope);
        }
    }

    private record Scope(String var, @Nullable Scope outer) {
        static boolean has(@Nullable Scope scope, String var) {
            for (Scope at = scope; at != null; at = at.outer()) {
                if (at.var().equals(var)) {
                    return true;
                }
            }
            return false;
        }
    }

    private OrphanFreedom(int levels) {
        this.levels = levels;
    }

    public static boolean holds(LocalType type, Dialect dialect) {
        return switch (dialect) {
            case RUNTIME -> new OrphanFreedom(Integer.MAX_VALUE).check(type);
            case REFERENCE -> new OrphanFreedom(MODEL_LEVELS).check(type);
        };
    }

    private boolean check(LocalType type) {
        ArrayDeque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(type, 0, null));
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            if (visit.level() >= levels) {
                return false;
            }
            switch (visit.node()) {
                case LocalType.End ignored -> {}
                case LocalType.Var ignored -> {}
                case LocalType.Mu(String var, LocalType body) -> {
                    if (!Scope.has(visit.scope(), var)) {
                        open.push(new Visit(body, visit.level() + 1, new Scope(var, visit.scope())));
                    }
                }
                case LocalType.Recv recv ->
                    recv.branches().forEach(branch -> open.push(visit.below(branch.continuation())));
                case LocalType.Send send -> {
                    for (LocalType.Branch branch : send.branches()) {
                        if (!comesBack(
                                branch.continuation(),
                                send.partner(),
                                branch.label().name())) {
                            return false;
                        }
                        open.push(visit.below(branch.continuation()));
                    }
                }
            }
        }
        return true;
    }

    private boolean comesBack(LocalType type, String partner, String label) {
        ArrayDeque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(type, 0, null));
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            if (visit.level() >= levels) {
                continue;
            }
            switch (visit.node()) {
                case LocalType.End ignored -> {}
                case LocalType.Var ignored -> {}
                case LocalType.Mu(String var, LocalType body) -> {
                    if (!Scope.has(visit.scope(), var)) {
                        open.push(new Visit(body, visit.level() + 1, new Scope(var, visit.scope())));
                    }
                }
                case LocalType.Recv recv
                when recv.partner().equals(partner)
                        && recv.branches().stream()
                                .anyMatch(branch -> branch.label().name().equals(label)) -> {
                    return true;
                }
                case LocalType.Choice choice ->
                    choice.branches().forEach(branch -> open.push(visit.below(branch.continuation())));
            }
        }
        return false;
    }
}
