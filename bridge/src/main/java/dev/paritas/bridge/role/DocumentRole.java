package dev.paritas.bridge.role;

import dev.paritas.semanticobjects.json.JsonValue;

/** A role whose one-shot process reads one document from stdin. */
interface DocumentRole extends ServedRole {
    /**
     * {@return the answer to a document}
     *
     * @throws dev.paritas.machine.lean.LeanInputException with the text of the process
     */
    Answer answer(JsonValue document);
}
