package dev.paritas.semanticobjects.json;

/** Stable codes of everything a reader can refuse; scripts key on the name, the message is for people. */
public enum JsonErrorCode {
    /** The document has more bytes than the reader accepts. */
    INPUT_TOO_LARGE,
    /** Arrays and objects nest deeper than the reader accepts. */
    INPUT_TOO_DEEP,
    /** The bytes are not one well-formed UTF-8 JSON document. */
    INVALID_JSON,
    /** The document starts with a byte order mark, which JSON text has not. */
    BYTE_ORDER_MARK,
    /** An object has a member that its shape does not know. */
    UNKNOWN_MEMBER,
    /** An object lacks a required member. */
    MISSING_MEMBER,
    /** An object names the same member twice. */
    DUPLICATE_MEMBER,
    /** A value has another JSON type than its shape asks for. */
    WRONG_TYPE,
    /** A number is negative, fractional or out of range. */
    BAD_NUMBER,
    /** A tag or enumeration word is not one of the known ones. */
    UNKNOWN_TAG,
    /** The schema version is not the supported one; versions are never normalised. */
    UNSUPPORTED_SCHEMA_VERSION,
    /** The value is well-formed but breaks a rule of its record. */
    INVALID_VALUE
}
