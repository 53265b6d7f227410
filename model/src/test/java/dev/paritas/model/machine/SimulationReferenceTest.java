package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.Protocols;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts of spec 22 §12.3 for steps 0 to 10, and the shape of the trace. */
class SimulationReferenceTest {
    private static void counts(GlobalType type, long... expected) {
        for (int steps = 0; steps < expected.length; steps++) {
            assertThat(SimulationReference.of(type, steps).observable())
                    .as("steps %d", steps)
                    .isEqualTo(expected[steps]);
        }
    }

    @Test
    void counts_follow_the_published_table() {
        counts(Protocols.PING_PONG, 0, 0, 2, 4, 4, 6, 8, 8, 10, 12, 12);
        counts(Protocols.LOOP, 0, 0, 2, 2, 4, 4, 6, 6, 8, 8, 10);
        counts(Protocols.RING, 0, 0, 3, 6, 6, 9, 12, 12, 15, 18, 18);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2, 1, 0",
        "1, 2, 1, 0",
        "2, 2, 1, 2",
        "3, 2, 1, 2",
        "4, 2, 1, 4",
        "4, 3, 1, 6",
        "16, 2, 2, 20",
        "18, 3, 2, 36",
        "9, 0, 1, 0"
    })
    void counts_are_those_that_were_checked(long steps, int roles, long active, long observable) {
        assertThat(SimulationReference.observable(steps, roles, active)).isEqualTo(observable);
    }

    /** Rounds of all roles: after each round an act, and an index more; after enough acts one more index. */
    @Test
    void counts_over_a_grid_are_those_of_whole_rounds() {
        for (int steps = 0; steps < 40; steps++) {
            for (int roles = 1; roles < 6; roles++) {
                for (int active = 0; active < 5; active++) {
                    int rounds = 0;
                    int index = 1;
                    while (steps > 0 && index < steps) {
                        rounds++;
                        index += active > 0 && rounds % active == 0 && index + 1 < steps ? 2 : 1;
                    }
                    assertThat(SimulationReference.observable(steps, roles, active))
                            .as("steps %d, roles %d, active %d", steps, roles, active)
                            .isEqualTo((long) rounds * roles);
                }
            }
        }
    }

    @Test
    void a_type_without_communications_shows_only_the_opening() {
        SimulationReference simulation = SimulationReference.of(GlobalType.END, 7);
        assertThat(simulation.observable()).isZero();
        assertThat(simulation.trace()).hasSize(1);
        assertThat(simulation.roles()).isEmpty();
    }

    @Test
    void a_delegation_counts_but_shows_nothing() {
        SimulationReference simulation =
                SimulationReference.of(new GlobalType.Delegate("A", "B", 0, "C", GlobalType.END), 3);
        assertThat(simulation.roles()).containsExactly("A", "B");
        assertThat(simulation.activeSteps()).isEqualTo(1);
        assertThat(simulation.observable()).isEqualTo(2);
        assertThat(simulation.trace()).hasSize(1);
    }

    /** Spec 22 §12.3 asks for the deepest nesting over the roles' candidate projections. */
    @Test
    void active_steps_are_those_of_the_deepest_candidate_projection() {
        int deep = 0;
        for (long seed = 0; seed < 400; seed++) {
            for (GeneratorOptions options : List.of(GeneratorOptions.VALID, GeneratorOptions.ANY)) {
                GlobalType type = ProtocolGenerator.generate(options, seed);
                long expected = 0;
                for (String role : ModelActions.of(type).roles()) {
                    expected = Math.max(expected, depth(CandidateProjection.trans(type, role)));
                }
                assertThat(SimulationReference.of(type, 2).activeSteps())
                        .as("seed %d: %s", seed, type)
                        .isEqualTo(expected);
                deep += expected > 2 ? 1 : 0;
            }
        }
        assertThat(deep).isGreaterThan(50);
    }

    private static long depth(LocalType type) {
        long deepest = 0;
        for (int i = 0; i < type.arity(); i++) {
            deepest = Math.max(deepest, depth(type.child(i)));
        }
        return type instanceof LocalType.Choice ? deepest + 1 : deepest;
    }

    @Test
    void a_role_that_does_not_take_part_follows_the_first_branch_alone() {
        GlobalType talk = GlobalType.comm("C", "D", "m", GlobalType.comm("C", "D", "m", GlobalType.END));
        GlobalType.Branch brief = new GlobalType.Branch(Label.of("brief"), GlobalType.END);
        GlobalType.Branch long_ = new GlobalType.Branch(Label.of("long"), talk);
        assertThat(SimulationReference.of(new GlobalType.Comm("A", "B", List.of(brief, long_)), 2)
                        .activeSteps())
                .isEqualTo(1);
        assertThat(SimulationReference.of(new GlobalType.Comm("A", "B", List.of(long_, brief)), 2)
                        .activeSteps())
                .isEqualTo(2);
    }

    /** Once the roles times the size of the protocol. */
    @Test
    void fifty_thousand_roles_are_one_walk() {
        GlobalType type = GlobalType.END;
        for (int i = 50_000; i > 0; i--) {
            type = GlobalType.comm("R" + i, "R" + (i + 1), "m", type);
        }
        SimulationReference simulation = SimulationReference.of(type, 2);
        assertThat(simulation.roles()).hasSize(50_001);
        assertThat(simulation.activeSteps()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_or_is_too_long_is_refused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SimulationReference.of(Json.singleQuoted("{}")))
                .withMessage("property not found: global_type");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SimulationReference.of(Protocols.PING_PONG, -1L));
    }
}
