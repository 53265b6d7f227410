package dev.paritas.machine.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RunStatus;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Value;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.Protocols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A tape that is not the recorded one is found out (spec 21 §9, 51 §11.2). */
class ChangedTapeTest {
    /** Round 1 of the recorded run is topology 0, send 1, hint 2. */
    private static final Supplier<ProtocolMachine> MESSAGE = Loaded.with(CodeImage.of(Protocols.MESSAGE));

    private static ReplayRun recorded() {
        return ReplayRun.of(MESSAGE, new PassThroughHandler(), 64);
    }

    private static ProtocolMachine replayed(EffectTape tape) {
        ProtocolMachine machine = MESSAGE.get();
        ReplayRun.runReplay(machine, null, tape, 64);
        return machine;
    }

    private static MachineError determinism(String message) {
        return new MachineError.HandlerError(new EffectFailure(EffectFailureKind.DETERMINISM, message));
    }

    private static EffectTape changed(EffectTape tape, int index, UnaryOperator<EffectTraceEntry> change) {
        List<EffectTraceEntry> entries = new ArrayList<>(tape.entries());
        entries.set(index, change.apply(entries.get(index)));
        return new EffectTape(entries);
    }

    private static UnaryOperator<EffectTraceEntry> kind(String kind) {
        return e -> new EffectTraceEntry(
                e.effectId(),
                kind,
                e.inputs(),
                e.outputs(),
                e.handlerIdentity(),
                e.effectInterface(),
                e.effectOperation(),
                e.orderingKey(),
                e.topology());
    }

    private static UnaryOperator<EffectTraceEntry> outputs(String json) {
        return e -> new EffectTraceEntry(
                e.effectId(),
                e.effectKind(),
                e.inputs(),
                Json.json(json),
                e.handlerIdentity(),
                e.effectInterface(),
                e.effectOperation(),
                e.orderingKey(),
                e.topology());
    }

    private static UnaryOperator<EffectTraceEntry> identity(String identity) {
        return e -> new EffectTraceEntry(
                e.effectId(),
                e.effectKind(),
                e.inputs(),
                e.outputs(),
                identity,
                e.effectInterface(),
                e.effectOperation(),
                e.orderingKey(),
                e.topology());
    }

