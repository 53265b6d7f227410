package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildSession;
import dev.paritas.bridge.process.Deadline;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.process.Tail;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** One serving process of an executable, and its successors while restarts are left (docs/serve.md). */
final class ServeSession implements AutoCloseable {
    static final String SERVE = "--serve";

    private final PeerProcess process;
    private final ChildSession<ServeHandshake> session;
    private final AtomicLong lastId = new AtomicLong();

    private ServeSession(PeerProcess process, ChildSession<ServeHandshake> session) {
        this.process = process;
        this.session = session;
    }

    /**
     * Starts the executable and reads its handshake.
     *
     * @throws ChildException when it does not open with the handshake of the peer, or is not asked any more
     */
    static ServeSession open(PeerProcess process, SessionLimits limits) {
        RunnerHost host = process.host();
        host.health().requireAskable(process.binary());
        return new ServeSession(
                process,
                ChildSession.open(
                        host.children(),
                        host.command(process.binary(), List.of(SERVE)),
                        process.peer().timeout().bounding(limits, host.environment()),
                        line -> handshake(process.peer(), line)));
    }

    private static ServeHandshake handshake(Peer peer, byte[] line) {
        ServeHandshake handshake = JsonInput.read(line, ReadPolicy.PEER, ServeHandshake.CODEC);
        if (!handshake.name().equals(peer.executable())
                || !handshake.schemaVersions().contains(peer.schemaVersion())) {
            throw new IllegalArgumentException("a handshake of " + handshake.name() + " for "
                    + handshake.schemaVersions() + ", not of " + peer.executable() + " for " + peer.schemaVersion());
        }
        return handshake;
    }

    Identity identity() {
        return RunnerIdentities.of(session.handshake(), process.binary());
    }

    boolean offers(Operation<?, ?> operation) {
        return session.handshake().operations().contains(operation.name());
    }

    /**
     * {@return the answer}
     *
     * @throws ChildException when the process gave none
     * @throws ImplementationException when it refused the question, or its answer is not what was due
     */
    <Q, A> A ask(Operation<Q, A> operation, Q question, byte[] payload) {
        return ask(operation.name(), operation.reading(), question, payload);
    }

    private <Q, T, A> A ask(String operation, Operation.Reading<Q, T, A> reading, Q question, byte[] payload) {
        ServeEnvelope<T> envelope = exchanged(operation, payload, reading.document());
        ServeEnvelope.Failure error = envelope.error();
        if (error != null) {
            throw process.failed(new Failure.Refused(error.message(), error.message()), null);
        }
        return reading.then()
                .of(
                        question,
                        new Reply<>(
                                process.peer(),
                                Objects.requireNonNull(envelope.result()),
                                "",
                                true,
                                Tail.lines(session.stderrTail())));
    }

    private <T> ServeEnvelope<T> exchanged(String operation, byte[] payload, Codec<T> codec) {
        long id = lastId.incrementAndGet();
        RunnerHealth health = process.host().health();
        health.requireAskable(process.binary());
        seen(operation, Traffic.Way.QUESTION, payload);
        try {
            ServeEnvelope<T> envelope =
                    session.request(ServeEnvelope.request(id, operation, payload), process.deadline(), (line, end) -> {
                        ServeEnvelope<T> read = decoded(line, end, id, codec);
                        if (process.host().isSeen() && read.result() != null) {
                            seen(operation, Traffic.Way.ANSWER, ServeEnvelope.result(line, end));
                        }
                        return read;
                    });
            health.answered(process.binary());
            return envelope;
        } catch (ChildException e) {
            health.failed(process.binary(), e);
            throw e;
        }
    }

    private void seen(String operation, Traffic.Way way, byte[] document) {
        process.host().traffic().seen(process.peer(), operation, way, document);
    }

    private <T> ServeEnvelope<T> decoded(byte[] line, Deadline end, long id, Codec<T> codec) {
        try {
            return ServeEnvelope.read(line, end, id, codec);
        } catch (JsonException e) {
            throw process.refusedBy(codec, ServeEnvelope.result(line, end), end, e, session.stderrTail());
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
