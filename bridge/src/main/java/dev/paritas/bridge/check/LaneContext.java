package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusFile;
import dev.paritas.bridge.corpus.CorpusFolder;
import dev.paritas.bridge.corpus.CorpusProblem;
import dev.paritas.bridge.corpus.ReferenceFolder;
import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.files.UnreadableFile;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.RunnerHealth;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.implementation.Traffic;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.report.CaseFailure;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.InputFile;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What a running lane needs: its environment, and where it leaves checks, inputs and used deviations. */
final class LaneContext {
    /** The work of one check. */
    @FunctionalInterface
    interface Work {
        Findings run() throws IOException;
    }

    private final LaneEnvironment environment;
    private final LaneProgress progress;
    private final boolean byName;
    private final List<LaneCheck> checks = new ArrayList<>();
    private final List<InputFile> inputs = new ArrayList<>();
    private final TreeSet<String> deviations = new TreeSet<>();
    private final Traffic traffic;
    private final Map<String, String> variables;
    private final RunnerHealth health = new RunnerHealth();
    private final Map<String, Identity> parts = new HashMap<>();
    private final DigestChecks digests = new DigestChecks();

    /** @param byName whether the lane was asked for, rather than taken because it can run here */
    LaneContext(LaneEnvironment environment, LaneProgress progress, boolean byName) {
        this(environment, progress, byName, System.getenv(), Traffic.UNSEEN);
    }

    /** @param variables of the environment: timeouts, and what runners get */
    LaneContext(LaneEnvironment environment, LaneProgress progress, boolean byName, Map<String, String> variables) {
        this(environment, progress, byName, variables, Traffic.UNSEEN);
    }

    LaneContext(
            LaneEnvironment environment,
            LaneProgress progress,
            boolean byName,
            Map<String, String> variables,
            Traffic traffic) {
        this.traffic = traffic;
        this.variables = Map.copyOf(variables);
        this.environment = environment;
        this.progress = progress;
        this.byName = byName;
    }

    LaneEnvironment environment() {
        return environment;
    }

    LaneProgress progress() {
        return progress;
    }

    /** {@return the corpus, which the first asking {@code lane} reads as its check {@code lane/digests}} */
    Optional<Corpus> corpus(String lane) {
        return digests.corpus(this, lane);
    }

    /** {@return the reference's answers, which the first asking {@code lane} verifies as {@code lane/reference-digests}} */
    Optional<ReferenceFolder> measured(String lane) {
        return digests.measured(this, lane);
    }

    List<LaneCheck> checks() {
        return checks;
    }

    List<InputFile> inputs() {
        return inputs;
    }

    List<String> deviations() {
        return List.copyOf(deviations);
    }

    boolean hasFailed() {
        return checks.stream().anyMatch(check -> check.status() == CheckStatus.FAIL);
    }

    /** {@return the bytes of a data file, which becomes an input of the report} */
    byte[] read(Path file) throws IOException {
        byte[] bytes = BoundedFile.atMost(file, BoundedFile.MAX_BYTES);
        inputs.add(new InputFile(environment.relative(file), Sha256.hex(bytes)));
        return bytes;
    }

    /**
     * {@return the bytes of a file of the corpus, which becomes an input of the report}
     *
     * @throws ProblemException ({@link CorpusProblem}) when the index lists another digest for {@code path}, or none
     */
    byte[] readCorpus(String path) throws IOException {
        byte[] bytes = read(environment.corpus().resolve(path));
        CorpusFolder.requireDigest(
                path,
                Sha256.hex(bytes),
                CorpusFolder.index(environment.corpus()).files().stream()
                        .filter(file -> file.path().equals(path))
                        .map(CorpusFile::sha256)
                        .findFirst());
        return bytes;
    }

    private Path reproducers() {
        return environment.output().resolve("reproducers");
    }

    /** {@return the folder of the reproducers as a user types it in the project} */
    String reproducersName() {
        return environment.relative(reproducers());
    }

