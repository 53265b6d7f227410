package dev.paritas.machine.composition;

/** Placements contradict each other; the message is the reference's (spec 31 §10.3). */
final class PlacementException extends Exception {
    private static final long serialVersionUID = 1L;

    PlacementException(String message) {
        super(message);
    }
}
