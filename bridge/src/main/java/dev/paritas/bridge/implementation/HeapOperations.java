package dev.paritas.bridge.implementation;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.implementation.OneShot.Invocation;
import dev.paritas.bridge.implementation.OneShot.Output;
import dev.paritas.bridge.implementation.Operation.Payload;
import dev.paritas.bridge.implementation.Operation.Reading;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a {@link Peer#HEAP} is asked (spec 40 §13, §14). */
public final class HeapOperations {
    private static final String NAME = "run_fixture";

    /**
     * Runs the runner on one corpus file. A process of its own gets the path as it is, relative to this process's
     * directory where it is relative; a serving one gets the document.
     */
    public static final Operation<Path, HeapParityOutput> RUN_FIXTURE = Operation.of(
            NAME,
            HeapOperations::oneLine,
            (fixture, files) -> Invocation.arguments(Output.STDOUT, fixture.toString()),
            Reading.of(HeapParityOutput.CODEC));

    /** Runs the runner on a corpus; the answer is the whole document. */
    public static final Operation<HeapParityCorpus, JsonValue> RUN_CORPUS = Operation.of(
            NAME,
            Payload.of(HeapParityCorpus.CODEC),
            (corpus, files) -> Invocation.arguments(
                    Output.STDOUT,
                    files.write("corpus.json", JsonOutput.compactText(HeapParityCorpus.CODEC, corpus))
                            .toString()),
            Reading.of(JsonValue.CODEC));

    private HeapOperations() {}

    /** Empty when the file is not one JSON document, which only a process of its own can judge. */
    private static Optional<byte[]> oneLine(Path fixture) {
        byte[] document;
        try {
            document = BoundedFile.atMost(fixture, PeerProcess.ANSWER.maxBytes());
            try (JsonInput in = JsonInput.of(document, PeerProcess.ANSWER)) {
                in.skip();
                in.expectEnd();
            }
        } catch (IOException | JsonException e) {
            return Optional.empty();
        }
        // Between the values of a document a line end is white space, and inside a text it cannot stand.
        for (int i = 0; i < document.length; i++) {
            if (document[i] == '\n' || document[i] == '\r') {
                document[i] = ' ';
            }
        }
        return Optional.of(document);
    }
}
