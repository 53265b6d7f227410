package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.engine.MachineConfig.HostContractAssertions;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.isa.ImmValue;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.ledger.AuthorityAuditRecord;
import dev.paritas.machine.ledger.AuthorityAuditRecord.AuthorityEvent;
import dev.paritas.machine.schedule.PriorityPolicy;
import dev.paritas.machine.schedule.SchedulingPolicy;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.effect.TopologyEvent.Corruption;
import dev.paritas.semanticobjects.effect.WireDuration;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Value;
import dev.paritas.testsupport.Protocols;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Topology ingress, timeouts, crashes and the handler contract (spec 21 §7.6, §12). */
class TopologyTest {
    @Test
    void a_timeout_expires_in_the_round_of_its_horizon() {
        ProtocolMachine machine = sets("A");
        EffectHandler network = at(Map.of(1L, List.of(new TopologyEvent.Timeout("A", WireDuration.ofMillis(20)))));
        for (int tick = 1; tick <= 20; tick++) {
            assertThat(machine.stepRound(network, 1)).isEqualTo(RoundResult.STUCK);
        }
        assertThat(machine.stepRound(network, 1)).isEqualTo(RoundResult.CONTINUE);
        assertThat(machine.trace()).contains(new ObservableEvent.TimeoutIssued(1, "A", 21, 0));
        assertThat(machine.records().authorityAudit())
                .extracting(AuthorityAuditRecord::event)
                .containsExactly(AuthorityEvent.ISSUED, AuthorityEvent.EXPIRED);
        assertThat(machine.records().effectExchanges()).hasSize(21);
    }

    /** Executed by the reference; a policy that takes turns lets C halt at tick 3. */
    @Test
    void a_priority_policy_keeps_the_place_of_a_coroutine_that_timed_out() {
        assertThat(lastOfThreeRounds(new SchedulingPolicy.Priority(new PriorityPolicy.Aging())))
                .isInstanceOf(ObservableEvent.Received.class);
        assertThat(lastOfThreeRounds(new SchedulingPolicy.Priority(new PriorityPolicy.TokenWeighted())))
                .isInstanceOf(ObservableEvent.Received.class);
        assertThat(lastOfThreeRounds(new SchedulingPolicy.Cooperative())).isEqualTo(new ObservableEvent.Halted(3, 0));
    }

    private static ObservableEvent lastOfThreeRounds(SchedulingPolicy policy) {
        ProtocolMachine machine = Images.loaded(
                MachineConfig.DEFAULT.toBuilder().schedPolicy(policy).build(), CodeImage.of(Protocols.MESSAGE));
        machine.run(at(Map.of(2L, List.of(new TopologyEvent.Timeout("B", WireDuration.ofMillis(1))))), 3);
        return machine.trace().getLast();
    }

    @Test
    void a_newer_timeout_replaces_the_one_before() {
        ProtocolMachine machine = sets("A");
        TopologyEvent silence = new TopologyEvent.Timeout("A", WireDuration.ofMillis(3));
        EffectHandler network = at(Map.of(1L, List.of(silence), 2L, List.of(silence)));
        machine.stepRound(network, 1);
        machine.stepRound(network, 1);
        assertThat(machine.records().authorityAudit())
                .extracting(AuthorityAuditRecord::event, AuthorityAuditRecord::reason)
                .containsExactly(
                        tuple(AuthorityEvent.ISSUED, null),
                        tuple(AuthorityEvent.INVALIDATED, "replaced by newer timeout witness"),
                        tuple(AuthorityEvent.ISSUED, null));
    }

    @Test
    void a_crash_faults_the_site_in_every_session_and_its_partner_waits_for_ever() {
        ProtocolMachine machine =
                Images.loaded(MachineConfig.DEFAULT, CodeImage.of(Protocols.MESSAGE), CodeImage.of(Protocols.MESSAGE));
        EffectHandler network = at(Map.of(1L, List.of(new TopologyEvent.Crash("B"))));
        assertThat(machine.run(network, 100)).isEqualTo(RunStatus.STUCK);
        assertThat(machine.trace())
                .filteredOn(ObservableEvent.Faulted.class::isInstance)
                .hasSize(2);
        assertThat(machine.sessions())
                .allSatisfy(session -> assertThat(session.phase().tag()).isEqualTo("faulted"));
        assertThat(machine.blockReason(0).orElseThrow().tag()).isEqualTo("send_wait");
        assertThat(machine.coroutines().get(1).status().tag()).isEqualTo("faulted");
    }

