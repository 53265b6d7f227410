package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.SessionLimits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An executable that is kept alive, started at the first question. What it does not offer to serve, and what only a
 * process of its own can judge, is asked of such a process; so is everything when it does not open with our handshake.
 */
public final class ServingPeer implements Implementation {
    private final PeerProcess alone;
    private final SessionLimits limits;
    private @Nullable ServeSession session;
    private boolean tried;

    ServingPeer(PeerProcess alone, SessionLimits limits) {
        this.alone = alone;
        this.limits = limits;
    }

    /** {@return one that starts a process for each question, and tries nothing else} */
    static ServingPeer thatNeverServes(PeerProcess alone, SessionLimits limits) {
        ServingPeer peer = new ServingPeer(alone, limits);
        peer.tried = true;
        return peer;
    }

    @Override
    public <Q, A> Answer<A> ask(Operation<Q, A> operation, Q question) {
        return Answer.of(() -> {
            Optional<byte[]> payload = operation.payload().of(question);
            ServeSession open = payload.isPresent() ? session() : null;
            if (open == null || !open.offers(operation)) {
                return alone.asked(operation, question);
            }
            try {
                return open.ask(operation, question, payload.get());
            } catch (ChildException e) {
                throw alone.translated(operation.label(), e);
            }
        });
    }

    @Override
    public Identity identity() {
        ServeSession open = session();
        return open == null ? RunnerIdentities.unsaid(alone.binary()) : open.identity();
    }

    /** {@return whether the executable opened with a handshake; starts it when nobody has yet} */
    public boolean serves() {
        return session() != null;
    }

    /** {@return whether one process answers this question, as all others of its kind} */
    public boolean serves(Operation<?, ?> operation) {
        ServeSession open = session();
        return open != null && open.offers(operation);
    }

    /**
     * Asks the serving process, whether it offers that or not.
     *
     * @throws ImplementationException when it does not serve, refuses, or gives no answer
     */
    public <Q, A> A insist(Operation<Q, A> operation, Q question) {
        ServeSession open = session();
        byte[] payload = operation.payload().of(question).orElseThrow(IllegalArgumentException::new);
        if (open == null) {
            throw alone.failed(new Failure.Unusable("it does not serve", List.of()), null);
        }
        try {
            return open.ask(operation, question, payload);
        } catch (ChildException e) {
            throw alone.translated(operation.label(), e);
        }
    }

    private synchronized @Nullable ServeSession session() {
        if (!tried) {
            tried = true;
            session = open();
        }
        return session;
    }

    private @Nullable ServeSession open() {
        try {
            return ServeSession.open(alone, limits);
        } catch (ChildException e) {
            if (e.code() == ChildErrorCode.CHILD_INTERRUPTED || e.code() == ChildErrorCode.CHILD_CLOSED) {
                tried = false;
                throw alone.translated(ServeSession.SERVE, e);
            }
            alone.host().health().unopened(alone.binary(), e, false);
            return null;
        }
    }

    @Override
    public void close() {
        ServeSession open;
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
