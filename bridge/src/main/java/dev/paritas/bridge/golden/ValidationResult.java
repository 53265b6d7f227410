package dev.paritas.bridge.golden;

/** What a cross-validation found (spec 12 §4). */
public sealed interface ValidationResult {
    record Valid() implements ValidationResult {}

    /** The two sides differ. */
    record Invalid(String reason) implements ValidationResult {}

    /** One side could not be read back. */
    record Error(String reason) implements ValidationResult {}

    static ValidationResult of(boolean same, String otherwise) {
        return same ? new Valid() : new Invalid(otherwise);
    }
}
