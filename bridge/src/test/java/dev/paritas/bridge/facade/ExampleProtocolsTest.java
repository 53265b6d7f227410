package dev.paritas.bridge.facade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.Comparison;
import dev.paritas.bridge.Conformance;
import dev.paritas.bridge.Event;
import dev.paritas.bridge.Implementation;
import dev.paritas.bridge.Parity;
import dev.paritas.bridge.Run;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The protocols of {@code examples/protocols}: each projects, runs to its end, compares, and its run conforms. */
class ExampleProtocolsTest {
    @TempDir
    Path folder;

    static Stream<Path> protocols() throws IOException {
        try (Stream<Path> files = Files.list(Checkout.ROOT.resolve("examples/protocols"))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void there_are_ten() throws IOException {
        assertThat(protocols()).hasSize(10).allMatch(file -> file.toString().endsWith(".tell"));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void it_projects_runs_compares_and_conforms(Path file) throws IOException {
        Choreography protocol = Choreography.read(file);
        assertThat(protocol.problems()).isEmpty();
        assertThat(protocol.project()).containsOnlyKeys(protocol.roles());
        try (Implementation machine = Implementation.machine();
                Implementation model = Implementation.model()) {
            Run run = machine.run(protocol, 1000);
            assertThat(run.end()).as(run.toString()).isEqualTo("completed");
            conforms(protocol, run);
            Comparison comparison = Parity.of(protocol).between(machine, model).compare();
            // The model has no projection that merges branches (docs/comparison.md, known divergences).
            assertThat(comparison.agrees() || comparison.explain().contains("(merged_projection)"))
                    .as(comparison.explain())
                    .isTrue();
        }
    }

    private void conforms(Choreography protocol, Run run) throws IOException {
        List<String> log = run.events().stream()
                .filter(event -> event.label().isPresent())
                .map(ExampleProtocolsTest::line)
                .toList();
        Path file = folder.resolve("log.jsonl");
        Files.write(file, log);
        Conformance whole = protocol.conform(file);
        assertThat(whole.outcome()).as(whole.explain()).isEqualTo(Conformance.Outcome.COMPLETE);
        for (int lost = 0; lost < log.size(); lost++) {
            List<String> without = new ArrayList<>(log);
            without.remove(lost);
            Files.write(file, without);
            assertThat(protocol.conform(file).outcome())
                    .as("without line %d", lost + 1)
                    .isNotEqualTo(Conformance.Outcome.COMPLETE);
        }
    }

    private static String line(Event event) {
        String sender = event.sender().orElseThrow();
        String receiver = event.receiver().orElseThrow();
        boolean sent = event.kind().equals("sent");
        return "{\"role\":\"%s\",\"action\":\"%s\",\"peer\":\"%s\",\"label\":\"%s\"}"
                .formatted(
                        sent ? sender : receiver,
                        sent ? "send" : "receive",
                        sent ? receiver : sender,
                        event.label().orElseThrow());
    }
}
