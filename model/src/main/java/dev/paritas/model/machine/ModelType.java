package dev.paritas.model.machine;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.Term;
import dev.paritas.semanticobjects.value.ValType;
import java.util.ArrayList;
import java.util.List;

/** A machine type of dialect L: local types with de Bruijn recursion and without payload sorts (spec 22 §4.3). */
public sealed interface ModelType extends Term<ModelType> {
    record End() implements ModelType {}

    /** A recursion variable; 0 is the innermost binder. */
    record Var(int index) implements ModelType {}

    record Mu(ModelType body) implements ModelType {}

    /** An internal choice: one label goes to {@code partner}. */
    record Select(String partner, List<Choice> choices) implements ModelType {
        public Select {
            choices = List.copyOf(choices);
        }
    }

    /** An external choice: one label comes from {@code partner}. */
    record Branch(String partner, List<Choice> choices) implements ModelType {
        public Branch {
            choices = List.copyOf(choices);
        }
    }

    /** A typed send; only delegation produces it. */
    record Send(String partner, ValType payload, ModelType continuation) implements ModelType {}

    /** A typed receive; only delegation produces it. */
    record Recv(String partner, ValType payload, ModelType continuation) implements ModelType {}

    record Choice(String label, ModelType continuation) {}

    ModelType END = new End();

    @Override
    default int arity() {
        return switch (this) {
            case End ignored -> 0;
            case Var ignored -> 0;
            case Mu ignored -> 1;
            case Send ignored -> 1;
            case Recv ignored -> 1;
            case Select select -> select.choices.size();
            case Branch branch -> branch.choices.size();
        };
    }

    @Override
    default ModelType child(int index) {
        return switch (this) {
            case End ignored -> throw new IndexOutOfBoundsException(index);
            case Var ignored -> throw new IndexOutOfBoundsException(index);
            case Mu mu -> mu.body;
            case Send send -> send.continuation;
            case Recv recv -> recv.continuation;
            case Select select -> select.choices.get(index).continuation();
            case Branch branch -> branch.choices.get(index).continuation();
        };
    }

    @Override
    default ModelType withChildren(Fold.Results<ModelType> children) {
        return switch (this) {
            case End ignored -> this;
            case Var ignored -> this;
            case Mu ignored -> new Mu(children.get(0));
            case Send(String partner, ValType payload, ModelType ignored) ->
                new Send(partner, payload, children.get(0));
            case Recv(String partner, ValType payload, ModelType ignored) ->
                new Recv(partner, payload, children.get(0));
            case Select(String partner, List<Choice> choices) -> new Select(partner, relabelled(choices, children));
            case Branch(String partner, List<Choice> choices) -> new Branch(partner, relabelled(choices, children));
        };
    }

    @Override
    default boolean sameHead(ModelType other) {
        return switch (this) {
            case End ignored -> other instanceof End;
            case Var(int index) -> other instanceof Var(int with) && index == with;
            case Mu ignored -> other instanceof Mu;
            case Send(String partner, ValType payload, ModelType ignored) ->
                other instanceof Send(String to, ValType with, ModelType ignored2)
                        && partner.equals(to)
                        && payload.equals(with);
            case Recv(String partner, ValType payload, ModelType ignored) ->
                other instanceof Recv(String from, ValType with, ModelType ignored2)
                        && partner.equals(from)
                        && payload.equals(with);
            case Select(String partner, List<Choice> choices) ->
                other instanceof Select(String to, List<Choice> with)
                        && partner.equals(to)
                        && labels(choices).equals(labels(with));
            case Branch(String partner, List<Choice> choices) ->
                other instanceof Branch(String from, List<Choice> with)
                        && partner.equals(from)
                        && labels(choices).equals(labels(with));
        };
    }

    @Override
    default int headHash() {
        return switch (this) {
            case End ignored -> 1;
            case Var(int index) -> 3 + index;
            case Mu ignored -> 5;
            case Send(String partner, ValType payload, ModelType ignored) ->
                7 * partner.hashCode() + payload.hashCode();
            case Recv(String partner, ValType payload, ModelType ignored) ->
                11 * partner.hashCode() + payload.hashCode();
            case Select(String partner, List<Choice> choices) ->
                13 * partner.hashCode() + labels(choices).hashCode();
            case Branch(String partner, List<Choice> choices) ->
                17 * partner.hashCode() + labels(choices).hashCode();
        };
    }

    private static List<String> labels(List<Choice> choices) {
        return choices.stream().map(Choice::label).toList();
    }

    private static List<Choice> relabelled(List<Choice> choices, Fold.Results<ModelType> continuations) {
        List<Choice> changed = new ArrayList<>(choices.size());
        for (int i = 0; i < choices.size(); i++) {
            changed.add(new Choice(choices.get(i).label(), continuations.get(i)));
        }
        return changed;
    }
}
