package dev.paritas.bridge.smoke;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.Comparison;
import dev.paritas.bridge.compare.ComparisonMode;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.RunnerSide;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.implementation.Answer;
import dev.paritas.bridge.implementation.Failure;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.MachineOperations;
import dev.paritas.bridge.implementation.Operation;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.RunnerCommand;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.implementation.ServingPeer;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.smoke.SmokeStep.Result;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks an adapter the simplest things first, so that what is missing is told in the order in which it is to be mended
 * (docs/your-runtime.md).
 */
public final class RunnerSmoke {
    private static final String FIRST = "answers ping-pong as the machine does";

    /** Questions of which the mean time is told. */
    private static final int TIMED = 5;

    private static final Operation<byte[], RunOutput> RAW =
            MachineOperations.running(Optional::of, Operation.Reading.of(RunOutput.CODEC));

    private final RunnerHost host;
    private final RunnerCommand command;
    private final Consumer<SmokeStep> told;
    private final List<SmokeStep> steps = new ArrayList<>();
    private boolean answers;

    private RunnerSmoke(RunnerHost host, RunnerCommand command, Consumer<SmokeStep> told) {
        this.host = host.startingAs(command);
        this.command = command;
        this.told = told;
    }

    /** @param told each step as soon as it is known */
    public static SmokeReport of(RunnerHost host, RunnerCommand command, Consumer<SmokeStep> told) {
        RunnerSmoke smoke = new RunnerSmoke(host, command, told);
        smoke.ask();
        return SmokeReport.of(String.join(" ", command.line()), smoke.answers, smoke.steps);
    }

    private void ask() {
        Implementation alone;
        try {
            alone = Peer.MACHINE.oneShot(host, command.file());
        } catch (ImplementationException e) {
            step("answer", FIRST, Result.WRONG, mended(e));
            skip();
            return;
        }
        runs(alone);
        if (!answers) {
            skip();
            return;
        }
        refusals(alone);
        speed("speed", "answers a request in a process of its own", alone);
        serving();
    }

    private void skip() {
        step("rest", "everything else", Result.SKIPPED, List.of("mend this first"));
    }

    private void runs(Implementation alone) {
        long before = wrong();
        run("answer", FIRST, alone, SmokeCases.pingPong());
        answers = wrong() == before;
        if (answers) {
            run("choice", "takes the first branch of a choice", alone, SmokeCases.choice());
            run("loop", "stops in an endless loop at max_steps", alone, SmokeCases.loop());
            run("sessions", "runs two sessions of one request", alone, SmokeCases.twoSessions());
        }
    }

    private long wrong() {
        return steps.stream().filter(step -> step.result() == Result.WRONG).count();
    }

    private void run(String name, String asked, Implementation runner, CaseInput input) {
        try {
            SideOutcome theirs = new RunnerSide(runner, command).run(input);
            Comparison comparison = PairRun.compare(
                            input, MachineSide.withLabels(RunDetail.TRACE).run(input), theirs, ComparisonMode.ROLE)
                    .comparison();
            boolean agrees = comparison.verdict() instanceof Verdict.Agree;
            step(name, asked, agrees ? Result.OK : Result.WRONG, agrees ? List.of() : comparison.lines());
        } catch (ImplementationException e) {
            step(name, asked, Result.WRONG, mended(e));
        }
    }

    private void refusals(Implementation alone) {
        SmokeCases.unanswerable().forEach((wrong, request) -> refuses("refuses", wrong, alone, request));
        asked("version", "another schema version", alone, SmokeCases.otherVersion(), Result.NOTE);
    }

    private void refuses(String name, String wrong, Implementation runner, byte[] request) {
        asked(name, wrong, runner, request, Result.WRONG);
    }

    /** @param answered what it is when the request is answered */
    private void asked(String name, String wrong, Implementation runner, byte[] request, Result answered) {
        String asked = "does not answer " + wrong;
        try {
            switch (runner.ask(RAW, request)) {
                case Answer.Answered<RunOutput> ignored ->
                    step(
                            name,
                            asked,
                            answered,
                            List.of("it answered as if nothing were wrong; such a request "
                                    + (answered == Result.WRONG ? "must" : "should") + " be refused"));
                case Answer.Refused<RunOutput> ignored -> step(name, asked, Result.OK, List.of());
            }
        } catch (ImplementationException e) {
            switch (e.failure()) {
                case Failure.Ended(int code, String ignored) ->
                    step(
                            name,
                            asked,
                            Result.OK,
                            List.of("exit code " + code
                                    + "; with exit code 1 and 'uncaught exception: REASON' on stderr"
                                    + " it would be a refusal with a reason"));
                case Failure.Untaken ignored -> step(name, asked, Result.OK, List.of());
                default -> step(name, asked, Result.WRONG, mended(e));
            }
        }
    }

