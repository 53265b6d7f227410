package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.implementation.RunnerIdentities;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code --projection}: our projection and checks against a validator process, live (spec 12 §7). An executable of Lean
 * is asked where one has been built, a telltale checkout's before that of our model; else the one that stands in for it.
 */
final class ProjectionLane {
    private static final Check LEAN = Check.transport("projection/lean", "a validator made of Lean");
    private static final Path MODEL = Path.of(".build/bin/telltale_validator");

    /** Lean from npm takes its time to start. */
    private static final SessionLimits PATIENT = new SessionLimits(
            Duration.ofMinutes(2),
            SessionLimits.DEFAULT.maxLine(),
            SessionLimits.DEFAULT.maxRestarts(),
            SessionLimits.DEFAULT.killGrace());

    private final LaneContext context;
    private final LeanGate gate;

    ProjectionLane(LaneContext context, Map<String, String> environment) {
        this.context = context;
        this.gate = new LeanGate(environment);
    }

    void run() {
        SubtypingChecks pairs = new SubtypingChecks(context);
        pairs.published();
        pairs.corpus();
        try (ChildProcesses children = new ChildProcesses()) {
            RunnerHost host = context.host(children, gate.environment());
            Optional<Path> lean = LeanRunner.findBinary(host)
                    .or(() -> Optional.of(context.environment().lean().resolve(MODEL))
                            .filter(Files::isRegularFile));
            lean(lean, host);
            Path ours = context.environment().runners().resolve("telltale_validator");
            if (lean.isEmpty() && !Files.isRegularFile(ours)) {
                context.decline(
                        LiveChecks.NAMED_CHECK,
                        SkipCause.EXECUTABLE,
                        "there is no validator at " + context.environment().relative(ours));
                return;
            }
            Path binary = lean.orElse(ours);
            try (LeanRunner runner = LeanRunner.serving(host, binary, PATIENT)) {
                LiveChecks live = new LiveChecks(context, runner, binary);
                live.named();
                live.generated();
                live.drift();
                live.pipeline();
                ValidatorChecks checks = new ValidatorChecks(context, runner, host, binary);
                checks.fragment();
                checks.exported();
                pairs.asked(runner, binary);
            }
        }
    }

    /** An executable that says nothing about itself is taken for the one that its place promises. */
    private void identified(Path executable, RunnerHost host) {
        Identity said = context.asking(executable, () -> RunnerIdentities.of(host, executable));
        String kind = said.implementation().kind();
        if (kind.equals(ImplementationId.JAVA_MODEL) || kind.equals(ImplementationId.JAVA_MACHINE)) {
            context.block(
                    LEAN,
                    SkipCause.LEAN,
                    context.environment().relative(executable) + " is not made of Lean, but " + said.text());
        } else {
            context.run(LEAN, () -> LaneContext.Findings.of(1, List.of()));
        }
    }

    /** Says whether the model itself was asked, or its stand-in. */
    private void lean(Optional<Path> executable, RunnerHost host) {
        if (executable.isPresent()) {
            identified(executable.get(), host);
        } else if (gate.requires(LeanGate.VALIDATOR) || gate.requires(LeanGate.PROJECTION_RUNNER)) {
            context.run(
                    LEAN,
                    () -> LaneContext.Findings.of(
                            1, List.of(new Mismatch(LEAN.id(), "a built executable", LeanGate.MISSING, "lean"))));
        } else {
            context.skip(LEAN, SkipCause.LEAN, LeanGate.MISSING);
        }
    }
}
