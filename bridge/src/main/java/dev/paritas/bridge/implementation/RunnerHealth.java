package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one run of the program has learnt about its runners, so that a silent one costs two deadlines and not one for
 * each case. An executable that lets two deadlines in a row pass, or ends twice in a row before its handshake, is given
 * up: later questions fail at once, with the reason of the last. So is, after the first time, one that can only serve
 * and whose handshake does not come or is none. For any number of threads.
 */
public final class RunnerHealth {
    private static final int CHANCES = 2;

    private final Map<Path, Integer> missed = new HashMap<>();
    private final Map<Path, ChildException> reasons = new HashMap<>();

    /** {@return why {@code binary} is not asked any more; empty while it is} */
    public synchronized Optional<String> givenUp(Path binary) {
        return Optional.ofNullable(reasons.get(key(binary))).map(reason -> String.valueOf(reason.getMessage()));
    }

    /** @throws ChildException the reason, when {@code binary} is not asked any more */
    synchronized void requireAskable(Path binary) {
        ChildException reason = reasons.get(key(binary));
        if (reason != null) {
            throw reason.again();
        }
    }

    /** A question was answered, or at least its process ended by itself. */
    synchronized void answered(Path binary) {
        missed.remove(key(binary));
    }

    /** A question went unanswered. */
    synchronized void failed(Path binary, ChildException e) {
        if (e.code() == ChildErrorCode.CHILD_TIMEOUT) {
            miss(binary, e);
        }
    }

    /**
     * A serving process did not open.
     *
     * @param onlyServes whether there is no other way to ask
     */
    synchronized void unopened(Path binary, ChildException e, boolean onlyServes) {
        switch (e.code()) {
            case CHILD_TIMEOUT, CHILD_BAD_HANDSHAKE, CHILD_OUTPUT_TOO_LARGE -> {
                if (onlyServes) {
                    reasons.putIfAbsent(key(binary), e);
                } else {
                    failed(binary, e);
                }
            }
            case CHILD_EXIT -> {
                if (onlyServes) {
                    miss(binary, e);
                }
            }
            case CHILD_NOT_FOUND,
                    CHILD_START_FAILED,
                    CHILD_BAD_OUTPUT,
                    CHILD_BAD_REQUEST,
                    CHILD_STDIN_CLOSED,
                    CHILD_PIPE_HELD,
                    CHILD_RESTARTS_EXHAUSTED,
                    CHILD_INTERRUPTED,
                    CHILD_CLOSED -> {} // costs no time, or says nothing of the executable
        }
    }

    private void miss(Path binary, ChildException e) {
        if (missed.merge(key(binary), 1, Integer::sum) >= CHANCES) {
            reasons.putIfAbsent(key(binary), e);
        }
    }

    private static Path key(Path binary) {
        return binary.toAbsolutePath().normalize();
    }
}
