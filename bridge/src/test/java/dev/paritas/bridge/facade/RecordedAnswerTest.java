package dev.paritas.bridge.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.Comparison;
import dev.paritas.bridge.Implementation;
import dev.paritas.bridge.InputException;
import dev.paritas.bridge.Parity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a runner printed once stands in for it, and is worth no more than that. */
class RecordedAnswerTest {
    private static final Choreography GREETING =
            Choreography.parse("protocol Greeting =\n  roles Client, Server\n\n  Client -> Server : Hello\n");

    /** Written by hand, as docs/your-runtime.md shows an answer. */
    private static final String ANSWER = """
            {"schema_version":"lean_bridge.v1","concurrency":1,"steps_executed":4,"status":"completed",
             "sessions":[{"schema_version":"lean_bridge.v1","sid":0,"terminal":true}],
             "trace":[
              {"schema_version":"lean_bridge.v1","kind":"sent","tick":1,"session":0,"sender":"Client","receiver":"Server","label":"Hello"},
              {"schema_version":"lean_bridge.v1","kind":"received","tick":2,"session":0,"sender":"Client","receiver":"Server","label":"Hello"}]}
            """;

    @TempDir
    Path folder;

    private Comparison compared(String answer) throws IOException {
        Path file = Files.writeString(folder.resolve("answer.json"), answer);
        try (Implementation machine = Implementation.machine();
                Implementation earlier = Implementation.recorded(file)) {
            return Parity.of(GREETING)
                    .between(machine, earlier)
                    .mode(Parity.Mode.ROLE)
                    .compare();
        }
    }

    @Test
    void an_answer_of_earlier_agrees_and_is_no_second_implementation() throws IOException {
        Comparison result = compared(ANSWER);
        assertThat(result.agrees()).as(result.explain()).isTrue();
        assertThat(result.explain()).contains("answer.json (recorded ", "an answer of earlier");
        assertThat(result.json()).contains("\"evidence\":\"recorded\"");
    }

    @Test
    void what_has_changed_since_shows() throws IOException {
        Comparison result = compared(ANSWER.replace("\"Hello\"", "\"Hullo\""));
        assertThat(result.outcome()).isEqualTo(Comparison.Outcome.DIVERGE);
        assertThat(result.explain()).contains("Hello", "Hullo");
    }

    @Test
    void what_is_no_answer_is_broken_and_no_agreement() throws IOException {
        for (String answer : new String[] {"", "[]", "{\"schema_version\":\"lean_bridge.v1\"}", ANSWER.substring(9)}) {
            assertThat(compared(answer).outcome()).as(answer).isEqualTo(Comparison.Outcome.BROKEN);
        }
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Implementation.recorded(folder.resolve("absent.json")))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("IO"));
    }
}
