package dev.paritas.choreography.source;

/** When a loop goes on. */
public sealed interface LoopCondition {
    record Forever() implements LoopCondition {}

    /** @param times 0 and more */
    record Count(int times) implements LoopCondition {
        public Count {
            notNegative(times);
        }
    }

    /** @param steps 0 and more */
    record Fuel(int steps) implements LoopCondition {
        public Fuel {
            notNegative(steps);
        }
    }

    /** @param steps 0 and more */
    record YieldAfter(int steps) implements LoopCondition {
        public YieldAfter {
            notNegative(steps);
        }
    }

    record YieldWhen(String label) implements LoopCondition {}

    record RoleDecides(String role) implements LoopCondition {}

    /** Any other condition. Two loops with such conditions never merge, however alike these look (spec 11 §7). */
    record Custom(String text) implements LoopCondition {}

    private static void notNegative(int bound) {
        if (bound < 0) {
            throw new IllegalArgumentException("a loop's bound is 0 or more");
        }
    }
}
