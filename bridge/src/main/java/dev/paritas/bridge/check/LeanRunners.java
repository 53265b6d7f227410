package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.RunnerIdentities;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.CaseFailure;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The runners made of the Lean model, as lanes find them. A check whose runner is missing is left out with every reason,
 * or fails where Lean is required.
 */
final class LeanRunners {
    private final LaneContext context;
    private final boolean required;
    private final Map<Path, Identity> identities = new HashMap<>();

    LeanRunners(LaneContext context, boolean required) {
        this.context = context;
        this.required = required;
    }

    /** {@return whether the runner of types, which the first checks ask, is here} */
    boolean any() {
        return LeanToolchain.find(context.environment().lean(), context.variables(), LeanToolchain.VALIDATOR)
                instanceof LeanToolchain.Found;
    }

    /** {@return the runner; empty when there is none, which each of the checks then tells} */
    Optional<Path> find(String name, Check... checks) {
        if (!context.due(checks)) {
            return Optional.empty();
        }
        return switch (LeanToolchain.find(context.environment().lean(), context.variables(), name)) {
            case LeanToolchain.Found found -> model(found, checks);
            case LeanToolchain.Unavailable none -> {
                List.of(checks).forEach(check -> missing(check, none.reason()));
                yield Optional.empty();
            }
        };
    }

    /** As {@link #find} for a lane that was asked for: without Lean, and where it is not required, it is blocked. */
    Optional<Path> findOrDecline(String name, Check check) {
        if (!context.due(check)) {
            return Optional.empty();
        }
        if (!required
                && LeanToolchain.find(context.environment().lean(), context.variables(), name)
                        instanceof LeanToolchain.Unavailable none) {
            context.decline(check, SkipCause.LEAN, none.reason());
            return Optional.empty();
        }
        return find(name, check);
    }

    /** {@return the executable, when it says that it is the model, executed by Lean} */
    private Optional<Path> model(LeanToolchain.Found found, Check... checks) {
        Path binary = found.executable();
        String place = context.environment().relative(binary);
        Identity said;
        try (ChildProcesses children = new ChildProcesses()) {
            said = context.asking(
                    binary, () -> RunnerIdentities.ask(context.host(children), binary, SessionLimits.LEAN.handshake()));
        } catch (ChildException e) {
            CaseFailure failure = Asked.failure(place, e);
            List.of(checks).forEach(check -> silent(check, failure));
            return Optional.empty();
        }
        if (said.implementation().isLeanModel()) {
            identities.put(binary, said);
            return Optional.of(binary);
        }
        boolean unsaid = said.implementation().kind().equals(ImplementationId.EXECUTABLE);
        String reason = unsaid
                ? place + " does not say that it is the Lean model: another program, or an old build (just lean-build)"
                : place + " is not the Lean model, but " + said.text() + "; " + found.why();
        List.of(checks).forEach(check -> impostor(check, reason));
        return Optional.empty();
    }

    /** {@return who answers at {@code runner}, which has been found} */
    Answerer answerer(Path runner) {
        return new Answerer(identity(runner), List.of(runner.toString()));
    }

    /** {@return what {@code runner}, which has been found, says of itself} */
    Identity identity(Path runner) {
        return Objects.requireNonNull(identities.get(runner));
    }

    private void silent(Check check, CaseFailure failure) {
        if (required) {
            failed(check, "unavailable", "a Lean runner", failure.text());
        } else {
            context.run(check, () -> Findings.broken(failure));
        }
    }

    private void impostor(Check check, String reason) {
        if (required) {
            failed(check, "identity", "the Lean model", reason);
        } else {
            context.block(check, SkipCause.LEAN, reason);
        }
    }

    private void failed(Check check, String key, String expected, String actual) {
        Mismatch mismatch = new Mismatch(check.id() + ":" + key, expected, actual, "--require-lean");
        context.run(check.unheld(), () -> Findings.of(mismatch));
    }

    private void missing(Check check, String reason) {
        if (required) {
            failed(check, "unavailable", "a Lean runner", reason);
        } else {
            context.skip(check, SkipCause.LEAN, reason);
        }
    }
}
