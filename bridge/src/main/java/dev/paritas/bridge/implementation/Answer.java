package dev.paritas.bridge.implementation;

import java.util.function.Supplier;

/**
 * What an implementation says to a question that reached it. A refusal is an answer: it judges the question. Everything
 * else that can go wrong is an {@link ImplementationException}.
 */
public sealed interface Answer<A> {
    /**
     * {@return the answer}
     *
     * @throws ImplementationException when the question was refused
     */
    A value();

    /** The answer that was asked for. */
    record Answered<A>(A value) implements Answer<A> {}

    /** The question was judged, and is not taken. */
    record Refused<A>(ImplementationException refusal) implements Answer<A> {
        @Override
        public A value() {
            throw refusal;
        }

        /** {@return why, in the words of the one who refused} */
        public String text() {
            return refusal.failure() instanceof Failure.Refused refused ? refused.text() : refusal.sentence();
        }
    }

    /** {@return what {@code asking} gives, a refusal included} */
    static <A> Answer<A> of(Supplier<A> asking) {
        try {
            return new Answered<>(asking.get());
        } catch (ImplementationException e) {
            if (e.isRefusal()) {
                return new Refused<>(e);
            }
            throw e;
        }
    }
}
