package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.files.ProjectFolders;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import dev.paritas.testsupport.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
final class DoctorCommandTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder = Path.of("");

    private Map<String, Need> needs(Map<String, String> environment, Duration deadline) {
        return new Surroundings(Optional.of(ProjectFolders.at(folder)), environment, deadline)
                .needs().stream().collect(Collectors.toMap(Need::name, Function.identity()));
    }

    private Map<String, String> path() {
        return Map.of("PATH", folder.resolve("bin").toString());
    }

    private void program(String name, String... lines) throws IOException {
        Executables.script(folder.resolve("bin").resolve(name), lines);
    }

    @Test
    void programs_are_asked_for_their_version() throws IOException {
        program("node", "echo v26.1");
        program("mvn", "printf '\\033[1mApache Maven 4\\033[m\\nmore\\n'");
        program("npm", "echo broken >&2; exit 3");
        Map<String, Need> needs = needs(path(), LONG);
        assertThat(needs.get("node")).extracting(Need::there, Need::found).containsExactly(true, "v26.1");
        assertThat(needs.get("mvn")).extracting(Need::there, Need::found).containsExactly(true, "Apache Maven 4");
        assertThat(needs.get("npm")).extracting(Need::there, Need::found).containsExactly(false, "broken");
        assertThat(needs.get("podman")).extracting(Need::there, Need::found).containsExactly(false, "not on the PATH");
        assertThat(needs.values())
                .noneMatch(need -> need.daily() && List.of("node", "npm").contains(need.name()));
    }

    @Test
    void a_program_that_says_nothing_in_time_is_missing() throws IOException {
        program("node", "while :; do :; done");
        assertThat(needs(path(), Duration.ofMillis(300)).get("node"))
                .extracting(Need::there, Need::found)
                .containsExactly(false, "it does not answer: CHILD_TIMEOUT");
    }

    @Test
    void what_a_project_has_is_found() throws IOException {
        assertThat(needs(path(), LONG).get("corpus")).matches(need -> !need.there());
        Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(folder.resolve("corpus/index.json"), "{}");
        Files.createDirectories(folder.resolve("fixtures"));
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/paritas.jar"), "");
        for (String runner : List.of(
                "telltale_validator",
                "protocol_machine_runner",
                "protocol_machine_validator",
                "heap_parity_runner",
                "semantic_effect_parity_runner",
                "search_parity_runner",
                "conformance_runner")) {
            Executables.script(folder.resolve("runners").resolve(runner), "exit 0");
        }
        assertThat(needs(path(), LONG).get("runners"))
                .extracting(Need::there, Need::found)
                .containsExactly(false, "7 of 8");
        Executables.script(folder.resolve("runners/simulator_parity_tests"), "exit 0");
        assertThat(needs(path(), LONG).values().stream().filter(Need::daily).filter(need -> !need.there()))
                .isEmpty();
    }

    @Test
    void values_of_the_environment_are_looked_at_and_not_shown() throws IOException {
        Path reference = folder.resolve("kept-apart");
        Files.createDirectories(reference);
        Files.writeString(reference.resolve("index.json"), "{}");
        Map<String, String> environment = Map.of(
                "PATH", folder.resolve("bin").toString(),
                "PARITAS_REFERENCE", reference.toString(),
                "PARITAS_LEAN_RUNNERS", folder.resolve("runners-of-mine").toString(),
                "TOKEN", "hidden-word");
        Map<String, Need> needs = needs(environment, LONG);
        assertThat(needs.get("reference")).matches(Need::there);
        assertThat(needs.values().stream().map(Need::text))
                .noneMatch(line -> line.contains("kept-apart") || line.contains("-of-mine") || line.contains("hidden"));
    }

    @Test
    void what_is_missing_is_told_with_what_it_adds() {
        Ran ran = Ran.paritas("doctor", "--root", folder.toString());
        assertThat(ran.exit()).isEqualTo(ExitCode.DIVERGE);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .allMatch(line -> line.startsWith("OK    ")
                        || (line.startsWith("MISS  ") && line.contains(" adds: ") && line.contains("; install: ")));
        assertThat(ran.out().lines())
                .anyMatch(line -> line.startsWith("MISS  corpus "))
                .anyMatch(line -> line.startsWith("OK    JDK 25 "));
        assertThat(Ran.paritas("doctor", "--root", folder + "/nowhere").err()).startsWith("error: ROOT_MISSING at ");
    }

    @Test
    void the_document_says_the_same() {
        Ran ran = Ran.paritas("doctor", "--json", "--root", Checkout.ROOT.toString());
        JsonValue.Obj document = (JsonValue.Obj) Json.json(ran.out());
        assertThat(document.members()).containsOnlyKeys("needs", "ready");
        assertThat(document.members().get("ready")).isEqualTo(new JsonValue.Bool(ran.exit() == 0));
        assertThat(document.members().get("needs"))
                .isInstanceOfSatisfying(
                        JsonValue.Array.class,
                        needs -> assertThat(needs.elements())
                                .hasSizeGreaterThan(10)
                                .allSatisfy(need -> assertThat(((JsonValue.Obj) need).members())
                                        .containsOnlyKeys("adds", "daily", "found", "install", "name", "there")));
    }
}
