package dev.paritas.app.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.executable.ConformanceRunnerMain;
import dev.paritas.app.executable.HeapParityRunnerMain;
import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.app.executable.ProtocolMachineValidatorMain;
import dev.paritas.app.executable.SearchParityRunnerMain;
import dev.paritas.app.executable.SemanticEffectRunnerMain;
import dev.paritas.app.executable.SimulatorParityTests;
import dev.paritas.app.executable.TelltaleValidator;
import dev.paritas.testsupport.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every operation of every serving executable: one line, one answer, whatever stood on the line. */
@Tag("slow")
class HostileRequestsTest {
    /** So many requests share one start of the program, which costs what dozens of them cost. */
    private static final int BATCH = 500;

    /** Another reader than ours, for whatever number an id is (docs/serve.md). */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(1 << 20)
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A program over its three streams. */
    @FunctionalInterface
    private interface Main {
        int run(List<String> args, InputStream in, OutputStream out, OutputStream err);
    }

    private enum Served {
        PROTOCOL_MACHINE_RUNNER(ProtocolMachineRunnerMain::run, 40_000),
        TELLTALE_VALIDATOR(TelltaleValidator::run, 40_000),
        PROTOCOL_MACHINE_VALIDATOR(ProtocolMachineValidatorMain::run, 30_000),
        HEAP_PARITY_RUNNER(HeapParityRunnerMain::run, 20_000),
        SIMULATOR_PARITY_TESTS(SimulatorParityTests::run, 20_000),
        SEMANTIC_EFFECT_PARITY_RUNNER(SemanticEffectRunnerMain::run, 3_000),
        SEARCH_PARITY_RUNNER(SearchParityRunnerMain::run, 3_000),
        CONFORMANCE_RUNNER(ConformanceRunnerMain::run, 20_000);

        private final Main main;
        private final int ofMillion;

