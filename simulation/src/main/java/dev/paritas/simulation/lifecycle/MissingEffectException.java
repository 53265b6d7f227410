package dev.paritas.simulation.lifecycle;

/** A run does not show the effect that a fixture is about. */
public final class MissingEffectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fixture;

    MissingEffectException(String fixture, String message) {
        super("fixture " + fixture + ": " + message);
        this.fixture = fixture;
    }

    /** {@return the fixture's name} */
    public String fixture() {
        return fixture;
    }
}
