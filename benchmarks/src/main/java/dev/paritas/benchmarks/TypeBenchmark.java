package dev.paritas.benchmarks;

import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Import and export of the tree that {@link ProjectionBenchmark} projects. Bytes a second are these figures times the
 * size of the text, 428,624 bytes.
 */
@State(Scope.Benchmark)
public class TypeBenchmark {
    private final byte[] text = JsonOutput.compactBytes(TypeCodec.GLOBAL, ProjectionBenchmark.TREE);

    @Benchmark
    public GlobalType read() {
        return TypeReader.global().read(text);
    }

    @Benchmark
    public byte[] write() {
        return JsonOutput.compactBytes(TypeCodec.GLOBAL, ProjectionBenchmark.TREE);
    }
}
