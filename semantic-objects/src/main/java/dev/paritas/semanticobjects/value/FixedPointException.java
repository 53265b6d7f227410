package dev.paritas.semanticobjects.value;

/** A number has no {@link FixedQ32}: a stable code and the reference's sentence. */
public final class FixedPointException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Why there is none. */
    public enum Code {
        /** Outside the range, or no decimal at all. */
        OVERFLOW("fixed-point overflow"),
        /** A ratio over zero. */
        DIVISION_BY_ZERO("fixed-point division by zero");

        private final String sentence;

        Code(String sentence) {
            this.sentence = sentence;
        }

        /** {@return the message of the error} */
        public String sentence() {
            return sentence;
        }
    }

    private final Code code;

    public FixedPointException(Code code) {
        super(code.sentence);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
