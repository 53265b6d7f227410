package dev.paritas.bridge.facade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.testsupport.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The programs of docs/java.md compile for Java 21, run, and print what the page shows. */
class JavaPageTest {
    private static final Path PAGE = Checkout.ROOT.resolve("docs/java.md");
    private static final Pattern BLOCK = Pattern.compile("```(java|tell|output)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^class (\\w+) ", Pattern.MULTILINE);

    /** @param name of the class */
    private record Program(String name, String source, String output) {
        boolean usesOpenTelemetry() {
            return source.contains("import io.opentelemetry.");
        }
    }

    @TempDir
    Path folder;

    private static List<String> blocks(String language) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            if (block.group(1).equals(language)) {
                found.add(block.group(2));
            }
        }
        return found;
    }

    /** Each program is followed by what it prints. */
    private static List<Program> programs() throws IOException {
        List<String> sources = blocks("java");
        List<String> outputs = blocks("output");
        assertThat(outputs).hasSameSizeAs(sources);
        List<Program> programs = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Matcher name = CLASS.matcher(sources.get(i));
            assertThat(name.find()).isTrue();
            programs.add(new Program(name.group(1), sources.get(i), outputs.get(i)));
        }
        return programs;
    }

    @TestFactory
    List<DynamicTest> each_program_prints_what_the_page_shows() throws IOException {
        Files.writeString(folder.resolve("greeting.tell"), blocks("tell").getFirst());
        return programs().stream()
                .map(program -> DynamicTest.dynamicTest(
                        program.name(), () -> assertThat(printed(program)).isEqualTo(program.output())))
                .toList();
    }

    @Test
    void only_who_watches_spans_needs_opentelemetry() throws IOException {
        Program spans = programs().stream()
                .filter(Program::usesOpenTelemetry)
                .findFirst()
                .orElseThrow();
        compile(spans);
        assertThat(run(spans, classPathWithoutOpenTelemetry()).stderrText()).contains("NoClassDefFoundError");
    }

    @Test
    void the_page_shows_every_step() throws IOException {
        assertThat(programs())
                .extracting(Program::name)
                .containsExactly("Project", "RunIt", "Compare", "Check", "Watch", "Spans");
    }

    /** A program runs with no more than it needs: no other than the one that makes spans has OpenTelemetry. */
    private String printed(Program program) throws IOException {
        compile(program);
        String classPath =
                program.usesOpenTelemetry() ? System.getProperty("java.class.path") : classPathWithoutOpenTelemetry();
        ChildResult result = run(program, classPath);
        assertThat(result.exitCode()).as(result.stderrText()).isZero();
        return new String(result.stdout(), StandardCharsets.UTF_8);
    }

    private static String classPathWithoutOpenTelemetry() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("opentelemetry-"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void compile(Program program) throws IOException {
        Path source = Files.writeString(folder.resolve(program.name() + ".java"), program.source());
        int compiled = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests run on a JDK")
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "21",
                        "-Xlint:none",
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(compiled).isZero();
    }

    private ChildResult run(Program program, String classPath) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try (ChildProcesses children = new ChildProcesses()) {
            ChildCommand command = new ChildCommand(
                            List.of(
                                    java.toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    folder + File.pathSeparator + classPath,
                                    program.name()),
                            Map.of(),
                            Optional.empty())
                    .in(folder);
            return children.run(command, new byte[0], ChildLimits.within(Duration.ofSeconds(60)));
        }
    }
}
