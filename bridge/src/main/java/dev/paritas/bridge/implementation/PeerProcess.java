package dev.paritas.bridge.implementation;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.process.Deadline;
import dev.paritas.bridge.process.Tail;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An executable that is started once for each question. */
record PeerProcess(Peer peer, RunnerHost host, Path binary) implements Implementation {
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

    /** What a process that ended well has written in the place of its answer. */
    private record Written(byte[] document, ChildResult result) {
        String stderr() {
            return result.stderrText();
        }
    }

    @Override
    public <Q, A> Answer<A> ask(Operation<Q, A> operation, Q question) {
        return Answer.of(() -> asked(operation, question));
    }

    @Override
    public Identity identity() {
        return RunnerIdentities.of(host, binary);
    }

    @Override
    public void close() {}

    /** As {@link #ask}, a refusal being thrown. */
    <Q, A> A asked(Operation<Q, A> operation, Q question) {
        Deadline end = Deadline.in(deadline());
        try (ScratchFiles files = new ScratchFiles(host.environment())) {
            OneShot.Invocation invocation = operation.oneShot().of(question, files);
            if (host.isSeen()) {
                operation.payload().of(question).ifPresent(document -> seen(operation, Traffic.Way.QUESTION, document));
            }
            Written written = written(invocation, end);
            seen(operation, Traffic.Way.ANSWER, written.document());
            return answer(operation.reading(), question, written, end);
        } catch (IOException e) {
            throw failed(new Failure.Unusable(OsText.of(e), List.of()), e);
        } catch (ChildException e) {
            throw translated(operation.label(), e);
        }
    }

    private void seen(Operation<?, ?> operation, Traffic.Way way, byte[] document) {
        host.traffic().seen(peer, operation.name(), way, document);
    }

    private <Q, T, A> A answer(Operation.Reading<Q, T, A> reading, Q question, Written written, Deadline end) {
        T document = decoded(written.document(), end, reading.document(), written.stderr());
        ChildResult result = written.result().requireInputTaken();
        return reading.then()
                .of(question, new Reply<>(peer, document, result.stdoutText(), false, Tail.lines(result.stderrText())));
    }

    private Written written(OneShot.Invocation invocation, Deadline end) throws IOException {
        ChildResult result = run(invocation);
        if (result.exitCode() != 0) {
            throw ended(invocation, result, end);
        }
        byte[] document = switch (invocation.output()) {
            case STDOUT -> result.stdout();
            case TEXT -> JsonOutput.compactBytes(Codec.STRING, result.stdoutText());
            case FILE -> read(invocation.file().orElseThrow(), result);
            case LOG -> log(invocation.file().orElseThrow(), result);
        };
        return new Written(document, result);
    }

    private ChildResult run(OneShot.Invocation invocation) {
        host.health().requireAskable(binary);
        try {
            ChildResult result = host.children()
                    .run(
                            host.command(binary, invocation.arguments()),
                            invocation.stdin(),
                            ChildLimits.within(deadline()));
            host.health().answered(binary);
            return result;
        } catch (ChildException e) {
            host.health().failed(binary, e);
            throw e;
        }
    }

    /** {@return the failure of a process that did not end well} A refusal may tell its reason in the file of the answer. */
    private ImplementationException ended(OneShot.Invocation invocation, ChildResult result, Deadline end)
            throws IOException {
        ImplementationException ended = failed(ended(result.exitCode(), result.stderrText()), null);
        if (invocation.output() != OneShot.Output.FILE || result.exitCode() != 1 || ended.isRefusal()) {
            return ended;
        }
        try {
            Members told = new Members(
                    decoded(read(invocation.file().orElseThrow(), result), end, JsonValue.CODEC, result.stderrText()));
            return told.bool("success").orElse(true)
                    ? ended
                    : told.text("error")
                            .map(text -> failed(new Failure.Refused(text, result.stderrText()), ended))
                            .orElse(ended);
        } catch (ImplementationException | ChildException unreadable) {
            return ended;
        }
    }

    private static Failure ended(int exitCode, String stderr) {
        if (exitCode == 1
                && REFUSALS.stream().anyMatch(stderr::startsWith)
                && UNREAD.stream().noneMatch(stderr::startsWith)) {
            String prefix = REFUSALS.getFirst();
            String text = stderr.startsWith(prefix) ? stderr.substring(prefix.length()) : stderr;
            return new Failure.Refused(text.strip(), stderr);
        }
        return new Failure.Ended(exitCode, stderr);
    }

