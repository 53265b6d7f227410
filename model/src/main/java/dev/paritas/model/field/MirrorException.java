package dev.paritas.model.field;

/** The mirror refuses a state or a list of initial values, in its own words (spec 52 §3.2, §3.4). */
public final class MirrorException extends Exception {
    private static final long serialVersionUID = 1L;

    MirrorException(String message) {
        super(message);
    }

    /** {@return the sentence} */
    public String text() {
        return String.valueOf(getMessage());
    }
}
