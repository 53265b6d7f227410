package dev.paritas.choreography.source.projection;

import dev.paritas.choreography.source.LoopCondition;
import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.Structure;
import dev.paritas.choreography.type.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A choreography source seen by one role (spec 11 §7). It keeps what local types have no words for: messages that decide
 * nothing, choices without communication, loops and timeouts.
 */
public sealed interface ExtendedLocalType extends Term<ExtendedLocalType> {
    ExtendedLocalType END = new End();

    record End() implements ExtendedLocalType {
        @Override
        public String toString() {
            return ExtendedNotation.of(this);
        }
    }

    /** One message to {@code partner}. */
    record Send(String partner, String message, ExtendedLocalType continuation) implements ExtendedLocalType {
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
            return ExtendedNotation.of(this);
        }
    }

    /** One message from {@code partner}. */
    record Receive(String partner, String message, ExtendedLocalType continuation) implements ExtendedLocalType {
        @Override
        public boolean equals(Object other) {
            return other instanceof Receive receive && Structure.equal(this, receive);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return ExtendedNotation.of(this);
        }
    }

    /** This role picks an alternative and tells {@code partner}. */
    record Select(String partner, List<Labelled> alternatives) implements ExtendedLocalType {
        public Select {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Select select && Structure.equal(this, select);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return ExtendedNotation.of(this);
        }
    }

    /** {@code partner} picks an alternative and tells this role. */
    record Branch(String partner, List<Labelled> alternatives) implements ExtendedLocalType {
        public Branch {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Branch branch && Structure.equal(this, branch);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return ExtendedNotation.of(this);
        }
    }

    /** This role picks an alternative and tells nobody. */
    record LocalChoice(List<Labelled> alternatives) implements ExtendedLocalType {
        public LocalChoice {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LocalChoice choice && Structure.equal(this, choice);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return ExtendedNotation.of(this);
        }
    }

    record Loop(LoopCondition condition, ExtendedLocalType body) implements ExtendedLocalType {
        @Override
        public boolean equals(Object other) {
            return other instanceof Loop loop && Structure.equal(this, loop);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return ExtendedNotation.of(this);
        }
    }

    record Rec(String var, ExtendedLocalType body) implements ExtendedLocalType {
        @Override
        public boolean equals(Object other) {
            return other instanceof Rec rec && Structure.equal(this, rec);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return ExtendedNotation.of(this);
        }
    }

    record Var(String name) implements ExtendedLocalType {
        @Override
        public String toString() {
            return ExtendedNotation.of(this);
        }
    }

    record Timeout(
            Duration duration,
            ExtendedLocalType body,
            ExtendedLocalType onTimeout,
            Optional<ExtendedLocalType> onCancel)
            implements ExtendedLocalType {
        @Override
        public boolean equals(Object other) {
            return other instanceof Timeout timeout && Structure.equal(this, timeout);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return ExtendedNotation.of(this);
        }
    }

    /** One alternative. */
    record Labelled(String label, ExtendedLocalType continuation) {}

    /** {@return the alternatives of a choice of any kind, else none} */
    default List<Labelled> labelled() {
        return switch (this) {
            case Select select -> select.alternatives;
            case Branch branch -> branch.alternatives;
            case LocalChoice choice -> choice.alternatives;
            case End ignored -> List.of();
            case Send ignored -> List.of();
            case Receive ignored -> List.of();
            case Loop ignored -> List.of();
            case Rec ignored -> List.of();
            case Var ignored -> List.of();
            case Timeout ignored -> List.of();
        };
    }

    @Override
    default int arity() {
        return switch (this) {
            case End ignored -> 0;
            case Var ignored -> 0;
            case Send ignored -> 1;
            case Receive ignored -> 1;
            case Loop ignored -> 1;
            case Rec ignored -> 1;
            case Select ignored -> labelled().size();
            case Branch ignored -> labelled().size();
            case LocalChoice ignored -> labelled().size();
            case Timeout timeout -> timeout.onCancel.isPresent() ? 3 : 2;
        };
    }

    @Override
    default ExtendedLocalType child(int index) {
        return switch (this) {
            case End ignored -> throw new IndexOutOfBoundsException(index);
            case Var ignored -> throw new IndexOutOfBoundsException(index);
            case Send send -> send.continuation;
            case Receive receive -> receive.continuation;
            case Loop loop -> loop.body;
            case Rec rec -> rec.body;
            case Select ignored -> labelled().get(index).continuation();
            case Branch ignored -> labelled().get(index).continuation();
            case LocalChoice ignored -> labelled().get(index).continuation();
            case Timeout timeout ->
                index == 0 ? timeout.body : index == 1 ? timeout.onTimeout : timeout.onCancel.orElseThrow();
        };
    }

    @Override
    default ExtendedLocalType withChildren(Fold.Results<ExtendedLocalType> children) {
        return switch (this) {
            case End ignored -> this;
            case Var ignored -> this;
            case Send(String partner, String message, var ignored) -> new Send(partner, message, children.get(0));
            case Receive(String partner, String message, var ignored) -> new Receive(partner, message, children.get(0));
            case Select(String partner, List<Labelled> old) -> new Select(partner, relabelled(old, children));
            case Branch(String partner, List<Labelled> old) -> new Branch(partner, relabelled(old, children));
            case LocalChoice(List<Labelled> old) -> new LocalChoice(relabelled(old, children));
            case Loop(LoopCondition condition, var ignored) -> new Loop(condition, children.get(0));
            case Rec(String var, var ignored) -> new Rec(var, children.get(0));
            case Timeout timeout ->
                new Timeout(
                        timeout.duration,
                        children.get(0),
                        children.get(1),
                        timeout.onCancel.map(old -> children.get(2)));
        };
    }

    @Override
    default boolean sameHead(ExtendedLocalType other) {
        return head().equals(other.head());
    }

    @Override
    default int headHash() {
        return head().hashCode();
    }

    /** What a node says apart from its children. */
    private List<Object> head() {
        return switch (this) {
            case End ignored -> List.of("end");
            case Var(String name) -> List.of("var", name);
            case Send(String partner, String message, var ignored) -> List.of("send", partner, message);
            case Receive(String partner, String message, var ignored) -> List.of("receive", partner, message);
            case Select(String partner, List<Labelled> alternatives) ->
                List.of("select", partner, labels(alternatives));
            case Branch(String partner, List<Labelled> alternatives) ->
                List.of("branch", partner, labels(alternatives));
            case LocalChoice(List<Labelled> alternatives) -> List.of("local", labels(alternatives));
            case Loop(LoopCondition condition, var ignored) -> List.of("loop", condition);
            case Rec(String var, var ignored) -> List.of("rec", var);
            case Timeout timeout -> List.of("timeout", timeout.duration, timeout.arity());
        };
    }

    private static List<String> labels(List<Labelled> alternatives) {
        return alternatives.stream().map(Labelled::label).toList();
    }

    private static List<Labelled> relabelled(List<Labelled> old, Fold.Results<ExtendedLocalType> children) {
        List<Labelled> changed = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            changed.add(new Labelled(old.get(i).label(), children.get(i)));
        }
        return changed;
    }
}
