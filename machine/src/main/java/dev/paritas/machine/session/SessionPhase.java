package dev.paritas.machine.session;

/** Where a session stands (spec 20 §9.2). */
public sealed interface SessionPhase {
    record Active() implements SessionPhase {}

    /** Declared, never set by this engine. */
    record Draining() implements SessionPhase {}

    record Closed() implements SessionPhase {}

    record Cancelled() implements SessionPhase {}

    record Faulted(String reason) implements SessionPhase {}

    SessionPhase ACTIVE = new Active();
    SessionPhase CLOSED = new Closed();
    SessionPhase CANCELLED = new Cancelled();

    /** {@return the word for exports} */
    default String tag() {
        return switch (this) {
            case Active() -> "active";
            case Draining() -> "draining";
            case Closed() -> "closed";
            case Cancelled() -> "cancelled";
            case Faulted ignored -> "faulted";
        };
    }

    /** {@return whether the session is closed, cancelled or faulted} */
    default boolean isTerminal() {
        return switch (this) {
            case Active() -> false;
            case Draining() -> false;
            case Closed() -> true;
            case Cancelled() -> true;
            case Faulted ignored -> true;
        };
    }
}
