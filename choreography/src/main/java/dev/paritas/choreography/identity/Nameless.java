package dev.paritas.choreography.identity;

import dev.paritas.choreography.type.Binding;
import dev.paritas.choreography.type.Choosing;
import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type in de Bruijn form with the branches of each choice sorted by label name (spec 10 §4, steps 2 and 3). */
sealed interface Nameless {
    Nameless END = new End();

    record End() implements Nameless {}

    record Rec(Nameless body) implements Nameless {}

    /** @param index of the binder, the innermost being 0 */
    record Var(int index) implements Nameless {}

    /** @param head tells {@code Comm}, {@code Send} and {@code Recv} apart */
    record Choice(Head head, List<Branch> branches) implements Nameless {}

    sealed interface Head {
        record Comm(String sender, String receiver) implements Head {}

        record Send(String partner) implements Head {}

        record Recv(String partner) implements Head {}
    }

    record Branch(Label label, @Nullable ValType annotation, Nameless continuation) {}

    /**
     * {@return the form of {@code type}}
     *
     * @param environment names that stand for binders outside of it, the nearest first
     */
    static <T extends SessionType<T>> Nameless of(T type, List<String> environment) {
        return new Naming<T>(environment).over(type);
    }

    /** Keeps, for each name, the levels of the binders that are open. */
    final class Naming<T extends SessionType<T>> extends Fold<T, Nameless> {
        private static final Comparator<Branch> BY_NAME =
                Comparator.comparing(branch -> branch.label().name(), CodePointOrder.INSTANCE);

        private final Map<String, Deque<Integer>> levels = new HashMap<>();
        private final int outside;
        private int open;

        Naming(List<String> environment) {
            this.outside = environment.size();
            for (int i = 0; i < outside; i++) {
                levels.computeIfAbsent(environment.get(i), ignored -> new ArrayDeque<>())
                        .addLast(-1 - i);
            }
        }

        @Override
        protected T enter(T node) {
            if (node instanceof Binding binding) {
                levels.computeIfAbsent(binding.var(), ignored -> new ArrayDeque<>())
                        .push(open++);
            }
            return node;
        }

        @Override
        protected Nameless leave(T node, Results<Nameless> children) {
            return switch ((SessionType<?>) node) {
                case GlobalType.End ignored -> END;
                case LocalType.End ignored -> END;
                case GlobalType.Var(String name) -> new Var(index(name));
                case LocalType.Var(String name) -> new Var(index(name));
                case Binding binding -> {
                    open--;
                    levels.getOrDefault(binding.var(), new ArrayDeque<>()).pop();
                    yield new Rec(children.get(0));
                }
                case GlobalType.Comm comm -> choice(new Head.Comm(comm.sender(), comm.receiver()), comm, children);
                case LocalType.Send send -> choice(new Head.Send(send.partner()), send, children);
                case LocalType.Recv recv -> choice(new Head.Recv(recv.partner()), recv, children);
                case GlobalType.Delegate ignored ->
                    throw new ProblemException(new ContentProblem.InvalidFormat("a delegation has no canonical form"));
            };
        }

        private int index(String name) {
            Integer level = levels.getOrDefault(name, new ArrayDeque<>()).peek();
            return level == null ? open + outside : open - 1 - level;
        }

        private static Nameless choice(Head head, Choosing node, Results<Nameless> children) {
            List<Branch> sorted = new ArrayList<>();
            for (int i = 0; i < children.size(); i++) {
                Choosing.Labelled branch = node.branches().get(i);
                ValType annotation = branch instanceof LocalType.Branch local ? local.annotation() : null;
                sorted.add(new Branch(branch.label(), annotation, children.get(i)));
            }
            sorted.sort(BY_NAME);
            return new Choice(head, List.copyOf(sorted));
        }
    }
}
