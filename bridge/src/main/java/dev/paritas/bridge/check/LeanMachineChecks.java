package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.AnswerDifference;
import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.LeanModel;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.Model;
import dev.paritas.bridge.compare.ModelAnswer;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.RecordedOutcome;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.PeerPool;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Every case of the corpus through the model's machine: against what is published of dialect L, and against R. */
final class LeanMachineChecks {
    private static final Check ANSWERS = Check.independent(
            "lean/machine", "published answers of the reference dialect against the Lean model, step states included");
    private static final Check CONFORMANCE =
            Check.independent("lean/conformance", "machine against the Lean model, step by step");

    private final LaneContext context;
    private final LeanRunners runners;

    private LeanMachineChecks(LaneContext context, LeanRunners runners) {
        this.context = context;
        this.runners = runners;
    }

    static void run(LaneContext context, LeanRunners runners) {
        Optional<Path> runner = runners.find(LeanToolchain.MACHINE, ANSWERS, CONFORMANCE);
        Optional<Corpus> corpus = runner.flatMap(ignored -> context.corpus("lean"));
        if (runner.isPresent() && corpus.isPresent()) {
            new LeanMachineChecks(context, runners)
                    .compare(runner.get(), corpus.get().cases());
        }
    }

    /** The model is asked once for both checks. */
    private void compare(Path runner, List<CorpusCase> cases) {
        List<Asked<ModelAnswer>> answers = new ArrayList<>();
        AtomicBoolean tried = new AtomicBoolean();
        context.runAsking(ANSWERS, runner, () -> {
            tried.set(true);
            answers.add(asked(ANSWERS, runner, cases));
            return sided(published(cases, answers.getFirst()), ImplementationId.JAVA_MODEL, runner);
        });
        context.run(CONFORMANCE, () -> {
            if (answers.isEmpty() && tried.get()) {
                throw new IOException("the Lean model gave no answers");
            }
            if (answers.isEmpty()) {
                answers.add(asked(CONFORMANCE, runner, cases));
            }
            return sided(
                    conformance(cases, answers.getFirst(), runners.answerer(runner)),
                    ImplementationId.JAVA_MACHINE,
                    runner);
        });
    }

    private Asked<ModelAnswer> asked(Check check, Path runner, List<CorpusCase> cases) throws IOException {
        try (ChildProcesses children = new ChildProcesses();
                PeerPool pool = Peer.MACHINE.pool(
                        context.host(children), runner, context.options().leanWorkers(), SessionLimits.LEAN)) {
            Model lean = new LeanModel(pool);
            return Asked.each(
                    pool::each,
                    cases,
                    CorpusCase::id,
                    done -> context.progress().advance(check.id(), done, cases.size()),
                    item -> lean.answer(given(item)));
        }
    }

    private Findings sided(Findings findings, String us, Path runner) {
        return findings.between(List.of(context.here(us), runners.identity(runner)));
    }

    /** {@return the input with as many rounds as the published answer was made with} */
    private static CaseInput given(CorpusCase item) {
        return item.machine() instanceof RecordedOutcome.Ran ran
                ? item.input().within(Math.max(ran.stepsExecuted(), 1))
                : item.input();
    }

    private static Findings published(List<CorpusCase> cases, Asked<ModelAnswer> answers) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            CorpusCase item = cases.get(i);
            answers.answers()
                    .get(i)
                    .flatMap(answer -> AnswerDifference.between(published(item), answer))
                    .ifPresent(difference -> mismatches.add(Mismatch.of(ANSWERS.id(), difference, item.id())));
        }
        return Findings.of(answers.given().size(), mismatches).failing(answers.failures());
    }

    private static ModelAnswer published(CorpusCase item) {
        return switch (item.dialect()) {
            case RecordedOutcome.Refused(var ignored, String message) -> new ModelAnswer.Refused(message);
            case RecordedOutcome.Ran ran ->
                ModelAnswer.of(new RunOutput(
                        ran.trace(),
                        ran.sessions(),
                        ran.stepsExecuted(),
                        item.input().concurrency(),
                        ran.status(),
                        List.of(),
                        List.of(),
                        List.of(),
                        item.dialectSteps(),
                        SemanticObjects.empty()));
        };
    }

    /** The fixtures have to agree; generated cases may part where spec 22 §16 says so. */
    private Findings conformance(List<CorpusCase> cases, Asked<ModelAnswer> answers, Answerer lean) throws IOException {
        Side machine = new MachineSide();
        PairJudge judge = new PairJudge(context, machine.answerer(), lean);
        List<Findings> findings = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            CorpusCase item = cases.get(i);
            Optional<ModelAnswer> answer = answers.answers().get(i);
            if (answer.isEmpty()) {
                continue;
            }
            PairRun pair;
            try {
                CaseInput given = given(item);
                pair = PairRun.compare(given, machine.run(given), answer.get().outcome());
            } catch (JsonException e) {
                throw new IOException(item.id() + ": " + e.describe(), e);
            }
            findings.add(
                    item.seed() == null
                            ? judge.agreeing(item.id(), pair)
                            : judge.classified(item.id(), item.seed(), pair));
            context.progress().advance(CONFORMANCE.id(), i + 1L, cases.size());
        }
        return Findings.together(findings).under(CONFORMANCE.id()).failing(answers.failures());
    }
}
