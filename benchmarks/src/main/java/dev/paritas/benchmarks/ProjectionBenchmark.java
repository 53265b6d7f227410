package dev.paritas.benchmarks;

import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Projections a second of a complete tree with four branches a node and 5,461 nodes. */
@State(Scope.Benchmark)
public class ProjectionBenchmark {
    static final GlobalType TREE = tree(6);

    @Benchmark
    public Object participant() {
        return Projection.project(TREE, "A");
    }

    /** Merges at every node. */
    @Benchmark
    public Object bystander() {
        return Projection.project(TREE, "C");
    }

    @Benchmark
    public Object candidate() {
        return CandidateProjection.trans(TREE, "A");
    }

    private static GlobalType tree(int height) {
        if (height == 0) {
            return GlobalType.END;
        }
        List<GlobalType.Branch> branches = new ArrayList<>();
        for (String label : List.of("m0", "m1", "m2", "m3")) {
            branches.add(new GlobalType.Branch(Label.of(label), tree(height - 1)));
        }
        return new GlobalType.Comm(height % 2 == 0 ? "A" : "B", height % 2 == 0 ? "B" : "A", branches);
    }
}
