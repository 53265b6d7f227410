package dev.paritas.choreography.type;

import dev.paritas.semanticobjects.value.ValType;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A protocol seen by one role (spec 10 §1.5). */
public sealed interface LocalType extends SessionType<LocalType> {
    LocalType END = new End();

    /** Termination. */
    record End() implements LocalType {
        @Override
        public String toString() {
            return Notation.of(this);
        }
    }

    /** A choice of branches shared with one partner: {@link Send} or {@link Recv}. */
    sealed interface Choice extends LocalType, Choosing permits Send, Recv {
        String partner();

        @Override
        List<Branch> branches();

        /** {@return the same direction and partner with other branches} */
        Choice withBranches(List<Branch> branches);
    }

    /** This role picks the branch. */
    record Send(String partner, List<Branch> branches) implements Choice {
        public Send {
            branches = List.copyOf(branches);
        }

        @Override
        public Send withBranches(List<Branch> changed) {
            return new Send(partner, changed);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Send send && Structure.equal(this, send);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return Notation.of(this);
        }
    }

    /** The partner picks the branch. */
    record Recv(String partner, List<Branch> branches) implements Choice {
        public Recv {
            branches = List.copyOf(branches);
        }

        @Override
        public Recv withBranches(List<Branch> changed) {
            return new Recv(partner, changed);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Recv recv && Structure.equal(this, recv);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return Notation.of(this);
        }
    }

    /** A recursion binder. */
    record Mu(String var, LocalType body) implements LocalType, Binding {
        @Override
        public boolean equals(Object other) {
            return other instanceof Mu mu && Structure.equal(this, mu);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return Notation.of(this);
        }
    }

    /** A recursion variable. */
    record Var(String name) implements LocalType, Occurrence {
        @Override
        public String toString() {
            return Notation.of(this);
        }
    }

    /**
     * One alternative of a choice.
     *
     * @param annotation the payload's value type, null in every projection
     */
    record Branch(Label label, @Nullable ValType annotation, LocalType continuation) implements Choosing.Labelled {
        /** A branch without annotation. */
        public Branch(Label label, LocalType continuation) {
            this(label, null, continuation);
        }
    }

    /** A send with one branch of sort unit. */
    static LocalType send(String partner, String label, LocalType continuation) {
        return new Send(partner, List.of(new Branch(Label.of(label), continuation)));
    }

    /** A receive with one branch of sort unit. */
    static LocalType recv(String partner, String label, LocalType continuation) {
        return new Recv(partner, List.of(new Branch(Label.of(label), continuation)));
    }

    /** {@return all partners, everywhere, ascending by code point} */
    default SortedSet<String> partners() {
        return Participants.ofLocal(this);
    }

    default boolean mentionsPartner(String role) {
        return Structure.first(
                        this,
                        node -> node instanceof Choice choice
                                && choice.partner().equals(role))
                .isPresent();
    }

    /** {@return whether all of: variables bound, branches not empty, label names unique, guarded} */
    default boolean wellFormed() {
        return allVarsBound() && allChoicesNonEmpty() && uniqueBranchLabels() && isGuarded();
    }

    /** {@return whether {@code var} is not reached through binders alone: projection's test (spec 10 §2)} */
    default boolean isVarGuarded(String var) {
        LocalType here = this;
        while (here instanceof Mu(String bound, LocalType body)) {
            if (bound.equals(var)) {
                return true;
            }
            here = body;
        }
        return !(here instanceof Var(String name) && name.equals(var));
    }

    /** {@return sends and receives exchanged, all else unchanged} */
    default LocalType dual() {
        return new Fold<LocalType, LocalType>() {
            @Override
            protected LocalType leave(LocalType node, Results<LocalType> children) {
                return switch (node.withChildren(children)) {
                    case Send(String partner, List<Branch> branches) -> new Recv(partner, branches);
                    case Recv(String partner, List<Branch> branches) -> new Send(partner, branches);
                    case LocalType other -> other;
                };
            }
        }.over(this);
    }

    default boolean isDual(LocalType other) {
        return dual().equals(other);
    }

    /** {@return whether the head of {@link #fullUnfold} is a choice with at least one branch} */
    default boolean reachesCommunication() {
        LocalType here = this;
        while (here instanceof Mu mu) {
            here = mu.body;
        }
        // Unfolding puts binders in the place of variables and leaves a choice at the head as it is.
        return here instanceof Choice choice && !choice.branches().isEmpty();
    }

    default boolean regularPracticalFragment() {
        return wellFormed() && reachesCommunication();
    }

    /** {@return the rendering that the reference's error texts embed (spec 10 §5.6)} */
    default String debugText() {
        return RustText.of(this);
    }

    @Override
    default LocalType self() {
        return this;
    }

    @Override
    default LocalType variable(String name) {
        return new Var(name);
    }

    @Override
    default LocalType binder(String name, LocalType body) {
        return new Mu(name, body);
    }

    @Override
    default int arity() {
        return switch (this) {
            case Choice choice -> choice.branches().size();
            case Mu ignored -> 1;
            case End ignored -> 0;
            case Var ignored -> 0;
        };
    }

    @Override
    default LocalType child(int index) {
        return switch (this) {
            case Choice choice -> choice.branches().get(index).continuation();
            case Mu mu -> mu.body;
            case End ignored -> throw new IndexOutOfBoundsException(index);
            case Var ignored -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    default LocalType withChildren(Fold.Results<LocalType> children) {
        return switch (this) {
            case Choice choice -> {
                List<Branch> branches = choice.branches();
                Branch[] changed = new Branch[branches.size()];
                for (int i = 0; i < changed.length; i++) {
                    Branch branch = branches.get(i);
                    changed[i] = new Branch(branch.label(), branch.annotation(), children.get(i));
                }
                yield choice.withBranches(List.of(changed));
            }
            case Mu(String var, var ignored) -> new Mu(var, children.get(0));
            case End ignored -> this;
            case Var ignored -> this;
        };
    }

    @Override
    default boolean sameHead(LocalType other) {
        return switch (this) {
            case End ignored -> other instanceof End;
            case Send send ->
                other instanceof Send with
                        && send.partner.equals(with.partner)
                        && sameLabels(send.branches, with.branches);
            case Recv recv ->
                other instanceof Recv with
                        && recv.partner.equals(with.partner)
                        && sameLabels(recv.branches, with.branches);
            case Mu mu -> other instanceof Mu with && mu.var.equals(with.var);
            case Var var -> other instanceof Var with && var.name.equals(with.name);
        };
    }

    @Override
    default int headHash() {
        return switch (this) {
            case End ignored -> 1;
            case Choice choice -> {
                int hash = (choice instanceof Send ? 7 : 11) + choice.partner().hashCode();
                for (Branch branch : choice.branches()) {
                    hash = 31 * (31 * hash + branch.label.hashCode()) + Objects.hashCode(branch.annotation);
                }
                yield hash;
            }
            case Mu mu -> 3 + mu.var.hashCode();
            case Var var -> 5 + var.name.hashCode();
        };
    }

    private static boolean sameLabels(List<Branch> left, List<Branch> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).label().equals(right.get(i).label())
                    || !Objects.equals(left.get(i).annotation(), right.get(i).annotation())) {
                return false;
            }
        }
        return true;
    }
}
