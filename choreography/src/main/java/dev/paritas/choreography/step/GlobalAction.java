package dev.paritas.choreography.step;

import dev.paritas.choreography.type.Label;

/** One message; its label counts with its sort (spec 11 §11). */
public record GlobalAction(String sender, String receiver, Label label) {
    /** {@return {@code A -> B  hello}, as events are shown} */
    @Override
    public String toString() {
        return sender + " -> " + receiver + "  " + label;
    }
}
