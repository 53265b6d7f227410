package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.StepState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A family's file: one line per case, {@code {"id":…, "value":…}}, ascending by id. */
final class CorpusLines<C, V> {
    private record Line<V>(String id, V value) {}

    static final CorpusLines<CorpusCase, CaseInput> CHOREOGRAPHIES =
            ofCases(CorpusFamily.CHOREOGRAPHIES, CaseInput.CODEC, CorpusCase::input);
    static final CorpusLines<CorpusCase, List<RoleProjection>> PROJECTIONS =
            ofCases(CorpusFamily.PROJECTIONS, Codec.listOf(RoleProjection.CODEC), CorpusCase::projections);
    static final CorpusLines<CorpusCase, RecordedOutcome> MACHINE =
            ofCases(CorpusFamily.MACHINE_RUNS, RecordedOutcome.CODEC, CorpusCase::machine);
    static final CorpusLines<CorpusCase, RecordedOutcome> DIALECT =
            ofCases(CorpusFamily.DIALECT_RUNS, RecordedOutcome.CODEC, CorpusCase::dialect);
    static final CorpusLines<CorpusCase, List<StepState>> STEPS =
            ofCases(CorpusFamily.DIALECT_STEPS, Codec.listOf(StepState.RUNNER_CODEC), CorpusCase::dialectSteps);

    static final CorpusLines<CorpusCase, List<RecordedSimulation>> SIMULATIONS =
            ofCases(CorpusFamily.SIMULATIONS, Codec.listOf(RecordedSimulation.CODEC), CorpusCase::simulations);

    private final String path;
    private final Codec<Line<V>> codec;
    private final Function<C, String> id;
    private final Function<C, V> value;

    /** @param path of the file, relative to the corpus folder */
    CorpusLines(String path, Codec<V> values, Function<C, String> id, Function<C, V> value) {
        this.path = path;
        this.id = id;
        this.value = value;
        this.codec = ObjectCodec.of(
                "CorpusLine",
                field("id", Codec.STRING, Line<V>::id),
                field("value", values, Line<V>::value),
                Line::new);
    }

    private static <V> CorpusLines<CorpusCase, V> ofCases(
            CorpusFamily family, Codec<V> values, Function<CorpusCase, V> value) {
        return new CorpusLines<>(family.path(), values, CorpusCase::id, value);
    }

    String path() {
        return path;
    }

    byte[] write(List<C> cases) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (C item : cases) {
            out.writeBytes(JsonOutput.compactBytes(codec, new Line<>(id.apply(item), value.apply(item))));
            out.write('\n');
        }
        return out.toByteArray();
    }

    /** {@return the values by id} */
    Map<String, V> read(byte[] bytes) {
        Map<String, V> values = new LinkedHashMap<>();
        String text = new String(bytes, StandardCharsets.UTF_8);
        int number = 0;
        for (String json : text.lines().toList()) {
            number++;
            try {
                Line<V> line = JsonInput.read(json, ReadPolicy.STRICT.withMaxDepth(1000), codec);
                if (values.put(line.id(), line.value()) != null) {
                    throw malformed("line " + number + " repeats " + line.id());
                }
            } catch (JsonException e) {
                throw malformed("line " + number + ": " + e.describe());
            }
        }
        return values;
    }

    private ProblemException malformed(String what) {
        return new ProblemException(new CorpusProblem(CorpusErrorCode.MALFORMED_CASE, path + " " + what));
    }
}
