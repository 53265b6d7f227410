package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.process.Deadline;
import dev.paritas.bridge.process.Tail;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One executable, started once per request, with its failures in the words of its client. */
record RunnerProcess(RunnerHost host, Path binary, TimeoutVariable timeout, RunnerFailures failures) {
    /** Answers nest as deep as the peer's reader allows; their size is bounded by the capture. */
    static final ReadPolicy ANSWER = ReadPolicy.PEER.withMaxBytes(ChildLimits.MAX_STDOUT);

    /** How the executables begin a refusal on stderr, with exit code 1 (spec 12 §2.4, 22 §1, 40 §13). */
    private static final List<String> REFUSALS = List.of(
            "uncaught exception: ", "invalid heap parity fixture: ", "Projection mismatch for ", "Failed to decode ");

    /** Refusals in form that do not judge what they were asked: the request did not get through. */
    private static final List<String> UNREAD = List.of(
            "uncaught exception: invalid JSON: ",
            "uncaught exception: the document is too large",
            "uncaught exception: the document has more than ",
            "uncaught exception: Tried to read from handle containing non UTF-8 data.",
            "uncaught exception: unsupported operation: ");

    /** {@return the result of a child that exited with 0} */
    ChildResult run(String operation, List<String> arguments, byte[] stdin) {
        List<String> argv = new ArrayList<>();
        argv.add(binary.toString());
        argv.addAll(arguments);
        ChildResult result;
        try {
            result = started(new ChildCommand(argv, host.environment(), Optional.empty()), stdin);
        } catch (ChildException e) {
            throw translated(operation, e);
        }
        if (result.exitCode() != 0) {
            throw failures.of(ended(result.exitCode(), result.stderrText()), null);
        }
        return result;
    }

    private ChildResult started(ChildCommand command, byte[] stdin) {
        host.health().requireAskable(binary);
        try {
            ChildResult result =
                    host.children().run(command, stdin, ChildLimits.within(timeout.duration(host.environment())));
            host.health().answered(binary);
            return result;
        } catch (ChildException e) {
            host.health().failed(binary, e);
            throw e;
        }
    }

    private static RunnerFailure ended(int code, String stderr) {
        if (code == 1
                && REFUSALS.stream().anyMatch(stderr::startsWith)
                && UNREAD.stream().noneMatch(stderr::startsWith)) {
            String prefix = REFUSALS.getFirst();
            String text = stderr.startsWith(prefix) ? stderr.substring(prefix.length()) : stderr;
            return new RunnerFailure.Refused(text.strip(), stderr);
        }
        return new RunnerFailure.Ended(code, stderr);
    }

    Identity identity() {
        return RunnerIdentities.of(host, binary);
    }

    /** {@return the JSON document that the child wrote to stdout in answer to {@code request}} */
    <T> T ask(String operation, byte[] request, Codec<T> codec) {
        Deadline end = deadline();
        return answer(operation, end, run(operation, List.of(), request), codec);
    }

    /** As {@link #ask}, of any form, with the last words on stderr. */
    Answer answer(String operation, byte[] request) {
        Deadline end = deadline();
        ChildResult result = run(operation, List.of(), request);
        return new Answer(answer(operation, end, result, JsonValue.CODEC), Tail.lines(result.stderrText()));
    }

    private <T> T answer(String operation, Deadline end, ChildResult result, Codec<T> codec) {
        try {
            T answer = parse(result.stdout(), end, result.stderrText(), codec);
            result.requireInputTaken();
            return answer;
        } catch (ChildException e) {
            throw translated(operation, e.withStderr(result.stderrText()));
        }
    }

    /**
     * {@return the JSON document that the child left in a file, read within another deadline}
     *
     * @param stderr what the child wrote there
     */
    <T> T parse(String operation, byte[] utf8, String stderr, Codec<T> codec) {
        try {
            return parse(utf8, deadline(), stderr, codec);
        } catch (ChildException e) {
            throw translated(operation, e.withStderr(stderr));
        }
    }

    private <T> T parse(byte[] utf8, Deadline end, String stderr, Codec<T> codec) {
        try {
            return JsonInput.read(end.reading(utf8), ANSWER, codec);
        } catch (JsonException e) {
            throw unreadable(StrictOutput.refusal(utf8, end, codec, e), stderr, e);
        }
    }

    private Deadline deadline() {
        return Deadline.in(timeout.duration(host.environment()));
    }

    RunnerException unreadable(String text, String stderr, @Nullable Throwable cause) {
        return failures.of(new RunnerFailure.Unreadable(text, Tail.lines(stderr)), cause);
    }

    RunnerException translated(String operation, ChildException e) {
        String text = String.valueOf(e.getMessage());
        List<String> stderr = e.stderrLines();
        return failures.of(
                switch (e.code()) {
                    case CHILD_NOT_FOUND,
                            CHILD_START_FAILED,
                            CHILD_STDIN_CLOSED,
                            CHILD_PIPE_HELD,
                            CHILD_INTERRUPTED,
                            CHILD_RESTARTS_EXHAUSTED,
                            CHILD_CLOSED -> new RunnerFailure.Unusable(text, stderr);
                    case CHILD_TIMEOUT ->
                        new RunnerFailure.Silent(operation, timeout.millis(host.environment()), stderr);
                    case CHILD_EXIT ->
                        e.exitCode().isPresent()
                                ? new RunnerFailure.Ended(e.exitCode().getAsInt(), e.stderrTail())
                                : new RunnerFailure.Unusable(text, stderr);
                    case CHILD_OUTPUT_TOO_LARGE, CHILD_BAD_OUTPUT, CHILD_BAD_HANDSHAKE ->
                        new RunnerFailure.Unreadable(text, stderr);
                    case CHILD_BAD_REQUEST -> new RunnerFailure.Untaken(text, stderr);
                },
                e);
    }
}
