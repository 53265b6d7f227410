package dev.paritas.machine.session;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.semanticobjects.value.Value;
import org.jspecify.annotations.Nullable;

/** One branch of a {@link TypeState}; the state after it is built at the first visit and kept. */
public final class TypeBranch {
    private final TypeState from;
    private final LocalType.Branch branch;
    private final Value labelValue;
    private @Nullable TypeState next;

    TypeBranch(TypeState from, LocalType.Branch branch) {
        this.from = from;
        this.branch = branch;
        this.labelValue = new Value.Str(branch.label().name());
    }

    public String label() {
        return branch.label().name();
    }

    /** {@return the label as the payload that carries a choice} */
    public Value labelValue() {
        return labelValue;
    }

    /** {@return the declared payload type, null when the branch carries none} */
    public @Nullable ValType expected() {
        return branch.annotation();
    }

    /** {@return the endpoint's type after this branch (spec 20 §9.4)} */
    public TypeState next() {
        TypeState known = next;
        if (known == null) {
            known = from.after(branch.continuation());
            next = known;
        }
        return known;
    }
}
