package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.machine.engine.MachineConfig.GuardLayer;
import dev.paritas.machine.engine.MachineConfig.PayloadValidationMode;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.isa.ImmValue;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.isa.Instr.ChooseEntry;
import dev.paritas.machine.isa.Instr.EdgeHandler;
import dev.paritas.machine.isa.Instr.RoleRegister;
import dev.paritas.machine.isa.Instr.RoleType;
import dev.paritas.machine.isa.InvokeAction;
import dev.paritas.machine.session.TypeState;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.semanticobjects.value.Value;
import dev.paritas.testsupport.Protocols;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instruction semantics beyond compiled code (spec 20 §7, §13-15). */
class InstructionsTest {
    private static final EffectHandler PASS = new PassThroughHandler();
    private static final Instr HALT = new Instr.Halt();
    private static final LocalType SENDS = LocalType.send("B", "m", LocalType.END);
    private static final LocalType RECEIVES = LocalType.recv("A", "m", LocalType.END);

    @Test
    void register_15_works_and_16_faults() {
        assertThat(fault(new Instr.Set(15, new ImmValue.Nat(1)), new Instr.Move(15, 15), HALT))
                .isNull();
        assertThat(fault(new Instr.Set(16, new ImmValue.Nat(1)))).isEqualTo(new Fault.OutOfRegisters());
        assertThat(fault(new Instr.Move(1, 16))).isEqualTo(new Fault.OutOfRegisters());
        assertThat(fault(new Instr.Invoke(new InvokeAction.Register(16)))).isEqualTo(new Fault.OutOfRegisters());
        assertThat(fault(new Instr.Transfer(16, 1, 1))).isEqualTo(new Fault.OutOfRegisters());
        assertThat(fault(new Instr.Transfer(0, 16, 1))).isEqualTo(new Fault.OutOfRegisters());
        assertThat(fault(new Instr.Tag(16, 1))).isEqualTo(new Fault.OutOfRegisters());
        assertThat(fault(new Instr.Release("guard", 16))).isEqualTo(new Fault.OutOfRegisters());
    }

    @Test
    void a_program_without_halt_runs_out_of_bounds() {
        assertThat(fault(new Instr.Jump(7))).isEqualTo(new Fault.PcOutOfBounds());
    }

    @Test
    void a_channel_operand_must_hold_an_owned_endpoint() {
        assertThat(fault(new Instr.Close(1)))
                .isEqualTo(
                        new Fault.TypeViolation(new ValType.Chan(0, ""), ValType.UNIT, "expected endpoint register"));
    }

    @Test
    void a_receive_into_a_missing_register_loses_the_message_and_shows_only_the_gate() {
        ProtocolMachine machine = machine(
                MachineConfig.DEFAULT,
                Map.of("A", List.of(new Instr.Send(0, 1), HALT), "B", List.of(new Instr.Receive(0, 16), HALT)));
        ProblemException e = fails(machine, PASS);
        assertThat(e).hasMessage("coroutine 1 faulted: out of registers");
        assertThat(machine.refinementSlice().sessions().getFirst().bufferedMessages())
                .isZero();
        assertThat(machine.refinementSlice().sessions().getFirst().localTypeEntries())
                .isEqualTo(2);
        assertThat(machine.trace())
                .extracting(ObservableEvent::kind)
                .containsExactly(
                        "opened",
                        "output_condition_checked",
                        "sent",
                        "output_condition_checked",
                        "failure_branch_entered",
                        "faulted");
    }

    @Test
    void a_denied_output_leaves_the_message_in_the_buffer_and_the_type_unchanged() {
        MachineConfig denying = MachineConfig.DEFAULT.toBuilder()
                .outputConditionPolicy(new OutputConditionPolicy.DenyAll())
                .build();
        ProtocolMachine machine = Images.loaded(denying, CodeImage.of(Protocols.MESSAGE));
        assertThat(fails(machine, PASS))
                .hasMessage("coroutine 0 faulted: output-condition rejected: protocol_machine.observable_output");
        assertThat(machine.refinementSlice().sessions().getFirst().bufferedMessages())
                .isEqualTo(1);
        assertThat(machine.session(0).orElseThrow().endpoints().getFirst().type())
                .extracting(TypeState::current)
                .isEqualTo(LocalType.send("B", "msg", LocalType.END));
        assertThat(machine.trace())
                .extracting(ObservableEvent::kind)
                .containsExactly("opened", "output_condition_checked", "failure_branch_entered", "faulted");
    }

