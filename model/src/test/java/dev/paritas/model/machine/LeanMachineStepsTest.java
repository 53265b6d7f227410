package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.Protocols;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Step states, faults and limits of runs (spec 22 §7-10). */
class LeanMachineStepsTest {
    private static final String FIRST_STEP = """
            {"blocked":{},"buffered_message_counts":{"0":1},"event":{"kind":"sent","label":"yes","receiver":"B","schema_version":"lean_bridge.v1","sender":"A","session":0,"tick":1},"exec_status":"continue","post_state":{"coroutines":[{"coro_id":0,"owned_endpoints":1,"pc":1,"progress_tokens":0,"session_id":0,"status":"ready"},{"coro_id":1,"owned_endpoints":1,"pc":2,"progress_tokens":0,"session_id":0,"status":"ready"}],"scheduler":{"blocked":{},"ready_queue":[1,0],"step_count":1},"sessions":[{"buffer_edges":1,"buffered_messages":1,"epoch":0,"local_type_entries":2,"role_count":2,"sid":0,"status":"active"}]},"pre_state":{"coroutines":[{"coro_id":0,"owned_endpoints":1,"pc":0,"progress_tokens":0,"session_id":0,"status":"ready"},{"coro_id":1,"owned_endpoints":1,"pc":2,"progress_tokens":0,"session_id":0,"status":"ready"}],"scheduler":{"blocked":{},"ready_queue":[0,1],"step_count":0},"sessions":[{"buffer_edges":1,"buffered_messages":0,"epoch":0,"local_type_entries":2,"role_count":2,"sid":0,"status":"active"}]},"ready_queue":[1,0],"selected_coro":0,"selected_pc":1,"selected_type":"LocalType.end_","session_type_counts":{"0":2},"step_index":0}
            """;
    private static final String TRACE = """
            [{"kind":"opened","role":"A,B","schema_version":"lean_bridge.v1","session":0,"tick":0},{"kind":"sent","label":"yes","receiver":"B","schema_version":"lean_bridge.v1","sender":"A","session":0,"tick":1},{"kind":"received","label":"yes","receiver":"B","schema_version":"lean_bridge.v1","sender":"A","session":0,"tick":2},{"kind":"halted","schema_version":"lean_bridge.v1","target":"0","tick":3},{"kind":"halted","schema_version":"lean_bridge.v1","target":"1","tick":4}]
            """;

    private static JsonValue parse(String json) {
        return Json.json(json);
    }

    @Test
    void the_first_step_of_the_choice_is_the_published_one() {
        RunOutput output = Runs.run(320, Protocols.CHOICE, "A", "B");
        String step = JsonOutput.compactText(
                StepState.RUNNER_CODEC, output.stepStates().getFirst());
        assertThat(parse(step)).isEqualTo(parse(FIRST_STEP));
        assertThat(step).isEqualTo(FIRST_STEP.strip());
    }

    @Test
    void the_third_step_of_the_choice_halts_the_sender() {
        StepState step = Runs.run(320, Protocols.CHOICE, "A", "B").stepStates().get(2);
        var post = Objects.requireNonNull(step.postState());
        assertThat(step.event()).isEqualTo(TraceEvent.halted(3, "0"));
        assertThat(step.execStatus()).isEqualTo("halted");
        assertThat(post.coroutines().getFirst().status()).isEqualTo("done");
        assertThat(post.coroutines().getFirst().pc()).isEqualTo(2);
        assertThat(post.sessions().getFirst().localTypeEntries()).isEqualTo(1);
        assertThat(post.scheduler().readyQueue()).containsExactly(1L);
        assertThat(post.scheduler().stepCount()).isEqualTo(3);
        assertThat(step.selectedPc()).isEqualTo(2);
        assertThat(step.selectedType()).isNull();
        assertThat(step.sessionTypeCounts()).isEqualTo(Map.of(0L, 1L));
        assertThat(step.bufferedMessageCounts()).isEqualTo(Map.of(0L, 0L));
        assertThat(step.stepIndex()).isEqualTo(2);
    }

