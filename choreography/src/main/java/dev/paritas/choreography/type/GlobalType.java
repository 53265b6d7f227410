package dev.paritas.choreography.type;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A protocol seen from outside (spec 10 §1.4). {@link Delegate} exists only in the formal model's dialect. */
public sealed interface GlobalType extends SessionType<GlobalType> {
    GlobalType END = new End();

    /** Termination. */
    record End() implements GlobalType {
        @Override
        public String toString() {
            return Notation.of(this);
        }
    }

    /** The sender picks one labelled branch and tells the receiver. */
    record Comm(String sender, String receiver, List<Branch> branches) implements GlobalType, Choosing {
        public Comm {
            branches = List.copyOf(branches);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Comm comm && Structure.equal(this, comm);
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
    record Mu(String var, GlobalType body) implements GlobalType, Binding {
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
    record Var(String name) implements GlobalType, Occurrence {
        @Override
        public String toString() {
            return Notation.of(this);
        }
    }

    /**
     * The delegator hands the endpoint (session, role) to the delegatee.
     *
     * @param sessionId unsigned 64-bit
     */
    record Delegate(String delegator, String delegatee, long sessionId, String role, GlobalType continuation)
            implements GlobalType {
        @Override
        public boolean equals(Object other) {
            return other instanceof Delegate delegate && Structure.equal(this, delegate);
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

    /** One alternative of a {@link Comm}. */
    record Branch(Label label, GlobalType continuation) implements Choosing.Labelled {}

    /** A communication with one branch of sort unit. */
    static GlobalType comm(String sender, String receiver, String label, GlobalType continuation) {
        return new Comm(sender, receiver, List.of(new Branch(Label.of(label), continuation)));
    }

    /** {@return all senders and receivers, everywhere, ascending by code point} */
    default SortedSet<String> roles() {
        return Participants.ofGlobal(this);
    }

    default boolean mentionsRole(String role) {
        return Structure.first(this, node -> Participants.isParty(node, role)).isPresent();
    }

    /** {@return whether every communication has at least one branch} */
    default boolean allCommsNonEmpty() {
        return allChoicesNonEmpty();
    }

    /** {@return whether no role sends to itself} */
    default boolean noSelfComm() {
        return firstSelfComm().isEmpty();
    }

    /** {@return the first role in pre-order that sends to itself} */
    default Optional<String> firstSelfComm() {
        return Structure.first(this, Participants::isSelfComm)
                .filter(Comm.class::isInstance)
                .map(node -> ((Comm) node).sender());
    }

    /** {@return whether all of: variables bound, branches not empty, label names unique, no self-communication, guarded} */
    default boolean wellFormed() {
        return allVarsBound() && allCommsNonEmpty() && uniqueBranchLabels() && noSelfComm() && isGuarded();
    }

    /**
     * {@return the protocol after {@code sender} sent {@code label} to {@code receiver}; empty when the next
     * communication is another one or has no such label (spec 10 §2, fuel depth + 1)}
     */
    default Optional<GlobalType> consume(String sender, String receiver, String label) {
        GlobalType here = this;
        for (int fuel = depth() + 1; fuel > 0; fuel--) {
            if (here instanceof Comm(String from, String to, List<Branch> branches)) {
                return from.equals(sender) && to.equals(receiver)
                        ? branches.stream()
                                .filter(branch -> branch.label().name().equals(label))
                                .findFirst()
                                .map(Branch::continuation)
                        : Optional.empty();
            }
            if (!(here instanceof Mu)) {
                return Optional.empty();
            }
            here = here.unfold();
        }
        return Optional.empty();
    }

    /** {@return the rendering that the reference's error texts embed (spec 10 §5.6)} */
    default String debugText() {
        return RustText.of(this);
    }

    @Override
    default GlobalType self() {
        return this;
    }

    @Override
    default GlobalType variable(String name) {
        return new Var(name);
    }

    @Override
    default GlobalType binder(String name, GlobalType body) {
        return new Mu(name, body);
    }

    @Override
    default int arity() {
        return switch (this) {
            case Comm comm -> comm.branches.size();
            case Mu ignored -> 1;
            case Delegate ignored -> 1;
            case End ignored -> 0;
            case Var ignored -> 0;
        };
    }

    @Override
    default GlobalType child(int index) {
        return switch (this) {
            case Comm comm -> comm.branches.get(index).continuation();
            case Mu mu -> mu.body;
            case Delegate delegate -> delegate.continuation;
            case End ignored -> throw new IndexOutOfBoundsException(index);
            case Var ignored -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    default GlobalType withChildren(Fold.Results<GlobalType> children) {
        return switch (this) {
            case Comm(String sender, String receiver, List<Branch> branches) -> {
                Branch[] changed = new Branch[branches.size()];
                for (int i = 0; i < changed.length; i++) {
                    changed[i] = new Branch(branches.get(i).label(), children.get(i));
                }
                yield new Comm(sender, receiver, List.of(changed));
            }
            case Mu(String var, var ignored) -> new Mu(var, children.get(0));
            case Delegate(String from, String to, long session, String role, var ignored) ->
                new Delegate(from, to, session, role, children.get(0));
            case End ignored -> this;
            case Var ignored -> this;
        };
    }

    @Override
    default boolean sameHead(GlobalType other) {
        return switch (this) {
            case End ignored -> other instanceof End;
            case Comm comm ->
                other instanceof Comm with
                        && comm.sender.equals(with.sender)
                        && comm.receiver.equals(with.receiver)
                        && sameLabels(comm.branches, with.branches);
            case Mu mu -> other instanceof Mu with && mu.var.equals(with.var);
            case Var var -> other instanceof Var with && var.name.equals(with.name);
            case Delegate delegate ->
                other instanceof Delegate with
                        && delegate.delegator.equals(with.delegator)
                        && delegate.delegatee.equals(with.delegatee)
                        && delegate.sessionId == with.sessionId
                        && delegate.role.equals(with.role);
        };
    }

    @Override
    default int headHash() {
        return switch (this) {
            case End ignored -> 1;
            case Comm comm -> {
                int hash = 31 * comm.sender.hashCode() + comm.receiver.hashCode();
                for (Branch branch : comm.branches) {
                    hash = 31 * hash + branch.label.hashCode();
                }
                yield hash;
            }
            case Mu mu -> 3 + mu.var.hashCode();
            case Var var -> 5 + var.name.hashCode();
            case Delegate delegate -> 31 * delegate.delegator.hashCode() + delegate.delegatee.hashCode();
        };
    }

    private static boolean sameLabels(List<Branch> left, List<Branch> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).label().equals(right.get(i).label())) {
                return false;
            }
        }
        return true;
    }
}
