package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.JsonValue;

/** What a serving runner said to one request (docs/serve.md). */
public sealed interface ServedReply {
    /** The operation's result, as it came. */
    record Result(JsonValue document) implements ServedReply {}

    /**
     * The runner refused this request alone and goes on.
     *
     * @param message the text of the one-shot process
     */
    record Refused(String message) implements ServedReply {}
}
