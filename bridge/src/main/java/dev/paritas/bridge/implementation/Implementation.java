package dev.paritas.bridge.implementation;

/** Who answers questions. Any number of threads may ask; whether they wait for each other is the implementation's. */
public interface Implementation extends AutoCloseable {
    /**
     * {@return what it says of itself, or is known of it}
     *
     * @throws ImplementationException when it can only serve, and does not
     */
    Identity identity();

    /**
     * Asks one question and waits for its answer, at most as long as the peer's timeout variable says.
     *
     * @throws ImplementationException when there is no answer; a refusal is one
     */
    <Q, A> Answer<A> ask(Operation<Q, A> operation, Q question);

    /** Ends the processes that were started for it. A question in progress fails. */
    @Override
    void close();
}
