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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
    private final LaneOptions options;
    private final CheckGate gate;
    private final Set<String> insisted = new HashSet<>();
    private final Map<String, String> variables;
    private final RunnerHealth health = new RunnerHealth();
    private final Map<String, Identity> parts = new HashMap<>();
    private final DigestChecks digests = new DigestChecks();

    /** @param byName whether the lane was asked for, rather than taken because it can run here */
    LaneContext(LaneEnvironment environment, LaneProgress progress, boolean byName) {
        this(environment, progress, byName, System.getenv());
    }

    /** @param variables of the environment: timeouts, and what runners get */
    LaneContext(LaneEnvironment environment, LaneProgress progress, boolean byName, Map<String, String> variables) {
        this(environment, progress, byName, variables, LaneOptions.DEFAULT, CheckGate.of(CheckFilter.ALL));
    }

    LaneContext(
            LaneEnvironment environment,
            LaneProgress progress,
            boolean byName,
            Map<String, String> variables,
            LaneOptions options,
            CheckGate gate) {
        this.options = options;
        this.gate = gate;
        this.variables = Map.copyOf(variables);
        this.environment = environment;
        this.progress = progress;
        this.byName = byName;
    }

    LaneEnvironment environment() {
        return environment;
    }

    /**
     * {@return whether one of these checks is to be made} Those that are left out because enough have failed are told here;
     * where the checks are only listed, none is due.
     */
    boolean due(Check... checks) {
        List<Check> open = Stream.of(checks)
                .filter(check -> gate.opens(check) || insists(check))
                .toList();
        if (failed() < options.mostFailed()) {
            return !open.isEmpty();
        }
        open.forEach(
                check -> finished(LaneCheck.skipped(check, SkipCause.FAILED_ENOUGH, SkipCause.FAILED_ENOUGH.text())));
        return false;
    }

    private long failed() {
        return checks.stream()
                .filter(check -> check.status() == CheckStatus.FAIL || check.status() == CheckStatus.BROKEN)
                .count();
    }

    /** A check on which others stand, and which they do not pass, is told though it was not selected. */
    void insist(Check check) {
        insisted.add(check.id());
    }

    boolean insists(Check check) {
        return insisted.contains(check.id());
    }

    /** {@return whether the checks are listed and not made} */
    boolean lists() {
        return gate.lists();
    }

    /** {@return what was asked for beyond the selection of lanes} */
    LaneOptions options() {
        return options;
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

    /** Verifies corpus and answers for a lane that reads them when it has found a runner. */
    void verifies(String lane) {
        corpus(lane).ifPresent(ignored -> measured(lane));
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
        if (byName && !environment.strict()) {
            block(check, cause, reason);
        } else {
            skip(check, cause, reason);
        }
    }

    /** A check that is optional by nature: skipped, however it was selected. */
    void skip(Check check, SkipCause cause, String reason) {
        if (due(check)) {
            finished(LaneCheck.skipped(check, cause, reason));
        }
    }

    /** A check that was meant to run and cannot. */
    void block(Check check, SkipCause cause, String reason) {
        if (due(check)) {
            finished(LaneCheck.blocked(check, cause, reason));
        }
    }

    /** As {@link #run}, of a check that waits for the answers of {@code runner}. */
    void runAsking(Check check, Path runner, Work work) {
        if (due(check)) {
            progress.asks(runner.toString(), RunnerHost.longestDeadline(variables));
            made(check, work);
        }
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
        return new RunnerHost(children, environment.root(), other, health, options.traffic());
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
        if (due(check)) {
            made(check, work);
        }
    }

    private void made(Check check, Work work) {
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
                findings.ledger(),
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