    @Test
    void the_trace_of_the_choice_is_the_published_one() {
        RunOutput output = Runs.run(320, Protocols.CHOICE, "A", "B");
        assertThat(parse(JsonOutput.compactText(Codec.listOf(TraceEvent.RUNNER_CODEC), output.trace())))
                .isEqualTo(parse(TRACE));
    }

    @Test
    void a_program_counter_includes_the_offset_of_its_role() {
        // Spec 22 §5: ping-pong's code for B starts at 5.
        StepState first =
                Runs.run(1, Protocols.PING_PONG, "A", "B").stepStates().getFirst();
        assertThat(Objects.requireNonNull(first.preState()).coroutines())
                .extracting(coroutine -> coroutine.pc())
                .containsExactly(0L, 5L);
    }

    @Test
    void ping_pong_compiles_to_the_published_code() {
        assertThat(ModelImage.of(Protocols.PING_PONG, List.of("B", "A")).program())
                .containsExactly(
                        new ModelInstr.Offer("ping"),
                        new ModelInstr.Invoke(),
                        new ModelInstr.Choose(List.of(new ModelInstr.Entry("pong", 3))),
                        new ModelInstr.Invoke(),
                        new ModelInstr.Halt(),
                        new ModelInstr.Choose(List.of(new ModelInstr.Entry("ping", 6))),
                        new ModelInstr.Invoke(),
                        new ModelInstr.Offer("pong"),
                        new ModelInstr.Invoke(),
                        new ModelInstr.Halt());
    }

    @Test
    void a_loop_defined_in_one_branch_is_visible_in_the_next() {
        GlobalType.Var loop = new GlobalType.Var("X");
        GlobalType type = new GlobalType.Comm(
                "A",
                "B",
                List.of(
                        new GlobalType.Branch(
                                Label.of("a"), new GlobalType.Mu("X", GlobalType.comm("A", "B", "m", loop))),
                        new GlobalType.Branch(Label.of("b"), loop)));
        assertThat(ModelImage.of(type, List.of("B")).program())
                .containsExactly(
                        new ModelInstr.Choose(List.of(new ModelInstr.Entry("a", 1), new ModelInstr.Entry("b", 4))),
                        new ModelInstr.Choose(List.of(new ModelInstr.Entry("m", 2))),
                        new ModelInstr.Invoke(),
                        new ModelInstr.Jump(1),
                        new ModelInstr.Jump(1));
    }

    @Test
    void a_sender_that_filled_its_buffer_is_never_woken() {
        GlobalType type = GlobalType.END;
        for (int i = 0; i < 17; i++) {
            type = GlobalType.comm("A", "B", "m", type);
        }
        // B first works through another partner, so that A is 16 messages ahead.
        GlobalType late = GlobalType.comm("C", "B", "wait", type);
        RunOutput output = Runs.run(10_000, late, "A", "B");
        assertThat(output.status()).isEqualTo(RunOutput.STUCK);
        assertThat(output.stepStates().getLast().blocked()).isEqualTo(Map.of(0L, "send_wait", 1L, "recv_wait"));
        assertThat(output.stepStates().getLast().bufferedMessageCounts()).isEqualTo(Map.of(0L, 16L));
    }

    @Test
    void nested_recursion_meets_the_monitor() {
        GlobalType type =
                new GlobalType.Mu("X", new GlobalType.Mu("Y", GlobalType.comm("A", "B", "m", new GlobalType.Var("Y"))));
        RunOutput output = Runs.run(50, type, "A", "B");
        assertThat(Runs.faults(output))
                .containsExactly(
                        "spec_fault:[monitor] expected Send state", "spec_fault:[monitor] expected Recv state");
        assertThat(output.status()).isEqualTo(RunOutput.COMPLETED);
    }

    @Test
    void self_communication_has_no_handler() {
        RunOutput output = Runs.run(50, GlobalType.comm("A", "A", "m", GlobalType.END), "A");
        assertThat(Runs.faults(output)).containsExactly("spec_fault:no handler bound");
        assertThat(Runs.execStatuses(output)).containsExactly("faulted");
    }

