package dev.paritas.machine.session;

import dev.paritas.choreography.type.LocalType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current type of one endpoint with the original it unfolds to (spec 20 §9.2, §9.4). States form a finite graph that
 * grows as it is walked, so a step of a loop allocates nothing.
 *
 * <p>A variable resolves to the innermost recursion entered, whatever its name: parity with the reference.
 */
public final class TypeState {
    /** What the head of the current type lets an endpoint do. */
    public enum Head {
        SEND,
        RECV,
        OTHER
    }

    /** One recursion scope: the original type and its unfolded state. */
    private static final class Scope {
        final LocalType original;
        private @Nullable TypeState unfolded;

        Scope(LocalType original) {
            this.original = original;
        }

        TypeState unfolded() {
            TypeState known = unfolded;
            if (known == null) {
                known = new TypeState(stripBinders(original), this);
                unfolded = known;
            }
            return known;
        }
    }

    private final LocalType current;
    private final Scope scope;
    private final Head head;
    private final String partner;
    private final TypeBranch[] branches;
    private @Nullable EdgeSlot edge;
    private @Nullable String text;

    private TypeState(LocalType current, Scope scope) {
        this.current = current;
        this.scope = scope;
        this.head = switch (current) {
            case LocalType.Send ignored -> Head.SEND;
            case LocalType.Recv ignored -> Head.RECV;
            case LocalType.End ignored -> Head.OTHER;
            case LocalType.Mu ignored -> Head.OTHER;
            case LocalType.Var ignored -> Head.OTHER;
        };
        this.partner = current instanceof LocalType.Choice choice ? choice.partner() : "";
        List<LocalType.Branch> declared = current instanceof LocalType.Choice choice ? choice.branches() : List.of();
        this.branches = new TypeBranch[declared.size()];
        for (int i = 0; i < branches.length; i++) {
            branches[i] = new TypeBranch(this, declared.get(i));
        }
    }

    /** {@return the state of an endpoint that starts with {@code original}} */
    public static TypeState initial(LocalType original) {
        return new Scope(original).unfolded();
    }

    /** {@return the type without its leading binders} */
    static LocalType stripBinders(LocalType type) {
        LocalType here = type;
        while (here instanceof LocalType.Mu binder) {
            here = binder.body();
        }
        return here;
    }

    TypeState after(LocalType continuation) {
        return switch (continuation) {
            case LocalType.Var ignored -> scope.unfolded();
            case LocalType.Mu mu -> new Scope(mu).unfolded();
            case LocalType.End ignored -> new TypeState(continuation, scope);
            case LocalType.Choice ignored -> new TypeState(continuation, scope);
        };
    }

    public LocalType current() {
        return current;
    }

    /** {@return the current type as slices show it, laid out once} */
    public String text() {
        String known = text;
        if (known == null) {
            known = TypeText.of(current);
            text = known;
        }
        return known;
    }

    public LocalType original() {
        return scope.original;
    }

    public Head head() {
        return head;
    }

    /** {@return the partner of a send or receive, empty otherwise} */
    public String partner() {
        return partner;
    }

    /** {@return the edge between {@code owner}, whose type this is, and the partner} */
    public EdgeSlot edge(EndpointSlot owner) {
        EdgeSlot known = edge;
        if (known == null) {
            String own = owner.endpoint().role();
            Session session = owner.session();
            known = head == Head.SEND ? session.edge(own, partner) : session.edge(partner, own);
            edge = known;
        }
        return known;
    }

    public boolean hasBranches() {
        return branches.length > 0;
    }

    public TypeBranch firstBranch() {
        return branches[0];
    }

    /** {@return the branch with this label, the last of several; null when there is none} */
    public @Nullable TypeBranch branch(String label) {
        for (int i = branches.length - 1; i >= 0; i--) {
            if (branches[i].label().equals(label)) {
                return branches[i];
            }
        }
        return null;
    }
}
