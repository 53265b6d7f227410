package dev.paritas.bridge.compare;

import dev.paritas.choreography.type.LocalType;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a role's type with what its free variables stand for. Opening a loop binds its variable instead of putting
 * the whole loop in its place: the substituted type of nested loops has 2^depth places. Compared by identity.
 */
final class TypePosition {
    /** The loops opened around a place, innermost first. */
    private record Scope(
            String var, TypePosition bound, @Nullable Scope outer) {}

    private final LocalType type;
    private final @Nullable Scope scope;

    private TypePosition(LocalType type, @Nullable Scope scope) {
        this.type = type;
        this.scope = scope;
    }

    static TypePosition of(LocalType type) {
        return new TypePosition(type, null);
    }

    private static TypePosition at(LocalType type, @Nullable Scope scope) {
        if (type instanceof LocalType.Var(String name)) {
            for (Scope here = scope; here != null; here = here.outer()) {
                if (here.var().equals(name)) {
                    return here.bound();
                }
            }
        }
        return new TypePosition(type, scope);
    }

    /** {@return the head, whose parts may have variables that are bound here} */
    LocalType type() {
        return type;
    }

    /** {@return the place in the loop at the head, as {@link LocalType#unfold}; this when there is none} */
    TypePosition opened() {
        return type instanceof LocalType.Mu(String var, LocalType body) ? at(body, new Scope(var, this, scope)) : this;
    }

    /** {@return the place behind all loops at the head, as {@link LocalType#fullUnfold}; a loop where they lead to themselves} */
    TypePosition openedFully() {
        Set<TypePosition> passed = new HashSet<>();
        TypePosition here = this;
        while (here.type instanceof LocalType.Mu && passed.add(here)) {
            here = here.opened();
        }
        return here;
    }

    /** {@return the place behind {@code branch} of the choice at the head} */
    TypePosition behind(LocalType.Branch branch) {
        return at(branch.continuation(), scope);
    }

    @Override
    public String toString() {
        return type.toString();
    }
}