    @Test
    void a_delegator_has_no_endpoint_to_hand_over() {
        GlobalType type = new GlobalType.Delegate("A", "B", 7, "C", GlobalType.END);
        RunOutput output = Runs.run(50, type, "A", "B");
        assertThat(Runs.events(output)).containsExactly("1 f:0:type_violation:ValType.chan 7 \"C\"->ValType.unit");
        assertThat(output.status()).isEqualTo(RunOutput.STUCK);
        assertThat(output.stepStates().getLast().blocked()).isEqualTo(Map.of(1L, "recv_wait"));
    }

    @Test
    void a_fault_ends_only_its_own_coroutine() {
        ModelMachine machine = new ModelMachine();
        machine.load(GlobalType.comm("A", "A", "m", GlobalType.END), List.of("A"));
        machine.load(Protocols.PING_PONG, List.of("A", "B"));
        RunOutput output = machine.run(0, 100);
        assertThat(Runs.events(output)).contains("1 f:0:spec_fault:no handler bound", "12 h:1");
        assertThat(output.status()).isEqualTo(RunOutput.COMPLETED);
    }

    @Test
    void the_type_of_a_loop_is_the_whole_loop_again() {
        RunOutput output = Runs.run(24, Protocols.LOOP, "A", "B");
        assertThat(output.stepStates().getFirst().selectedType())
                .isEqualTo("LocalType.mu (LocalType.select \"B\" [(\"tick\", LocalType.var 0)])");
    }

    @Test
    void steps_are_limited_exactly() {
        assertThat(Runs.run(0, Protocols.PING_PONG, "A", "B").stepStates()).isEmpty();
        assertThat(Runs.run(0, Protocols.PING_PONG, "A", "B").status()).isEqualTo(RunOutput.STUCK);
        assertThat(Runs.run(1, Protocols.PING_PONG, "A", "B").stepsExecuted()).isEqualTo(1);
        assertThat(Runs.run(10, Protocols.PING_PONG, "A", "B").status()).isEqualTo(RunOutput.STUCK);
        assertThat(Runs.run(11, Protocols.PING_PONG, "A", "B").status()).isEqualTo(RunOutput.COMPLETED);
        assertThat(Runs.run(-1L, Protocols.PING_PONG, "A", "B").stepsExecuted()).isEqualTo(11);
    }

    @Test
    void nothing_to_run_is_completed() {
        RunOutput output = new ModelMachine().run(0, 10);
        assertThat(output.status()).isEqualTo(RunOutput.COMPLETED);
        assertThat(output.trace()).isEmpty();
        assertThat(output.sessions()).isEmpty();
        assertThat(output.stepStates()).isEmpty();
        assertThat(output.stepsExecuted()).isZero();
    }

    @Test
    void an_empty_role_list_opens_an_empty_role() {
        RunOutput output = Runs.run(10, GlobalType.END);
        assertThat(Runs.openings(output)).containsExactly("0 0 ");
        assertThat(output.status()).isEqualTo(RunOutput.COMPLETED);
    }

    @Test
    void a_missing_partner_blocks_the_run() {
        RunOutput output = Runs.run(50, Protocols.PING_PONG, "B");
        assertThat(output.status()).isEqualTo(RunOutput.STUCK);
        assertThat(Runs.execStatuses(output)).containsExactly("blocked");
    }

    @Test
    void a_role_outside_the_protocol_just_halts() {
        assertThat(Runs.events(Runs.run(50, GlobalType.comm("A", "B", "m", GlobalType.END), "A", "B", "Z")))
                .contains("3 h:2");
    }

    @Test
    void seventeen_receivers_and_a_hub_finish() {
        GlobalType type = GlobalType.END;
        List<String> roles = IntStream.range(0, 20).mapToObj("R%02d"::formatted).toList();
        for (int i = 19; i > 0; i--) {
            type = GlobalType.comm("R00", roles.get(i), "m", type);
        }
        ModelMachine machine = new ModelMachine();
        machine.load(type, roles);
        RunOutput output = machine.run(1, 10_000);
        assertThat(output.status()).isEqualTo(RunOutput.COMPLETED);
        assertThat(output.trace().stream().filter(e -> e.kind().equals("received")))
                .hasSize(19);
    }
}
