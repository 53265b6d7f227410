package dev.paritas.choreography.type;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Diagnostics of one type, in the reference's order (spec 10 §3); no error means well-formed. */
public record Validation(List<TypeError> errors) {
    public Validation {
        errors = List.copyOf(errors);
    }

    public static <T extends SessionType<T>> Validation of(T type) {
        List<TypeError> errors = new ArrayList<>();
        if (!type.allVarsBound()) {
            type.freeVars().forEach(name -> errors.add(new TypeError.UnboundVariable(name)));
        }
        if (!type.allChoicesNonEmpty()) {
            errors.add(new TypeError.EmptyBranches());
        }
        if (type instanceof GlobalType global) {
            global.firstSelfComm().ifPresent(role -> errors.add(new TypeError.SelfCommunication(role)));
        }
        if (!type.isGuarded()) {
            errors.add(new TypeError.UnguardedRecursion());
        }
        Structure.first(
                        type,
                        node -> node instanceof Choosing choice
                                && repeated(choice).isPresent())
                .flatMap(node -> node instanceof Choosing choice ? repeated(choice) : Optional.empty())
                .ifPresent(name -> errors.add(new TypeError.DuplicateLabel(name)));
        return new Validation(errors);
    }

    public boolean ok() {
        return errors.isEmpty();
    }

    /** {@return the one error's sentence, or all of them under a common heading; empty when well-formed} */
    public String message() {
        return errors.size() == 1
                ? errors.getFirst().sentence()
                : errors.stream()
                        .map(TypeError::sentence)
                        .collect(Collectors.joining(", ", errors.isEmpty() ? "" : "multiple validation errors: ", ""));
    }

    /** {@return the first label name that an earlier branch of the same choice has} */
    static Optional<String> repeated(Choosing choice) {
        if (choice.branches().size() < 2) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        return choice.branches().stream()
                .map(branch -> branch.label().name())
                .filter(name -> !seen.add(name))
                .findFirst();
    }
}
