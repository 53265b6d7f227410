package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildSession;
import dev.paritas.bridge.process.Deadline;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.process.Tail;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The serving form of an executable, started at the first request. An executable that does not open with our handshake
 * is not asked again; its client falls back to a process per request.
 */
final class ServeLink implements AutoCloseable {
    static final String SERVE = "--serve";

    private final RunnerProcess process;
    private final String name;
    private final String schemaVersion;
    private final SessionLimits limits;
    private @Nullable ChildSession<ServeHandshake> session;
    private boolean tried;
    private long lastId;

    /** @param name the executable's name in its handshake */
    ServeLink(RunnerProcess process, String name, SessionLimits limits) {
        this(process, name, BridgeVersion.CURRENT, limits);
    }

    /**
     * @param name the executable's name in its handshake
     * @param schemaVersion one that the handshake must offer
     */
    ServeLink(RunnerProcess process, String name, String schemaVersion, SessionLimits limits) {
        this.process = process;
        this.name = name;
        this.schemaVersion = schemaVersion;
        this.limits = limits;
    }

    /** {@return the answer, or empty when this operation is not served} */
    <T> Optional<T> ask(String operation, String timeoutName, byte[] payload, Codec<T> answer) {
        ChildSession<ServeHandshake> open = session();
        if (open == null || !open.handshake().operations().contains(operation)) {
            return Optional.empty();
        }
        long id = nextId();
        byte[] request = ServeEnvelope.request(id, operation, payload);
        ServeEnvelope<T> envelope;
        try {
            process.host().health().requireAskable(process.binary());
            envelope = open.request(
                    request,
                    process.timeout().duration(process.host().environment()),
                    (line, end) -> decoded(line, end, id, answer, open));
            process.host().health().answered(process.binary());
        } catch (ChildException e) {
            process.host().health().failed(process.binary(), e);
            throw process.translated(timeoutName, e);
        }
        if (envelope.error() != null) {
            throw refused(envelope.error().message());
        }
        return Optional.ofNullable(envelope.result());
    }

    /** As {@link #ask}, with the last words on stderr so far. */
    Optional<Answer> answer(String operation, String timeoutName, byte[] payload) {
        ChildSession<ServeHandshake> open = session();
        return ask(operation, timeoutName, payload, JsonValue.CODEC)
                .map(json -> new Answer(json, open == null ? List.of() : Tail.lines(open.stderrTail())));
    }

    /** {@return what the executable says of itself, or is known of it} */
    Identity identity() {
        ChildSession<ServeHandshake> open = session();
        return open == null
                ? RunnerIdentities.unsaid(process.binary())
                : RunnerIdentities.of(open.handshake(), process.binary());
    }

    /** {@return the failure of a process of its own that ended with exit code 1} */
    RunnerException refused(String text) {
        return process.failures().of(new RunnerFailure.Refused(text, text), null);
    }

    /** {@return whether the executable opened with a handshake; starts it when nobody has yet} */
    boolean offered() {
        return session() != null;
    }

    private <T> ServeEnvelope<T> decoded(
            byte[] line, Deadline end, long id, Codec<T> answer, ChildSession<ServeHandshake> session) {
        try {
            return ServeEnvelope.read(line, end, id, answer);
        } catch (JsonException e) {
            String text = StrictOutput.refusal(ServeEnvelope.result(line, end), end, answer, e);
            throw process.unreadable(text, session.stderrTail(), e);
        }
    }

    private synchronized long nextId() {
        return ++lastId;
    }

    private synchronized @Nullable ChildSession<ServeHandshake> session() {
        if (!tried) {
            tried = true;
            session = open();
        }
        return session;
    }

    private @Nullable ChildSession<ServeHandshake> open() {
        ChildCommand command = new ChildCommand(
                List.of(process.binary().toString(), SERVE), process.host().environment(), Optional.empty());
        try {
            process.host().health().requireAskable(process.binary());
            return ChildSession.open(
                    process.host().children(),
                    command,
                    process.timeout().bounding(limits, process.host().environment()),
                    this::handshake);
        } catch (ChildException e) {
            if (e.code() == ChildErrorCode.CHILD_INTERRUPTED || e.code() == ChildErrorCode.CHILD_CLOSED) {
                tried = false;
                throw process.translated(SERVE, e);
            }
            process.host().health().unopened(process.binary(), e, false);
            return null;
        }
    }

    private ServeHandshake handshake(byte[] line) {
        ServeHandshake handshake = JsonInput.read(line, ReadPolicy.PEER, ServeHandshake.CODEC);
        if (!handshake.name().equals(name) || !handshake.schemaVersions().contains(schemaVersion)) {
            throw new IllegalArgumentException("a handshake of " + handshake.name() + " for "
                    + handshake.schemaVersions() + ", not of " + name + " for " + schemaVersion);
        }
        return handshake;
    }

    @Override
    public void close() {
        ChildSession<ServeHandshake> open;
        synchronized (this) {
            tried = true;
            open = session;
            session = null;
        }
        if (open != null) {
            open.close();
        }
    }
}
