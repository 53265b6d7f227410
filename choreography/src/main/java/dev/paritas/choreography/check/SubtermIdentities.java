package dev.paritas.choreography.check;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.semanticobjects.json.CodePointOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which subterms of one type have the same identity: closed ones up to binder names and branch order (spec 10 §4), open
 * ones as they are written. Numbers stand for identities, so that no subterm's bytes are made.
 */
final class SubtermIdentities {
    /**
     * What is known of a subterm.
     *
     * @param nameless number of its de Bruijn form with sorted branches; of use in closed terms only
     * @param named number of its written form
     * @param reach how many binders further out it refers to; 0 for a closed term
     */
    private record Facts(int nameless, int named, int reach) {}

    private static final int UNBOUND = Integer.MAX_VALUE;

    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final Map<GlobalType, Integer> identities = new IdentityHashMap<>();
    private final Map<GlobalType, Boolean> closed = new IdentityHashMap<>();

    SubtermIdentities(GlobalType type) {
        new Numbering().over(type);
    }

    int of(GlobalType subterm) {
        return identities.getOrDefault(subterm, -1);
    }

    boolean isClosed(GlobalType subterm) {
        return closed.getOrDefault(subterm, false);
    }

    private int number(Object... parts) {
        return numbers.computeIfAbsent(List.of(parts), ignored -> numbers.size());
    }

    private final class Numbering extends Fold<GlobalType, Facts> {
        private record Sorted(Label label, int child) {}

        private final Map<String, Deque<Integer>> levels = new HashMap<>();
        private int open;

        @Override
        protected GlobalType enter(GlobalType node) {
            if (node instanceof GlobalType.Mu mu) {
                levels.computeIfAbsent(mu.var(), ignored -> new ArrayDeque<>()).push(open++);
            }
            return node;
        }

        @Override
        protected Facts leave(GlobalType node, Results<Facts> children) {
            Facts facts = switch (node) {
                case GlobalType.End ignored -> new Facts(number("end"), number("end"), 0);
                case GlobalType.Var(String name) -> variable(name);
                case GlobalType.Mu(String var, var ignored) -> binder(var, children.get(0));
                case GlobalType.Comm comm -> communication(comm, children);
                case GlobalType.Delegate(String from, String to, long session, String role, var ignored) -> {
                    Facts next = children.get(0);
                    yield new Facts(
                            number("delegate", from, to, session, role, next.nameless()),
                            number("Delegate", from, to, session, role, next.named()),
                            next.reach());
                }
            };
            identities.put(node, facts.reach() == 0 ? facts.nameless() : facts.named());
            closed.put(node, facts.reach() == 0);
            return facts;
        }

        private Facts variable(String name) {
            Integer level = levels.getOrDefault(name, new ArrayDeque<>()).peek();
            int named = number("Var", name);
            return level == null
                    ? new Facts(named, named, UNBOUND)
                    : new Facts(number("var", open - 1 - level), named, open - level);
        }

        private Facts binder(String var, Facts body) {
            open--;
            levels.getOrDefault(var, new ArrayDeque<>()).pop();
            int reach = body.reach() == UNBOUND ? UNBOUND : Math.max(0, body.reach() - 1);
            return new Facts(number("rec", body.nameless()), number("Rec", var, body.named()), reach);
        }

        private Facts communication(GlobalType.Comm comm, Results<Facts> children) {
            List<Sorted> nameless = new ArrayList<>();
            List<Sorted> named = new ArrayList<>();
            int reach = 0;
            for (int i = 0; i < children.size(); i++) {
                Label label = comm.branches().get(i).label();
                nameless.add(new Sorted(label, children.get(i).nameless()));
                named.add(new Sorted(label, children.get(i).named()));
                reach = Math.max(reach, children.get(i).reach());
            }
            nameless.sort(Comparator.comparing(branch -> branch.label().name(), CodePointOrder.INSTANCE));
            return new Facts(
                    number("comm", comm.sender(), comm.receiver(), List.copyOf(nameless)),
                    number("Comm", comm.sender(), comm.receiver(), List.copyOf(named)),
                    reach);
        }
    }
}
