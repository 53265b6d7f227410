package dev.paritas.bridge.compare;

import dev.paritas.bridge.implementation.Identity;

/** Who stood on the two sides of a comparison. */
public record Sides(Identity left, Identity right) {
    /** {@return what an agreement of the two is worth: one implementation, reached in two ways, agrees with itself} */
    public Evidence evidence() {
        return left.implementation().isIndependentOf(right.implementation())
                ? Evidence.INDEPENDENT
                : Evidence.TRANSPORT;
    }

    /** {@return both sides and that worth, for people, on one line} */
    public String line() {
        String worth = switch (evidence()) {
            case INDEPENDENT -> "two implementations";
            case TRANSPORT, REFERENCE, RECORDED ->
                "one implementation on both sides, which proves nothing of its meaning";
        };
        return "sides: " + left.brief() + " and " + right.brief() + ": " + worth;
    }
}
