package dev.paritas.choreography.source;

import dev.paritas.choreography.projection.Parting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds the choice that a {@link Parting} is about among the statements of a source, by who decides and what it tells. */
final class PartedChoice {
    private PartedChoice() {}

    /** {@return the second of the two branches, or the loop that stands for them; the first in the text, if there are several} */
    static Optional<Object> in(List<Statement> statements, Parting parting) {
        Deque<Statement> open = new ArrayDeque<>(statements);
        while (!open.isEmpty()) {
            Statement statement = open.pop();
            Optional<Object> found = at(statement, parting);
            if (found.isPresent()) {
                return found;
            }
            inside(statement).reversed().forEach(open::push);
        }
        return Optional.empty();
    }

    private static Optional<Object> at(Statement statement, Parting parting) {
        return switch (statement) {
            case Statement.Choice(Role decider, List<Statement.Branch> branches)
            when decider.name().equals(parting.decider())
                    && branches.stream().anyMatch(branch -> branch.label().equals(parting.left())) ->
                branches.stream()
                        .filter(branch -> branch.label().equals(parting.right()))
                        .map(Object.class::cast)
                        .findFirst();
            case Statement.DecideBy loop
            when loop.role().name().equals(parting.decider())
                    && parting.right().equals(Statement.DecideBy.DONE)
                    && loop.body().stream().findFirst().orElse(null) instanceof Statement.Send send
                    && send.label().equals(parting.left()) -> Optional.of(loop);
            default -> Optional.empty();
        };
    }

    private static List<Statement> inside(Statement statement) {
        return switch (statement) {
            case Statement.Choice choice ->
                choice.branches().stream()
                        .flatMap(branch -> branch.body().stream())
                        .toList();
            case Statement.Rec rec -> rec.body();
            case Statement.Loop loop -> loop.body();
            case Statement.DecideBy loop -> loop.body();
            default -> List.of();
        };
    }
}
