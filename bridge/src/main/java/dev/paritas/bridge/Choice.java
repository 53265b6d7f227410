package dev.paritas.bridge;

/**
 * A branch that a role takes where a protocol has several.
 *
 * @param role who chooses
 * @param peer who is told
 * @param label the branch
 */
public record Choice(String role, String peer, String label) {
    /** {@return a plain clause} */
    @Override
    public String toString() {
        return role + " chooses '" + label + "' for " + peer;
    }
}
