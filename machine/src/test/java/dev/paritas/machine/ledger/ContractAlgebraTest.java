package dev.paritas.machine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract algebra and composition policies (spec 30 §9). */
class ContractAlgebraTest {
    private static ProgressContract contract(ProgressState state, boolean bounded, @Nullable Long escalatedAt) {
        return new ProgressContract("op", null, state, 5L, bounded, bounded ? 1L : null, 5L, escalatedAt, null);
    }

    /** {@code ProgressState.escalated_ends}: no wait outlasts as many escalations as its measure says. */
    @Test
    void every_synthetic_step_lowers_the_measure() {
        for (ProgressState state : ProgressState.values()) {
            assertThat(ContractAlgebra.syntheticStep(contract(state, true, null))
                            .isEmpty())
                    .isEqualTo(ContractAlgebra.isTerminal(state));
            assertThat(ContractAlgebra.measure(state)).isBetween(0, 4);
            ContractAlgebra.syntheticStep(contract(state, true, null))
                    .ifPresent(next -> assertThat(ContractAlgebra.measure(next.state()))
                            .isEqualTo(ContractAlgebra.measure(state) - 1));
        }
    }

    @Test
    void a_degraded_contract_times_out_when_bounded_and_fails_when_not() {
        assertThat(ContractAlgebra.syntheticStep(contract(ProgressState.DEGRADED, true, 7L)))
                .hasValue(contract(ProgressState.TIMED_OUT, true, 7L));
        assertThat(ContractAlgebra.syntheticStep(contract(ProgressState.DEGRADED, false, null)))
                .hasValue(contract(ProgressState.FAILED, false, 5L));
    }

    @Test
    void becoming_blocked_stamps_nothing() {
        assertThat(ContractAlgebra.syntheticStep(contract(ProgressState.PENDING, true, null)))
                .hasValue(contract(ProgressState.BLOCKED, true, null));
    }

    @Test
    void waiting_states_expect_a_blocked_operation() {
        assertThat(ContractAlgebra.expectedPhase(ProgressState.NO_PROGRESS)).isEqualTo(OperationPhase.BLOCKED);
        assertThat(ContractAlgebra.expectedPhase(ProgressState.DEGRADED)).isEqualTo(OperationPhase.BLOCKED);
        assertThat(ContractAlgebra.expectedPhase(ProgressState.HANDED_OFF)).isEqualTo(OperationPhase.HANDED_OFF);
    }

    @Test
    void a_bounded_contract_needs_a_budget() {
        ProgressContract unbudgeted =
                new ProgressContract("op", null, ProgressState.PENDING, null, true, null, null, null, null);

        assertThat(ContractAlgebra.keepsBudgetDiscipline(unbudgeted)).isFalse();
        assertThat(ContractAlgebra.keepsBudgetDiscipline(contract(ProgressState.PENDING, false, null)))
                .isTrue();
    }
}
