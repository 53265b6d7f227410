package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.SessionLimits;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several of one executable, as {@link ServingPeer} each: kept alive where it serves, and else started for each question. For
 * any number of threads.
 */
public final class ServingPeers implements Implementation {
    private final PeerProcess process;
    private final SessionLimits limits;
    private final Turns<ServingPeer> turns;
    private @Nullable Boolean serves;

    ServingPeers(PeerProcess process, int size, SessionLimits limits) {
        this.process = process;
        this.limits = limits;
        this.turns = new Turns<>(size, this::more, ServingPeer::close);
    }

    /** The first one shows whether the executable serves; the others are not kept waiting for a handshake that never comes. */
    private synchronized ServingPeer more() {
        if (Boolean.FALSE.equals(serves)) {
            return ServingPeer.thatNeverServes(process, limits);
        }
        ServingPeer peer = new ServingPeer(process, limits);
        if (serves == null) {
            serves = peer.serves();
        }
        return peer;
    }

    @Override
    public Identity identity() {
        return waiting(ServeSession.SERVE, () -> turns.with(ServingPeer::identity));
    }

    @Override
    public <Q, A> Answer<A> ask(Operation<Q, A> operation, Q question) {
        return waiting(operation.label(), () -> turns.with(peer -> peer.ask(operation, question)));
    }

    /** As {@link PeerPool#each}. */
    public <T, R> List<R> each(List<T> items, Function<T, R> work) {
        return waiting("each", () -> turns.each(items, work));
    }

    private <A> A waiting(String label, Supplier<A> work) {
        try {
            return work.get();
        } catch (ChildException e) {
            throw process.translated(label, e);
        }
    }

    @Override
    public void close() {
        turns.close();
    }
}
