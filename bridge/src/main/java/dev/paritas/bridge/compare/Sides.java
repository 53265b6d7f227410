package dev.paritas.bridge.compare;

import dev.paritas.bridge.implementation.Identity;

/** Who stood on the two sides of a comparison. */
public record Sides(Identity left, Identity right) {
    /**
     * {@return what an agreement of the two is worth} One implementation, reached in two ways, agrees with itself; an answer of
     * earlier says only that nothing has changed.
     */
    public Evidence evidence() {
        if (left.implementation().isRecorded() || right.implementation().isRecorded()) {
            return Evidence.RECORDED;
        }
        return left.implementation().isIndependentOf(right.implementation())
                ? Evidence.INDEPENDENT
                : Evidence.TRANSPORT;
    }

    /** {@return both sides and that worth, for people, on one line} */
    public String line() {
        String worth = switch (evidence()) {
            case INDEPENDENT -> "two implementations";
            case RECORDED -> "an answer of earlier, so that nothing but change would show";
            case TRANSPORT, REFERENCE -> "one implementation on both sides, which proves nothing of its meaning";
        };
        return "sides: " + left.brief() + " and " + right.brief() + ": " + worth;
    }
}