    @Test
    void a_partition_times_the_first_effect_out_although_the_retry_succeeds() {
        ProtocolMachine machine = Images.loaded(MachineConfig.DEFAULT, CodeImage.of(Protocols.MESSAGE));
        EffectHandler network = at(Map.of(
                1L, List.of(new TopologyEvent.Partition("A", "B")),
                2L, List.of(new TopologyEvent.Heal("A", "B"))));
        assertThat(machine.run(network, 100)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(machine.records().semanticObjects().progressTransitions())
                .filteredOn(transition -> transition.operationId().equals("effect:2"))
                .extracting(transition -> transition.tick() + " " + transition.toState())
                .containsExactly(
                        "1 " + ProgressState.BLOCKED,
                        "2 " + ProgressState.NO_PROGRESS,
                        "3 " + ProgressState.DEGRADED,
                        "4 " + ProgressState.TIMED_OUT);
    }

    @ParameterizedTest
    @CsvSource({"BIT_FLIP,Nat(6)", "TRUNCATION,Unit", "PAYLOAD_ERASE,Unit"})
    void a_corrupt_link_changes_what_arrives(Corruption corruption, String arrives) {
        assertThat(arrival(corruption, new ImmValue.Nat(7)).debugText()).isEqualTo(arrives);
    }

    @Test
    void texts_are_cut_in_half_by_characters_and_flipped_in_their_first_byte() {
        assertThat(arrival(Corruption.TRUNCATION, new ImmValue.Str("a\uD83D\uDE00b\u00e9x")))
                .isEqualTo(new Value.Str("a\uD83D\uDE00"));
        assertThat(arrival(Corruption.BIT_FLIP, new ImmValue.Str("abc"))).isEqualTo(new Value.Str("`bc"));
        assertThat(arrival(Corruption.BIT_FLIP, new ImmValue.Bool(true))).isEqualTo(Value.FALSE);
    }

    private static Value arrival(Corruption corruption, ImmValue payload) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(Images.programs(
                Map.of(
                        "A", List.of(new Instr.Set(1, payload), new Instr.Send(0, 1), new Instr.Halt()),
                        "B", List.of(new Instr.Receive(0, 2), new Instr.Halt())),
                Map.of(
                        "A", LocalType.send("B", "m", LocalType.END),
                        "B", LocalType.recv("A", "m", LocalType.END))));
        machine.run(at(Map.of(1L, List.of(new TopologyEvent.Corrupt("A", "B", corruption)))), 100);
        return machine.coroutines().get(1).registers().get(2);
    }

    @Test
    void events_must_come_sorted_under_enforced_contracts() {
        List<TopologyEvent> unsorted = List.of(new TopologyEvent.Heal("A", "B"), new TopologyEvent.Crash("A"));
        assertThatThrownBy(() -> sets("A").stepRound(at(Map.of(1L, unsorted)), 1))
                .hasMessage(
                        "effect handler error: ContractViolation: [host-contract] topology_events at tick 1 must be "
                                + "pre-sorted by ordering_key; out-of-order index 1");
        MachineConfig relaxed = MachineConfig.DEFAULT.toBuilder()
                .determinismMode(DeterminismMode.MODULO_EFFECTS)
                .hostContractAssertions(HostContractAssertions.RELAXED_TEST_ONLY)
                .build();
        ProtocolMachine machine = Images.loaded(relaxed, CodeImage.of(Protocols.MESSAGE));
        assertThat(machine.stepRound(at(Map.of(1L, unsorted)), 1)).isEqualTo(RoundResult.CONTINUE);
    }

    @Test
    void a_handler_keeps_its_name() {
        ProtocolMachine machine = sets("A");
        machine.stepRound(new PassThroughHandler(), 1);
        EffectHandler other = new EffectHandler() {
            @Override
            public String handlerIdentity() {
                return "other";
            }
        };
        assertThatThrownBy(() -> machine.stepRound(other, 1))
                .hasMessage("effect handler error: ContractViolation: [host-contract] handler_identity changed from "
                        + "'default_handler' to 'other'");
    }

    @Test
    void no_concurrency_is_refused_without_a_tick_and_any_other_is_one() {
        ProtocolMachine machine = sets("A");
        assertThatThrownBy(() -> machine.stepRound(new PassThroughHandler(), 0))
                .hasMessage("invalid concurrency level: 0");
        assertThat(machine.tick()).isZero();
        for (long n : new long[] {1, 2, 8}) {
            ProtocolMachine run = Images.loaded(MachineConfig.DEFAULT, CodeImage.of(Protocols.PING_PONG));
            run.runConcurrent(new PassThroughHandler(), 100, n);
            assertThat(run.tick()).isEqualTo(11);
        }
    }

    @Test
    void running_on_after_the_end_takes_one_more_round() {
        ProtocolMachine machine = Images.loaded(MachineConfig.DEFAULT, CodeImage.of(Protocols.PING_PONG));
        assertThat(machine.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(machine.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(machine.tick()).isEqualTo(12);
        assertThat(machine.run(new PassThroughHandler(), 0)).isEqualTo(RunStatus.MAX_ROUNDS_EXCEEDED);
    }

    @Test
    void a_fault_of_one_coroutine_leaves_the_others_running() {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(Images.programs(
                Map.of("A", List.of(new Instr.Move(1, 99)), "B", List.of(new Instr.Yield(), new Instr.Halt()))));
        assertThatThrownBy(() -> machine.run(new PassThroughHandler(), 100)).isInstanceOf(ProblemException.class);
        assertThat(machine.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(machine.coroutines().get(1).status()).isEqualTo(CoroStatus.DONE);
    }

    @Test
    void an_injected_message_wakes_its_receiver() {
        ProtocolMachine machine = Images.loaded(
                MachineConfig.DEFAULT,
                Images.of(
                        Protocols.MESSAGE, Map.of("A", LocalType.END, "B", LocalType.recv("A", "msg", LocalType.END))));
        assertThat(machine.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.STUCK);
        machine.injectMessage(0, "A", "B", Value.UNIT);
        assertThat(machine.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.ALL_DONE);
        assertThatThrownBy(() -> machine.injectMessage(3, "A", "B", Value.UNIT)).hasMessage("session 3 not found");
    }

    private static ProtocolMachine sets(String role) {
        return Images.loaded(
                MachineConfig.DEFAULT,
                Images.programs(Map.of(role, Collections.nCopies(30, new Instr.Set(1, new ImmValue.Unit())))));
    }

    private static EffectHandler at(Map<Long, List<TopologyEvent>> events) {
        return new EffectHandler() {
            @Override
            public EffectResult<List<TopologyEvent>> topologyEvents(long tick) {
                return EffectResult.success(events.getOrDefault(tick, List.of()));
            }
        };
    }
}
