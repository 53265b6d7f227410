package dev.paritas.model.machine;

/** Why dialect L refuses a request; scripts key on the name (spec 22 §3-4). */
public enum ModelInputCode {
    /** A member of the request is missing or of another type. */
    BAD_REQUEST,
    /** A choreography cannot be read. */
    BAD_CHOREOGRAPHY,
    /** A choreography can be read, but its roles or projections are not accepted. */
    BAD_IMAGE,
    /** More than 256 sessions. */
    TOO_MANY_SESSIONS,
    /** More than 1024 coroutines. */
    TOO_MANY_COROUTINES,
    /** The answer would pass a limit; the reference would go on until its memory ends. */
    TOO_LARGE,
    /** The operation has no such name. */
    UNSUPPORTED_OPERATION
}
