package dev.paritas.bridge.implementation;

import dev.paritas.heap.document.HeapParityOutput;
import java.nio.file.Path;

/**
 * The heap runner's operation under the name of spec 40 §14.2. It fails with an {@link ImplementationException}, a refusal
 * included.
 *
 * @param heap a {@link Peer#HEAP}
 */
public record HeapParityRunner(Implementation heap) implements AutoCloseable {
    /**
     * Runs the runner on one corpus file.
     *
     * @param fixture handed over as it is; a relative path is relative to this process's directory
     */
    public HeapParityOutput runFixture(Path fixture) {
        return heap.ask(HeapOperations.RUN_FIXTURE, fixture).value();
    }

    @Override
    public void close() {
        heap.close();
    }
}
