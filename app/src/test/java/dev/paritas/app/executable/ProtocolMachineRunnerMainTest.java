package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.testsupport.Documents;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.Protocols;
import org.junit.jupiter.api.Test;

/** Streams, exit codes and answers of the machine runner (spec 22 §1-3, §10, §12). */
class ProtocolMachineRunnerMainTest {
    private static void fails(String stdin, String message) {
        assertThat(Program.runner(stdin)).isEqualTo(new Program.Ended(1, "", "uncaught exception: " + message + "\n"));
    }

    private static String answer(String operation, String payload) {
        Program.Ended ended = Program.runner("{\"schema_version\":\"lean_bridge.v1\",\"operation\":\"" + operation
                + "\",\"payload\":" + payload + "}");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).endsWith("}\n").hasLineCount(1);
        return ended.out().strip();
    }

    @Test
    void a_run_prints_one_line_that_the_bridge_reads() {
        Program.Ended ended = Program.runner(
                Documents.runRequest(Documents.choreography(Protocols.PING_PONG, "A", "B")), "ignored", "--x");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).endsWith("}\n").hasLineCount(1);
        RunOutput output = JsonInput.read(ended.out(), ReadPolicy.PEER, RunOutput.CODEC);
        assertThat(output.stepsExecuted()).isEqualTo(11);
        assertThat(output.trace()).hasSize(7);
        assertThat(output.stepStates()).hasSize(11);
        assertThat(output.effectTrace()).isEmpty();
    }

    @Test
    void members_ascend_and_absent_ones_are_left_out() {
        String out = Program.runner(Documents.runRequest(Documents.choreography(Protocols.CHOICE, "A", "B")))
                .out();
        assertThat(out).startsWith("{\"concurrency\":1,\"schema_version\":\"lean_bridge.v1\",\"sessions\":[");
        assertThat(out).endsWith("""
                        "steps_executed":4,"trace":[{"kind":"opened","role":"A,B","schema_version":"lean_bridge.v1","session":0,"tick":0},{"kind":"sent","label":"yes","receiver":"B","schema_version":"lean_bridge.v1","sender":"A","session":0,"tick":1},{"kind":"received","label":"yes","receiver":"B","schema_version":"lean_bridge.v1","sender":"A","session":0,"tick":2},{"kind":"halted","schema_version":"lean_bridge.v1","target":"0","tick":3},{"kind":"halted","schema_version":"lean_bridge.v1","target":"1","tick":4}]}
                        """);
        assertThat(Json.json(out))
                .isInstanceOfSatisfying(
                        JsonValue.Obj.class,
                        answer -> assertThat(answer.members())
                                .containsOnlyKeys(
                                        "concurrency",
                                        "schema_version",
                                        "sessions",
                                        "status",
                                        "step_states",
                                        "steps_executed",
                                        "trace"));
    }

    @Test
    void no_choreographies_are_completed() {
        assertThat(Program.runner(Documents.runRequest("")).out())
                .isEqualTo(
                        Json.quoted(
                                "{'concurrency':1,'schema_version':'lean_bridge.v1','sessions':[],'status':'completed','step_states':[],'steps_executed':0,'trace':[]}\n"));
    }

    @Test
    void text_that_is_not_json_fails_with_its_offset() {
        fails("{", "invalid JSON: offset 1: unexpected end of input");
        fails("", "invalid JSON: offset 0: unexpected end of input");
        fails("{} x", "invalid JSON: offset 3: expected end of input");
        assertThat(Program.runner(new byte[] {'"', (byte) 0xc3, '"'}).err()).startsWith("uncaught exception: ");
    }

    @Test
    void refusals_are_uncaught_exceptions() {
        fails("{}", "missing choreographies: expected JSON array, got 'null'");
        fails("7", "missing choreographies: expected JSON array, got 'null'");
        fails(
                Json.quoted("{'operation':7,'choreographies':[],'max_steps':1}"),
                "missing concurrency: Natural number expected");
        fails(
                Documents.runRequest(Documents.choreography(Protocols.PING_PONG, "A", "A")),
                "bad choreography image: duplicate entry-point role");
        fails(
                Json.quoted("{'operation':'verifyProtocolBundle','payload':{}}"),
                "unsupported operation: verifyProtocolBundle");
    }

    @Test
    void numbers_are_naturals_as_the_model_sees_them() {
        String request = Json.quoted("{'choreographies':[],'concurrency':%s,'max_steps':1}");
        assertThat(Program.runner(request.formatted("4e0")).out()).startsWith("{\"concurrency\":4,");
        fails(request.formatted("1.0"), "missing concurrency: Natural number expected");
        fails(request.formatted("-1"), "missing concurrency: Natural number expected");
    }

    /** Naturals of the model have no end (spec 12 §2.5). */
    @Test
    void naturals_beyond_a_word_are_naturals() {
        String beyond = "1" + "0".repeat(30);
        String run = Json.quoted("{'choreographies':[%s],'concurrency':%s,'max_steps':%s}");
        assertThat(Program.runner(run.formatted("", beyond, beyond)).out())
                .startsWith("{\"concurrency\":" + beyond + ",");
        String pingPong = Documents.choreography(Protocols.PING_PONG, "A", "B");
        assertThat(Program.runner(run.formatted(pingPong, "1", beyond)).out())
                .isEqualTo(Program.runner(run.formatted(pingPong, "1", "99")).out());

        String trace = "{\"choreographies\":[" + pingPong + "],\"trace\":["
                + Json.quoted("{'kind':'%s','session':" + beyond
                        + ",'role':'A,B','sender':'A','receiver':'B','label':'ping'}]}");
        assertThat(answer("validateTrace", trace.formatted("opened")))
                .contains(Json.quoted("'trace.unknown_session','message':'unknown session " + beyond + "',"));
        assertThat(answer("validateTrace", trace.formatted("closed")))
                .contains("session " + beyond + " closed before open");
        assertThat(answer("validateTrace", trace.formatted("sent")))
                .contains("session " + beyond + " sent before open");
        assertThat(answer("validateTrace", trace.formatted("received")))
                .contains("session " + beyond + " received before open");

        String simulation =
                "{\"global_type\":" + Documents.global(Protocols.PING_PONG) + ",\"scenario\":{\"steps\":%s}}";
        assertThat(answer("runSimulation", simulation.formatted(beyond)))
                .isEqualTo(answer("runSimulation", simulation.formatted("18446744073709551615")))
                .contains("scenario has too many steps");
    }

    @Test
    void a_tampered_trace_has_the_published_verdict() {
        String payload = "{\"choreographies\":[" + Documents.choreography(Protocols.PING_PONG, "A", "B")
                + Json.quoted(
                        "],'trace':[{'kind':'opened','session':0,'role':'A,B'},{'kind':'sent','session':0,'sender':'A','receiver':'B','label':'tampered_label'}]}");
        assertThat(answer("validateTrace", payload))
                .isEqualTo(Json.quoted("{'errors':[{'code':'trace.unknown_action','message':'A->B label ")
                        + "'tampered_label'"
                        + Json.quoted(
                                " is not permitted by the choreography','path':'trace[1].label'}],'valid':false}"));
        assertThat(Program.runner(Json.quoted("{'operation':'validateTrace'}")).out())
                .isEqualTo(
                        Json.quoted(
                                "{'errors':[{'code':'trace.invalid_payload','message':'object expected','path':'payload'}],'valid':false}\n"));
    }

    @Test
    void a_simulation_has_the_published_answer() {
        String payload = "{\"global_type\":" + Documents.global(Protocols.PING_PONG) + ",\"scenario\":{\"steps\":3}}";
        assertThat(answer("runSimulation", payload)).isEqualTo("""
                        {"artifacts":{"action_count":2,"actions":[{"label":"ping","receiver":"B","sender":"A"},{"label":"pong","receiver":"A","sender":"B"}],"active_steps_per_round":2,"mode":"deterministic_reference","num_roles":2,"observable_count":4,"roles":["A","B"],"steps":3,"trace_length":5},"schema_version":"lean_bridge.v1","trace":[{"kind":"opened","role":"A,B","schema_version":"lean_bridge.v1","session":0,"tick":0},{"kind":"sent","label":"ping","receiver":"B","schema_version":"lean_bridge.v1","sender":"A","session":0,"tick":1},{"kind":"received","label":"ping","receiver":"B","schema_version":"lean_bridge.v1","sender":"A","session":0,"tick":2},{"kind":"sent","label":"pong","receiver":"A","schema_version":"lean_bridge.v1","sender":"B","session":0,"tick":3},{"kind":"received","label":"pong","receiver":"A","schema_version":"lean_bridge.v1","sender":"B","session":0,"tick":4}],"violations":[]}""");
        assertThat(answer("runSimulation", "{}"))
                .isEqualTo(
                        Json.quoted(
                                "{'artifacts':{},'errors':[{'code':'simulation.invalid_payload','message':'property not found: global_type','path':'payload'}],'schema_version':'lean_bridge.v1','trace':[],'violations':[]}"));
    }

    @Test
    void a_simulation_trace_is_validated_against_its_input() {
        String payload = "{\"input\":{\"global_type\":" + Documents.global(Protocols.PING_PONG) + "},\"trace\":[]}";
        assertThat(answer("validateSimulationTrace", payload)).isEqualTo("{\"errors\":[],\"valid\":true}");
    }
}
