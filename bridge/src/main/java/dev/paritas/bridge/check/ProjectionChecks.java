package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.golden.EquivalenceChecker;
import dev.paritas.bridge.golden.EquivalenceError;
import dev.paritas.bridge.golden.EquivalenceResult;
import dev.paritas.bridge.golden.ProjectionPeer;
import dev.paritas.bridge.implementation.Answer;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.implementation.ValidatorOperations;
import dev.paritas.bridge.implementation.ValidatorOperations.LeanValidationResult;
import dev.paritas.bridge.implementation.ValidatorOperations.RegularPracticalFragment;
import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.process.Scratch;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.json.ProgramPayload;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.RoleExport;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Our canonical projection, and exported programs, put to a live validator (spec 11 §10.3, 12 §5.5, §5.7, §7). */
final class ProjectionChecks {
    static final Check NAMED = live("projection/live", "named protocols, projected by a validator process");
    private static final Check GENERATED =
            live("projection/generated", "generated protocols, projected by a validator process");
    private static final Check DRIFT =
            Check.reference("projection/drift", "golden cases against the projections of a validator process");
    private static final Check PIPELINE =
            live("projection/pipeline", "sources through lowering, JSON, projection and the validator");
    private static final Check FRAGMENT =
            live("projection/fragment", "practical fragment: the agreement corpus, asked of the validator");
    private static final Check EXPORTED = live(
            "projection/exported", "exported programs against the validator, and a damaged one that it must refuse");

    private static final int PROTOCOLS = 50;

    private final LaneContext context;
    private final Path golden;

    private ProjectionChecks(LaneContext context) {
        this.context = context;
        this.golden = context.environment().reference().resolve("golden");
    }

    private static Check live(String id, String title) {
        return Check.independent(id, title);
    }

    /** {@return the rows that ask a validator} */
    static List<Row<Runner.Opened, ?>> rows(LaneContext context) {
        ProjectionChecks checks = new ProjectionChecks(context);
        return List.of(
                row(
                        NAMED,
                        Source.made(NamedProtocols::cases),
                        (validator, item) -> checks.compare(validator, item, false)),
                row(
                        GENERATED,
                        Source.made(ProjectionChecks::generated),
                        (validator, item) -> checks.compare(validator, item, true)),
                row(
                        DRIFT,
                        Source.referenceFolder(
                                "golden",
                                "there is no published data at",
                                // As one: the drift check of the reference ends with the first that cannot be asked.
                                (ignored, folder) -> List.of(new Case<>(DRIFT.id(), folder))),
                        (validator, ignored) -> checks.drift(validator)),
                row(
                        PIPELINE,
                        sources((ignored, folder) -> Source.cases(
                                Source.list(folder, Source.named(".tell")),
                                file -> String.valueOf(file.getFileName()))),
                        checks::piped),
                row(FRAGMENT, Source.made(AgreementTable::cases), ProjectionChecks::fragment),
                row(EXPORTED, sources((ignored, folder) -> checks.exports(folder)), ProjectionChecks::exported),
                PairChecks.asked());
    }

    private static <C> Row<Runner.Opened, C> row(Check check, Source<C> cases, Row.Judge<Runner.Opened, C> judge) {
        return Row.asking(check, ImplementationId.JAVA_MACHINE, cases, judge);
    }

    private static <C> Source<C> sources(Source.FolderReading<C> cases) {
        return Source.fixtures("tell", "sources", cases);
    }

    /** Protocols on which both projections must agree (spec 11 §5): of two parties, or without a choice. */
    private static List<Case<GlobalType>> generated() {
        List<Case<GlobalType>> cases = new ArrayList<>();
        for (long seed = 1; cases.size() < PROTOCOLS; seed++) {
            GeneratorOptions options =
                    seed % 2 == 0 ? GeneratorOptions.VALID.withRoles(2, 2) : GeneratorOptions.VALID.withSize(6, 1, 24);
            GlobalType type = ProtocolGenerator.generate(options, seed);
            if (!type.roles().isEmpty()) {
                cases.add(new Case<>("seed-" + seed, type));
            }
        }
        return cases;
    }

    private EquivalenceChecker checker(Runner.Opened validator) {
        return EquivalenceChecker.withPeer(golden, ProjectionPeer.of(new LeanRunner(validator.client())));
    }

    private Findings compare(Runner.Opened validator, Case<GlobalType> item, boolean projectionMayFail) {
        List<Mismatch> mismatches = new ArrayList<>();
        try {
            for (EquivalenceResult result : checker(validator).checkAllProjectionsAgainstLean(item.value())) {
                if (!result.equivalent()) {
                    String place = item.id() + "/" + result.role();
                    mismatches.add(new Mismatch(
                            place,
                            result.expectedOutput().compactText(),
                            result.rustOutput().compactText(),
                            place));
                }
            }
        } catch (ProblemException e) {
            EquivalenceError error = e.only(EquivalenceError.class);
            requireAnswer(e);
            if (!(projectionMayFail && error instanceof EquivalenceError.Projection)) {
                mismatches.add(new Mismatch(item.id(), "a comparison", error.sentence(), item.id()));
            }
        }
        return Findings.of(1, mismatches);
    }

    /** @throws ImplementationException when the runner gave no answer, and did not refuse either */
    private static void requireAnswer(ProblemException e) {
        if (e.getCause() instanceof ImplementationException runner && !runner.isRefusal()) {
            throw runner;
        }
    }

    private static String text(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }

