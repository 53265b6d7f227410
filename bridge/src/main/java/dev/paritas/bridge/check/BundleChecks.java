package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.CorpusException;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.ParityBundleKind;
import dev.paritas.bridge.implementation.ParityBundleRunner;
import dev.paritas.bridge.implementation.ParityRunnerError;
import dev.paritas.bridge.implementation.ParityRunnerException;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks that every reduced bundle has: our machine's bundle against the table, the corpus, the runner executable
 * and a native Lean runner (spec 52 §6, §7).
 */
final class BundleChecks<T> {
    /** Compares the model's bundle with our machine's. */
    @FunctionalInterface
    interface Judge<T> {
        LaneContext.Findings compare(String check, T model, T machine);
    }

    private final LaneContext context;
    private final String lane;
    private final ParityBundleKind<T> kind;
    private final T machine;
    private final Judge<T> judge;

    BundleChecks(LaneContext context, String lane, ParityBundleKind<T> kind, T machine, Judge<T> judge) {
        this.context = context;
        this.lane = lane;
        this.kind = kind;
        this.machine = machine;
        this.judge = judge;
    }

    void published(T table) {
        String id = lane + "/published";
        context.run(
                Check.independent(id, lane + " bundle of the machine against the published table"),
                () -> judge.compare(id, table, machine));
    }

    /** @param path of the published bundle in the corpus */
    void corpus(String path) {
        String id = lane + "/corpus";
        Check check = Check.recorded(id, lane + " bundle of the machine against the corpus");
        Path file = context.environment().corpus().resolve(path);
        if (!Files.isRegularFile(file)) {
            context.decline(
                    check,
                    SkipCause.CORPUS,
                    "there is no " + context.environment().relative(file));
            return;
        }
        context.run(check, () -> {
            try {
                return judge.compare(
                        id, JsonInput.read(context.readCorpus(path), ReadPolicy.STRICT, kind.codec()), machine);
            } catch (CorpusException e) {
                return unreadable(id, String.valueOf(e.code()), String.valueOf(e.getMessage()), file);
            } catch (JsonException e) {
                return unreadable(id, String.valueOf(e.code()), e.describe(), file);
            }
        });
    }

    private LaneContext.Findings unreadable(String id, String code, String text, Path file) {
        return LaneContext.Findings.of(
                1,
                List.of(new Mismatch(
                        id + ":" + code,
                        "the published bundle",
                        text,
                        context.environment().relative(file))));
    }

    /** Our executable, once as a process of its own and once serving. */
    void runner() {
        String id = lane + "/runner";
        Path binary = context.environment().runners().resolve(kind.executable());
        ask(Check.independent(id, lane + " bundle of the machine against the runner executable"), binary, true);
    }

    /** A runner that Lean built from the formal model; absent in this repository. */
    void lean() {
        String id = lane + "/lean";
        Path binary = context.environment().lean().resolve(".lake/build/bin").resolve(kind.executable());
        Check check = Check.independent(id, lane + " bundle of the machine against the native Lean runner");
        if (Files.isRegularFile(binary)) {
            ask(check, binary, false);
        } else {
            context.skip(
                    check,
                    SkipCause.LEAN_PROJECT,
                    "there is no Lean runner at " + context.environment().relative(binary));
        }
    }

    /** A runner that was found: the bundle that a process of its own prints. */
    void asked(Check check, Path binary) {
        ask(check, binary, false);
    }

    private void ask(Check check, Path binary, boolean ours) {
        String id = check.id();
        if (!Files.isRegularFile(binary)) {
            context.decline(
                    check,
                    SkipCause.EXECUTABLE,
                    "there is no runner at " + context.environment().relative(binary));
            return;
        }
        context.runAsking(check, binary, () -> {
            try (ChildProcesses children = new ChildProcesses()) {
                RunnerHost host = context.host(children);
                List<LaneContext.Findings> findings = new ArrayList<>();
                Identity identity;
                try (var runner = ParityBundleRunner.withBinaryPath(kind, host, binary)) {
                    findings.add(judge.compare(id, runner.bundle(), machine));
                    identity = runner.identity();
                }
                if (ours) {
                    try (var runner = ParityBundleRunner.serving(kind, host, binary, SessionLimits.DEFAULT)) {
                        findings.add(judge.compare(id, runner.bundle(), machine));
                    }
                }
                return LaneContext.Findings.together(findings)
                        .between(context.here(ImplementationId.JAVA_MACHINE), identity);
            } catch (ParityRunnerException e) {
                return refused(id, e, binary);
            }
        });
    }

    /** Another version is a difference; a process without a readable answer left nothing to compare. */
    private LaneContext.Findings refused(String id, ParityRunnerException e, Path binary) {
        if (e.error() instanceof ParityRunnerError.UnsupportedSchemaVersion) {
            return answer(id + ":schema_version", e.error(), binary);
        }
        return LaneContext.Findings.broken(
                RunnerCases.failure(context.environment().relative(binary), e));
    }

    private LaneContext.Findings answer(String key, ParityRunnerError error, Path binary) {
        return LaneContext.Findings.of(
                1,
                List.of(new Mismatch(
                        key,
                        kind.schemaVersion(),
                        error.message(),
                        context.environment().relative(binary))));
    }
}
