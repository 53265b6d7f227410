package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Documents;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.Protocols;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The serving mode of both programs (docs/serve.md). */
class ServeTest {
    private static final String RUN = Documents.runRequest(Documents.choreography(Protocols.PING_PONG, "A", "B"));

    private static String request(int id, String operation, String payload) {
        return "{\"id\":" + id + ",\"operation\":\"" + operation + "\",\"payload\":" + payload + "}\n";
    }

    private static List<String> answers(String stdin) {
        Program.Ended ended = Program.runner(stdin, "--serve");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        return ended.lines().subList(1, ended.lines().size());
    }

    private static String error(String id, String code, String message) {
        return Json.quoted("{'error':{'code':'" + code + "','message':'" + message + "'},'id':" + id + "}");
    }

    private static String greeting(String kind, String name, String operations) {
        return "{" + Program.implementation(kind)
                + Json.quoted("'name':'" + name + "','operations':" + operations
                        + ",'schema_versions':['lean_bridge.v1'],'version':'0.1.0'}\n");
    }

    @Test
    void both_programs_greet_and_end_with_their_input() {
        assertThat(Program.runner("", "--serve"))
                .isEqualTo(new Program.Ended(
                        0,
                        greeting(
                                "java-model",
                                "protocol_machine_runner",
                                "['run','runSimulation','validateSimulationTrace','validateTrace']"),
                        ""));
        assertThat(Program.validator("", "--serve").out())
                .isEqualTo(
                        greeting(
                                "java-model",
                                "telltale_validator",
                                "['check_async_subtype','check_orphan_free','check_regular_practical_fragment','export_all_projections','export_projection','project','validate']"));
    }

    @Test
    void many_requests_are_answered_in_order_and_alike() {
        String requests =
                IntStream.range(0, 300).mapToObj(id -> request(id, "run", RUN)).collect(Collectors.joining());
        List<String> answers = answers(requests);
        String once = Program.runner(RUN).out().strip();
        assertThat(answers).hasSize(300);
        for (int id = 0; id < 300; id++) {
            assertThat(answers.get(id)).isEqualTo("{\"id\":" + id + ",\"result\":" + once + "}");
        }
    }

    @Test
    void a_failed_request_does_not_end_the_process() {
        assertThat(answers("{\n" + "[]\n" + "{\"id\":\"x\"}\n" + request(4, "fly", "{}") + request(5, "run", "{}")
                        + Json.quoted("{'operation':'validateTrace','payload':{'choreographies':[],'trace':[]}}")))
                .containsExactly(
                        error("null", "BAD_JSON", "offset 1: unexpected end of input"),
                        error("null", "BAD_ENVELOPE", "the request is not an object"),
                        error("'x'", "BAD_ENVELOPE", "the request names no operation"),
                        error("4", "UNKNOWN_OPERATION", "unsupported operation: fly"),
                        "{\"error\":{\"code\":\"REFUSED\",\"message\":\"missing choreographies: expected JSON array, got 'null'\"},\"id\":5}",
                        Json.quoted("{'id':null,'result':{'errors':[],'valid':true}}"));
    }

    @Test
    void an_oversized_line_is_skipped() throws IOException {
        String good = request(1, "validateTrace", Json.quoted("{'choreographies':[],'trace':[]}"));
        String exact = good.strip() + " ".repeat(200 - good.strip().length()) + "\n";
        String stdin = "x".repeat(100_000) + "\n" + exact + " " + exact + exact + "y".repeat(201);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new ServeLoop(
                        ProtocolMachineRunnerMain.EXECUTABLE,
                        new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                        out,
                        200)
                .run();
        assertThat(code).isZero();
        String tooLong = error("null", "LINE_TOO_LONG", "the request line is too long");
        String valid = Json.quoted("{'id':1,'result':{'errors':[],'valid':true}}");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly(tooLong, valid, tooLong, valid, tooLong);
    }

    @Test
    void a_large_request_leaves_no_large_buffer() throws IOException {
        String large = "x".repeat(3 << 20);
        RequestLines lines = new RequestLines(
                new ByteArrayInputStream((large + "\nsmall\n" + large).getBytes(StandardCharsets.UTF_8)), 4 << 20);
        assertThat(lines.next()).isEqualTo(RequestLines.Kind.LINE);
        assertThat(lines.length()).isEqualTo(large.length());
        assertThat(lines.next()).isEqualTo(RequestLines.Kind.LINE);
        assertThat(new String(lines.bytes(), lines.offset(), lines.length(), StandardCharsets.UTF_8))
                .isEqualTo("small");
        assertThat(lines.bytes()).hasSizeLessThanOrEqualTo(1 << 20);
        assertThat(lines.next()).isEqualTo(RequestLines.Kind.LINE);
        assertThat(lines.length()).isEqualTo(large.length());
        assertThat(lines.next()).isEqualTo(RequestLines.Kind.END);
        assertThat(lines.bytes()).hasSizeLessThanOrEqualTo(1 << 20);
    }

