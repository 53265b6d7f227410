package dev.paritas.bridge.implementation;

/** Sees every document that is exchanged with executables, as it was sent or came. For any number of threads. */
@FunctionalInterface
public interface Traffic {
    /** Nobody looks. */
    Traffic UNSEEN = (peer, operation, way, document) -> {};

    /** Which way a document goes. */
    enum Way {
        /** To the executable. */
        QUESTION,
        /** From it: what it wrote as its answer, before anything was read from that. */
        ANSWER
    }

    /** @param document UTF-8, without the envelope of a serving process */
    void seen(Peer peer, String operation, Way way, byte[] document);
}
