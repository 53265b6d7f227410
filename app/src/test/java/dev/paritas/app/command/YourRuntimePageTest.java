package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paritas.testsupport.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner of docs/your-runtime.md does what the page says; skipped where there is no python3. */
final class YourRuntimePageTest {
    @TempDir
    private Path folder = Path.of("");

    private Path runner = Path.of("");
    private Path protocol = Path.of("");

    @BeforeEach
    void write() throws IOException {
        assumeTrue(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "python3"))),
                "there is no python3 here");
        Map<String, String> files = DocumentedPage.of(
                        "your-runtime.md", Files.readString(Checkout.ROOT.resolve("docs/your-runtime.md")))
                .files();
        runner = folder.resolve("runner.py");
        protocol = folder.resolve("order.tell");
        Files.writeString(runner, Objects.requireNonNull(files.get("runner.py")));
        Files.writeString(protocol, Objects.requireNonNull(files.get("order.tell")));
    }

    private Ran compare(Path file, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "compare",
                "--runner",
                "python3 '" + runner + "'",
                "--validate-traffic",
                "--reproducers",
                folder.resolve("out").toString(),
                file.toString()));
        line.addAll(List.of(more));
        return Ran.paritas(line.toArray(String[]::new));
    }

    @Test
    void it_agrees_as_the_page_shows() {
        Ran ran = compare(protocol);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("agree: 8 and 8 events, 19 and 0 steps\n")
                .contains("\nmode role: ", "runner.py (executable ", "not compared: openings of sessions");
    }

    @Test
    void it_agrees_on_every_protocol_of_the_examples_and_on_endless_ones() throws IOException {
        try (var files = Files.list(Checkout.ROOT.resolve("examples/protocols"))) {
            files.forEach(file -> {
                Ran ran = compare(file, "--all-branches");
                assertThat(ran.exit()).as(file + "\n" + ran.out()).isZero();
            });
        }
        Ran endless = compare(Checkout.FIXTURES.resolve("protocols/loop.json"));
        assertThat(endless.exit()).isZero();
        assertThat(endless.out()).contains("one side used up its steps before");
    }

    @Test
    void its_adapter_works_as_the_page_shows() throws IOException {
        Ran ran = Ran.paritas("smoke", "--runner", "python3 '" + runner + "'");
        String page = Files.readString(Checkout.ROOT.resolve("docs/your-runtime.md"));
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out().lines().filter(line -> !line.endsWith(" ms a request")))
                .hasSize(13)
                .allSatisfy(line -> assertThat(page).contains("\n" + line + "\n"));
    }

    @Test
    void it_takes_every_branch_as_the_page_shows() throws IOException {
        Ran ran = compare(protocol, "--all-branches");
        String page = Files.readString(Checkout.ROOT.resolve("docs/your-runtime.md"));
        assertThat(ran.out().lines().filter(line -> !line.startsWith("traffic")))
                .hasSize(4)
                .allSatisfy(line -> assertThat(page).contains(line + "\n"));
    }

    @Test
    void a_runtime_that_is_wrong_on_one_branch_is_found_there() throws IOException {
        String sound = Files.readString(runner);
        Files.writeString(
                runner,
                sound.replace(
                        "        elif here[\"kind\"]",
                        "            if branch[\"label\"][\"name\"] == \"Refuse\": return trace, True\n        elif here[\"kind\"]"));
        assertThat(compare(protocol).exit()).isZero();
        Ran ran = compare(protocol, "--all-branches");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("path 2 of 2 Seller:Refuse: diverge: 6 and 4 events", "\ndiverge: 1 of 2 paths agree\n");
    }

    private Ran check(String... more) {
        List<String> line = new ArrayList<>(
                List.of("check", "--root", Checkout.ROOT.toString(), "--runner", "python3 '" + runner + "'"));
        line.addAll(List.of(more));
        return Ran.paritas(line.toArray(String[]::new));
    }

    @Test
    @Tag("slow")
    void it_is_held_to_the_corpus_and_to_fresh_protocols() {
        Ran ran = check("--fuzz", "25", "--seed", "1");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern(
                        "OK   the machine against the runner on the protocols of the corpus \\(1\\d\\d cases\\)")
                .containsPattern(
                        "OK   the machine against the runner on fresh protocols, --fuzz 25 --seed 1 \\(\\d\\d cases\\)")
                .contains("again: the same with --fuzz 25 --seed 1");
    }

    @Test
    void what_a_wrong_runtime_does_is_made_small_and_kept() throws IOException {
        String sound = Files.readString(runner);
        Files.writeString(runner, sound.replace("[\"branches\"][0]", "[\"branches\"][-1]"));
        Ran ran = check("--select", "fuzz", "--fuzz", "4", "--seed", "1");
        assertThat(ran.exit()).as(ran.out()).isEqualTo(1);
        assertThat(ran.out())
                .contains("FAIL the machine against the runner on fresh protocols", "; replay: paritas compare");
    }

    @Test
    void workers_are_processes_that_answer_at_the_same_time_and_change_no_report() throws IOException {
        String sound = Files.readString(runner);
        Files.writeString(runner, sound.replace("[\"branches\"][0]", "[\"branches\"][-1]"));
        String alone = report(check("--select", "fuzz", "--fuzz", "4", "--seed", "1"));
        assertThat(report(check("--select", "fuzz", "--fuzz", "4", "--seed", "1", "--workers", "3")))
                .isEqualTo(alone);
        // Each waits until another one has come: nobody answers where they come one by one.
        Files.writeString(
                runner,
                "import os, sys, time\nplace = r'" + folder + "'\nopen(place + '/here-%d' % os.getpid(), 'w')\n"
                        + "end = time.time() + 20\nwhile sum(n.startswith('here-') for n in os.listdir(place)) < 2:\n"
                        + "    time.sleep(0.02)\n    if time.time() > end: sys.exit('nobody else came')\n"
                        + sound.replace("#!/usr/bin/env python3\n", ""));
        Ran together = check("--select", "fuzz", "--fuzz", "2", "--seed", "1", "--workers", "2");
        assertThat(together.exit()).as(together.out()).isZero();
    }

    private static String report(Ran ran) {
        assertThat(ran.exit()).as(ran.out()).isEqualTo(1);
        return ran.out()
                .lines()
                .filter(line -> line.startsWith("report sha256="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_runner_that_refuses_everything_or_is_not_there_is_no_pass() throws IOException {
        Files.writeString(runner, "import sys\nsys.exit('uncaught exception: not today')\n");
        Ran refusing = check("--select", "fuzz", "--fuzz", "5", "--seed", "1");
        assertThat(refusing.exit()).as(refusing.out()).isEqualTo(1);
        Files.delete(runner);
        Ran gone = check("--select", "fuzz", "--fuzz", "5", "--seed", "1");
        assertThat(gone.exit()).as(gone.out()).isEqualTo(3);
        String nowhere = folder.resolve("nowhere").toString();
        assertThat(Ran.paritas("check", "--root", Checkout.ROOT.toString(), "--runner", nowhere, "--fuzz", "1")
                        .exit())
                .isEqualTo(4);
        assertThat(Ran.paritas("check", "runner").exit()).isEqualTo(2);
    }

    @Test
    void a_runtime_that_loses_a_message_or_stops_is_found() throws IOException {
        String sound = Files.readString(runner);
        Files.writeString(runner, sound.replace("            tell(\"received\", **message)\n", ""));
        assertThat(compare(protocol).out()).startsWith("diverge").contains("role ");
        Files.writeString(runner, sound.replace("and len(trace) < most", "and len(trace) < 4"));
        assertThat(compare(protocol).out()).startsWith("diverge");
        Files.writeString(
                runner,
                sound.replace("and len(trace) < most", "and False")
                        .replace("sum(len(trace) for trace, _ in runs)", "10**6"));
        assertThat(compare(protocol).out())
                .as("it has used up its steps and done nothing")
                .startsWith("diverge");
    }
}
