package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.SessionLimits;
import java.util.List;
import java.util.function.Function;

/**
 * Some serving processes of one executable, each started when the ones before it are busy. A question whose process dies
 * is asked once more, of another process; every other failure goes up, and the next question gets a process again while
 * restarts are left. For any number of threads.
 */
public final class PeerPool implements Implementation {
    /** A Lean process takes most of a gigabyte, so a machine with many cores does not get one for each. */
    private static final int MOST = 4;

    private static final int ATTEMPTS = 2;

    private final PeerProcess process;
    private final Turns<ServeSession> turns;

    PeerPool(PeerProcess process, int size, SessionLimits limits) {
        this.process = process;
        this.turns = new Turns<>(size, () -> start(process, limits), ServeSession::close);
    }

    /** {@return one process for each core, but not more than four} */
    public static int perCore() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
    }

    /**
     * {@inheritDoc} It fails at once, and with the reason of the last failure, when the host's {@link RunnerHealth} has
     * given the executable up.
     */
    @Override
    public <Q, A> Answer<A> ask(Operation<Q, A> operation, Q question) {
        byte[] payload = operation
                .payload()
                .of(question)
                .orElseThrow(() -> process.failed(
                        new Failure.Unusable("it only serves, and this question cannot be served", List.of()), null));
        return Answer.of(() -> {
            try {
                return asked(operation, question, payload);
            } catch (ChildException e) {
                throw process.translated(operation.label(), e);
            }
        });
    }

    private <Q, A> A asked(Operation<Q, A> operation, Q question, byte[] payload) {
        for (int attempt = 1; ; attempt++) {
            try {
                return turns.with(session -> session.ask(operation, question, payload));
            } catch (ChildException e) {
                if (attempt == ATTEMPTS || !died(e.code())) {
                    throw e;
                }
            }
        }
    }

    @Override
    public Identity identity() {
        try {
            process.host().health().requireAskable(process.binary());
            return turns.with(ServeSession::identity);
        } catch (ChildException e) {
            throw process.translated(ServeSession.SERVE, e);
        }
    }

    /**
     * {@return what {@code work} makes of each item, in their order; as many items at a time as there are processes}
     *
     * <p>The first failure ends the work.
     */
    public <T, R> List<R> each(List<T> items, Function<T, R> work) {
        try {
            return turns.each(items, work);
        } catch (ChildException e) {
            if (e.code() == ChildErrorCode.CHILD_INTERRUPTED) {
                throw process.translated("each", e);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        turns.close();
    }

    /** {@return whether the process was gone, so that the request says nothing about itself} */
    private static boolean died(ChildErrorCode code) {
        return code == ChildErrorCode.CHILD_EXIT || code == ChildErrorCode.CHILD_STDIN_CLOSED;
    }

    private static ServeSession start(PeerProcess process, SessionLimits limits) {
        try {
            return ServeSession.open(process, limits);
        } catch (ChildException e) {
            process.host().health().unopened(process.binary(), e, true);
            throw e;
        }
    }
}
