package dev.paritas.benchmarks;

import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Import, export and projection of a complete tree of 5,461 nodes: four branches, six levels. */
@State(Scope.Benchmark)
public class TypeBenchmark {
    private final GlobalType type = tree(6);
    private final byte[] text = JsonOutput.compactBytes(TypeCodec.GLOBAL, type);

    /** Bytes a second are this figure times the size of the text, some 630 kB. */
    @Benchmark
    public GlobalType read() {
        return TypeReader.global().read(text);
    }

    @Benchmark
    public byte[] write() {
        return JsonOutput.compactBytes(TypeCodec.GLOBAL, type);
    }

    @Benchmark
    public LocalType projectOnSender() {
        return Projection.project(type, "A");
    }

    @Benchmark
    public LocalType projectOnBystander() {
        return Projection.project(type, "C");
    }

    private static GlobalType tree(int levels) {
        if (levels == 0) {
            return GlobalType.END;
        }
        List<GlobalType.Branch> branches = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            branches.add(new GlobalType.Branch(Label.of("l" + i), tree(levels - 1)));
        }
        return new GlobalType.Comm("A", "B", branches);
    }
}
