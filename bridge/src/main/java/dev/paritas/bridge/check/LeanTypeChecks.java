package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.RegularPracticalFragment;
import dev.paritas.bridge.lean.LeanToolchain;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.choreography.check.AsyncSubtyping;
import dev.paritas.choreography.check.Dialect;
import dev.paritas.choreography.check.OrphanFreedom;
import dev.paritas.choreography.check.PracticalFragment;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Projections and checks of types against the model's validator, one process for all. */
final class LeanTypeChecks {
    private static final String PROJECTIONS = "lean/projections";
    private static final String CHECKS = "lean/checks";
    private static final String PAIRS = "lean/pairs";
    private static final Check ALL_PROJECTIONS =
            Check.independent(PROJECTIONS, "candidate projections against the Lean model");
    private static final Check ALL_CHECKS =
            Check.independent(CHECKS, "subtyping, orphan freedom and practical fragment against the Lean model");
    private static final Check ALL_PAIRS = Check.reference(PAIRS, "published subtyping pairs against the Lean model");

    private final LaneContext context;

    private final LeanRunners runners;

    LeanTypeChecks(LaneContext context, LeanRunners runners) {
        this.context = context;
        this.runners = runners;
    }

    void run() {
        Optional<Path> runner = runners.find(LeanToolchain.VALIDATOR, ALL_PROJECTIONS, ALL_CHECKS, ALL_PAIRS);
        Optional<Corpus> corpus = runner.flatMap(_ -> context.corpus(LeanLane.ID));
        if (runner.isPresent() && corpus.isPresent()) {
            compare(runner.get(), corpus.get());
        }
    }

    private void compare(Path executable, Corpus corpus) {
        try (ChildProcesses children = new ChildProcesses();
                LeanRunner lean = LeanRunner.serving(context.host(children), executable, SessionLimits.LEAN)) {
            Map<String, GlobalType> types = new LinkedHashMap<>();
            context.runAsking(ALL_PROJECTIONS, executable, () -> {
                types.putAll(types(corpus));
                return sided(projections(lean, types), executable);
            });
            context.runAsking(ALL_CHECKS, executable, () -> sided(checks(lean, types), executable));
            context.measured(LeanLane.ID).ifPresent(answers -> {
                byte[] pairs = answers.files().get(SubtypingChecks.MEASURED);
                if (pairs == null) {
                    context.decline(
                            ALL_PAIRS, SkipCause.CORPUS, "the reference answers have no " + SubtypingChecks.MEASURED);
                } else {
                    context.runAsking(ALL_PAIRS, executable, () -> sided(pairs(lean, pairs), executable));
                }
            });
        }
    }

    private LaneContext.Findings sided(LaneContext.Findings findings, Path executable) {
        return runners.sided(findings, ImplementationId.JAVA_MODEL, executable);
    }

    /** Every global type of the corpus and of the golden folders, by where it stands. */
    private Map<String, GlobalType> types(Corpus corpus) throws IOException {
        Map<String, GlobalType> types = new LinkedHashMap<>();
        corpus.cases().forEach(item -> {
            for (int i = 0; i < item.input().choreographies().size(); i++) {
                types.put(
                        "corpus/" + item.id() + "/" + i,
                        item.input().choreographies().get(i).globalType());
            }
        });
        Path golden = context.environment().reference().resolve("golden");
        if (Files.isDirectory(golden)) {
            try (Stream<Path> cases = Files.list(golden)) {
                for (Path one : cases.sorted().toList()) {
                    types.put(
                            "golden/" + one.getFileName(),
                            TypeReader.global().read(context.read(one.resolve("input.json"))));
                }
            }
        }
        return types;
    }

    private LaneContext.Findings projections(LeanRunner lean, Map<String, GlobalType> types) throws IOException {
        RunnerCases asking = new RunnerCases(context, ALL_PROJECTIONS, types.size());
        for (Map.Entry<String, GlobalType> type : types.entrySet()) {
            asking.ask(type.getKey(), () -> projection(lean, type.getKey(), type.getValue()));
        }
        return asking.findings();
    }

