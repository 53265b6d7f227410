package dev.paritas.bridge.bundle;

import dev.paritas.semanticobjects.problem.ProblemException;

/** A bundle holds something that is no type; the message is the reference's, the pointer leads to the place. */
public final class BundleImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    BundleImportException(String message, String pointer, ProblemException cause) {
        super(message, cause);
        this.pointer = pointer;
    }

    /** {@return the JSON pointer of the offending value in the bundle} */
    public String pointer() {
        return pointer;
    }
}
