package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.json.ModelTypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Dialect L against executed runs of the runtime. In a protocol of two roles each waits only for the other, so both
 * dialects show the same communications at the same ticks (spec 22 §20).
 */
class LeanAgainstRuntimeTest {
    private static List<JsonValue> runs() throws IOException {
        Path path = Checkout.ANSWERS.resolve("r-runs/runs.jsonl");
        return Files.readAllLines(path).stream()
                .map(line -> JsonInput.read(line, ReadPolicy.PEER, JsonValue.CODEC))
                .toList();
    }

    private static JsonValue member(JsonValue json, String name) {
        return ModelReader.memberOrNull(json, name);
    }

    private static String text(JsonValue json, String name) {
        return member(json, name) instanceof JsonValue.Text(String text)
                ? text
                : member(json, name).compactText();
    }

    /** {@return the run's communications and ends in the notation of {@link Protocols#events}} */
    private static List<String> events(JsonValue run) {
        List<String> events = new ArrayList<>();
        if (member(run, "trace") instanceof JsonValue.Array(List<JsonValue> trace)) {
            for (JsonValue tagged : trace) {
                if (tagged instanceof JsonValue.Obj(var members)) {
                    for (Map.Entry<String, JsonValue> event : members.entrySet()) {
                        JsonValue body = event.getValue();
                        String tick = text(body, "tick") + " ";
                        String communication = text(body, "session") + ":" + text(body, "from") + ">" + text(body, "to")
                                + ":" + text(body, "label");
                        switch (event.getKey()) {
                            case "Sent" -> events.add(tick + "s" + communication);
                            case "Received" -> events.add(tick + "r" + communication);
                            case "Halted" -> events.add(tick + "h:" + text(body, "coro_id"));
                            default -> {} // not part of the common view
                        }
                    }
                }
            }
        }
        return events;
    }

    @Test
    void two_roles_communicate_at_the_ticks_of_the_runtime() throws IOException {
        int compared = 0;
        for (JsonValue run : runs()) {
            boolean ran =
                    text(run, "end").equals("all_done") || text(run, "end").equals("max_steps");
            if (!ran
                    || !member(run, "well_formed").equals(JsonValue.TRUE)
                    || !(member(run, "roles") instanceof JsonValue.Array(List<JsonValue> roles))
                    || roles.size() != 2) {
                continue;
            }
            GlobalType type = ModelTypeReader.global().decode(member(run, "global"));
            long steps = Long.parseLong(text(run, "max_steps"));
            RunOutput output = Runs.run(steps, type, type.roles().toArray(String[]::new));
            assertThat(Runs.events(output)).as(text(run, "id")).isEqualTo(events(run));
            compared++;
        }
        assertThat(compared).as("runs of two roles").isPositive();
    }
}