    /** Leaves a folder from which a difference can be seen again. */
    void keep(Reproducer reproducer) throws IOException {
        Path ignored = reproducer.writeTo(reproducers());
    }

    /** A check that cannot run here: blocked when it was asked for by name, else skipped; strict fails on skipped. */
    void decline(Check check, SkipCause cause, String reason) {
        finished(
                byName && !environment.strict()
                        ? LaneCheck.blocked(check, cause, reason)
                        : LaneCheck.skipped(check, cause, reason));
    }

    /** A check that is optional by nature: skipped, however it was selected. */
    void skip(Check check, SkipCause cause, String reason) {
        finished(LaneCheck.skipped(check, cause, reason));
    }

    /** A check that was meant to run and cannot. */
    void block(Check check, SkipCause cause, String reason) {
        finished(LaneCheck.blocked(check, cause, reason));
    }

    /** As {@link #run}, of a check that waits for the answers of {@code runner}. */
    void runAsking(Check check, Path runner, Work work) {
        progress.asks(runner.toString(), RunnerHost.longestDeadline(variables));
        run(check, work);
    }

    /** {@return the answer to a question to {@code runner} outside of any check} */
    <T> T asking(Path runner, Supplier<T> question) {
        progress.asks(runner.toString(), RunnerHost.longestDeadline(variables));
        try {
            return question.get();
        } finally {
            progress.answered();
        }
    }

    /** {@return a host whose knowledge about runners is that of the whole run} */
    RunnerHost host(ChildProcesses children) {
        return host(children, variables);
    }

    /** As {@link #host(ChildProcesses)}, with other variables of the environment. */
    RunnerHost host(ChildProcesses children, Map<String, String> other) {
        return new RunnerHost(children, environment.root(), other, health, traffic);
    }

    /** {@return the variables of the environment that runners get} */
    Map<String, String> variables() {
        return variables;
    }

    /** {@return whether {@code variable} demands something: it is set, and to anything but {@code 0}} */
    boolean demands(String variable) {
        String value = variables.get(variable);
        return value != null && !value.equals("0");
    }

    /** {@return a part of this program as a side of a check} */
    Identity here(String kind) {
        return parts.computeIfAbsent(kind, Identity::ofThisProcess);
    }

    /** Runs a check; a failure to read or to ask makes it broken. */
    void run(Check check, Work work) {
        long start = System.nanoTime();
        Findings findings;
        try {
            findings = work.run();
        } catch (IOException e) {
            findings = Findings.broken(new CaseFailure(check.id(), String.valueOf(e.getMessage()), null, ""));
        } catch (JsonException e) {
            findings = Findings.broken(new CaseFailure(check.id(), readLast() + e.describe(), null, ""));
        } catch (ProblemException e) {
            String text = switch (e.problem()) {
                case CorpusProblem problem -> problem.sentence();
                case UnreadableFile problem ->
                    environment.relative(Path.of(problem.file())) + ": "
                            + problem.refusal().describe();
                case ImportRefusal problem -> readLast() + problem.sentence();
                default -> throw e;
            };
            findings = Findings.broken(new CaseFailure(check.id(), text, null, ""));
        } catch (ImplementationException e) {
            findings = Findings.broken(Asked.failure(check.id(), e));
        } catch (ChildException e) {
            findings = Findings.broken(Asked.failure(check.id(), e));
        }
        deviations.addAll(findings.deviations());
        finished(LaneCheck.of(
                check,
                findings.sides(),
                findings.cases(),
                findings.mismatches(),
                findings.known(),
                findings.failures(),
                (System.nanoTime() - start) / 1_000_000));
    }

    /** {@return the file that a document of no form is in, and a colon} */
    private String readLast() {
        return inputs.isEmpty() ? "" : inputs.getLast().path() + ": ";
    }

    private void finished(LaneCheck check) {
        checks.add(check);
        progress.finished(check);
    }
}
