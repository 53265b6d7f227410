package dev.paritas.app.executable;

import dev.paritas.semanticobjects.json.JsonValue;

/** A role whose one-shot process reads one document from stdin. */
interface DocumentRole extends ServedRole {
    /**
     * {@return the answer to a document}
     *
     * @throws dev.paritas.model.machine.LeanInputException with the text of the process
     */
    Answer answer(JsonValue document);
}
