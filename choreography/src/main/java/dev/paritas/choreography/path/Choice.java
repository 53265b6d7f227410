package dev.paritas.choreography.path;

/**
 * A branch that was taken where there are several.
 *
 * @param sender who chose
 * @param receiver who was told
 * @param label the branch
 */
public record Choice(String sender, String receiver, String label) {
    /** {@return {@code SENDER:LABEL}} */
    public String word() {
        return sender + ":" + label;
    }
}