    /** The published golden cases against what the validator says today. */
    private Findings drift(Runner.Opened validator) throws IOException {
        try {
            return Findings.of(
                    Source.list(golden, Files::isDirectory).size(),
                    checker(validator).checkGoldenDrift().stream()
                            .map(item -> new Mismatch(item, "the golden projection", "another one", item))
                            .toList());
        } catch (ProblemException e) {
            String sentence = e.only(EquivalenceError.class).sentence();
            requireAnswer(e);
            throw new IOException(sentence, e);
        }
    }

    /** Source, global type, JSON, projection against the validator's, and the validator's word on the program. */
    private Findings piped(Runner.Opened validator, Case<Path> item) throws IOException {
        String name = item.id();
        GlobalType type = TypeReader.global().read(JsonOutput.compactText(TypeCodec.GLOBAL, lowered(item.value())));
        List<Mismatch> mismatches = new ArrayList<>(
                compare(validator, new Case<>(name, type), false).mismatches());
        for (String role : type.roles()) {
            validated(validator.client(), name, RoleExport.of(type, role)).ifPresent(mismatches::add);
        }
        return Findings.of(1, mismatches);
    }

    private GlobalType lowered(Path source) throws IOException {
        return Choreography.parse(new String(context.read(source), StandardCharsets.UTF_8))
                .lower();
    }

    private static Optional<Mismatch> validated(Implementation validator, String name, RoleExport export) {
        String place = name + "/" + export.program().role();
        ValidatorOperations.Program question = new ValidatorOperations.Program(
                tree(export.choreographyText()), tree(JsonOutput.compactText(ProgramPayload.CODEC, export.program())));
        String found;
        switch (validator.ask(ValidatorOperations.VALIDATE, question)) {
            case Answer.Answered<LeanValidationResult>(LeanValidationResult result) -> {
                if (result.success()) {
                    return Optional.empty();
                }
                found = "an invalid one";
            }
            case Answer.Refused<LeanValidationResult>(ImplementationException refusal) -> found = text(refusal);
        }
        return Optional.of(new Mismatch(place, "a valid program", found, place));
    }

    private static Findings fragment(Runner.Opened validator, Case<RegularPracticalFragment> item) {
        RegularPracticalFragment found =
                new LeanRunner(validator.client()).checkRegularPracticalFragment(tree(item.id()));
        return found.equals(item.value())
                ? Findings.AGREEMENT
                : Findings.of(new Mismatch("", item.value().toString(), found.toString(), item.id()));
    }

    private static JsonValue tree(String json) {
        return JsonInput.read(json, ReadPolicy.STRICT.withMaxDepth(1_000), JsonValue.CODEC);
    }

    /** @param valid whether the validator must accept it */
    private record Program(boolean valid, RoleExport export, String text) {}

    /** Exported programs, and one whose label is renamed, which has to be refused. */
    private List<Case<Program>> exports(Path folder) throws IOException {
        List<Case<Program>> cases = new ArrayList<>();
        for (String fixture : List.of("lean-sample", "lean-extended")) {
            GlobalType type = lowered(folder.resolve(fixture + ".tell"));
            Stream.of("Baker", "Chef", "SousChef").forEach(role -> {
                RoleExport export = RoleExport.of(type, role);
                cases.add(new Case<>(fixture + "/" + role, new Program(true, export, export.programText())));
            });
        }
        RoleExport chef = RoleExport.of(lowered(folder.resolve("lean-failing.tell")), "Chef");
        String damaged = chef.programText().replace("\"Pong\"", "\"WrongLabel\"");
        cases.add(new Case<>("lean-failing/Chef", new Program(false, chef, damaged)));
        return cases;
    }

    /** Through the argument vector with both logs. */
    private static Findings exported(Runner.Opened validator, Case<Program> item) throws IOException {
        Program program = item.value();
        boolean accepted;
        Path scratch = Scratch.folder(Scratch.parent(Optional.empty()));
        try {
            accepted = accepted(validator, program, scratch);
        } finally {
            Scratch.remove(scratch);
        }
        return accepted == program.valid
                ? Findings.AGREEMENT
                : Findings.of(new Mismatch(item.id(), word(program.valid), word(accepted), item.id()));
    }

    private static String word(boolean accepted) {
        return accepted ? "accepted" : "refused";
    }

    /** @throws ChildException when the validator ended without an answer in its logs */
    private static boolean accepted(Runner.Opened validator, Program program, Path scratch) throws IOException {
        RunnerHost host = validator.host();
        Path log = scratch.resolve("log.txt");
        Path jsonLog = scratch.resolve("log.json");
        List<String> argv = List.of(
                validator.binary().toAbsolutePath().toString(),
                "--choreography",
                written(scratch.resolve("choreography.json"), program.export.choreographyText()),
                "--program",
                written(scratch.resolve("program.json"), program.text),
                "--log",
                log.toString(),
                "--json-log",
                jsonLog.toString());
        ChildResult result = host.children()
                .run(
                        new ChildCommand(argv, host.environment(), Optional.empty()),
                        new byte[0],
                        ChildLimits.within(RunnerHost.validatorDeadline(host.environment())));
        if (!Files.isRegularFile(log) || !Files.isRegularFile(jsonLog)) {
            throw ChildException.exit(
                    result.exitCode(),
                    "the validator ended with exit code " + result.exitCode() + " and without its logs",
                    result.stderrText());
        }
        return result.exitCode() == 0;
    }

    private static String written(Path file, String text) throws IOException {
        return Scratch.write(file, text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
