package dev.paritas.choreography.type;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code subst(X, v, R)}, capture avoiding (spec 10 §2.1). Subtrees without a free use of {@code v} are shared with the
 * input.
 */
final class Substitution<T extends SessionType<T>> extends Fold<T, T> {
    private final String var;
    private final T replacement;
    private final Set<String> free;

    Substitution(String var, T replacement) {
        this.var = var;
        this.replacement = replacement;
        this.free = new HashSet<>(replacement.freeVars());
    }

    /** A binder that would capture gets the first of {@code t_0, t_1, ...} that no term involved mentions. */
    @Override
    protected T enter(T node) {
        if (!(node instanceof Binding binding) || binding.var().equals(var) || !free.contains(binding.var())) {
            return node;
        }
        T body = node.child(0);
        Set<String> taken = Scopes.names(body);
        taken.addAll(Scopes.names(replacement));
        taken.add(var);
        String fresh = binding.var() + "_0";
        for (int i = 1; taken.contains(fresh); i++) {
            fresh = binding.var() + "_" + i;
        }
        return node.binder(fresh, body.substitute(binding.var(), node.variable(fresh)));
    }

    @Override
    protected Optional<T> answer(T node) {
        if (node instanceof Occurrence use) {
            return Optional.of(use.name().equals(var) ? replacement : node);
        }
        return node instanceof Binding binding && binding.var().equals(var) ? Optional.of(node) : Optional.empty();
    }

    @Override
    protected T leave(T node, Results<T> children) {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) != node.child(i)) {
                return node.withChildren(children);
            }
        }
        return node;
    }
}
