package dev.paritas.machine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.object.OperationPhase;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract algebra and composition policies (spec 30 §9). */
class ContractAlgebraTest {
    private static ProgressContract contract(ProgressState state, boolean bounded, @Nullable Long escalatedAt) {
        return new ProgressContract("op", null, state, 5L, bounded, bounded ? 1L : null, 5L, escalatedAt, null);
    }

    private static EffectExchange exchange(boolean succeeds) {
        return new EffectExchange(
                0,
                "h",
                1,
                new EffectRequest(
                        0L, 1, null, null, EffectKind.TOPOLOGY_EVENTS.metadata(), new EffectRequestBody.Topology(1)),
                succeeds ? EffectOutcome.success(new EffectResponse.Topology(List.of())) : EffectOutcome.blocked());
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

    @Test
    void policies_resolve_by_their_number_of_successes() {
        List<EffectExchange> mixed = List.of(exchange(true), exchange(false));
        CompositionPolicy all = new CompositionPolicy.All();
        CompositionPolicy first = new CompositionPolicy.First();

        assertThat(all.isResolved(List.of())).isFalse();
        assertThat(all.isResolved(mixed)).isFalse();
        assertThat(all.isResolved(List.of(exchange(true)))).isTrue();
        assertThat(first.isResolved(mixed)).isTrue();
        assertThat(first.isResolved(List.of(exchange(false)))).isFalse();
        assertThat(new CompositionPolicy.Threshold(1).isResolved(mixed)).isTrue();
        assertThat(new CompositionPolicy.Threshold(2).isResolved(mixed)).isFalse();
        assertThat(new CompositionPolicy.Threshold(0).isResolved(mixed)).isFalse();
        assertThat(first.isProgressCompatible(mixed, contract(ProgressState.BLOCKED, true, null)))
                .isTrue();
    }

    @Test
    void policies_have_their_wire_form() {
        assertThat(JsonOutput.compactText(CompositionPolicy.CODEC, new CompositionPolicy.Threshold(2)))
                .isEqualTo("{\"threshold\":{\"required_successes\":2}}");
        assertThat(JsonInput.read("\"first\"", ReadPolicy.STRICT, CompositionPolicy.CODEC))
                .isEqualTo(new CompositionPolicy.First());
    }
}
