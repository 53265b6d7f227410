package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.Codec;

/** The operations of the protocol-machine runner, however it is reached. */
interface MachineService extends AutoCloseable {
    /** The operation whose request is no envelope in the one-shot process. */
    String RUN = "run";

    /** {@return the answer to {@code payload}, compact JSON} */
    <T> T ask(String operation, byte[] payload, Codec<T> answer);

    /** As {@link #ask}, of any form. */
    Answer answer(String operation, byte[] payload);

    Identity identity();

    @Override
    void close();
}
