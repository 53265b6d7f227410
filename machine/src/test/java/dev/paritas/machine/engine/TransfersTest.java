package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.isa.ImmValue;
import dev.paritas.machine.isa.Instr;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.SemanticHandoff.DelegationStatus;
import dev.paritas.semanticobjects.value.Endpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Transfer of endpoints (spec 20 §14.13, §15.7). */
class TransfersTest {
    private static final Instr HALT = new Instr.Halt();

    @Test
    void an_endpoint_changes_hands_with_a_receipt() {
        ProtocolMachine machine = machine(1);
        machine.run(new PassThroughHandler(), 100);
        assertThat(machine.coroutines().get(0).ownedEndpoints()).isEmpty();
        assertThat(machine.coroutines().get(1).ownedEndpoints())
                .containsExactly(new Endpoint(0, "B"), new Endpoint(0, "A"));
        assertThat(machine.trace()).contains(new ObservableEvent.Transferred(3, 0, "A", 0, 1));
        assertThat(machine.records().delegationAudit()).singleElement().satisfies(audited -> {
            assertThat(audited.status()).isEqualTo(DelegationStatus.COMMITTED);
            assertThat(audited.receipt().receiptId()).isZero();
        });
    }

    /** The transfer of the recovery harness (spec 32 §10): nothing of it depends on the run. */
    @Test
    void a_second_run_leaves_the_same_records() {
        ProtocolMachine first = machine(1);
        ProtocolMachine second = machine(1);
        assertThat(first.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(second.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(second.trace()).isEqualTo(first.trace());
        assertThat(second.records().delegationAudit())
                .isEqualTo(first.records().delegationAudit())
                .hasSize(1);
        assertThat(second.records().semanticAudit())
                .isEqualTo(first.records().semanticAudit())
                .isNotEmpty();
        assertThat(second.records().semanticObjects().semanticHandoffs())
                .isEqualTo(first.records().semanticObjects().semanticHandoffs())
                .hasSize(1);
    }

    @Test
    void a_transfer_to_oneself_commits() {
        ProtocolMachine machine = machine(0);
        assertThat(machine.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(machine.coroutines().get(0).ownedEndpoints()).containsExactly(new Endpoint(0, "A"));
    }

    @Test
    void an_unknown_target_is_refused() {
        assertThatThrownBy(() -> machine(7).run(new PassThroughHandler(), 100))
                .hasMessage("coroutine 0 faulted: transfer fault: target coroutine not found");
    }

    @Test
    void a_target_in_another_session_is_refused_without_change() {
        ProtocolMachine machine = machine(2);
        machine.loadChoreography(Images.programs(Map.of("C", List.of(HALT))));
        assertThatThrownBy(() -> machine.run(new PassThroughHandler(), 100))
                .hasMessage("coroutine 0 faulted: transfer fault: A: target coroutine session 1 mismatches delegated "
                        + "endpoint session 0");
        assertThat(machine.coroutines().get(0).ownedEndpoints()).containsExactly(new Endpoint(0, "A"));
        assertThat(machine.records().delegationAudit()).isEmpty();
    }

    @Test
    void a_second_hop_breaks_the_audit_contract_after_the_move() {
        // A tells B its endpoint in a message; B owns it by then and hands it back.
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(Images.programs(
                Map.of(
                        "A",
                        List.of(
                                new Instr.Send(0, 0),
                                new Instr.Set(1, new ImmValue.Nat(1)),
                                new Instr.Transfer(0, 1, 2),
                                HALT),
                        "B",
                        List.of(
                                new Instr.Receive(0, 2),
                                new Instr.Yield(),
                                new Instr.Yield(),
                                new Instr.Set(1, new ImmValue.Nat(0)),
                                new Instr.Transfer(2, 1, 3),
                                HALT)),
                Map.of(
                        "A",
                        LocalType.send("B", "end", LocalType.END),
                        "B",
                        LocalType.recv("A", "end", LocalType.END))));
        assertThatThrownBy(() -> machine.run(new PassThroughHandler(), 100))
                .hasMessage("coroutine 1 faulted: invoke fault: ContractViolation: effect handler error: "
                        + "ContractViolation: [host-contract] transfer event for session 0 role B must have a matching "
                        + "committed delegation audit record");
        assertThat(machine.coroutines().get(0).ownedEndpoints()).containsExactly(new Endpoint(0, "A"));
    }

    private static ProtocolMachine machine(long target) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(Images.programs(Map.of(
                "A",
                List.of(new Instr.Set(1, new ImmValue.Nat(target)), new Instr.Transfer(0, 1, 2), HALT),
                "B",
                List.of(HALT))));
        return machine;
    }
}
