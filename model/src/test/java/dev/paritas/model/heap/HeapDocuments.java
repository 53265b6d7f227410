package dev.paritas.model.heap;

import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.heap.document.HeapScenario;
import dev.paritas.heap.replay.OperationRecorder;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Heap documents that several tests use. */
final class HeapDocuments {
    private HeapDocuments() {}

    /** {@return the bytes of a worked document of spec 40 §20} */
    static byte[] worked(String name) {
        try {
            return Files.readAllBytes(Checkout.FIXTURES.resolve("heap").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HeapParityCorpus practiceCorpus() {
        return JsonInput.read(worked("practice.json"), ReadPolicy.STRICT, HeapParityCorpus.CODEC);
    }

    static HeapParityOutput practiceOutput() {
        return JsonInput.read(worked("practice-output.json"), ReadPolicy.STRICT, HeapParityOutput.CODEC);
    }

    /** The four steps of spec 40 §11. */
    static HeapScenario standardScenario(Hasher hasher) {
        OperationRecorder recorder = new OperationRecorder(hasher);
        ResourceId channel = recorder.allocChannel("Alice", "Bob");
        recorder.allocMessage("Alice", "Bob", "Hello", "010203", 7);
        recorder.allocSession("Alice", 12345);
        recorder.consume(channel);
        return new HeapScenario(recorder.log(), 1, 2, 0, 0);
    }

    /** The seven steps of spec 40 §20. */
    static HeapScenario practiceScenario() {
        OperationRecorder recorder = new OperationRecorder(Hasher.BLAKE3);
        ResourceId channel = recorder.allocChannel("Carol", "Dave");
        recorder.allocMessage("Carol", "Dave", "Quote", "00ff10", 2);
        recorder.allocSession("Dave", Long.parseUnsignedLong("9223372036854775813"));
        recorder.allocChannel("Dave", "Carol");
        ResourceId ack = recorder.allocMessage("Dave", "Carol", "Ack", "", 0);
        recorder.consume(channel);
        recorder.consume(ack);
        return new HeapScenario(recorder.log(), 1, 2, 0, 2);
    }
}