    /** Spec 51 §11.2: a changed send is a failure of kind determinism; an instruction's failure is a fault. */
    @Test
    void a_send_that_cannot_be_replayed_is_a_fault_of_kind_determinism() {
        EffectTape tape = recorded().tape();
        assertThat(tape.entries().get(1).effectKind()).isEqualTo("send_decision");
        Map<EffectTape, String> texts = Map.of(
                changed(tape, 1, kind("handle_recv")),
                "replay trace kind mismatch at index 1: expected send_decision, got handle_recv",
                changed(tape, 1, outputs("{\"committed\":true}")),
                "replay send_decision missing typed outcome",
                new EffectTape(tape.entries().subList(0, 1)),
                "replay trace exhausted at index 1, expected send_decision");
        texts.forEach((bad, text) -> assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> replayed(bad))
                .satisfies(e -> assertThat(e.problem())
                        .isEqualTo(new MachineError.CoroutineFault(
                                0, new Fault.Invoke(new EffectFailure(EffectFailureKind.DETERMINISM, text))))));
    }

    @Test
    void a_changed_answer_of_the_right_kind_shows_in_the_records() {
        ReplayRun run = recorded();
        ProtocolMachine other = replayed(changed(
                run.tape(),
                1,
                outputs("{\"status\":{\"status\":\"success\"},\"response\":{\"kind\":\"send_decision\","
                        + "\"decision\":{\"Deliver\":{\"Nat\":1}}}}")));
        assertThat(other.records().effectExchanges())
                .isNotEqualTo(run.baseline().records().effectExchanges());
        ProtocolMachine hinted = replayed(changed(
                run.tape(),
                2,
                outputs("{\"status\":{\"status\":\"success\"},\"response\":{\"kind\":\"output_condition_hint\","
                        + "\"hint\":{\"predicate_ref\":\"other\",\"witness_ref\":null}}}")));
        assertThat(ReplayReport.of(run.baseline(), hinted, run.tape()))
                .isEqualTo(new ReplayReport(
                        DeterminismMode.FULL,
                        false,
                        false,
                        false,
                        true,
                        run.tape().entries().size(),
                        run.baseline().trace().size(),
                        run.baseline().trace().size()));
    }

    /** What was answered otherwise leads to other requests. */
    @Test
    void a_dropped_message_leaves_the_tape_at_its_receive() {
        EffectTape tape = changed(recorded().tape(), 1, outputs("{\"status\":\"success\",\"value\":\"Drop\"}"));
        assertThat(tape.entries().get(4).effectKind()).isEqualTo("handle_recv");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> replayed(tape))
                .satisfies(e -> assertThat(e.problem())
                        .isEqualTo(determinism(
                                "replay trace kind mismatch at index 4: expected topology_events, got handle_recv")));
    }

    @Test
    void a_response_of_another_kind_is_a_contract_violation() {
        EffectTape tape = changed(
                recorded().tape(),
                1,
                outputs("{\"status\":{\"status\":\"success\"},\"response\":{\"kind\":\"choose\",\"label\":\"x\"}}"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> replayed(tape))
                .withMessage("coroutine 0 faulted: invoke fault: ContractViolation: effect outcome kind mismatch: "
                        + "expected send_decision, got Choose { label: \"x\" }");
    }

    @Test
    void a_changed_identity_breaks_the_host_contract_in_its_round() {
        EffectTape tape = recorded().tape();
        int second = tape.entries().stream()
                .map(EffectTraceEntry::effectKind)
                .toList()
                .lastIndexOf("topology_events");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> replayed(changed(tape, second, identity("other"))))
                .withMessageContaining("[host-contract] handler_identity changed from 'default_handler' to 'other'");
    }

    /** Every entry of a tape in turn loses its kind, its answer or itself; hints may do without an answer. */
    @Test
    void no_entry_can_be_changed_unseen() {
        ReplayRun run = recorded();
        int silent = 0;
        for (int i = 0; i < run.tape().entries().size(); i++) {
            for (EffectTape bad : List.of(
                    changed(run.tape(), i, kind("handle_choose")),
                    changed(run.tape(), i, outputs("0")),
                    without(run.tape(), i))) {
                if (!isSeen(run, bad)) {
                    silent++;
                    assertThat(run.tape().entries().get(i).effectKind()).isEqualTo("output_condition_hint");
                    assertThat(bad.entries().get(i).outputs()).isEqualTo(new JsonValue.Num("0"));
                }
            }
        }
        assertThat(silent).isPositive();
    }

    private static EffectTape without(EffectTape tape, int index) {
        List<EffectTraceEntry> entries = new ArrayList<>(tape.entries());
        entries.remove(index);
        return new EffectTape(entries);
    }

    private static boolean isSeen(ReplayRun run, EffectTape bad) {
        try {
            return !replayed(bad)
                    .records()
                    .effectExchanges()
                    .equals(run.baseline().records().effectExchanges());
        } catch (ProblemException e) {
            e.only(MachineError.class);
            return true;
        }
    }

    @Test
    void entries_left_over_are_no_error_but_counted() {
        ReplayRun run = recorded();
        List<EffectTraceEntry> more = new ArrayList<>(run.tape().entries());
        more.addAll(run.tape().entries().subList(0, 2));
        ReplayHandler handler = new ReplayHandler(new EffectTape(more));
        ProtocolMachine machine = MESSAGE.get();
        assertThat(machine.run(handler, 64)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(handler.remaining()).isEqualTo(2);
        Records.assertEqual(machine, run.baseline());
    }

    /** A tape in the older form is enough with the plain handler behind it. */
    @Test
    void a_compact_tape_replays_the_plain_run() {
        ReplayRun run = recorded();
        EffectTape tape = new EffectTape(run.tape().entries().stream()
                .map(entry -> outputs(compact(entry)).apply(entry))
                .toList());
        EffectHandler plain = new PassThroughHandler();
        ProtocolMachine machine = MESSAGE.get();
        assertThat(ReplayRun.runReplay(machine, plain, tape, 64)).isEqualTo(RunStatus.ALL_DONE);
        Records.assertEqual(machine, run.baseline());
    }

    private static String compact(EffectTraceEntry entry) {
        String value = switch (entry.effectKind()) {
            case "topology_events" -> "[]";
            case "send_decision" ->
                JsonOutput.compactText(Value.CODEC, Value.UNIT).transform(v -> "{\"Deliver\":" + v + "}");
            default -> "null";
        };
        return "{\"status\":\"success\",\"value\":" + value + "}";
    }
}
