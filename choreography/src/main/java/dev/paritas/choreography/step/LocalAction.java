package dev.paritas.choreography.step;

import dev.paritas.choreography.type.Label;

/** One side of a message, seen by its role (spec 10 §1.6). */
public record LocalAction(Direction direction, String partner, Label label) {
    /** {@return the same message in the other direction, partner unchanged} */
    public LocalAction dual() {
        return new LocalAction(direction.dual(), partner, label);
    }

    /** {@return {@code !B{hello}}} */
    @Override
    public String toString() {
        return direction + partner + "{" + label + "}";
    }
}
