package dev.paritas.machine.session;

/** What became of an enqueued message (spec 20 §10). */
public enum EnqueueResult {
    OK,
    /** The buffer is full and the sender waits. */
    WOULD_BLOCK,
    /** The message is lost and the sender goes on. */
    DROPPED,
    /** The buffer is full and the sender faults. */
    FULL
}
