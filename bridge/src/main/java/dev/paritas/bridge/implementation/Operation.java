package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.util.Optional;

/**
 * One question that an executable answers.
 *
 * @param name of the operation in the envelope of a serving process (docs/serve.md)
 * @param label what it is called in timeouts
 * @param payload the question as a serving process gets it
 * @param oneShot how a process of its own is asked
 * @param reading how the answer is read
 */
public record Operation<Q, A>(
        String name, String label, Payload<Q> payload, OneShot<Q> oneShot, Reading<Q, ?, A> reading) {
    /** A question as compact JSON on one line. */
    @FunctionalInterface
    public interface Payload<Q> {
        /**
         * {@return the document; empty when only a process of its own can judge the question}
         *
         * @throws ImplementationException when the question must not be asked
         */
        Optional<byte[]> of(Q question);

        /** {@return the question as {@code codec} writes it} */
        static <Q> Payload<Q> of(Codec<Q> codec) {
            return question -> Optional.of(JsonOutput.compactBytes(codec, question));
        }
    }

    /**
     * How an answer is read: by the codec of its document, and then for what the question wants to know.
     *
     * @param <T> what the document holds
     */
    public record Reading<Q, T, A>(Codec<T> document, Then<Q, T, A> then) {
        /** Takes from a document what was asked for. */
        @FunctionalInterface
        public interface Then<Q, T, A> {
            /** @throws ImplementationException when the document is not what was due */
            A of(Q question, Reply<T> reply);
        }

        /** {@return the document as it is} */
        public static <Q, A> Reading<Q, A, A> of(Codec<A> document) {
            return new Reading<>(document, (question, reply) -> reply.document());
        }
    }

    /** {@return an operation whose timeouts have the name of the envelope} */
    public static <Q, A> Operation<Q, A> of(
            String name, Payload<Q> payload, OneShot<Q> oneShot, Reading<Q, ?, A> reading) {
        return new Operation<>(name, name, payload, oneShot, reading);
    }
}
