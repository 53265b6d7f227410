package dev.paritas.bridge.implementation;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a peer answered once, as its process printed it: every question gets this answer, which is read as the operation reads
 * its answers. It does not know its question, so that it is for whoever asks to ask the same.
 */
public final class RecordedAnswer implements Implementation {
    private final Peer peer;
    private final Identity identity;
    private final byte[] document;

    private RecordedAnswer(Peer peer, Identity identity, byte[] document) {
        this.peer = peer;
        this.identity = identity;
        this.document = document;
    }

    /** {@return the answer in {@code file}, which is no longer than one that a process may print} */
    public static RecordedAnswer read(Peer peer, Path file) throws IOException {
        byte[] document = BoundedFile.atMost(file, ChildLimits.MAX_STDOUT);
        ImplementationId id = new ImplementationId(ImplementationId.RECORDED, Sha256.hex(document));
        return new RecordedAnswer(peer, new Identity(file.toString(), Optional.empty(), id), document);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public <Q, A> Answer<A> ask(Operation<Q, A> operation, Q question) {
        return Answer.of(() -> answer(operation.reading(), question));
    }

    private <Q, T, A> A answer(Operation.Reading<Q, T, A> reading, Q question) {
        try {
            T read = JsonInput.read(document, PeerProcess.ANSWER, reading.document());
            return reading.then().of(question, new Reply<>(peer, read, "", false, List.of()));
        } catch (JsonException e) {
            throw new ImplementationException(peer, new Failure.Unreadable(e.describe(), List.of()), e);
        }
    }

    @Override
    public void close() {}
}
