package dev.paritas.app.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paritas.app.executable.ConformanceRunnerMain;
import dev.paritas.app.executable.HeapParityRunnerMain;
import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.app.executable.ProtocolMachineValidatorMain;
import dev.paritas.app.executable.SearchParityRunnerMain;
import dev.paritas.app.executable.SemanticEffectRunnerMain;
import dev.paritas.app.executable.SimulatorParityTests;
import dev.paritas.app.executable.TelltaleValidator;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Json;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * The executables of the distribution, and those of Lean, inside a container without a network: they answer as the same
 * code does in this process. Skipped with the reason where no container engine answers or {@code just container} has not
 * made the root file system.
 */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerRunnersTest {
    private static final Path ROOT_TAR = Checkout.ROOT.resolve("target/container/root.tar");
    private static final String HEAP_FIXTURE = "/tmp/practice.json";

    /** What keeps the container from being there; empty for nothing. */
    private String missing = "";

    private RunnerContainer container;

    /** The way into a program that its executable and its tests share. */
    @FunctionalInterface
    interface Entry {
        int run(List<String> args, InputStream in, OutputStream out, OutputStream err);
    }

    /** One start of an executable. */
    record Start(String name, Entry entry, List<String> args, String stdin) {
        @Override
        public String toString() {
            return name + args;
        }
    }

    @BeforeAll
    void start() {
        missing = !Files.isRegularFile(ROOT_TAR)
                ? "there is no root file system for containers; `just container` makes it"
                : !RunnerContainer.engineAnswers() ? "no container engine answers; see docs/containers.md" : "";
        if (!missing.isEmpty()) {
            LoggerFactory.getLogger(ContainerRunnersTest.class).warn("skipped: {}", missing);
            return;
        }
        container = RunnerContainer.start(ROOT_TAR);
        container.copyIn(Checkout.FIXTURES.resolve("heap/practice.json"), HEAP_FIXTURE);
    }

    @BeforeEach
    void skipWhatIsMissing() {
        assumeTrue(missing.isEmpty(), missing);
    }

    @AfterAll
    void end() {
        if (container != null) {
            container.close();
        }
    }

    private static String fixture(String name) throws IOException {
        return Files.readString(Checkout.FIXTURES.resolve(name));
    }

    /** {@return one run request a line, for every fixture} */
    private static String runRequests() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(Checkout.FIXTURES.resolve("protocols"))) {
            for (Path file : files.sorted().toList()) {
                lines.add("{\"id\":" + lines.size() + ",\"operation\":\"run\",\"payload\":"
                        + Files.readString(file).replace("\n", "") + "}");
            }
        }
        assertThat(lines).hasSizeGreaterThan(5);
        return String.join("\n", lines) + "\n";
    }

    static Stream<Start> starts() throws IOException {
        Entry machine = ProtocolMachineRunnerMain::run;
        Entry validator = TelltaleValidator::run;
        String project =
                "{'id':1,'operation':'project','payload':{'global_type':{'kind':'comm','sender':'A','receiver':'B',"
                        + "'branches':[{'label':{'name':'m','sort':'unit'},'continuation':{'kind':'end'}}]}}}\n";
        return Stream.of(
                new Start("protocol_machine_runner", machine, List.of(), fixture("protocols/ping_pong.json")),
                new Start("protocol_machine_runner", machine, List.of(), "{\"choreographies\":"),
                new Start("protocol_machine_runner", machine, List.of("--serve"), runRequests()),
                new Start(
                        "protocol_machine_validator",
                        ProtocolMachineValidatorMain::run,
                        List.of(),
                        "{\"operation\":\"inspectCapabilityModel\",\"payload\":{}}"),
                new Start(
                        "conformance_runner",
                        ConformanceRunnerMain::run,
                        List.of(),
                        "{\"operation\":\"conform\",\"payload\":{\"global_type\":{\"kind\":\"end\"},\"events\":[]}}"),
                new Start("telltale_validator", validator, List.of("--serve"), project.replace('\'', '"')),
                new Start("telltale_validator", validator, List.of("--no-such-flag"), ""),
                new Start("simulator_parity_tests", SimulatorParityTests::run, List.of(), ""),
                new Start("search_parity_runner", SearchParityRunnerMain::run, List.of(), ""),
                new Start("semantic_effect_parity_runner", SemanticEffectRunnerMain::run, List.of(), ""),
                new Start("heap_parity_runner", HeapParityRunnerMain::run, List.of(HEAP_FIXTURE), ""));
    }

    private static RunnerContainer.Ended here(Start start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(start.stdin().getBytes(StandardCharsets.UTF_8));
        List<String> args = start.args().stream()
                .map(word -> word.equals(HEAP_FIXTURE)
                        ? Checkout.FIXTURES.resolve("heap/practice.json").toString()
                        : word)
                .toList();
        int code = start.entry().run(args, in, out, err);
        return new RunnerContainer.Ended(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static List<String> command(String executable, List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(executable);
        command.addAll(args);
        return command;
    }

    @Test
    void the_container_has_no_network() throws Exception {
        String interfaces = "process.stdout.write(Object.keys(require('os').networkInterfaces()).join())";

        assertThat(container.networkMode()).isEqualTo("none");
        assertThat(container.run("", List.of("/bin/node", "-e", interfaces)))
                .isEqualTo(new RunnerContainer.Ended(0, "lo", ""));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void an_executable_in_the_container_answers_as_its_code_does_here(Start start) throws Exception {
        RunnerContainer.Ended there =
                container.run(start.stdin(), command("/opt/paritas/runners/" + start.name(), start.args()));

        assertThat(withoutBuild(there)).isEqualTo(withoutBuild(here(start)));
    }

    /** The build in a handshake, which is the first line of what a serving program writes. */
    private static final Pattern BUILD = Pattern.compile("\\A(\\{\"implementation\":\\{)\"digest\":\"[0-9a-f]{64}\",");

    /** A handshake names the build that answers: jars there, class files here. */
    private static RunnerContainer.Ended withoutBuild(RunnerContainer.Ended ended) {
        return new RunnerContainer.Ended(
                ended.code(), BUILD.matcher(ended.out()).replaceFirst("$1"), ended.err());
    }

    /** Those that Lean has, with input that both take; refusals have texts of their own. */
    static Stream<Start> startsOfLean() throws IOException {
        return starts().filter(start -> !start.name().equals("simulator_parity_tests"))
                .filter(start -> here(start).code() == 0);
    }

    @ParameterizedTest
    @MethodSource("startsOfLean")
    void the_same_runner_in_Lean_answers_in_the_container_as_Java_does_here(Start start) throws Exception {
        assumeTrue(
                container.run("", List.of("/bin/sh", "-c", "[ -d /opt/lean ]")).code() == 0,
                "the root file system was made without Lean (just lean-setup, just lean-build, just container)");

        RunnerContainer.Ended there =
                container.run(start.stdin(), command("/opt/lean/.build/bin/" + start.name(), start.args()));

        assertThat(there.err()).isEmpty();
        assertThat(there.code()).isZero();
        assertThat(answers(start, there.out()))
                .isNotEmpty()
                .isEqualTo(answers(start, here(start).out()));
    }

    /** The conformance runner has no counterpart in Java, so nothing here answers as it does. */
    @Test
    void Lean_has_a_start_of_each_of_its_runners() throws IOException {
        assertThat(Stream.concat(startsOfLean().map(Start::name).distinct(), Stream.of(LeanToolchain.CONFORMANCE)))
                .containsExactlyInAnyOrderElementsOf(LeanToolchain.RUNNERS);
    }

    /** {@return the answers; a serving program's first line names its own version and is none} */
    private static List<JsonValue> answers(Start start, String lines) {
        return lines.lines()
                .skip(start.args().contains("--serve") ? 1 : 0)
                .map(line -> Json.json(line))
                .toList();
    }
}
