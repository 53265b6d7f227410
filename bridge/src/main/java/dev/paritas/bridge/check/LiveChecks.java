package dev.paritas.bridge.check;

import dev.paritas.bridge.golden.EquivalenceChecker;
import dev.paritas.bridge.golden.EquivalenceError;
import dev.paritas.bridge.golden.EquivalenceException;
import dev.paritas.bridge.golden.EquivalenceResult;
import dev.paritas.bridge.golden.ProjectionPeer;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.LeanRunnerException;
import dev.paritas.bridge.implementation.RunnerException;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
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
import java.util.Optional;
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
    private final Path binary;
    private final EquivalenceChecker checker;

    LiveChecks(LaneContext context, LeanRunner runner, Path binary) {
        this.binary = binary;
        this.context = context;
        this.runner = runner;
        this.checker = EquivalenceChecker.withPeer(
                context.environment().reference().resolve("golden"), ProjectionPeer.of(runner));
    }

    /** The protocols of the reference's live tests, and the one of its size lane. */
    void named() {
        run(NAMED_CHECK, () -> {
            Map<String, GlobalType> protocols = protocols();
            RunnerCases asking = new RunnerCases(context, NAMED_CHECK, protocols.size());
            for (Map.Entry<String, GlobalType> one : protocols.entrySet()) {
                asking.ask(one.getKey(), () -> compare(NAMED, one.getKey(), one.getValue(), false));
            }
            return asking.findings();
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
        run(check, () -> {
            RunnerCases asking = new RunnerCases(context, check, PROTOCOLS);
            long done = 0;
            for (long seed = 1; done < PROTOCOLS; seed++) {
                GeneratorOptions options = seed % 2 == 0
                        ? GeneratorOptions.VALID.withRoles(2, 2)
                        : GeneratorOptions.VALID.withSize(6, 1, 24);
                GlobalType type = ProtocolGenerator.generate(options, seed);
                if (!type.roles().isEmpty()) {
                    String name = "seed-" + seed;
                    asking.ask(name, () -> compare(GENERATED, name, type, true));
                    done++;
                }
            }
            return asking.findings();
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
        run(check, () -> {
            try {
                List<Mismatch> drift = checker.checkGoldenDrift().stream()
                        .map(item -> new Mismatch(DRIFT + ":" + item, "the golden projection", "another one", item))
                        .toList();
                try (Stream<Path> cases = Files.list(golden)) {
                    return LaneContext.Findings.of(
                            cases.filter(Files::isDirectory).count(), drift);
                }
            } catch (EquivalenceException e) {
                Optional<RunnerException> unanswered = unanswered(e);
                if (unanswered.isPresent()) {
                    throw unanswered.get();
                }
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
        run(check, () -> {
            List<Path> sources;
            try (Stream<Path> files = Files.list(folder)) {
                sources = files.filter(file -> file.toString().endsWith(".tell"))
                        .sorted()
                        .toList();
            }
            RunnerCases asking = new RunnerCases(context, check, sources.size());
            for (Path file : sources) {
                String name = String.valueOf(file.getFileName());
                asking.ask(name, () -> piped(name, context.read(file)));
            }
            return asking.findings();
        });
    }

    private List<Mismatch> piped(String name, byte[] source) {
        GlobalType lowered =
                Choreography.parse(new String(source, StandardCharsets.UTF_8)).lower();
        GlobalType type = TypeReader.global().read(JsonOutput.compactText(TypeCodec.GLOBAL, lowered));
        List<Mismatch> mismatches = new ArrayList<>(compare(PIPELINE, name, type, false));
        for (String role : type.roles()) {
            validate(name, RoleExport.of(type, role), mismatches);
        }
        return mismatches;
    }

    private void run(Check check, LaneContext.Work work) {
        context.runAsking(
                check,
                binary,
                () -> work.run().between(context.here(ImplementationId.JAVA_MACHINE), runner.identity()));
    }

    private void validate(String name, RoleExport export, List<Mismatch> mismatches) {
        String place = name + "/" + export.program().role();
        try {
            boolean valid = runner.validate(
                            tree(export.choreographyText()), ProgramPayload.CODEC.toTree(export.program()))
                    .success();
            if (!valid) {
                mismatches.add(new Mismatch(PIPELINE + ":" + place, "a valid program", "an invalid one", place));
            }
        } catch (LeanRunnerException e) {
            if (!e.isRefusal()) {
                throw e;
            }
            mismatches.add(new Mismatch(PIPELINE + ":" + place, "a valid program", text(e), place));
        }
    }

    private List<Mismatch> compare(String check, String name, GlobalType type, boolean projectionMayFail) {
        List<Mismatch> mismatches = new ArrayList<>();
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
            Optional<RunnerException> unanswered = unanswered(e);
            if (unanswered.isPresent()) {
                throw unanswered.get();
            }
            if (!(projectionMayFail && e.error() instanceof EquivalenceError.Projection)) {
                mismatches.add(new Mismatch(check + ":" + name, "a comparison", text(e), name));
            }
        }
        return mismatches;
    }

    /** {@return why the runner gave no answer; empty when it gave one, or refused} */
    private static Optional<RunnerException> unanswered(EquivalenceException e) {
        return e.getCause() instanceof RunnerException runner && !runner.isRefusal()
                ? Optional.of(runner)
                : Optional.empty();
    }

    private static JsonValue tree(String json) {
        return JsonInput.read(json, ReadPolicy.STRICT.withMaxDepth(1_000), JsonValue.CODEC);
    }

    private static String text(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
