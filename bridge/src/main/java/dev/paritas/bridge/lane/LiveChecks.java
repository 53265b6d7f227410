package dev.paritas.bridge.lane;

import dev.paritas.bridge.golden.EquivalenceChecker;
import dev.paritas.bridge.golden.EquivalenceError;
import dev.paritas.bridge.golden.EquivalenceException;
import dev.paritas.bridge.golden.EquivalenceResult;
import dev.paritas.bridge.golden.ProjectionPeer;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.bridge.runner.LeanRunner;
import dev.paritas.bridge.runner.LeanRunnerException;
import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.json.ProgramPayload;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.RoleExport;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Our canonical projection against the projections of a live validator (spec 12 §5.5, §5.7, §7). */
final class LiveChecks {
    private static final String NAMED = "projection/live";
    static final Check NAMED_CHECK = Check.independent(NAMED, "named protocols, projected by a validator process");
    private static final String GENERATED = "projection/generated";
    private static final String DRIFT = "projection/drift";
    private static final String PIPELINE = "projection/pipeline";

    private static final int PROTOCOLS = 50;
    private static final int HOPS = 48;
    private static final int RING = 12;

    private final LaneContext context;
    private final LeanRunner runner;
    private final EquivalenceChecker checker;

    LiveChecks(LaneContext context, LeanRunner runner) {
        this.context = context;
        this.runner = runner;
        this.checker = EquivalenceChecker.withPeer(
                context.environment().reference().resolve("golden"), ProjectionPeer.of(runner));
    }

    /** The protocols of the reference's live tests, and the one of its size lane. */
    void named() {
        context.run(NAMED_CHECK, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            Map<String, GlobalType> protocols = protocols();
            protocols.forEach((name, type) -> compare(NAMED, name, type, false, mismatches));
            return LaneContext.Findings.of(protocols.size(), mismatches);
        });
    }

    static Map<String, GlobalType> protocols() {
        Map<String, GlobalType> named = new LinkedHashMap<>();
        named.put("ping_pong", GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", GlobalType.END)));
        named.put("binary_choice", choice("A", "B", "yes", GlobalType.END, "no", GlobalType.END));
        named.put(
                "three_party_chain",
                GlobalType.comm(
                        "A",
                        "B",
                        "m1",
                        GlobalType.comm("B", "C", "m2", GlobalType.comm("C", "A", "m3", GlobalType.END))));
        named.put(
                "two_branch_loop",
                new GlobalType.Mu("t", choice("A", "B", "go", new GlobalType.Var("t"), "stop", GlobalType.END)));
        GlobalType ring = GlobalType.END;
        for (int hop = HOPS - 1; hop >= 0; hop--) {
            ring = GlobalType.comm(
                    "R" + hop % RING, "R" + (hop + 1) % RING, String.format(Locale.ROOT, "Hop%02d", hop), ring);
        }
        named.put("ring_of_48_hops", ring);
        return named;
    }

    private static GlobalType choice(
            String sender, String receiver, String one, GlobalType first, String two, GlobalType second) {
        return new GlobalType.Comm(
                sender,
                receiver,
                List.of(new GlobalType.Branch(Label.of(one), first), new GlobalType.Branch(Label.of(two), second)));
    }

    /** Protocols on which both projections must agree (spec 11 §5): of two parties, or without a choice. */
    void generated() {
        Check check = Check.independent(GENERATED, "generated protocols, projected by a validator process");
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            long done = 0;
            for (long seed = 1; done < PROTOCOLS; seed++) {
                GeneratorOptions options = seed % 2 == 0
                        ? GeneratorOptions.VALID.withRoles(2, 2)
                        : GeneratorOptions.VALID.withSize(6, 1, 24);
                GlobalType type = ProtocolGenerator.generate(options, seed);
                if (!type.roles().isEmpty()) {
                    compare(GENERATED, "seed-" + seed, type, true, mismatches);
                    context.progress().advance(GENERATED, ++done, PROTOCOLS);
                }
            }
            return LaneContext.Findings.of(done, mismatches);
        });
    }

    /** The published golden cases against what the validator says today. */
    void drift() {
        Check check = Check.reference(DRIFT, "golden cases against the projections of a validator process");
        Path golden = checker.goldenDir();
        if (!Files.isDirectory(golden)) {
            context.skip(
                    check,
                    SkipCause.REFERENCE,
                    "there is no published data at " + context.environment().relative(golden));
            return;
        }
        context.run(check, () -> {
            try {
                List<Mismatch> drift = checker.checkGoldenDrift().stream()
                        .map(item -> new Mismatch(DRIFT + ":" + item, "the golden projection", "another one", item))
                        .toList();
                try (Stream<Path> cases = Files.list(golden)) {
                    return LaneContext.Findings.of(
                            cases.filter(Files::isDirectory).count(), drift);
                }
            } catch (EquivalenceException e) {
                throw new IOException(e.getMessage(), e);
            }
        });
    }

    /** Source, global type, JSON, projection against the validator's, and the validator's word on the program. */
    void pipeline() {
        Check check = Check.independent(PIPELINE, "sources through lowering, JSON, projection and the validator");
        Path folder = context.environment().fixtures().resolve("tell");
        if (!Files.isDirectory(folder)) {
            context.decline(
                    check,
                    SkipCause.FIXTURES,
                    "there are no sources at " + context.environment().relative(folder));
            return;
        }
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            List<Path> sources;
            try (Stream<Path> files = Files.list(folder)) {
                sources = files.filter(file -> file.toString().endsWith(".tell"))
                        .sorted()
                        .toList();
            }
            for (Path file : sources) {
                String source = new String(context.read(file), StandardCharsets.UTF_8);
                String name = String.valueOf(file.getFileName());
                GlobalType lowered = Choreography.parse(source).lower();
                GlobalType type = TypeReader.global().read(JsonOutput.compactText(TypeCodec.GLOBAL, lowered));
                compare(PIPELINE, name, type, false, mismatches);
                for (String role : type.roles()) {
                    validate(name, RoleExport.of(type, role), mismatches);
                }
            }
            return LaneContext.Findings.of(sources.size(), mismatches);
        });
    }

    private void validate(String name, RoleExport export, List<Mismatch> mismatches) {
        String place = name + "/" + export.program().role();
        try {
            boolean valid = runner.validate(
                            tree(export.choreographyText()),
                            tree(JsonOutput.compactText(ProgramPayload.CODEC, export.program())))
                    .success();
            if (!valid) {
                mismatches.add(new Mismatch(PIPELINE + ":" + place, "a valid program", "an invalid one", place));
            }
        } catch (LeanRunnerException e) {
            mismatches.add(new Mismatch(PIPELINE + ":" + place, "a valid program", text(e), place));
        }
    }

    private void compare(
            String check, String name, GlobalType type, boolean projectionMayFail, List<Mismatch> mismatches) {
        try {
            for (EquivalenceResult result : checker.checkAllProjectionsAgainstLean(type)) {
                if (!result.equivalent()) {
                    String place = name + "/" + result.role();
                    mismatches.add(new Mismatch(
                            check + ":" + place,
                            result.expectedOutput().compactText(),
                            result.rustOutput().compactText(),
                            place));
                }
            }
        } catch (EquivalenceException e) {
            if (!(projectionMayFail && e.error() instanceof EquivalenceError.Projection)) {
                mismatches.add(new Mismatch(check + ":" + name, "a comparison", text(e), name));
            }
        }
    }

    private static JsonValue tree(String json) {
        return JsonInput.read(json, ReadPolicy.STRICT.withMaxDepth(1_000), JsonValue.CODEC);
    }

    private static String text(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
