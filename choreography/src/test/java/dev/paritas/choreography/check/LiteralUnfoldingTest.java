package dev.paritas.choreography.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The phases without unfolding against the text of spec 11 §9.1 taken literally: unfold by substitution, count down.
 */
class LiteralUnfoldingTest {
    @Test
    void generated_types_have_the_phases_that_literal_unfolding_gives() {
        int exceeded = 0;
        int fits = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            GlobalType global = ProtocolGenerator.generate(GeneratorOptions.ANY, seed);
            for (String role : global.roles()) {
                LocalType local = CandidateProjection.trans(global, role);
                for (int limit : new int[] {0, 1, 2, 3, 7}) {
                    Optional<Integer> literal = literally(local, limit);
                    assertThat(Phases.of(local, Dialect.RUNTIME, limit).map(List::size))
                            .as("seed %d, role %s, limit %d: %s", seed, role, limit, local)
                            .isEqualTo(literal);
                    exceeded += literal.isEmpty() ? 1 : 0;
                    fits += literal.isPresent() ? 1 : 0;
                }
                assertThat(OrphanFreedom.holds(local, Dialect.RUNTIME))
                        .as("seed %d, role %s", seed, role)
                        .isEqualTo(orphanFree(local, List.of()));
                assertThat(local.reachesCommunication())
                        .as("seed %d, role %s", seed, role)
                        .isEqualTo(local.fullUnfold() instanceof LocalType.Choice choice
                                && !choice.branches().isEmpty());
                assertThat(PracticalFragment.of(local).fullUnfoldHead())
                        .as("seed %d, role %s", seed, role)
                        .isEqualTo(word(local.fullUnfold()));
                assertThat(PracticalFragment.of(local).wellFormed())
                        .as("seed %d, role %s", seed, role)
                        .isEqualTo(local.allVarsBound() && contractive(local));
            }
        }
        assertThat(exceeded).isGreaterThan(500);
        assertThat(fits).isGreaterThan(500);
    }

    private static Optional<Integer> literally(LocalType type, int limit) {
        int phases = 0;
        int fuel = limit;
        LocalType here = type;
        while (true) {
            switch (here) {
                case LocalType.End _, LocalType.Var _ -> {
                    return Optional.of(phases);
                }
                case LocalType.Mu _ -> {
                    if (fuel == 0) {
                        return Optional.empty();
                    }
                    fuel--;
                    here = here.unfold();
                }
                case LocalType.Choice choice -> {
                    phases++;
                    Optional<LocalType> exit = exit(choice);
                    if (exit.isEmpty()) {
                        return Optional.of(phases);
                    }
                    here = exit.get();
                }
            }
        }
    }

    private static Optional<LocalType> exit(LocalType.Choice choice) {
        for (LocalType.Branch branch : choice.branches()) {
            if (!(branch.continuation() instanceof LocalType.Choice next) || next.getClass() != choice.getClass()) {
                return Optional.of(branch.continuation());
            }
            Optional<LocalType> deeper = exit(next);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private static boolean orphanFree(LocalType type, List<String> stack) {
        return switch (type) {
            case LocalType.End _, LocalType.Var _ -> true;
            case LocalType.Recv recv ->
                recv.branches().stream().allMatch(branch -> orphanFree(branch.continuation(), stack));
            case LocalType.Mu(String var, LocalType body) -> stack.contains(var) || orphanFree(body, with(stack, var));
            case LocalType.Send send ->
                send.branches().stream()
                        .allMatch(branch -> reaches(
                                        branch.continuation(),
                                        send.partner(),
                                        branch.label().name(),
                                        List.of())
                                && orphanFree(branch.continuation(), stack));
        };
    }

    private static boolean reaches(LocalType type, String partner, String label, List<String> stack) {
        return switch (type) {
            case LocalType.End _, LocalType.Var _ -> false;
            case LocalType.Mu(String var, LocalType body) ->
                !stack.contains(var) && reaches(body, partner, label, with(stack, var));
            case LocalType.Choice choice ->
                choice instanceof LocalType.Recv
                                && choice.partner().equals(partner)
                                && choice.branches().stream()
                                        .anyMatch(
                                                branch -> branch.label().name().equals(label))
                        || choice.branches().stream()
                                .anyMatch(branch -> reaches(branch.continuation(), partner, label, stack));
        };
    }

    private static boolean contractive(LocalType type) {
        return switch (type) {
            case LocalType.End _, LocalType.Var _ -> true;
            case LocalType.Mu(String var, LocalType body) -> body.isVarGuarded(var) && contractive(body);
            case LocalType.Choice choice ->
                choice.branches().stream().allMatch(branch -> contractive(branch.continuation()));
        };
    }

    private static String word(LocalType type) {
        return switch (type) {
            case LocalType.End _ -> "end";
            case LocalType.Var _ -> "var";
            case LocalType.Mu _ -> "mu";
            case LocalType.Send _ -> "send";
            case LocalType.Recv _ -> "recv";
        };
    }

    private static List<String> with(List<String> stack, String var) {
        List<String> deeper = new ArrayList<>(stack);
        deeper.add(var);
        return deeper;
    }
}
