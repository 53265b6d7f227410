package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The canonical projections of all subterms of one type on one role, made in one pass. */
public final class SubtermProjections {
    private final Map<GlobalType, Optional<LocalType>> found = new IdentityHashMap<>();

    public SubtermProjections(GlobalType type, String role) {
        Projection.OntoRole rules = new Projection.OntoRole(role);
        new Fold<GlobalType, Optional<LocalType>>() {
            @Override
            protected Optional<LocalType> leave(GlobalType node, Results<Optional<LocalType>> children) {
                Optional<LocalType> projected = projected(rules, node, children);
                found.put(node, projected);
                return projected;
            }
        }.over(type);
    }

    /** {@return the projection of {@code subterm}, an object within the type; empty when it has none} */
    public Optional<LocalType> of(GlobalType subterm) {
        return found.getOrDefault(subterm, Optional.empty());
    }

    private static Optional<LocalType> projected(
            Projection.OntoRole rules, GlobalType node, Fold.Results<Optional<LocalType>> children) {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).isEmpty()) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(rules.leave(node, new Fold.Results<>() {
                @Override
                public int size() {
                    return children.size();
                }

                @Override
                public LocalType get(int index) {
                    return children.get(index).orElseThrow();
                }
            }));
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return Optional.empty();
        }
    }
}
