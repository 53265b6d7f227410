package dev.paritas.machine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.testsupport.Checkout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Bundles of the reference machine, re-derived from its own exchanges, trace entries and checks. */
class ReferenceBundlesTest {
    private static final ReadPolicy LARGE = ReadPolicy.STRICT.withMaxBytes(1L << 30);
    private static final Path RUNS = Checkout.ANSWERS.resolve("r-runs/full.jsonl.gz");

    @Test
    void every_full_reference_run_derives_its_semantic_objects() throws IOException {
        int runs = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(RUNS)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                compare(members(JsonInput.read(line, LARGE, JsonValue.CODEC)));
                runs++;
            }
        }
        assertThat(runs).isEqualTo(20);
    }

    private static void compare(Map<String, JsonValue> run) {
        List<EffectExchange> exchanges = read(run, "effect_exchanges", Codec.listOf(EffectExchange.CODEC));
        List<EffectTraceEntry> entries = read(run, "effect_trace", Codec.listOf(EffectTraceEntry.CODEC));
        SemanticLedger ledger = new SemanticLedger(Retention.full(), EffectCapture.FULL);
        Map<Long, Runnable> records = new TreeMap<>(Long::compareUnsigned);
        exchanges.forEach(exchange -> records.put(exchange.effectId(), () -> replay(exchange, ledger)));
        entries.forEach(entry -> records.put(entry.effectId(), () -> replay(entry, ledger)));
        records.values().forEach(Runnable::run);
        for (ObservableEvent event : read(run, "trace", Codec.listOf(ObservableEvent.CODEC))) {
            if (event instanceof ObservableEvent.OutputConditionChecked checked) {
                ledger.recordCheck(new OutputConditionCheck(
                        new OutputConditionCheck.Meta(
                                checked.predicateRef(), checked.witnessRef(), checked.outputDigest()),
                        checked.passed()));
            }
        }

        String id = String.valueOf(run.get("id"));
        assertThat(ledger.exchanges()).as(id).isEqualTo(exchanges);
        assertThat(ledger.effectTrace()).as(id).isEqualTo(entries);
        SemanticObjects derived = SemanticDerivation.derive(ledger.logs(List.of()));
        assertThat(JsonOutput.compactText(SemanticObjects.CODEC, derived))
                .as(id)
                .isEqualTo(member(run, "semantic_objects").compactText());
    }

    private static void replay(EffectExchange exchange, SemanticLedger ledger) {
        EffectRequest recorded = exchange.request();
        EffectRequest asked = new EffectRequest(
                null,
                recorded.tick(),
                recorded.session(),
                recorded.operationId(),
                recorded.metadata(),
                recorded.body());
        ledger.recordExchange(recorded.tick(), exchange.handlerIdentity(), asked, exchange.outcome(), null);
    }

    private static void replay(EffectTraceEntry entry, SemanticLedger ledger) {
        Map<String, JsonValue> inputs = members(entry.inputs());
        long tick = entry.orderingKey();
        ObservableEvent event = switch (entry.effectKind()) {
            case "send_decision" ->
                new ObservableEvent.Sent(
                        tick,
                        edge(inputs),
                        number(inputs, "session"),
                        text(inputs, "from"),
                        text(inputs, "to"),
                        text(inputs, "label"));
            case "handle_recv" ->
                new ObservableEvent.Received(
                        tick,
                        edge(inputs),
                        number(inputs, "session"),
                        text(inputs, "from"),
                        text(inputs, "to"),
                        text(inputs, "label"));
            case "invoke_step" -> new ObservableEvent.Invoked(tick, number(inputs, "coro_id"), text(inputs, "role"));
            case "handle_acquire" ->
                new ObservableEvent.Acquired(
                        tick, number(inputs, "session"), text(inputs, "role"), text(inputs, "layer"));
            case "handle_release" ->
                new ObservableEvent.Released(
                        tick, number(inputs, "session"), text(inputs, "role"), text(inputs, "layer"));
            default -> throw new AssertionError("no committed event has the kind " + entry.effectKind());
        };
        ledger.recordTraceEntry(tick, entry.handlerIdentity(), event, null);
    }

    private static Edge edge(Map<String, JsonValue> inputs) {
        return new Edge(number(inputs, "session"), text(inputs, "from"), text(inputs, "to"));
    }

    private static String text(Map<String, JsonValue> object, String name) {
        return ((JsonValue.Text) member(object, name)).value();
    }

    private static long number(Map<String, JsonValue> object, String name) {
        return ((JsonValue.Num) member(object, name)).unsignedValue();
    }

    private static <T> T read(Map<String, JsonValue> object, String name, Codec<T> codec) {
        return codec.fromTree(member(object, name), LARGE);
    }

    private static JsonValue member(Map<String, JsonValue> object, String name) {
        JsonValue value = object.get(name);
        if (value == null) {
            throw new AssertionError("no member " + name);
        }
        return value;
    }

    private static Map<String, JsonValue> members(JsonValue value) {
        return ((JsonValue.Obj) value).members();
    }
}
