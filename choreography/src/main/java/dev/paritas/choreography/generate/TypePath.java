package dev.paritas.choreography.generate;

import dev.paritas.choreography.type.GlobalType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A place inside a type, known by its ancestors. */
final class TypePath {
    private final GlobalType target;
    private final Optional<TypePath> parent;
    private final int index;

    private TypePath(GlobalType target, Optional<TypePath> parent, int index) {
        this.target = target;
        this.parent = parent;
        this.index = index;
    }

    /** {@return every place, a node before its branches} */
    static List<TypePath> all(GlobalType root) {
        List<TypePath> found = new ArrayList<>();
        Deque<TypePath> waiting = new ArrayDeque<>();
        waiting.push(new TypePath(root, Optional.empty(), 0));
        while (!waiting.isEmpty()) {
            TypePath here = waiting.pop();
            found.add(here);
            for (int i = here.target.arity() - 1; i >= 0; i--) {
                waiting.push(new TypePath(here.target.child(i), Optional.of(here), i));
            }
        }
        return found;
    }

    GlobalType target() {
        return target;
    }

    /** {@return the whole type with another node at this place; all else is shared} */
    GlobalType replacedBy(GlobalType replacement) {
        GlobalType changed = replacement;
        TypePath here = this;
        while (here.parent.isPresent()) {
            TypePath above = here.parent.get();
            changed = above.withChild(here.index, changed);
            here = above;
        }
        return changed;
    }

    private GlobalType withChild(int at, GlobalType changed) {
        return switch (target) {
            case GlobalType.Comm(String sender, String receiver, List<GlobalType.Branch> branches) -> {
                List<GlobalType.Branch> others = new ArrayList<>(branches);
                others.set(at, new GlobalType.Branch(branches.get(at).label(), changed));
                yield new GlobalType.Comm(sender, receiver, others);
            }
            case GlobalType.Mu(String name, var ignored) -> new GlobalType.Mu(name, changed);
            case GlobalType.Delegate(String from, String to, long session, String role, var ignored) ->
                new GlobalType.Delegate(from, to, session, role, changed);
            case GlobalType.End ignored -> throw new IllegalStateException("a leaf has no children");
            case GlobalType.Var ignored -> throw new IllegalStateException("a leaf has no children");
        };
    }
}
