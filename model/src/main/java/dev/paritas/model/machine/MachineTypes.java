package dev.paritas.model.machine;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.value.ValType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Local types to machine types: names become de Bruijn indices, sorts are dropped (spec 22 §4.3). */
final class MachineTypes extends Fold<LocalType, ModelType> {
    /** Open binders, innermost first. */
    private final ArrayDeque<String> binders = new ArrayDeque<>();

    private MachineTypes() {}

    static ModelType of(LocalType type) {
        return new MachineTypes().over(type);
    }

    @Override
    protected LocalType enter(LocalType node) {
        if (node instanceof LocalType.Mu mu) {
            binders.push(mu.var());
        }
        return node;
    }

    @Override
    protected ModelType leave(LocalType node, Results<ModelType> children) {
        return switch (node) {
            case LocalType.End ignored -> ModelType.END;
            case LocalType.Var var -> new ModelType.Var(index(var.name()));
            case LocalType.Mu ignored -> {
                binders.pop();
                yield new ModelType.Mu(children.get(0));
            }
            case LocalType.Send(String partner, List<LocalType.Branch> branches) -> {
                ValType payload = soleAnnotation(branches);
                yield branches.isEmpty()
                        ? ModelType.END
                        : payload == null
                                ? new ModelType.Select(partner, choices(branches, children))
                                : new ModelType.Send(partner, payload, children.get(0));
            }
            case LocalType.Recv(String partner, List<LocalType.Branch> branches) -> {
                ValType payload = soleAnnotation(branches);
                yield branches.isEmpty()
                        ? ModelType.END
                        : payload == null
                                ? new ModelType.Branch(partner, choices(branches, children))
                                : new ModelType.Recv(partner, payload, children.get(0));
            }
        };
    }

    /** {@return the value type of a lone branch; null for none and for two or more branches} */
    static @Nullable ValType soleAnnotation(List<LocalType.Branch> branches) {
        return branches.size() == 1 ? branches.getFirst().annotation() : null;
    }

    /** An unbound name has index 0. */
    private int index(String name) {
        int index = 0;
        for (String binder : binders) {
            if (binder.equals(name)) {
                return index;
            }
            index++;
        }
        return 0;
    }

    private static List<ModelType.Choice> choices(List<LocalType.Branch> branches, Results<ModelType> continuations) {
        List<ModelType.Choice> choices = new ArrayList<>(branches.size());
        for (int i = 0; i < branches.size(); i++) {
            choices.add(new ModelType.Choice(branches.get(i).label().name(), continuations.get(i)));
        }
        return choices;
    }
}
