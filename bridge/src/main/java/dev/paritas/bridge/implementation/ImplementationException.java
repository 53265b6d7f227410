package dev.paritas.bridge.implementation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An implementation has no answer. {@link #failure} tells a refusal from an executable that failed, by one rule for all;
 * the message is in the words that the documents prescribe for the peer.
 */
public final class ImplementationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public ImplementationException(Peer peer, Failure failure) {
        this(peer, failure, null);
    }

    ImplementationException(Peer peer, Failure failure, @Nullable Throwable cause) {
        super(peer.words().text(failure), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    /** {@return whether the executable judged its input; else nothing was learnt about the input} */
    public boolean isRefusal() {
        return failure instanceof Failure.Refused;
    }

    /** {@return one plain sentence, without the executable's last words} */
    public String sentence() {
        return failure.sentence();
    }

    /** {@return the last lines of the executable's stderr} */
    public List<String> stderrTail() {
        return failure.stderrTail();
    }
}
