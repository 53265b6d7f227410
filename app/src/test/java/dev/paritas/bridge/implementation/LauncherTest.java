package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code scripts/launcher.sh}, with a JDK that only tells how it was started. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launchers are shell scripts")
final class LauncherTest {
    private static final Path SCRIPTS = Checkout.ROOT.resolve("scripts");

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void distribute() throws IOException {
        Files.createDirectories(home.resolve("runners"));
        Files.createDirectories(home.resolve("lib"));
        Files.createDirectories(home.resolve("jdk/bin"));
        executable("runners/heap_parity_runner", Files.readString(SCRIPTS.resolve("launcher.sh")));
        Files.copy(SCRIPTS.resolve("jdk25.sh"), home.resolve("lib/jdk25.sh"));
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        executable(
                "jdk/bin/java",
                "#!/bin/sh\ncase \"$*\" in *-version) exit ${PROBE:-0} ;; esac\n"
                        + "printf '%s' \"${LC_ALL:-none}\"\nprintf '|%s' \"$@\"\n");
    }

    private void executable(String file, String text) throws IOException {
        Executables.of(home.resolve(file), text);
    }

    private String started(Map<String, String> locale, String... arguments) {
        return run(locale, List.of(arguments)).requireSuccess().stdoutText();
    }

    private ChildResult run(Map<String, String> more, List<String> arguments) {
        return run(more, arguments, home.resolve("runners/heap_parity_runner").toString());
    }

