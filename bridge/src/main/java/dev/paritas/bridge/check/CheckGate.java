package dev.paritas.bridge.check;

import dev.paritas.bridge.report.Check;
import java.util.List;

/** Which checks a lane makes when it comes to them. */
sealed interface CheckGate {
    /** Those of a filter. */
    record Selected(CheckFilter filter) implements CheckGate {}

    /** None; each is written down instead, in the order in which a run would come to it. */
    record Listing(List<Check> seen) implements CheckGate {}

    static CheckGate of(CheckFilter filter) {
        return new Selected(filter);
    }

    /** {@return whether {@code check} is made} */
    default boolean opens(Check check) {
        return switch (this) {
            case Selected(CheckFilter filter) -> filter.holds(check.id());
            case Listing(List<Check> seen) -> {
                if (!seen.contains(check)) {
                    seen.add(check);
                }
                yield false;
            }
        };
    }

    /** {@return whether none is made} */
    default boolean lists() {
        return this instanceof Listing;
    }
}
