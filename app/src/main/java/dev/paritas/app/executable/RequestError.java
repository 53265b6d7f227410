package dev.paritas.app.executable;

/** Why a served request failed; clients key on the name. */
enum RequestError {
    /** The line is not one JSON document in UTF-8. */
    BAD_JSON,
    /** The line has more bytes than the limit; it was skipped. */
    LINE_TOO_LONG,
    /** The document is no envelope: not an object, or without an operation. */
    BAD_ENVELOPE,
    /** No operation has this name. */
    UNKNOWN_OPERATION,
    /** The operation refused its payload; the message is that of the one-shot process. */
    REFUSED,
    /** The request nests too deep, or its answer would pass a limit. */
    TOO_LARGE
}
