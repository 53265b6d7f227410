package dev.paritas.benchmarks;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The open JSON tree, read and written: the floor under every codec. */
@State(Scope.Benchmark)
public class TreeCodecBenchmark {
    private final JsonValue tree = tree();
    private final byte[] text = JsonOutput.compactBytes(JsonValue.CODEC, tree);

    @Benchmark
    public JsonValue read() {
        return JsonInput.read(text, ReadPolicy.STRICT, JsonValue.CODEC);
    }

    @Benchmark
    public byte[] write() {
        return JsonOutput.compactBytes(JsonValue.CODEC, tree);
    }

    private static JsonValue tree() {
        List<JsonValue> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(new JsonValue.Obj(Map.of("tick", JsonValue.Num.of(i), "label", new JsonValue.Text("m" + i))));
        }
        return new JsonValue.Array(rows);
    }
}
