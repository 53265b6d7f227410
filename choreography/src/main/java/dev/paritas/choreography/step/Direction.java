package dev.paritas.choreography.step;

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
