package dev.paritas.bridge;

/**
 * Something that is wrong with an input.
 *
 * @param code stable, for programs: {@code SYNTAX}, {@code MISSING_MEMBER}, {@code UNBOUND_VARIABLE}, …
 * @param place where: a file with line and column, a JSON pointer, a role or an event
 * @param sentence one plain sentence, for people
 */
public record InputProblem(String code, String place, String sentence) {
    /** {@return the problem on one line} */
    @Override
    public String toString() {
        return code + " at " + place + ": " + sentence;
    }
}
