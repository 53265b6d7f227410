package dev.paritas.bridge.check;

import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusException;
import dev.paritas.bridge.corpus.LocalOutcome;
import dev.paritas.bridge.corpus.ValidatorCase;
import dev.paritas.bridge.corpus.ValidatorLines;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.ProtocolMachineValidator;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.semanticobjects.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * {@code --bundles}: the published questions to the machine validator, answered in this process and by the executable
 * (spec 32 §6-8), and what Java's own reader, lint and runtime say of them.
 */
final class BundlesLane {
    private static final String IN_PROCESS = "bundles/in-process";
    private static final String LOCAL = "bundles/local";
    private static final String RUNTIME = "bundles/runtime";
    private static final String EXECUTABLE = "bundles/executable";

    private final LaneContext context;

    BundlesLane(LaneContext context) {
        this.context = context;
    }

    void run() {
        Optional<Corpus> corpus = context.corpus("bundles");
        if (corpus.isEmpty()) {
            return;
        }
        List<ValidatorCase> cases;
        try {
            cases = ValidatorLines.of(corpus.get());
        } catch (CorpusException e) {
            context.run(Check.recorded(IN_PROCESS, "the published questions are readable"), () -> {
                Mismatch mismatch = new Mismatch(
                        "corpus:" + e.code(), "cases", String.valueOf(e.getMessage()), ValidatorLines.PATH);
                return LaneContext.Findings.of(1, List.of(mismatch));
            });
            return;
        }
        context.run(Check.recorded(IN_PROCESS, "answers of the validator against the corpus"), () -> inProcess(cases));
        context.run(
                Check.recorded(LOCAL, "reader, claim lint and runtime rules against the corpus"), () -> local(cases));
        context.run(
                Check.independent(RUNTIME, "changes of membership: the runtime accepts what the validator accepts"),
                () -> runtime(cases));
        executable(cases);
    }

    private static LaneContext.Findings inProcess(List<ValidatorCase> cases) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (ValidatorCase item : cases) {
            compare(
                    IN_PROCESS,
                    item,
                    item.answer(),
                    ValidatorCase.recorded(item.operation().answer(item.payload())),
                    mismatches);
        }
        return LaneContext.Findings.of(cases.size(), mismatches);
    }

    private static LaneContext.Findings local(List<ValidatorCase> cases) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (ValidatorCase item : cases) {
            SortedMap<String, String> fresh = LocalOutcome.of(item.operation(), item.payload());
            if (!fresh.equals(item.local())) {
                mismatches.add(new Mismatch(LOCAL + ":" + item.id(), text(item.local()), text(fresh), item.id()));
            }
        }
        return LaneContext.Findings.of(cases.size(), mismatches);
    }

    private static String text(Map<String, String> outcomes) {
        return outcomes.toString();
    }

    /** Two sets of rules, written apart from each other, on each payload that both can read. */
    private static LaneContext.Findings runtime(List<ValidatorCase> cases) {
        List<Mismatch> mismatches = new ArrayList<>();
        long compared = 0;
        for (ValidatorCase item : cases) {
            if (item.operation() != ValidatorOperation.VALIDATE_RECONFIGURATION_TRANSITION) {
                continue;
            }
            String runtime = LocalOutcome.of(item.operation(), item.payload()).get("runtime");
            if (runtime == null) {
                continue;
            }
            compared++;
            String validator = firstCode(item.operation().answer(item.payload()));
            if (!validator.equals(codeOf(runtime))) {
                mismatches.add(new Mismatch(RUNTIME + ":" + item.id(), codeOf(runtime), validator, item.id()));
            }
        }
        return LaneContext.Findings.of(compared, mismatches);
    }

    /** The validator's word for an outcome of the runtime (spec 32 §7). */
    private static String codeOf(String runtime) {
        return switch (runtime) {
            case "disabled" -> "reconfiguration.disabled";
            case "empty" -> "reconfiguration.empty_membership";
            case "disjoint" -> "reconfiguration.overlap_required";
            default -> runtime;
        };
    }

    private static String firstCode(JsonValue answer) {
        return answer instanceof JsonValue.Obj(var members)
                        && members.get("errors") instanceof JsonValue.Array(List<JsonValue> errors)
                        && !errors.isEmpty()
                        && errors.getFirst() instanceof JsonValue.Obj(var error)
                        && error.get("code") instanceof JsonValue.Text(String code)
                ? code
                : "accepted";
    }

    private void executable(List<ValidatorCase> cases) {
        Check check =
                Check.transport(EXECUTABLE, "answers of the validator executable against the corpus and this process");
        Path binary = context.environment().runners().resolve("protocol_machine_validator");
        if (!Files.isRegularFile(binary)) {
            context.decline(
                    check,
                    SkipCause.EXECUTABLE,
                    "there is no validator at " + context.environment().relative(binary));
            return;
        }
        context.runAsking(check, binary, () -> {
            try (ChildProcesses children = new ChildProcesses()) {
                return executable(check, cases, context.host(children), binary);
            }
        });
    }

    /** The first case of each operation asks a process of its own, the others one that serves. */
    private LaneContext.Findings executable(Check check, List<ValidatorCase> cases, RunnerHost host, Path binary)
            throws IOException {
        RunnerCases asking = new RunnerCases(context, check, cases.size());
        List<ValidatorOperation> asked = new ArrayList<>();
        try (ProtocolMachineValidator serving = ProtocolMachineValidator.serving(host, binary, SessionLimits.DEFAULT)) {
            for (ValidatorCase item : cases) {
                asking.ask(item.id(), () -> answers(item, serving, asked, host, binary));
            }
            return asking.findings(context.here(ImplementationId.JAVA_MODEL), serving.identity());
        }
    }

    private static List<Mismatch> answers(
            ValidatorCase item,
            ProtocolMachineValidator serving,
            List<ValidatorOperation> asked,
            RunnerHost host,
            Path binary) {
        List<Mismatch> mismatches = new ArrayList<>();
        JsonValue answer = serving.ask(item.operation(), item.payload());
        compare(EXECUTABLE, item, item.answer(), ValidatorCase.recorded(answer), mismatches);
        compare(EXECUTABLE + ":in_process", item, item.operation().answer(item.payload()), answer, mismatches);
        if (!asked.contains(item.operation())) {
            asked.add(item.operation());
            try (ProtocolMachineValidator oneShot = ProtocolMachineValidator.withBinaryPath(host, binary)) {
                compare(
                        EXECUTABLE + ":one_shot",
                        item,
                        answer,
                        oneShot.ask(item.operation(), item.payload()),
                        mismatches);
            }
        }
        return mismatches;
    }

    private static void compare(
            String check, ValidatorCase item, JsonValue expected, JsonValue actual, List<Mismatch> mismatches) {
        StructuralDifference.first(expected, actual)
                .ifPresent(difference -> mismatches.add(new Mismatch(
                        check + ":" + item.id(),
                        difference.leftText(),
                        difference.rightText(),
                        item.id() + difference.pointer())));
    }
}
