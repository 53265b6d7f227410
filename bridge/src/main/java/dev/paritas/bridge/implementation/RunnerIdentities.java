package dev.paritas.bridge.implementation;

import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What executables say about themselves, and what is known of those that say nothing (docs/serve.md). */
public final class RunnerIdentities {
    private static final Duration LONGEST_ASKING = Duration.ofSeconds(30);
    private static final int MAX_SAID = 64 << 10;

    private RunnerIdentities() {}

    /**
     * Starts {@code binary} with {@code --serve} and no input, which ends it behind its handshake. One that has none is
     * named by its path, and told apart by the digest of its file.
     */
    public static Identity of(RunnerHost host, Path binary) {
        try {
            return ask(host, binary, LONGEST_ASKING);
        } catch (ChildException e) {
            return unsaid(binary); // it says nothing that can be understood, which is no failure of the question
        }
    }

    /**
     * As {@link #of}.
     *
     * @param longest to wait, where the environment sets no shorter timeout
     * @throws ChildException when it does not open with a handshake
     */
    public static Identity ask(RunnerHost host, Path binary, Duration longest) {
        return of(said(host, binary, longest), binary);
    }

    /** {@return what is known of an executable that says nothing} */
    static Identity unsaid(Path binary) {
        return new Identity(binary.toString(), Optional.empty(), file(binary));
    }

    static Identity of(ServeHandshake handshake, Path binary) {
        ImplementationId implementation = handshake.implementation();
        return new Identity(
                handshake.name(),
                Optional.of(handshake.version()),
                implementation == null ? file(binary) : implementation);
    }

    private static ServeHandshake said(RunnerHost host, Path binary, Duration longest) {
        Duration limit = TimeoutVariable.shortest(host.environment());
        ChildLimits limits = ChildLimits.within(limit.compareTo(longest) < 0 ? limit : longest)
                .withMaxStdout(MAX_SAID)
                .withMaxStderr(MAX_SAID);
        ChildCommand command = host.command(binary.toAbsolutePath(), List.of(ServeSession.SERVE));
        ChildResult result = host.children().run(command, new byte[0], limits);
        String line = result.stdoutText().lines().findFirst().orElse("");
        try {
            return JsonInput.read(line, ReadPolicy.PEER, ServeHandshake.CODEC);
        } catch (JsonException e) {
            throw result.exitCode() == 0
                    ? new ChildException(
                            ChildErrorCode.CHILD_BAD_HANDSHAKE, "its opening line is no handshake", result.stderrText())
                    : ChildException.exit(
                            result.exitCode(),
                            "it ended with exit code " + result.exitCode() + " before a handshake",
                            result.stderrText());
        }
    }

    private static ImplementationId file(Path binary) {
        try {
            return new ImplementationId(ImplementationId.EXECUTABLE, Sha256.hex(binary));
        } catch (IOException e) {
            return new ImplementationId(ImplementationId.EXECUTABLE, "");
        }
    }
}
