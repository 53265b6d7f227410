package dev.paritas.bridge.corpus;

/** Why a corpus was refused. */
public enum CorpusErrorCode {
    /** The folder has no index. */
    NO_INDEX,
    /** The index is not the canonical text of what it says, or its own digest is wrong. */
    INDEX_TAMPERED,
    /** A file that the index lists is absent. */
    FILE_MISSING,
    /** A file's digest differs from the index. */
    DIGEST_MISMATCH,
    /** The folder has a file that the index does not list. */
    FILE_UNLISTED,
    /** A line is not a case of its family, or cases and index disagree. */
    MALFORMED_CASE,
    /** A file could not be read or written. */
    IO
}
