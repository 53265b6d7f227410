package dev.paritas.bridge.implementation;

import java.util.List;

/**
 * A document that a peer wrote in answer to a question.
 *
 * @param printed what a process of its own wrote to stdout; empty when a serving process answered
 * @param served whether a serving process answered
 * @param stderr the last lines that the peer wrote there
 */
public record Reply<T>(Peer peer, T document, String printed, boolean served, List<String> stderr) {
    public Reply {
        stderr = List.copyOf(stderr);
    }

    /** {@return the failure of an answer that is not what was due} */
    public ImplementationException unreadable(String text) {
        return new ImplementationException(peer, new Failure.Unreadable(text, stderr));
    }

    /** {@return the refusal that the document amounts to} */
    ImplementationException refused(String text) {
        return new ImplementationException(peer, new Failure.Refused(text, text));
    }
}
