package dev.paritas.bridge.lane;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionException;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineException;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code --golden}: published projections and runs of others, read in place. They are no part of the project, so the
 * lane skips what is absent however it was selected.
 */
final class GoldenLane {
    private static final String PROJECTIONS = "golden/projections";
    private static final String RUNS = "golden/runs";
    private static final String SUFFIX = ".expected.json";

    private final LaneContext context;

    GoldenLane(LaneContext context) {
        this.context = context;
    }

    void run() {
        SuiteLane.readCorpus(context, "golden")
                .ifPresent(corpus -> context.run(
                        "golden/corpus",
                        "golden projections of the corpus",
                        () -> LaneContext.Findings.of(
                                corpus.cases().size(),
                                corpus.cases().stream()
                                        .flatMap(item -> CorpusProjections.differences(item).stream())
                                        .toList())));
        projections(context.environment().reference().resolve("golden"));
        runs(context.environment().reference().resolve("r-runs/runs.jsonl"));
    }

    private void projections(Path folder) {
        String description = "published golden projections";
        if (!Files.isDirectory(folder)) {
            context.skip(
                    PROJECTIONS,
                    description,
                    "there is no published data at " + context.environment().relative(folder));
            return;
        }
        context.run(PROJECTIONS, description, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            long cases = 0;
            for (Path one : list(folder)) {
                GlobalType global = TypeReader.global().read(context.read(one.resolve("input.json")));
                for (Path file : list(one)) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(SUFFIX)) {
                        cases++;
                        String role = name.substring(0, name.length() - SUFFIX.length());
                        JsonValue expected = JsonInput.read(context.read(file), ReadPolicy.PEER, JsonValue.CODEC);
                        StructuralDifference.first(expected, projection(global, role))
                                .ifPresent(difference -> mismatches.add(
                                        mismatch(PROJECTIONS, one.getFileName() + "/" + role, difference)));
                    }
                }
            }
            return LaneContext.Findings.of(cases, mismatches);
        });
    }

    private static JsonValue projection(GlobalType global, String role) {
        try {
            return StructuralDifference.tree(TypeCodec.LOCAL, Projection.project(global, role));
        } catch (ProjectionException e) {
            return new JsonValue.Text(e.getMessage());
        }
    }

    private void runs(Path file) {
        String description = "published runs of the machine, every observable event";
        if (!Files.isRegularFile(file)) {
            context.skip(
                    RUNS,
                    description,
                    "there is no published data at " + context.environment().relative(file));
            return;
        }
        context.run(RUNS, description, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            List<String> lines = new String(context.read(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            long cases = 0;
            for (String line : lines) {
                context.progress().advance(RUNS, ++cases, lines.size());
                if (JsonInput.read(line, ReadPolicy.PEER.withMaxDepth(1000), JsonValue.CODEC)
                        instanceof JsonValue.Obj(SortedMap<String, JsonValue> run)) {
                    published(run, mismatches);
                }
            }
            return LaneContext.Findings.of(cases, mismatches);
        });
    }

    /** One published run: every role's projection, then the load error or the whole trace. */
    private static void published(SortedMap<String, JsonValue> run, List<Mismatch> mismatches) {
        JsonValue id = run.getOrDefault("id", JsonValue.NULL);
        if (!(run.get("projection") instanceof JsonValue.Obj(var roles)) || run.get("global") == null) {
            return;
        }
        GlobalType global = TypeReader.global().read(run.getOrDefault("global", JsonValue.NULL));
        Map<String, LocalType> locals = new TreeMap<>();
        roles.forEach((role, published) -> {
            if (published instanceof JsonValue.Obj(var parts)) {
                JsonValue expected = parts.getOrDefault("ok", parts.getOrDefault("error", JsonValue.NULL));
                StructuralDifference.first(expected, projection(global, role))
                        .ifPresent(difference ->
                                mismatches.add(mismatch(RUNS, id.compactText() + "/projection/" + role, difference)));
                if (parts.containsKey("ok")) {
                    locals.put(role, Projection.project(global, role));
                }
            }
        });
        if (locals.size() == roles.size()) {
            JsonValue expected = run.getOrDefault("load_error", run.getOrDefault("trace", JsonValue.NULL));
            long maxSteps = run.get("max_steps") instanceof JsonValue.Num number ? number.unsignedValue() : 0;
            StructuralDifference.first(expected, trace(global, locals, maxSteps))
                    .ifPresent(difference -> mismatches.add(mismatch(RUNS, id.compactText() + "/trace", difference)));
        }
    }

    private static JsonValue trace(GlobalType global, Map<String, LocalType> locals, long maxSteps) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        try {
            machine.loadChoreography(CodeImage.fromLocalTypes(locals, global));
        } catch (MachineException e) {
            return new JsonValue.Text(String.valueOf(e.getMessage()));
        }
        try {
            machine.run(new PassThroughHandler(), maxSteps);
        } catch (MachineException e) {
            // a fault ends the run; its event is the last of the trace
        }
        return StructuralDifference.tree(Codec.listOf(ObservableEvent.CODEC), machine.trace());
    }

    private static Mismatch mismatch(String check, String place, JsonDifference difference) {
        return new Mismatch(
                check + ":" + place, difference.leftText(), difference.rightText(), place + difference.pointer());
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }
}
