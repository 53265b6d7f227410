package dev.paritas.bridge.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.role.HeapParityRunnerMain;
import dev.paritas.bridge.role.ProtocolMachineRunnerMain;
import dev.paritas.bridge.role.ProtocolMachineValidatorMain;
import dev.paritas.bridge.role.SearchParityRunnerMain;
import dev.paritas.bridge.role.SemanticEffectRunnerMain;
import dev.paritas.bridge.role.SimulatorParityTests;
import dev.paritas.bridge.role.TelltaleValidator;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation of every serving executable: one line, one answer, whatever stood on the line. */
@Tag("slow")
class HostileRequestsTest {
    private static final Path ROOT = Path.of(System.getProperty("paritas.root"));
    /** So many requests share one start of the program. */
    private static final int BATCH = 50;

    /** A program over its three streams. */
    @FunctionalInterface
    private interface Main {
        int run(List<String> args, InputStream in, OutputStream out, OutputStream err);
    }

    private enum Served {
        PROTOCOL_MACHINE_RUNNER(ProtocolMachineRunnerMain::run),
        TELLTALE_VALIDATOR(TelltaleValidator::run),
        PROTOCOL_MACHINE_VALIDATOR(ProtocolMachineValidatorMain::run),
        HEAP_PARITY_RUNNER(HeapParityRunnerMain::run),
        SIMULATOR_PARITY_TESTS(SimulatorParityTests::run),
        SEMANTIC_EFFECT_PARITY_RUNNER(SemanticEffectRunnerMain::run),
        SEARCH_PARITY_RUNNER(SearchParityRunnerMain::run);

        private final Main main;

        Served(Main main) {
            this.main = main;
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_line_has_one_answer(Served served) throws IOException {
        HostileRun run = new HostileRun(served.name().toLowerCase(java.util.Locale.ROOT));
        TextDamage damage = new TextDamage(HostileRun.seed() + served.ordinal());
        List<byte[]> sound = requests(served);
        int batches = HostileRun.share(120_000) / Served.values().length / BATCH + 1;
        for (int i = 0; i < batches; i++) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (int j = 0; j < BATCH; j++) {
                lines.writeBytes(oneLine(damage.damaged(sound.get((i + j) % sound.size()))));
            }
            run.one(i, lines.toByteArray(), input -> answered(served, input));
        }
        run.end();
    }

    private static void answered(Served served, byte[] input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = served.main.run(List.of("--serve"), new ByteArrayInputStream(input), out, err);
        assertThat(code).isZero();
        assertThat(err.size()).as("bytes on standard error").isZero();
        List<String> answers = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(answers).hasSize(BATCH + 1);
        for (String answer : answers.subList(1, answers.size())) {
            JsonValue.Obj object = (JsonValue.Obj) JsonInput.read(
                    answer, ReadPolicy.STRICT.withMaxBytes(1L << 30).withMaxDepth(1_000), JsonValue.CODEC);
            assertThat(object.members()).containsKey("id").hasSize(2);
            if (object.members().get("error") instanceof JsonValue.Obj error) {
                assertThat(((JsonValue.Text)
                                        Objects.requireNonNull(error.members().get("code")))
                                .value())
                        .matches("[A-Z][A-Z_0-9]+");
                assertThat(((JsonValue.Text)
                                        Objects.requireNonNull(error.members().get("message")))
                                .value())
                        .doesNotContain("Exception", "java.", "dev.paritas", "tools.jackson");
            } else {
                assertThat(object.members()).containsKey("result");
            }
        }
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
                for (byte[] run : HostileReadersTest.files(ROOT.resolve("fixtures/protocols"), ".json")) {
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
            case HEAP_PARITY_RUNNER ->
                List.of(request("run_fixture", text(Files.readAllBytes(ROOT.resolve("fixtures/heap/practice.json")))));
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
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] request(String operation, String payload) {
        return ("{\"id\":1,\"operation\":\"" + operation + "\",\"payload\":" + payload + "}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
