package dev.paritas.choreography.type;

import dev.paritas.semanticobjects.json.CodePointOrder;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What global and local types have in common: binders, variables and labelled branches (spec 10 §2). */
public sealed interface SessionType<T extends SessionType<T>> extends Term<T> permits GlobalType, LocalType {
    /** {@return this, by its own type} */
    T self();

    /** {@return the variable {@code name}} */
    T variable(String name);

    /** {@return a binder over {@code body}} */
    T binder(String name, T body);

    /** {@return the longest chain of choices and binders; 0 for end and variables} */
    default int depth() {
        return new Fold<T, Integer>() {
            @Override
            protected Integer leave(T node, Results<Integer> children) {
                int below = 0;
                for (int i = 0; i < children.size(); i++) {
                    below = Math.max(below, children.get(i));
                }
                return node instanceof Binding || node instanceof Choosing || children.size() > 0 ? 1 + below : 0;
            }
        }.over(self());
    }

    /** {@return whether every variable is in the scope of its binder} */
    default boolean allVarsBound() {
        return Scopes.allBound(self());
    }

    /**
     * {@return the free variables in order of first occurrence, without duplicates}. Leaving a binder closes its name
     * even under an outer binder of the same name, as the reference does (spec 10 §2.2).
     */
    default List<String> freeVars() {
        return Scopes.free(self());
    }

    /** {@return whether no choice anywhere has an empty branch list} */
    default boolean allChoicesNonEmpty() {
        return Structure.first(
                        self(),
                        node -> node instanceof Choosing choice
                                && choice.branches().isEmpty())
                .isEmpty();
    }

    /** {@return whether label names are pairwise distinct in every choice, sorts ignored} */
    default boolean uniqueBranchLabels() {
        return Structure.first(
                        self(),
                        node -> node instanceof Choosing choice
                                && Validation.repeated(choice).isPresent())
                .isEmpty();
    }

    /** {@return whether no binder's immediate body is a variable or another binder} */
    default boolean isGuarded() {
        return Structure.first(
                        self(),
                        node -> node instanceof Binding
                                && (node.child(0) instanceof Occurrence || node.child(0) instanceof Binding))
                .isEmpty();
    }

    /** {@return label names of the first choice in branch order, looking through binders} */
    default List<String> headLabels() {
        T here = self();
        while (here instanceof Binding) {
            here = here.child(0);
        }
        return here instanceof Choosing choice
                ? choice.branches().stream()
                        .map(branch -> branch.label().name())
                        .toList()
                : List.of();
    }

    /** {@return all label names, ascending by code point} */
    default SortedSet<String> allLabels() {
        SortedSet<String> names = new TreeSet<>(CodePointOrder.INSTANCE);
        Structure.each(self(), node -> {
            if (node instanceof Choosing choice) {
                choice.branches().forEach(branch -> names.add(branch.label().name()));
            }
        });
        return names;
    }

    /** {@return this with {@code replacement} for the free uses of {@code var}; binders are renamed where they would capture} */
    default T substitute(String var, T replacement) {
        return new Substitution<>(var, replacement).over(self());
    }

    /** {@return a binder's body with the whole term for its variable; anything else unchanged} */
    default T unfold() {
        return this instanceof Binding binding ? child(0).substitute(binding.var(), self()) : self();
    }

    /** {@return the number of consecutive binders at the head} */
    default int muHeight() {
        int height = 0;
        for (T here = self(); here instanceof Binding; here = here.child(0)) {
            height++;
        }
        return height;
    }

    /** {@return {@link #unfold} applied {@link #muHeight} times} */
    default T fullUnfold() {
        T here = self();
        for (int left = muHeight(); left > 0; left--) {
            here = here.unfold();
        }
        return here;
    }

    /** {@return what is wrong with this type, in the reference's order (spec 10 §3)} */
    default Validation validate() {
        return Validation.of(self());
    }
}
