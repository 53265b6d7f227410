package dev.paritas.app.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.Traffic.Way;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class TrafficSchemasTest {
    private final TrafficSchemas traffic = new TrafficSchemas();

    @Test
    void a_question_that_keeps_its_schema_is_counted() throws IOException {
        traffic.seen(
                Peer.MACHINE,
                "run",
                Way.QUESTION,
                Files.readAllBytes(Checkout.FIXTURES.resolve("protocols/ping_pong.json")));
        assertThat(traffic.isSound()).isTrue();
        assertThat(traffic.lines())
                .containsExactly("traffic: 1 documents held to their schemas, 0 of them break one; 0 have no schema");
    }

    @Test
    void an_answer_that_breaks_its_schema_is_told_with_its_place() {
        traffic.seen(Peer.MACHINE, "run", Way.ANSWER, "{\"trace\":7}".getBytes(StandardCharsets.UTF_8));
        assertThat(traffic.isSound()).isFalse();
        assertThat(traffic.lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("protocol_machine_runner run: answer breaks lean_bridge.v1/run_output at ");
    }

    @Test
    void what_has_no_schema_is_counted_and_of_many_violations_the_first_are_told() {
        byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
        traffic.seen(Peer.VALIDATOR, "validate", Way.ANSWER, nothing);
        for (int i = 0; i < 100; i++) {
            traffic.seen(Peer.HEAP, "run_fixture", Way.ANSWER, nothing);
        }
        assertThat(traffic.lines())
                .hasSize(21)
                .last()
                .isEqualTo("traffic: 100 documents held to their schemas, 100 of them break one; 1 have no schema");
    }
}
