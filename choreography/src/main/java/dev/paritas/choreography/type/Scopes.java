package dev.paritas.choreography.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables are bound where. */
final class Scopes {
    private Scopes() {}

    /** Lexical scoping: a name may be bound several times over. */
    static <T extends SessionType<T>> boolean allBound(T type) {
        Map<String, Integer> open = new HashMap<>();
        return new Fold<T, Boolean>() {
            @Override
            protected T enter(T node) {
                if (node instanceof Binding binding) {
                    open.merge(binding.var(), 1, Integer::sum);
                }
                return node;
            }

            @Override
            protected Boolean leave(T node, Results<Boolean> children) {
                if (node instanceof Occurrence use) {
                    return open.getOrDefault(use.name(), 0) > 0;
                }
                if (node instanceof Binding binding) {
                    open.merge(binding.var(), -1, Integer::sum);
                }
                boolean all = true;
                for (int i = 0; i < children.size(); i++) {
                    all &= children.get(i);
                }
                return all;
            }
        }.over(type);
    }

    /** One set of bound names, from which leaving any binder removes its name: the reference's reading. */
    static <T extends SessionType<T>> List<String> free(T type) {
        Set<String> bound = new HashSet<>();
        Set<String> free = new LinkedHashSet<>();
        new Fold<T, Boolean>() {
            @Override
            protected T enter(T node) {
                if (node instanceof Binding binding) {
                    bound.add(binding.var());
                }
                return node;
            }

            @Override
            protected Boolean leave(T node, Results<Boolean> children) {
                if (node instanceof Occurrence use && !bound.contains(use.name())) {
                    free.add(use.name());
                }
                if (node instanceof Binding binding) {
                    bound.remove(binding.var());
                }
                return true;
            }
        }.over(type);
        return List.copyOf(new ArrayList<>(free));
    }

    /** {@return all variable names, binders and uses} */
    static <T extends SessionType<T>> Set<String> names(T type) {
        Set<String> names = new HashSet<>();
        Structure.each(type, node -> {
            if (node instanceof Binding binding) {
                names.add(binding.var());
            } else if (node instanceof Occurrence use) {
                names.add(use.name());
            }
        });
        return names;
    }
}
