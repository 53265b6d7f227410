package dev.paritas.bridge.compare;

import dev.paritas.bridge.report.Sha256;
import dev.paritas.bridge.runner.ProtocolMachineRunInput;
import dev.paritas.bridge.runner.ProtocolMachineRunner;
import dev.paritas.bridge.runner.ProtocolMachineRunnerException;
import dev.paritas.bridge.runner.RunnerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other side in a process of its own (spec 22 §14). */
public final class RunnerSide implements Side {
    private final ProtocolMachineRunner runner;
    private final SideIdentity identity;

    /** @param binary the executable that {@code runner} starts */
    public RunnerSide(ProtocolMachineRunner runner, Path binary) {
        this.runner = runner;
        this.identity = identity(binary.toAbsolutePath().normalize());
    }

    private static SideIdentity identity(Path binary) {
        return new SideIdentity(
                Optional.ofNullable(binary.getFileName()).orElse(binary).toString(),
                null,
                digest(binary),
                List.of(binary.toString()));
    }

    /** {@return the digest of the executable; null when it cannot be read, as a program without read permission} */
    private static @Nullable String digest(Path binary) {
        try {
            return Sha256.hex(Files.readAllBytes(binary));
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public SideIdentity identity() {
        return identity;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A failure that is no refusal goes up as it is.
     *
     * @throws ProtocolMachineRunnerException when the process gave no usable answer
     */
    @Override
    public SideOutcome run(CaseInput input) {
        try {
            return new SideOutcome.Ran(
                    runner.run(
                            ProtocolMachineRunInput.of(input.choreographies(), input.concurrency(), input.maxSteps())),
                    null);
        } catch (ProtocolMachineRunnerException e) {
            if (e.failure() instanceof RunnerFailure.Refused refused) {
                return new SideOutcome.Refused("load", refused.text());
            }
            throw e;
        }
    }
}
