package dev.paritas.bridge.runner;

import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One executable, started once per request, with its failures in the words of its client. */
record RunnerProcess(RunnerHost host, Path binary, TimeoutVariable timeout, RunnerFailures failures) {
    /** Answers nest as deep as the peer's reader allows; their size is bounded by the capture. */
    static final ReadPolicy ANSWER = ReadPolicy.PEER.withMaxBytes(ChildLimits.MAX_STDOUT);

    /** {@return the result of a child that exited with 0} */
    ChildResult run(String operation, List<String> arguments, byte[] stdin) {
        List<String> argv = new ArrayList<>();
        argv.add(binary.toString());
        argv.addAll(arguments);
        ChildResult result;
        try {
            result = host.children()
                    .run(
                            new ChildCommand(argv, host.environment(), Optional.empty()),
                            stdin,
                            ChildLimits.within(timeout.duration(host.environment())));
        } catch (ChildException e) {
            throw translated(operation, e);
        }
        if (result.exitCode() != 0) {
            throw failures.processFailed(result.exitCode(), result.stderrText(), null);
        }
        return result;
    }

    /** {@return the JSON document that the child wrote to stdout in answer to {@code request}} */
    <T> T ask(String operation, byte[] request, Codec<T> codec) {
        ChildResult result = run(operation, List.of(), request);
        T answer = parse(result.stdout(), codec);
        try {
            result.requireInputTaken();
        } catch (ChildException e) {
            throw translated(operation, e);
        }
        return answer;
    }

    JsonValue parse(byte[] utf8) {
        return parse(utf8, JsonValue.CODEC);
    }

    <T> T parse(byte[] utf8, Codec<T> codec) {
        try {
            return JsonInput.read(utf8, ANSWER, codec);
        } catch (JsonException e) {
            throw failures.parse(StrictOutput.refusal(utf8, codec, e), e);
        }
    }

    RuntimeException translated(String operation, ChildException e) {
        String text = String.valueOf(e.getMessage());
        return switch (e.code()) {
            case CHILD_NOT_FOUND,
                    CHILD_START_FAILED,
                    CHILD_STDIN_CLOSED,
                    CHILD_PIPE_HELD,
                    CHILD_INTERRUPTED,
                    CHILD_RESTARTS_EXHAUSTED,
                    CHILD_CLOSED -> failures.io(text, e);
            case CHILD_TIMEOUT -> failures.timedOut(operation, timeout.millis(host.environment()), e);
            case CHILD_EXIT -> failures.processFailed(-1, e.stderrTail(), e);
            case CHILD_OUTPUT_TOO_LARGE, CHILD_BAD_OUTPUT, CHILD_BAD_HANDSHAKE -> failures.parse(text, e);
        };
    }
}