        Served(Main main, int ofMillion) {
            this.main = main;
            this.ofMillion = ofMillion;
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_line_has_one_answer(Served served) throws IOException {
        HostileRun run = new HostileRun(served.name().toLowerCase(java.util.Locale.ROOT));
        TextDamage damage = new TextDamage(HostileRun.seed() + served.ordinal());
        List<byte[]> sound = requests(served);
        int batches = HostileRun.share(served.ofMillion) / BATCH + 1;
        for (int i = 0; i < batches; i++) {
            List<byte[]> lines = new ArrayList<>();
            for (int j = 0; j < BATCH; j++) {
                lines.add(oneLine(damage.damaged(sound.get((i + j) % sound.size()))));
            }
            answered(served, new Lines(run, (long) i * BATCH, lines), run);
        }
        run.end();
    }

    private static void answered(Served served, Lines lines, HostileRun run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = served.main.run(List.of("--serve"), lines, out, err);
        assertThat(code).isZero();
        assertThat(err.size()).as("bytes on standard error").isZero();
        List<String> answers = out.toString(UTF_8).lines().toList();
        assertThat(answers).hasSize(BATCH + 1);
        for (int i = 0; i < BATCH; i++) {
            byte[] line = lines.lines.get(i);
            try {
                judge(line, answers.get(i + 1));
            } catch (RuntimeException | AssertionError e) {
                run.finding(lines.first + i, line, e + ", answered by " + answers.get(i + 1));
            }
        }
    }

    /** Gives one line at a time: whoever asks for the next has answered the last, and what that cost is counted. */
    private static final class Lines extends InputStream {
        private final HostileRun run;
        private final long first;
        private final List<byte[]> lines;
        private HostileRun.Start start;
        private int next;
        private int at;

        Lines(HostileRun run, long first, List<byte[]> lines) {
            this.run = run;
            this.first = first;
            this.lines = lines;
            this.start = run.begin();
        }

        @Override
        public int read(byte[] buffer, int from, int most) {
            if (next < lines.size() && at == lines.get(next).length) {
                run.ended(first + next, lines.get(next), start);
                next++;
                at = 0;
            }
            if (next == lines.size()) {
                return -1;
            }
            if (at == 0) {
                start = run.begin();
            }
            int length = Math.min(most, lines.get(next).length - at);
            System.arraycopy(lines.get(next), at, buffer, from, length);
            at += length;
            return length;
        }

        @Override
        public int read() {
            throw new IllegalStateException("lines are read in pieces");
        }
    }

    private static void judge(byte[] request, String answer) {
        JsonNode object = JSON.readTree(answer);
        assertThat(object.propertyNames()).contains("id").hasSize(2).containsAnyOf("result", "error");
        JsonNode error = object.get("error");
        String code = error == null ? "" : error.get("code").stringValue();
        if (error != null) {
            assertThat(code).matches("[A-Z][A-Z_0-9]+");
            assertThat(error.get("message").stringValue())
                    .isNotBlank()
                    .doesNotContain("Exception", "java.", "dev.paritas", "tools.jackson");
        }
        JsonNode id = object.get("id");
        if (List.of("BAD_JSON", "LINE_TOO_LONG").contains(code)) {
            assertThat(id.isNull()).as("the id is null").isTrue();
        } else {
            id(request)
                    .ifPresent(sent -> assertThat(sent.equals(HostileRequestsTest::compared, id))
                            .as("the id comes back as it was")
                            .isTrue());
        }
    }

    /** {@return the id in a request; empty where another reader finds no request} */
    private static Optional<JsonNode> id(byte[] request) {
        try {
            return JSON.readTree(request) instanceof ObjectNode object
                    ? Optional.of(object.has("id") ? object.get("id") : JSON.nullNode())
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The value of a number comes back, {@code 4} for {@code 4e0}; one with decimals as the nearest binary64 (docs/serve.md). */
    private static int compared(JsonNode sent, JsonNode back) {
        if (!sent.isNumber() || !back.isNumber()) {
            return sent.equals(back) ? 0 : 1;
        }
        boolean decimals = sent.decimalValue().scale() > 0;
        return decimals
                ? Double.compare(nearest(sent), nearest(back))
                : sent.decimalValue().compareTo(back.decimalValue());
    }

    private static double nearest(JsonNode number) {
        return Math.clamp(number.decimalValue().doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** A line break would make two requests of one; an empty line would make none. */
    private static byte[] oneLine(byte[] request) {
        byte[] line = new byte[request.length + 2];
        line[0] = ' ';
        for (int i = 0; i < request.length; i++) {
            line[i + 1] = request[i] == '\n' || request[i] == '\r' ? (byte) ' ' : request[i];
        }
        line[line.length - 1] = '\n';
        return line;
    }

    private static List<byte[]> requests(Served served) throws IOException {
        return switch (served) {
            case PROTOCOL_MACHINE_RUNNER -> {
                List<byte[]> requests = new ArrayList<>();
                for (byte[] run : HostileReadersTest.files(Checkout.FIXTURES.resolve("protocols"), ".json")) {
                    requests.add(request("run", text(run)));
                    requests.add(
                            request(
                                    "validateTrace",
                                    "{\"choreographies\":[" + text(run) + "],\"trace\":["
                                            + "{\"kind\":\"sent\",\"label\":\"m\",\"receiver\":\"B\",\"sender\":\"A\",\"session\":0,\"tick\":1}]}"));
                }
                requests.add(
                        request(
                                "runSimulation",
                                "{\"global_type\":{\"kind\":\"end\"},\"scenario\":{\"name\":\"s\",\"roles\":[\"A\"],\"steps\":3},\"initial_states\":{}}"));
                requests.add(request("validateSimulationTrace", "{\"input\":{},\"trace\":[]}"));
                yield requests;
            }
            case TELLTALE_VALIDATOR -> {
                String global =
                        "{\"kind\":\"rec\",\"var\":\"t\",\"body\":{\"kind\":\"comm\",\"sender\":\"A\",\"receiver\":\"B\","
                                + "\"branches\":[{\"label\":{\"name\":\"m\",\"sort\":\"nat\"},\"continuation\":{\"kind\":\"var\",\"name\":\"t\"}},"
                                + "{\"label\":{\"name\":\"n\",\"sort\":\"unit\"},\"continuation\":{\"kind\":\"end\"}}]}}";
                String local =
                        "{\"kind\":\"rec\",\"var\":\"t\",\"body\":{\"kind\":\"send\",\"partner\":\"B\",\"branches\":"
                                + "[{\"label\":{\"name\":\"m\",\"sort\":\"nat\"},\"continuation\":{\"kind\":\"var\",\"name\":\"t\"}}]}}";
                yield List.of(
                        request("project", "{\"global_type\":" + global + ",\"roles\":[\"A\",\"B\"]}"),
                        request("export_projection", "{\"global_type\":" + global + ",\"role\":\"A\"}"),
                        request("export_all_projections", "{\"global_type\":" + global + "}"),
                        request("check_async_subtype", "{\"subtype\":" + local + ",\"supertype\":" + local + "}"),
                        request("check_orphan_free", "{\"local_type\":" + local + "}"),
                        request("check_regular_practical_fragment", "{\"local_type\":" + local + "}"),
                        request(
                                "validate",
                                "{\"choreography\":" + global + ",\"program\":{\"role\":\"A\",\"local_type\":" + local
                                        + "}}"));
            }
            case PROTOCOL_MACHINE_VALIDATOR ->
                List.of(
                        request("inspectCapabilityModel", "{\"finalization\":{},\"runtime_upgrade\":{}}"),
                        request("verifyProtocolBundle", "{\"claims\":{},\"participants\":[\"A\"]}"),
                        request("validateReconfigurationTransition", "{\"policy\":{},\"epoch\":1,\"members\":[]}"));
            case CONFORMANCE_RUNNER -> {
                String stream =
                        "{\"kind\":\"rec\",\"var\":\"t\",\"body\":{\"kind\":\"comm\",\"sender\":\"A\",\"receiver\":\"B\","
                                + "\"branches\":[{\"label\":{\"name\":\"m\",\"sort\":\"nat\"},\"continuation\":{\"kind\":\"var\",\"name\":\"t\"}},"
                                + "{\"label\":{\"name\":\"n\",\"sort\":\"unit\"},\"continuation\":{\"kind\":\"end\"}}]}}";
                String events = "[{\"role\":\"A\",\"action\":\"send\",\"peer\":\"B\",\"label\":\"m\"},"
                        + "{\"role\":\"B\",\"action\":\"receive\",\"peer\":\"A\",\"label\":\"m\"}]";
                yield List.of(
                        request("conform", "{\"global_type\":" + stream + ",\"events\":" + events + "}"),
                        request(
                                "conform",
                                "{\"global_type\":{\"kind\":\"end\"},\"events\":[{\"role\":\"A\",\"action\":\"end\"}]}"),
                        request("role_equivalent", "{\"left\":" + events + ",\"right\":" + events + "}"));
            }
            case HEAP_PARITY_RUNNER ->
                List.of(request(
                        "run_fixture", text(Files.readAllBytes(Checkout.FIXTURES.resolve("heap/practice.json")))));
            case SIMULATOR_PARITY_TESTS ->
                List.of(
                        request("checkFixtures", "null"),
                        request(
                                "fieldStep",
                                "{\"field\":{\"layer\":\"mean_field\",\"beta\":\"3/2\",\"step_size\":\"1/100\"},\"state\":[\"1/2\",\"1/2\"],\"peers\":[],\"phase\":0}"),
                        request(
                                "fieldStep",
                                "{\"field\":{\"layer\":\"hamiltonian\",\"spring_constant\":\"1\",\"mass\":\"2\",\"step_size\":\"1/100\"},\"state\":[\"1/2\",\"1/2\"],\"peers\":[[\"1\",\"0\"]],\"phase\":1}"));
            case SEMANTIC_EFFECT_PARITY_RUNNER, SEARCH_PARITY_RUNNER -> List.of(request("bundle", "{}"));
        };
    }

    private static String text(byte[] utf8) {
        return new String(utf8, UTF_8);
    }

    private static byte[] request(String operation, String payload) {
        return ("{\"id\":1,\"operation\":\"" + operation + "\",\"payload\":" + payload + "}").getBytes(UTF_8);
    }
}
