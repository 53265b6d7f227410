package dev.paritas.bridge.compare;

/** One of the two sides of a comparison. */
@FunctionalInterface
public interface Side {
    /** {@return what this side makes of {@code input}; a refusal is an outcome, not an exception} */
    SideOutcome run(CaseInput input);

    /** {@return who answers} */
    default Answerer answerer() {
        return Answerer.here("unnamed");
    }
}