    @Test
    void monitor_faults_cost_nothing_and_other_faults_do() {
        MachineConfig poor = MachineConfig.DEFAULT.toBuilder()
                .instructionCost(3)
                .initialCostBudget(4)
                .build();
        ProtocolMachine monitored = machine(poor, Map.of("A", List.of(new Instr.Send(1, 1))));
        assertThat(fails(monitored, PASS)).hasMessageContaining("[monitor] A: expected Send state, got End");
        assertThat(monitored.coroutines().getFirst().costBudget()).isEqualTo(4);

        ProtocolMachine charged = machine(poor, Map.of("A", List.of(new Instr.Move(1, 16))));
        assertThat(fails(charged, PASS)).hasMessageContaining("out of registers");
        assertThat(charged.coroutines().getFirst().costBudget()).isEqualTo(1);

        ProtocolMachine exact =
                machine(poor.toBuilder().initialCostBudget(3).build(), Map.of("A", List.of(new Instr.Yield(), HALT)));
        assertThat(fails(exact, PASS)).hasMessage("coroutine 0 faulted: out of credits");
        assertThat(exact.tick()).isEqualTo(2);
    }

    @Test
    void duplicate_choose_labels_fail_the_structural_precheck() {
        Instr choose = new Instr.Choose(0, List.of(new ChooseEntry("x", 1), new ChooseEntry("x", 2)));
        assertThat(fault(choose))
                .isEqualTo(new Fault.Speculation("[monitor] structural precheck failed: duplicate choose labels"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_dropped_or_deferred_send_advances_the_sender_with_nothing_queued(boolean drop) {
        EffectHandler losing = new EffectHandler() {
            @Override
            public EffectResult<SendDecision> sendDecision(
                    long sid, String role, String partner, String label, RegisterFile state, @Nullable Value payload) {
                return EffectResult.success(drop ? SendDecision.DROP : SendDecision.DEFER);
            }
        };
        ProtocolMachine machine = Images.loaded(MachineConfig.DEFAULT, CodeImage.of(Protocols.MESSAGE));
        assertThat(machine.run(losing, 100)).isEqualTo(RunStatus.STUCK);
        assertThat(machine.trace())
                .extracting(ObservableEvent::kind)
                .contains("sent")
                .doesNotContain("received");
        assertThat(machine.refinementSlice().sessions().getFirst().bufferedMessages())
                .isZero();
    }

    @Test
    void a_payload_may_be_as_large_as_the_limit_in_bytes_of_utf8() {
        assertThat(sent("\u00e9\u00e9", 12)).isNull();
        assertThat(sent("\u00e9\u00e9x", 12))
                .isEqualTo(new Fault.TypeViolation(
                        ValType.STRING,
                        ValType.STRING,
                        "A: send payload 'm' exceeds max_payload_bytes=12 (actual=13)"));
    }

    private static @Nullable Fault sent(String text, long limit) {
        ProtocolMachine machine = machine(
                MachineConfig.DEFAULT.toBuilder().maxPayloadBytes(limit).build(),
                Map.of(
                        "A",
                        List.of(new Instr.Set(1, new ImmValue.Str(text)), new Instr.Send(0, 1), HALT),
                        "B",
                        List.of(HALT)));
        return faultOf(machine);
    }

    @Test
    void an_annotated_branch_validates_the_payload() {
        LocalType typed =
                new LocalType.Send("B", List.of(new LocalType.Branch(Label.of("m"), ValType.NAT, LocalType.END)));
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(Images.programs(
                Map.of("A", List.of(new Instr.Send(0, 1)), "B", List.of(HALT)), Map.of("A", typed, "B", RECEIVES)));
        assertThat(faultOf(machine))
                .isEqualTo(new Fault.TypeViolation(
                        ValType.NAT, ValType.UNIT, "A: send payload 'm' violated expected type Nat"));
    }

    @Test
    void strict_schema_wants_annotations_on_sends() {
        MachineConfig strict = MachineConfig.DEFAULT.toBuilder()
                .payloadValidationMode(PayloadValidationMode.STRICT_SCHEMA)
                .build();
        assertThat(fails(Images.loaded(strict, CodeImage.of(Protocols.MESSAGE)), PASS))
                .hasMessage("coroutine 0 faulted: type violation (expected Unit, actual Unit): A: send payload 'msg' "
                        + "requires explicit ValType annotation in strict_schema mode");
    }

    @Test
    void open_makes_a_session_and_hands_its_endpoints_over() {
        ProtocolMachine machine = machine(MachineConfig.DEFAULT, Map.of("A", List.of(open(2, 3), HALT)));
        assertThat(machine.run(PASS, 10)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(machine.coroutines().getFirst().ownedEndpoints())
                .containsExactly(new Endpoint(0, "A"), new Endpoint(1, "X"), new Endpoint(1, "Y"));
        assertThat(machine.trace()).contains(new ObservableEvent.Opened(1, 1, List.of("X", "Y")));
    }

    @Test
    void open_with_a_bad_destination_leaves_the_session_and_counts_it() {
        MachineConfig two = MachineConfig.DEFAULT.toBuilder().maxSessions(2).build();
        ProtocolMachine machine = machine(two, Map.of("A", List.of(open(2, 16))));
        assertThat(faultOf(machine)).isEqualTo(new Fault.OutOfRegisters());
        assertThat(machine.sessions()).hasSize(2);
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> machine.loadChoreography(CodeImage.of(Protocols.MESSAGE)));
        assertThat(refused).hasMessage("max sessions (2) exceeded");
    }

    private static Instr open(int first, int second) {
        return new Instr.Open(
                List.of("X", "Y"),
                List.of(
                        new RoleType("X", LocalType.send("Y", "m", LocalType.END)),
                        new RoleType("Y", LocalType.recv("X", "m", LocalType.END))),
                List.of(new EdgeHandler("X", "Y", "h")),
                List.of(new RoleRegister("X", first), new RoleRegister("Y", second)));
    }

    @Test
    void open_needs_a_handler_for_every_edge() {
        Instr.Open bound = (Instr.Open) open(2, 3);
        assertThat(fault(new Instr.Open(bound.roles(), bound.localTypes(), List.of(), bound.dsts())))
                .isEqualTo(new Fault.Speculation("handler bindings missing"));
    }

    @Test
    void closing_twice_advances_the_epoch_twice() {
        ProtocolMachine machine =
                machine(MachineConfig.DEFAULT, Map.of("A", List.of(new Instr.Close(0), new Instr.Close(0), HALT)));
        assertThat(machine.run(PASS, 10)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(machine.session(0).orElseThrow().epoch()).isEqualTo(2);
        assertThat(machine.trace())
                .contains(new ObservableEvent.EpochAdvanced(1, 0, 1), new ObservableEvent.EpochAdvanced(2, 0, 2));
    }

    @Test
    void messages_in_flight_vanish_when_their_session_closes() {
        ProtocolMachine machine = machine(
                MachineConfig.DEFAULT,
                Map.of(
                        "A",
                        List.of(new Instr.Send(0, 1), HALT),
                        "B",
                        List.of(new Instr.Yield(), new Instr.Close(0), HALT)));
        assertThat(machine.run(PASS, 10)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(machine.refinementSlice().sessions().getFirst().bufferedMessages())
                .isZero();
        assertThat(machine.refinementSlice().sessions().getFirst().bufferEdges())
                .isZero();
    }

    @Test
    void equal_evidence_is_released_once() {
        Instr acquire = new Instr.Acquire("guard", 1);
        Instr release = new Instr.Release("guard", 1);
        ProtocolMachine machine =
                machine(MachineConfig.DEFAULT, Map.of("A", List.of(acquire, release, acquire, release, HALT)));
        assertThat(fails(machine, PASS))
                .hasMessage("coroutine 0 faulted: acquire fault (guard): InvalidEvidence: resource already consumed");
        assertThat(machine.tick()).isEqualTo(4);
    }

    @Test
    void a_blocked_acquire_waits_and_keeps_others_out_until_its_records_time_out() {
        EffectHandler blocking = new EffectHandler() {
            @Override
            public EffectResult<Value> handleAcquire(long sid, String role, String layer, RegisterFile state) {
                return EffectResult.blocked();
            }
        };
        ProtocolMachine machine = machine(
                MachineConfig.DEFAULT,
                Map.of("A", List.of(new Instr.Acquire("g", 1), HALT), "B", List.of(new Instr.Acquire("g", 1), HALT)));
        assertThat(fails(machine, blocking))
                .hasMessageStartingWith("coroutine 1 faulted: acquire fault (g): ContractViolation: "
                        + "reentrancy rejected for effect ");
        assertThat(machine.blockReason(0).orElseThrow().tag()).isEqualTo("acquire_denied");
    }

    @Test
    void layers_must_be_configured_once_any_is() {
        MachineConfig config = MachineConfig.DEFAULT.toBuilder()
                .guardLayers(List.of(new GuardLayer("on", true), new GuardLayer("off", false)))
                .build();
        assertThat(faultOf(machine(config, Map.of("A", List.of(new Instr.Acquire("other", 1))))))
                .extracting(Fault::displayText)
                .isEqualTo("acquire fault (other): InvalidInput: unknown layer");
        assertThat(faultOf(machine(config, Map.of("A", List.of(new Instr.Acquire("off", 1))))))
                .extracting(Fault::displayText)
                .isEqualTo("acquire fault (off): Unavailable: inactive layer");
        assertThat(faultOf(machine(config, Map.of("A", List.of(new Instr.Acquire("on", 1), HALT)))))
                .isNull();
    }

    @Test
    void speculation_must_be_enabled_and_begun() {
        assertThat(fault(new Instr.Fork(1))).isEqualTo(new Fault.Speculation("speculation disabled"));
        assertThat(fault(new Instr.Join())).isEqualTo(new Fault.Speculation("join requires active speculation"));
        assertThat(fault(new Instr.Abort())).isEqualTo(new Fault.Speculation("abort requires active speculation"));
        MachineConfig enabled =
                MachineConfig.DEFAULT.toBuilder().speculationEnabled(true).build();
        ProtocolMachine machine = machine(
                enabled,
                Map.of(
                        "A",
                        List.of(
                                new Instr.Set(1, new ImmValue.Nat(9)),
                                new Instr.Fork(1),
                                new Instr.Join(),
                                new Instr.Fork(1),
                                new Instr.Abort(),
                                HALT)));
        assertThat(machine.run(PASS, 10)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(machine.trace())
                .extracting(ObservableEvent::kind)
                .containsSubsequence("forked", "joined", "forked", "aborted", "session_terminal");
        assertThat(machine.session(0).orElseThrow().phase().tag()).isEqualTo("active");
    }

    @Test
    void a_child_is_queued_before_its_parent() {
        ProtocolMachine machine =
                machine(MachineConfig.DEFAULT, Map.of("A", List.of(new Instr.Spawn(1, List.of(0, 99)), HALT)));
        machine.stepRound(PASS, 1);
        assertThat(machine.scheduler().readyQueue()).containsExactly(1L, 0L);
        assertThat(machine.coroutines().get(1).registers().getFirst()).isEqualTo(new Value.Chan(new Endpoint(0, "A")));
        assertThat(machine.coroutines().get(1).ownedEndpoints()).isEmpty();
    }

    @Test
    void coroutines_are_limited_in_spawn_and_in_loading() {
        MachineConfig one = MachineConfig.DEFAULT.toBuilder().maxCoroutines(1).build();
        assertThat(faultOf(machine(one, Map.of("A", List.of(new Instr.Spawn(0, List.of()))))))
                .isEqualTo(new Fault.Speculation("max coroutines exceeded"));
        ProtocolMachine machine = new ProtocolMachine(one);
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> machine.loadChoreography(CodeImage.of(Protocols.MESSAGE)));
        assertThat(refused).hasMessage("max coroutines (1) exceeded");
        assertThat(machine.coroutines()).hasSize(1);
        assertThat(machine.sessions()).hasSize(1);
    }

    @Test
    void a_yield_keeps_its_turn() {
        ProtocolMachine machine = machine(MachineConfig.DEFAULT, Map.of("A", List.of(new Instr.Yield(), HALT)));
        machine.stepRound(PASS, 1);
        assertThat(machine.lastSchedStep().orElseThrow().execStatus()).isEqualTo(ExecStatus.YIELDED);
        assertThat(machine.coroutines().getFirst().status()).isEqualTo(CoroStatus.YIELDED);
        assertThat(machine.stepRound(PASS, 1)).isEqualTo(RoundResult.ALL_DONE);
    }

    @Test
    void facts_have_the_shape_of_an_endpoint_with_a_text() {
        assertThat(fault(new Instr.Tag(0, 1))).isEqualTo(new Fault.Transfer("A: tag expects (endpoint, string) fact"));
        assertThat(fault(new Instr.Check(0, 1, 2)))
                .isEqualTo(new Fault.Transfer("A: check expects (endpoint, string) fact"));
    }

    private static ProtocolMachine machine(MachineConfig config, Map<String, List<Instr>> programs) {
        ProtocolMachine machine = new ProtocolMachine(config);
        Map<String, LocalType> types = new TreeMap<>();
        programs.keySet().forEach(role -> types.put(role, LocalType.END));
        if (programs.containsKey("B")
                && programs.getOrDefault("A", List.of()).stream().anyMatch(Instr.Send.class::isInstance)) {
            types.put("A", SENDS);
            types.put("B", RECEIVES);
        }
        machine.loadChoreography(Images.programs(programs, types));
        return machine;
    }

    private static @Nullable Fault fault(Instr... program) {
        return faultOf(machine(MachineConfig.DEFAULT, Map.of("A", List.of(program))));
    }

    private static @Nullable Fault faultOf(ProtocolMachine machine) {
        try {
            machine.run(PASS, 100);
            return null;
        } catch (ProblemException e) {
            return e.only(MachineError.class) instanceof MachineError.CoroutineFault(long coro, Fault fault)
                            && coro >= 0
                    ? fault
                    : null;
        }
    }

    private static ProblemException fails(ProtocolMachine machine, EffectHandler handler) {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> machine.run(handler, 100));
        assertThat(e).isNotNull();
        return e;
    }
}