    @Test
    void a_large_answer_leaves_no_large_buffer() throws IOException {
        String id = "x".repeat(3 << 20);
        String good = Json.quoted("'operation':'validateTrace','payload':{'choreographies':[],'trace':[]}}\n");
        List<Integer> buffers = new ArrayList<>();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException("answers are written in one piece");
            }

            @Override
            public void write(byte[] buffer, int offset, int length) {
                buffers.add(buffer.length);
            }
        };
        String stdin = "{\"id\":\"" + id + "\"," + good + "{\"id\":2," + good;
        new ServeLoop(
                        ProtocolMachineRunnerMain.EXECUTABLE,
                        new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                        out,
                        ServeLoop.MAX_LINE)
                .run();
        assertThat(buffers).hasSize(3);
        assertThat(buffers.get(1)).isGreaterThan(3 << 20);
        assertThat(buffers.get(2)).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void a_line_that_is_not_utf_8_is_refused() {
        byte[] line = {'"', (byte) 0xff, '"', '\n'};
        assertThat(Program.runner(line, "--serve").lines().get(1))
                .isEqualTo(error("null", "BAD_JSON", "the request is not UTF-8"));
    }

    @Test
    void deep_nesting_is_refused_or_read_but_never_fatal() {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        List<String> answers = answers(request(1, "validateTrace", deep)
                + request(2, "validateTrace", Json.quoted("{'choreographies':[],'trace':[]}")));
        assertThat(answers.get(1)).isEqualTo(Json.quoted("{'id':2,'result':{'errors':[],'valid':true}}"));
        assertThat(answers.getFirst()).contains("\"id\":1");
    }

    @Test
    void every_mutated_request_gets_one_answer() {
        Random random = new Random(7);
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder line = new StringBuilder(request(i, "run", RUN).strip());
            line.setCharAt(random.nextInt(line.length()), (char) (' ' + random.nextInt(95)));
            line.deleteCharAt(random.nextInt(line.length()));
            requests.append(line).append('\n');
        }
        List<String> answers = answers(requests.toString());
        assertThat(answers)
                .as("seed 7")
                .hasSize(2_000)
                .allSatisfy(answer -> assertThat(answer)
                        .matches("\\{(\"error\":\\{\"code\":\"[A-Z_0-9]+\".*|\"id\":.*,\"result\":.*)}"));
    }

    @Test
    void the_validator_takes_its_documents_inline() {
        String global = Documents.global(Protocols.PING_PONG);
        String local = Documents.local(Protocols.PING_PONG_A);
        List<String> lines = Program.validator(
                        request(
                                        1,
                                        "validate",
                                        "{\"choreography\":" + global + ",\"program\":"
                                                + Documents.program("A", Protocols.PING_PONG_A) + "}")
                                + request(
                                        2,
                                        "validate",
                                        "{\"choreography\":" + global
                                                + Json.quoted(",'program':{'role':'B','local_type':{'kind':'end'}}}"))
                                + request(3, "export_projection", "{\"global_type\":" + global + ",\"role\":\"A\"}")
                                + request(4, "project", "{\"global_type\":" + global + ",\"roles\":[\"A\"]}")
                                + request(
                                        5, "export_projection", Json.quoted("{'global_type':{'kind':'x'},'role':'A'}"))
                                + request(6, "check_regular_practical_fragment", "{\"local_type\":" + local + "}"),
                        "--serve")
                .lines();
        assertThat(Json.json(lines.get(1)))
                .isEqualTo(Json.json(
                        "{\"id\":1,\"result\":{\"role\":\"A\",\"status\":\"ok\",\"message\":\"ok\",\"expected\":"
                                + local + ",\"provided\":" + local + "}}"));
        assertThat(lines.get(2)).contains("\"status\":\"fail\"", "\"local type mismatch\"");
        assertThat(Json.json(lines.get(3)))
                .isEqualTo(Json.json("{\"id\":3,\"result\":{\"success\":true,\"projection\":" + local + "}}"));
        assertThat(Json.json(lines.get(4)))
                .isEqualTo(Json.json("{\"id\":4,\"result\":{\"success\":true,\"projections\":{\"A\":" + local + "}}}"));
        assertThat(lines.get(5)).isEqualTo(error("5", "REFUSED", "invalid GlobalType kind: x"));
        assertThat(lines.get(6)).contains("\"full_unfold_head\":\"send\"", "\"result\":true");
    }
}
