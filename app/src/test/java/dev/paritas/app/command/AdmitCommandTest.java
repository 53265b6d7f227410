package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code paritas admit}: the checks of an admission (docs/spec/31-capabilities-composition-durability.md §9). */
final class AdmitCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path request = Path.of("");

    @BeforeEach
    void draft() {
        Path choreography = folder.resolve("ping-pong.json");
        Ran.paritas("sample", "--output", choreography.toString());
        request = folder.resolve("request.json");
        assertThat(Ran.paritas("admit", "--draft", choreography.toString(), "--output", request.toString()))
                .isEqualTo(new Ran(0, "Wrote to " + request + "\n", ""));
    }

    @Test
    void a_draft_is_admitted() {
        assertThat(Ran.paritas("admit", request.toString())).isEqualTo(new Ran(0, "admitted  bundle\n", ""));
        assertThat(Ran.paritas("admit", "--json", request.toString()).out())
                .contains("\"admitted\":true", "\"refusal\":null", "\"fairness_assumptions\":[\"schedule_confluence\"");
    }

    /** One thing that is not proved; the texts are those of the specification. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "link_ok_full": true            | "link_ok_full": false            | missing LinkOKFull compatibility evidence
            "determinism": [                | "determinism": [],"_": [         | ?
            "role_addressed_routing": true  | "role_addressed_routing": false  | transport `InMemoryChannelTransport` does not satisfy required contract `role_addressed_routing`
            "output_condition_gating": true | "output_condition_gating": false | missing required capability `execution_profile`
            """)
    void what_is_not_proved_is_named(String proved, String not, String reason) throws IOException {
        Ran ran = Ran.withInput(Files.readString(request).replace(proved, not), "admit", "-");
        if (reason.equals("?")) {
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.err()).startsWith("error: UNKNOWN_MEMBER at - /bundles/0/certificate/theorem_pack");
        } else {
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.out()).startsWith("refused   bundle: bundle `bundle` rejected: " + reason + "\n");
        }
    }

    @Test
    void a_configuration_that_no_machine_takes_is_refused_at_its_place() throws IOException {
        Ran ran = Ran.withInput(
                Files.readString(request).replaceFirst("\"max_sessions\": \\d+", "\"max_sessions\": 0"), "admit", "-");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("error: INVALID_CONFIG at - /config: ").contains("max_sessions must be > 0");
    }

    @Test
    void a_request_without_bundles_decides_nothing() {
        Ran ran = Ran.withInput("{\"schema_version\":\"paritas.admission.v1\",\"bundles\":[]}", "admit", "-");
        assertThat(ran).isEqualTo(new Ran(4, "", "the request names no bundle\n"));
    }

    @Test
    void claims_that_contradict_each_other_are_noted() throws IOException {
        String text = Files.readString(request);
        String claimed = text.replaceFirst(
                "\"responsiveness\": null",
                "\"responsiveness\": {\"leader_based\": true, \"requires_stable_period\": true}");
        assertThat(claimed).isNotEqualTo(text);
        String both = claimed.replaceFirst(
                "\"partial_synchrony\": null", "\"partial_synchrony\": {\"timing\": \"Asynchronous\"}");
        assertThat(Ran.withInput(both, "admit", "-").out())
                .contains("note: the claims of partial_synchrony contradict each other");
    }

    @Test
    void a_request_and_a_draft_exclude_each_other() {
        assertThat(Ran.paritas("admit", request.toString(), "--draft", "x").exit())
                .isEqualTo(2);
        assertThat(Ran.paritas("admit").exit()).isEqualTo(2);
    }
}