    private static List<Mismatch> projection(LeanRunner lean, String place, GlobalType type) {
        SortedMap<String, JsonValue> expected = new TreeMap<>(lean.project(TypeCodec.GLOBAL.toTree(type), List.of()));
        SortedMap<String, JsonValue> actual = new TreeMap<>();
        for (String role : type.roles()) {
            actual.put(role, TypeCodec.LOCAL.toTree(CandidateProjection.trans(type, role)));
        }
        return StructuralDifference.first(new JsonValue.Obj(expected), new JsonValue.Obj(actual))
                .map(difference -> new Mismatch(
                        PROJECTIONS + ":" + place,
                        difference.leftText(),
                        difference.rightText(),
                        place + difference.pointer()))
                .stream()
                .toList();
    }

    /** Each projection, against itself and the one before it. */
    private LaneContext.Findings checks(LeanRunner lean, Map<String, GlobalType> types) throws IOException {
        Set<LocalType> locals = new LinkedHashSet<>();
        types.values().forEach(type -> type.roles().forEach(role -> locals.add(CandidateProjection.trans(type, role))));
        RunnerCases asking = new RunnerCases(context, ALL_CHECKS, locals.size());
        LocalType last = LocalType.END;
        for (LocalType type : locals) {
            LocalType before = last;
            asking.ask(json(type).compactText(), () -> checks(lean, type, before));
            last = type;
        }
        return asking.findings();
    }

    private static List<Mismatch> checks(LeanRunner lean, LocalType type, LocalType before) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (LocalType other : List.of(type, before)) {
            note(
                    mismatches,
                    "subtype",
                    type,
                    lean.checkAsyncSubtype(json(type), json(other)),
                    AsyncSubtyping.check(type, other, Dialect.REFERENCE).isEmpty());
        }
        note(
                mismatches,
                "orphan_free",
                type,
                lean.checkOrphanFree(json(type)),
                OrphanFreedom.holds(type, Dialect.REFERENCE));
        PracticalFragment fragment = PracticalFragment.of(type);
        note(
                mismatches,
                "fragment",
                type,
                lean.checkRegularPracticalFragment(json(type)),
                new RegularPracticalFragment(
                        fragment.result(),
                        fragment.reachesCommunication(),
                        fragment.wellFormed(),
                        fragment.fullUnfoldHead(),
                        fragment.reason()));
        return mismatches;
    }

    /** The verdicts that were published for each pair. */
    private LaneContext.Findings pairs(LeanRunner lean, byte[] published) throws IOException {
        List<String> lines =
                new String(published, StandardCharsets.UTF_8).lines().toList();
        RunnerCases asking = new RunnerCases(context, ALL_PAIRS, lines.size());
        for (String line : lines) {
            if (JsonInput.read(line, ReadPolicy.PEER, JsonValue.CODEC) instanceof JsonValue.Obj(var pair)
                    && pair.get("async") instanceof JsonValue.Obj(var async)) {
                String id = pair.getOrDefault("id", JsonValue.NULL).compactText();
                asking.ask(id, () -> pair(lean, id, pair, async));
            }
        }
        return asking.findings();
    }

    private static List<Mismatch> pair(
            LeanRunner lean, String id, SortedMap<String, JsonValue> pair, SortedMap<String, JsonValue> async) {
        List<Mismatch> mismatches = new ArrayList<>();
        JsonValue sub = pair.getOrDefault("sub", JsonValue.NULL);
        JsonValue sup = pair.getOrDefault("sup", JsonValue.NULL);
        if (!bool(lean.checkAsyncSubtype(sub, sup)).equals(async.get("ok"))) {
            mismatches.add(new Mismatch(PAIRS + ":subtype", text(async.get("ok")), "the contrary", id));
        }
        if (!bool(lean.checkOrphanFree(sub)).equals(pair.get("orphan_free"))) {
            mismatches.add(new Mismatch(PAIRS + ":orphan_free", text(pair.get("orphan_free")), "the contrary", id));
        }
        return mismatches;
    }

    private static JsonValue bool(boolean value) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }

    private static String text(@Nullable JsonValue value) {
        return value == null ? "absent" : value.compactText();
    }

    private static void note(List<Mismatch> mismatches, String check, LocalType type, Object lean, Object java) {
        if (!lean.equals(java)) {
            mismatches.add(new Mismatch(
                    CHECKS + ":" + check,
                    lean.toString(),
                    java.toString(),
                    json(type).compactText()));
        }
    }

    private static JsonValue json(LocalType type) {
        return TypeCodec.LOCAL.toTree(type);
    }
}
