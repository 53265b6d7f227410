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

    /** What a role does with a message (spec 10 §1.6). */
    public enum Direction {
        SEND("!"),
        RECV("?");

        private final String sign;

        Direction(String sign) {
            this.sign = sign;
        }

        public Direction dual() {
            return this == SEND ? RECV : SEND;
        }

        /** {@return {@code !} or {@code ?}} */
        @Override
        public String toString() {
            return sign;
        }
    }
}
