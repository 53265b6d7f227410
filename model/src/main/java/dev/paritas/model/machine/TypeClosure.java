package dev.paritas.model.machine;

import dev.paritas.semanticobjects.run.RunLimit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine type with what its free variables stand for. Unfolding binds a variable instead of putting the whole type in
 * its place, so nested recursion costs as much as it takes in the request; only its text is as long as the substituted
 * type. The positions of a loop are the same objects each time round.
 */
final class TypeClosure {
    /** The unfolded types around a position, innermost first. */
    record Scope(TypeClosure bound, @Nullable Scope outer) {
        static @Nullable TypeClosure lookUp(@Nullable Scope scope, int index) {
            Scope here = scope;
            for (int i = 0; i < index && here != null; i++) {
                here = here.outer();
            }
            return here == null ? null : here.bound();
        }
    }

    private final ModelType type;
    private final @Nullable Scope scope;
    private final @Nullable TypeClosure[] continuations;
    private @Nullable TypeClosure unfolded;
    private @Nullable List<Layout> layout;
    private @Nullable String text;

    private TypeClosure(ModelType type, @Nullable Scope scope) {
        this.type = type;
        this.scope = scope;
        this.continuations = new @Nullable TypeClosure[type.arity()];
    }

    static TypeClosure of(ModelType type) {
        return new TypeClosure(type, null);
    }

    private static TypeClosure at(ModelType type, @Nullable Scope scope) {
        TypeClosure bound = type instanceof ModelType.Var(int index) ? Scope.lookUp(scope, index) : null;
        return bound == null ? new TypeClosure(type, scope) : bound;
    }

    /** {@return the head, whose parts may have variables that are bound here} */
    ModelType type() {
        return type;
    }

    /** {@return a head binder unfolded once; other types unchanged} */
    TypeClosure unfold() {
        if (!(type instanceof ModelType.Mu(ModelType body))) {
            return this;
        }
        TypeClosure known = unfolded;
        if (known == null) {
            known = at(body, new Scope(this, scope));
            unfolded = known;
        }
        return known;
    }

    /** {@return what comes after the choice at {@code index}; not for a binder} */
    TypeClosure continuation(int index) {
        TypeClosure known = continuations[index];
        if (known == null) {
            known = at(type.child(index), scope);
            continuations[index] = known;
        }
        return known;
    }

    /**
     * {@return the text of the type with every bound variable replaced}
     *
     * @throws dev.paritas.semanticobjects.problem.ProblemException when it is longer than {@link RunLimit#TYPE_TEXT}
     */
    String text() {
        String known = text;
        if (known == null) {
            known = ModelTypeText.of(layout());
            text = known;
        }
        return known;
    }

    private List<Layout> layout() {
        // What a scope binds is closed by the outer part of that scope, so from outside in all is known when needed.
        List<TypeClosure> open = new ArrayList<>();
        for (Scope here = scope; here != null && here.bound().layout == null; here = here.outer()) {
            open.add(here.bound());
        }
        open.reversed().forEach(TypeClosure::ownLayout);
        return ownLayout();
    }

    private List<Layout> ownLayout() {
        List<Layout> known = layout;
        if (known == null) {
            known = ModelTypeText.layout(
                    type, index -> Scope.lookUp(scope, index) instanceof TypeClosure bound ? bound.layout : null);
            layout = known;
        }
        return known;
    }
}
