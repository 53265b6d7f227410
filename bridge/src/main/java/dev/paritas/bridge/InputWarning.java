package dev.paritas.bridge;

/**
 * Something that a reader of a {@code .tell} source should know, and that keeps nobody from using it (docs/tell.md).
 *
 * @param code stable, for programs: {@code LOST_STATEMENT}, {@code UNUSED_ROLE}, {@code UNUSED_PROTOCOL},
 *     {@code INDEX_LEFT_OUT}
 * @param place where: the file with line and column
 * @param sentence one plain sentence, for people
 * @param hint what to do about it; empty for nothing
 */
public record InputWarning(String code, String place, String sentence, String hint) {
    /** {@return the warning on one line} */
    @Override
    public String toString() {
        return code + " at " + place + ": " + sentence + (hint.isEmpty() ? "" : "; " + hint);
    }
}