    private void serving() {
        try (ServingPeer serving = Peer.MACHINE.serving(host, command.file(), SessionLimits.DEFAULT)) {
            if (!serving.serves(MachineOperations.RUN)) {
                step(
                        "serve",
                        "serves with --serve",
                        Result.NOTE,
                        List.of("it does not, so it is started for each request; docs/serve.md says how it could"));
                return;
            }
            step("serve", "serves with --serve", Result.OK, List.of());
            run("served_answer", "serves ping-pong as the machine runs it", serving, SmokeCases.pingPong());
            String unknown = SmokeCases.UNKNOWN_KIND + " while it serves";
            refuses("served_refusal", unknown, serving, SmokeCases.unknownKind());
            unknownOperation(serving);
            run("goes_on", "goes on behind refusals", serving, SmokeCases.choice());
            speed("served_speed", "answers a request while it serves", serving);
        } catch (ImplementationException e) {
            step("serve", "serves with --serve", Result.WRONG, mended(e));
        }
    }

    private void unknownOperation(ServingPeer serving) {
        String asked = "refuses an unknown operation while it serves";
        try {
            serving.insist(
                    Operation.of("fly", RAW.payload(), RAW.oneShot(), Operation.Reading.of(RunOutput.CODEC)),
                    "{}".getBytes(StandardCharsets.UTF_8));
            step("unknown_operation", asked, Result.WRONG, List.of("it answered an operation that it does not offer"));
        } catch (ImplementationException e) {
            boolean judged = e.isRefusal() || e.failure() instanceof Failure.Untaken;
            step("unknown_operation", asked, judged ? Result.OK : Result.WRONG, judged ? List.of() : mended(e));
        }
    }

    private void speed(String name, String asked, Implementation runner) {
        try {
            long start = System.nanoTime();
            for (int i = 0; i < TIMED; i++) {
                new RunnerSide(runner, command).run(SmokeCases.pingPong());
            }
            long micros = (System.nanoTime() - start) / TIMED / 1_000;
            step(name, asked, Result.NOTE, List.of("%d.%03d ms a request".formatted(micros / 1_000, micros % 1_000)));
        } catch (ImplementationException e) {
            step(name, asked, Result.WRONG, mended(e));
        }
    }

    private void step(String name, String asked, Result result, List<String> details) {
        SmokeStep step = new SmokeStep(name, asked, result, details);
        steps.add(step);
        told.accept(step);
    }

    /** {@return what happened, and the one thing to do about it} */
    private List<String> mended(ImplementationException e) {
        List<String> lines = new ArrayList<>();
        lines.add(e.sentence());
        e.stderrTail().forEach(line -> lines.add("| " + line));
        lines.add(
                switch (e.failure()) {
                    case Failure.NotFound ignored ->
                        "name a file that is there, or words such as \"python3 runner.py\"";
                    case Failure.Unusable ignored ->
                        "make it executable (chmod +x), or name what executes it: --runner \"python3 " + command.file()
                                + "\"";
                    case Failure.Ended ignored ->
                        "it has to read one JSON document on standard input, write one on standard output and end with 0";
                    case Failure.Refused ignored -> "this is the smallest protocol; it has to run it";
                    case Failure.Unreadable ignored ->
                        "its answer has to be as paritas schema print lean_bridge.v1/run_output says; nothing else may"
                                + " be on standard output";
                    case Failure.OtherVersion ignored -> "its answer has to name the schema version lean_bridge.v1";
                    case Failure.Untaken ignored -> "it has to take what it offers";
                    case Failure.Silent ignored ->
                        "it has to answer in time; TELLTALE_PROTOCOL_MACHINE_TIMEOUT_MS sets how long is waited";
                });
        return lines;
    }
}
