package dev.paritas.machine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.machine.engine.MachineRecords;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.testsupport.Checkout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** One run of the reference as its data folder gives it. */
record ReferenceRun(Map<String, JsonValue> members) {
    private static final ReadPolicy DATA = new ReadPolicy(Long.MAX_VALUE, 10_000, false, true);

    /** {@return every run in the files of {@code r-runs} with this suffix} */
    static List<ReferenceRun> all(String suffix) throws IOException {
        Path folder = Checkout.ANSWERS.resolve("r-runs");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        }
    }

    private static List<ReferenceRun> read(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(ReferenceRun::parse)
                    .map(value -> new ReferenceRun(((JsonValue.Obj) value).members()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    String id() {
        return text("id").orElseThrow();
    }

    Optional<String> text(String member) {
        return members.get(member) instanceof JsonValue.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    long number(String member) {
        return ((JsonValue.Num) at(member)).unsignedValue();
    }

    JsonValue at(String member) {
        JsonValue value = members.get(member);
        if (value == null) {
            throw new IllegalStateException(id() + " lacks " + member);
        }
        return value;
    }

    List<JsonValue> list(String member) {
        return ((JsonValue.Array) at(member)).elements();
    }

    /** {@return whether the reference tried to load this one: every role projects} */
    boolean isLoaded() {
        return members.containsKey("trace") || members.containsKey("load_error");
    }

    CodeImage image() {
        Map<String, LocalType> locals = new TreeMap<>();
        fields(at("projection")).forEach((role, verdict) -> locals.put(role, local(field(verdict, "ok"))));
        return CodeImage.fromLocalTypes(locals, global(at("global")));
    }

    void expectTraceOf(ProtocolMachine machine) {
        expect("trace", Codec.listOf(ObservableEvent.CODEC), machine.trace());
    }

    /** Observable events, effect exchanges, effect trace and semantic objects, as JSON. */
    void expectRecordsOf(ProtocolMachine machine) {
        MachineRecords records = machine.records();
        expectTraceOf(machine);
        expect("effect_exchanges", Codec.listOf(EffectExchange.CODEC), records.effectExchanges());
        expect("effect_trace", Codec.listOf(EffectTraceEntry.CODEC), records.effectTrace());
        expect("semantic_objects", SemanticObjects.CODEC, records.semanticObjects());
    }

    private <T> void expect(String member, Codec<T> codec, T value) {
        assertThat(JsonOutput.compactText(codec, value))
                .as(member)
                .isEqualTo(at(member).compactText());
    }

    private static GlobalType global(JsonValue json) {
        return switch (word(json, "kind")) {
            case "end" -> GlobalType.END;
            case "var" -> new GlobalType.Var(word(json, "name"));
            case "rec" -> new GlobalType.Mu(word(json, "var"), global(field(json, "body")));
            case "comm" ->
                new GlobalType.Comm(
                        word(json, "sender"),
                        word(json, "receiver"),
                        ((JsonValue.Array) field(json, "branches"))
                                .elements().stream()
                                        .map(branch -> new GlobalType.Branch(
                                                label(branch), global(field(branch, "continuation"))))
                                        .toList());
            default -> throw new IllegalStateException("unknown kind in " + json.compactText());
        };
    }

    private static LocalType local(JsonValue json) {
        return switch (word(json, "kind")) {
            case "end" -> LocalType.END;
            case "var" -> new LocalType.Var(word(json, "name"));
            case "rec" -> new LocalType.Mu(word(json, "var"), local(field(json, "body")));
            case "send" -> new LocalType.Send(word(json, "partner"), branches(json));
            case "recv" -> new LocalType.Recv(word(json, "partner"), branches(json));
            default -> throw new IllegalStateException("unknown kind in " + json.compactText());
        };
    }

    private static List<LocalType.Branch> branches(JsonValue json) {
        return ((JsonValue.Array) field(json, "branches"))
                .elements().stream()
                        .map(branch -> new LocalType.Branch(label(branch), local(field(branch, "continuation"))))
                        .toList();
    }

    /** The machine never looks at a label's sort. */
    private static Label label(JsonValue branch) {
        return new Label(word(field(branch, "label"), "name"), PayloadSort.UNIT);
    }

    private static String word(JsonValue json, String member) {
        return ((JsonValue.Text) field(json, member)).value();
    }

    private static JsonValue field(JsonValue json, String member) {
        JsonValue value = fields(json).get(member);
        if (value == null) {
            throw new IllegalStateException("no " + member + " in " + json.compactText());
        }
        return value;
    }

    static JsonValue parse(String text) {
        return JsonInput.read(text, DATA, JsonValue.CODEC);
    }

    static Map<String, JsonValue> fields(JsonValue json) {
        return ((JsonValue.Obj) json).members();
    }
}