    private byte[] log(Path file, ChildResult result) throws IOException {
        if (!Files.exists(file)) {
            throw unreadable(Words.NO_LOG, result.stderrText(), null);
        }
        byte[] bytes = read(file, result);
        if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            throw unreadable(Words.EMPTY_LOG, result.stderrText(), null);
        }
        return bytes;
    }

    /** The child may have written without end; what is beyond the limit is not read. */
    private byte[] read(Path file, ChildResult result) throws IOException {
        byte[] bytes = BoundedFile.upTo(file, ChildLimits.MAX_STDOUT);
        if (bytes.length > ChildLimits.MAX_STDOUT) {
            throw unreadable(
                    "it wrote a file of more than " + ChildLimits.MAX_STDOUT + " bytes", result.stderrText(), null);
        }
        return bytes;
    }

    private <T> T decoded(byte[] utf8, Deadline end, Codec<T> codec, String stderr) {
        try {
            return JsonInput.read(end.reading(utf8), ANSWER, codec);
        } catch (JsonException e) {
            throw refusedBy(codec, utf8, end, e, stderr);
        } catch (ChildException e) {
            throw e.withStderr(stderr);
        }
    }

    /**
     * {@return the failure for a document that a codec refused} A document that is no JSON at all, and an unknown member of
     * its root, come before whatever the codec met first (spec 22 §14.3).
     */
    ImplementationException refusedBy(Codec<?> codec, byte[] utf8, Deadline end, JsonException met, String stderr) {
        boolean otherVersion = met.code() == JsonErrorCode.UNSUPPORTED_SCHEMA_VERSION;
        String text;
        try {
            JsonValue document = JsonInput.read(end.reading(utf8), ANSWER, JsonValue.CODEC);
            text = unknownMember(document, codec)
                    .orElseGet(() -> otherVersion ? String.valueOf(met.getMessage()) : met.describe());
        } catch (JsonException e) {
            text = e.describe();
        }
        return otherVersion
                ? failed(new Failure.OtherVersion(text, Tail.lines(stderr)), met)
                : unreadable(text, stderr, met);
    }

    private static Optional<String> unknownMember(JsonValue document, Codec<?> codec) {
        if (!(document instanceof JsonValue.Obj(SortedMap<String, JsonValue> members))
                || !(codec.shape() instanceof Shape.Obj(String name, var shapes))) {
            return Optional.empty();
        }
        Set<String> known = shapes.stream().map(Shape.Member::name).collect(Collectors.toSet());
        return members.keySet().stream()
                .filter(member -> !known.contains(member))
                .findFirst()
                .map(member -> "unknown field `" + member + "` in " + name);
    }

    Duration deadline() {
        return peer.timeout().duration(host.environment());
    }

    ImplementationException failed(Failure failure, @Nullable Throwable cause) {
        return new ImplementationException(peer, failure, cause);
    }

    private ImplementationException unreadable(String text, String stderr, @Nullable Throwable cause) {
        return failed(new Failure.Unreadable(text, Tail.lines(stderr)), cause);
    }

    /** {@return the failure of a process, of the question {@code label}} */
    ImplementationException translated(String label, ChildException e) {
        String text = String.valueOf(e.getMessage());
        List<String> stderr = e.stderrLines();
        return failed(
                switch (e.code()) {
                    case CHILD_NOT_FOUND,
                            CHILD_START_FAILED,
                            CHILD_STDIN_CLOSED,
                            CHILD_PIPE_HELD,
                            CHILD_INTERRUPTED,
                            CHILD_RESTARTS_EXHAUSTED,
                            CHILD_CLOSED -> new Failure.Unusable(text, stderr);
                    case CHILD_TIMEOUT ->
                        new Failure.Silent(label, peer.timeout().millis(host.environment()), stderr);
                    case CHILD_EXIT ->
                        e.exitCode().isPresent()
                                ? new Failure.Ended(e.exitCode().getAsInt(), e.stderrTail())
                                : new Failure.Unusable(text, stderr);
                    case CHILD_OUTPUT_TOO_LARGE, CHILD_BAD_OUTPUT, CHILD_BAD_HANDSHAKE ->
                        new Failure.Unreadable(text, stderr);
                    case CHILD_BAD_REQUEST -> new Failure.Untaken(text, stderr);
                },
                e);
    }
}
