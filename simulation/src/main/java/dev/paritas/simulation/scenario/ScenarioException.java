package dev.paritas.simulation.scenario;

/** A scenario was refused: a stable code, the field's path in dots (empty for the document) and a sentence. */
public final class ScenarioException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Which rule refused, in the order in which they are asked (spec 52 §4.2). */
    public enum Code {
        /** The document cannot be read. */
        PARSE,
        NAME,
        ROLES,
        EXECUTION,
        /** Checkpoints and durability. */
        LIMITS,
        NETWORK,
        RECONFIGURATION,
        ADVERSARY,
        PROPERTIES,
        /** The field layer has no initial states for the roles, or a role has none. */
        INITIAL_STATES,
        /** The scenario is valid and asks for something that this release does not simulate. */
        UNSUPPORTED,
        /** The scenario would record more than a run may. */
        TOO_LARGE,
        /** The protocol cannot be loaded. */
        LOAD
    }

    private final Code code;
    private final String path;

    public ScenarioException(Code code, String path, String message) {
        super(message);
        this.code = code;
        this.path = path;
    }

    public Code code() {
        return code;
    }

    public String path() {
        return path;
    }

    /** {@return the sentence} */
    public String text() {
        return String.valueOf(getMessage());
    }
}
