package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.Codec;

/** The runner's operations over a serving process where it offers them, else over a process per request. */
record ServedMachine(ServeLink link, OneShotMachine oneShot) implements MachineService {
    @Override
    public <T> T ask(String operation, byte[] payload, Codec<T> answer) {
        return link.ask(operation, operation, payload, answer).orElseGet(() -> oneShot.ask(operation, payload, answer));
    }

    @Override
    public Answer answer(String operation, byte[] payload) {
        return link.answer(operation, operation, payload).orElseGet(() -> oneShot.answer(operation, payload));
    }

    @Override
    public Identity identity() {
        return link.identity();
    }

    @Override
    public void close() {
        link.close();
    }
}
