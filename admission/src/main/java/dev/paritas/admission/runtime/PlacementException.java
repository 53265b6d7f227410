package dev.paritas.admission.runtime;

/** Placements contradict each other or are missing; the message is the reference's (spec 31 §10.3). */
public final class PlacementException extends Exception {
    private static final long serialVersionUID = 1L;

    PlacementException(String message) {
        super(message);
    }
}