    private ChildResult run(Map<String, String> more, List<String> arguments, String program) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("JAVA_HOME", home.resolve("jdk").toString());
        try (ChildProcesses children = new ChildProcesses()) {
            return children.run(
                    ChildCommand.of(environment, program).with(arguments),
                    new byte[0],
                    ChildLimits.within(Duration.ofSeconds(30)));
        }
    }

    /** Without it the virtual machine cannot open a file whose name has an umlaut. */
    @ParameterizedTest
    @CsvSource({"LANG,''", "LANG,C", "LANG,POSIX", "LC_ALL,C", "LC_ALL,POSIX", "LC_CTYPE,C"})
    void names_are_utf_8_under_the_plain_locale(String variable, String value) {
        assertThat(started(Map.of(variable, value))).startsWith("C.UTF-8|");
    }

    @Test
    void the_variable_that_counts_decides() {
        assertThat(started(Map.of("LC_CTYPE", "C", "LANG", "en_GB.UTF-8"))).startsWith("C.UTF-8|");
        assertThat(started(Map.of("LC_ALL", "C", "LC_CTYPE", "en_GB.UTF-8"))).startsWith("C.UTF-8|");
        assertThat(started(Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "en_GB.UTF-8")))
                .startsWith("none|");
        assertThat(started(Map.of("LC_ALL", "de_DE.UTF-8", "LANG", "C"))).startsWith("de_DE.UTF-8|");
    }

    @Test
    void arguments_arrive_as_they_are() {
        assertThat(started(Map.of(), "a b", "", "*", "'\""))
                .endsWith("dev.paritas.app.executable.HeapParityRunnerMain|a b||*|'\"");
    }

    private ChildResult redirected(String redirection) {
        String command = "'" + home.resolve("runners/heap_parity_runner") + "' " + redirection;
        return run(Map.of(), List.of("-c", command), "/bin/sh");
    }

    /** The number of a closed stream goes to the next file that is opened. */
    @Test
    void a_closed_stream_is_told_and_is_never_another_file() {
        assertThat(started(Map.of())).contains("|-Dparitas.stdin.closed=false|");
        assertThat(redirected("<&-").stdoutText()).contains("|-Dparitas.stdin.closed=true|");
        ChildResult mute = redirected(">&-");
        assertThat(mute.exitCode()).isEqualTo(3);
        assertThat(mute.stderrText()).isEqualTo("error: IO at standard output: it is closed\n");
        assertThat(redirected("2>&-").stdoutText()).contains("HeapParityRunnerMain");
    }

    @Test
    void a_virtual_machine_that_cannot_start_is_no_divergence() {
        Map<String, String> options = Map.of("JAVA_TOOL_OPTIONS", "-Xbad", "PROBE", "1");
        ChildResult failed = run(options, List.of());
        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.stderrText()).startsWith("error: JVM_START_FAILED: ").hasLineCount(1);
        assertThat(failed.stdoutText()).isEmpty();
        assertThat(started(Map.of("JAVA_TOOL_OPTIONS", "-Xgood"))).contains("HeapParityRunnerMain");
        String few = "ulimit -n 40; exec '" + home.resolve("runners/heap_parity_runner") + "'";
        assertThat(run(Map.of("PROBE", "1"), List.of("-c", few), "/bin/sh").exitCode())
                .as("with few files")
                .isEqualTo(3);
        assertThat(started(Map.of("PROBE", "1")))
                .as("without a reason nothing is tried")
                .contains("HeapParityRunnerMain");
    }

    @Test
    void under_a_limit_of_addresses_the_heap_leaves_room_for_the_rest() {
        String launcher = "'" + home.resolve("runners/heap_parity_runner") + "'";
        ChildResult limited = run(Map.of(), List.of("-c", "ulimit -v 3000000; exec " + launcher), "/bin/sh");
        assertThat(limited.stdoutText()).contains("|-Xmx1000000k|");
        assertThat(started(Map.of())).doesNotContain("-Xmx");
    }

    /** A cache and its checksum as {@code dist.sh} leaves them. */
    private Path cached() throws IOException {
        Path cache = Files.writeString(home.resolve("lib/heap_parity_runner.aot"), "recorded once");
        run(Map.of(), List.of("-c", "cksum <'" + cache + "' >'" + cache + ".cksum'"), "/bin/sh")
                .requireSuccess();
        return cache;
    }

    @Test
    void a_whole_cache_is_used_and_said_nothing_of() throws IOException {
        Path cache = cached();
        ChildResult result = run(Map.of(), List.of());
        assertThat(result.stdoutText()).contains("|-XX:AOTCache=" + cache.toRealPath() + "|");
        assertThat(result.stderrText()).isEmpty();
    }

    @Test
    void a_damaged_cache_is_removed_and_that_is_said_once() throws IOException {
        Path cache = cached();
        Files.writeString(cache, "recorded onca");
        ChildResult first = run(Map.of(), List.of());
        assertThat(first.stdoutText()).contains("HeapParityRunnerMain").doesNotContain("AOTCache", "||");
        assertThat(first.stderrText())
                .startsWith("warning: the start-up cache of heap_parity_runner was damaged and is removed")
                .hasLineCount(1);
        assertThat(cache).doesNotExist();

        ChildResult second = run(Map.of(), List.of());
        assertThat(second.stdoutText()).isEqualTo(first.stdoutText());
        assertThat(second.stderrText()).isEmpty();
    }

    @Test
    void a_cache_that_cannot_be_checked_is_neither_used_nor_removed() throws IOException {
        Path cache = cached();
        Files.delete(home.resolve("lib/heap_parity_runner.aot.cksum"));
        ChildResult unknown = run(Map.of(), List.of());
        assertThat(unknown.stdoutText()).doesNotContain("AOTCache");
        assertThat(unknown.stderrText()).isEmpty();

        cached();
        Path tools = Files.createDirectory(home.resolve("tools"));
        String command = "PATH='" + tools + "' exec '" + home.resolve("runners/heap_parity_runner") + "'";
        ChildResult unsummed = run(Map.of(), List.of("-c", command), "/bin/sh");
        assertThat(unsummed.stdoutText()).contains("HeapParityRunnerMain").doesNotContain("AOTCache");
        assertThat(unsummed.stderrText()).isEmpty();
        assertThat(cache).exists();
    }

    @Test
    void a_colon_in_the_path_is_told_in_one_sentence() throws IOException {
        Path moved = home.resolve("with:colon");
        for (String folder : List.of("runners", "lib")) {
            Files.createDirectories(moved);
            Files.move(home.resolve(folder), moved.resolve(folder));
        }
        ChildResult result = run(
                Map.of(), List.of(), moved.resolve("runners/heap_parity_runner").toString());
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stderrText()).startsWith("error: INSTALL_PATH: ").hasLineCount(1);
        assertThat(result.stdoutText()).isEmpty();
    }

    @Test
    void a_program_is_found_by_its_path_by_a_link_and_below_a_linked_folder() throws IOException {
        String direct = started(Map.of());
        Path link = Files.createSymbolicLink(
                Files.createDirectories(home.resolve("links/elsewhere")).resolve("heap_parity_runner"),
                home.resolve("runners/heap_parity_runner"));
        Path folder = Files.createSymbolicLink(home.resolve("links/elsewhere/folder"), home.resolve("runners"));
        for (String program :
                List.of(link.toString(), folder.resolve("heap_parity_runner").toString())) {
            assertThat(run(Map.of("CDPATH", "/"), List.of(), program).stdoutText())
                    .isEqualTo(direct);
        }
        String fromInside = "cd '" + home.resolve("runners") + "'; CDPATH=/; sh heap_parity_runner";
        assertThat(run(Map.of(), List.of("-c", fromInside), "/bin/sh").stdoutText())
                .isEqualTo(direct);
    }
}
