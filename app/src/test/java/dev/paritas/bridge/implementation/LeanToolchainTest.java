package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which Lean runner is taken, and why, with toolchains made of empty files. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake toolchains are marked executable the POSIX way")
class LeanToolchainTest {
    private static final String NAME = "telltale_validator";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private LeanToolchain find() {
        return LeanToolchain.find(folder.resolve("lean"), environment, NAME);
    }

    private Path executable(String file) throws IOException {
        return Executables.of(folder.resolve(file), "");
    }

    private void onPath(String... programs) throws IOException {
        for (String program : programs) {
            executable("bin/" + program);
        }
        environment.put("PATH", folder.resolve("empty") + ":" + folder.resolve("bin"));
    }

    private Path npmBuild() throws IOException {
        Path runner = executable("lean/.build/bin/" + NAME);
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Files.writeString(cache.resolve("complete"), "");
        Files.writeString(folder.resolve("lean/.build/toolchain"), cache + "\n");
        return runner;
    }

    private static void assertFound(LeanToolchain toolchain, LeanSource source, Path executable) {
        assertThat(toolchain).isInstanceOfSatisfying(LeanToolchain.Found.class, found -> {
            assertThat(found.source()).isEqualTo(source);
            assertThat(found.executable()).isEqualTo(executable);
            assertThat(found.why()).isNotBlank();
        });
    }

    @Test
    void the_order_is_setting_native_runner_native_lean_npm() throws IOException {
        onPath("lean", "lake", "node");
        Path npm = npmBuild();
        Path launcher = executable("lean/native/" + NAME);
        Path built = executable("lean/.lake/build/bin/" + NAME);
        Path set = executable("mine/" + NAME);
        environment.put(LeanToolchain.SETTING, folder.resolve("mine").toString());
        assertFound(find(), LeanSource.SETTING, set);
        environment.remove(LeanToolchain.SETTING);
        assertFound(find(), LeanSource.NATIVE_RUNNER, built);
        Files.delete(built);
        assertFound(find(), LeanSource.NATIVE_LEAN, launcher);
        Files.delete(folder.resolve("bin/lake"));
        assertFound(find(), LeanSource.NPM, npm);
    }

    @Test
    void a_wrong_setting_is_told_and_nothing_else_is_tried() throws IOException {
        onPath("node");
        npmBuild();
        environment.put(LeanToolchain.SETTING, folder.resolve("nowhere").toString());
        assertThat(find())
                .isInstanceOfSatisfying(
                        LeanToolchain.Unavailable.class,
                        none -> assertThat(none.reason())
                                .isEqualTo("PARITAS_LEAN_RUNNERS names " + folder.resolve("nowhere")
                                        + ", where no executable telltale_validator is"));
        Files.createDirectories(folder.resolve("plain"));
        Files.writeString(folder.resolve("plain").resolve(NAME), "not executable");
        environment.put(LeanToolchain.SETTING, folder.resolve("plain").toString());
        assertThat(find()).isInstanceOf(LeanToolchain.Unavailable.class);
    }

    @Test
    void without_any_every_way_has_its_reason() {
        assertThat(find())
                .isInstanceOfSatisfying(
                        LeanToolchain.Unavailable.class,
                        none -> assertThat(none.why())
                                .containsExactly(
                                        "PARITAS_LEAN_RUNNERS is not set",
                                        "lake has built no telltale_validator",
                                        "lean and lake are not on the PATH",
                                        "the npm Lean has built no telltale_validator (just lean-setup, just lean-build)"));
    }

    @Test
    void an_npm_build_needs_node_and_the_lean_that_built_it() throws IOException {
        npmBuild();
        assertThat(reason()).endsWith("the npm Lean needs node, which is not on the PATH");
        onPath("node");
        Files.delete(folder.resolve("cache/complete"));
        assertThat(reason()).endsWith("the npm Lean that built telltale_validator is gone (just lean-setup)");
        Files.delete(folder.resolve("lean/.build/toolchain"));
        assertThat(reason()).endsWith("the npm Lean that built telltale_validator is gone (just lean-setup)");
    }

    private String reason() {
        return find() instanceof LeanToolchain.Unavailable none ? none.reason() : "found";
    }

    @Test
    void the_report_names_the_way_and_the_reason() throws IOException {
        Path built = executable("lean/.lake/build/bin/" + NAME);
        assertThat(find().report())
                .isEqualTo(new JsonValue.Obj(Map.of(
                        "from",
                        new JsonValue.Text("native-runner"),
                        "path",
                        new JsonValue.Text(built.toString()),
                        "why",
                        new JsonValue.Text("lake has built it"))));
        Files.delete(built);
        assertThat(find().report().compactText())
                .startsWith("{\"from\":null,\"why\":\"PARITAS_LEAN_RUNNERS is not set;");
    }

    @Test
    void each_runner_is_looked_for_by_its_own_name() throws IOException {
        Path heap = executable("lean/.lake/build/bin/" + LeanToolchain.HEAP);
        assertThat(LeanToolchain.RUNNERS)
                .doesNotHaveDuplicates()
                .contains(LeanToolchain.MACHINE, LeanToolchain.HEAP)
                .allSatisfy(name -> {
                    LeanToolchain found = LeanToolchain.find(folder.resolve("lean"), environment, name);
                    if (name.equals(LeanToolchain.HEAP)) {
                        assertFound(found, LeanSource.NATIVE_RUNNER, heap);
                    } else {
                        assertThat(found).isInstanceOf(LeanToolchain.Unavailable.class);
                    }
                });
    }
}
