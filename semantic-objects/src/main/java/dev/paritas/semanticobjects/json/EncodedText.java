package dev.paritas.semanticobjects.json;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** A text that is written again and again: its UTF-8 and its escapes are made once. */
public final class EncodedText {
    private final SerializableString text;

    private EncodedText(SerializableString text) {
        this.text = text;
    }

    public static EncodedText of(String text) {
        return new EncodedText(new SerializedString(text));
    }

    /** {@return the text itself} */
    public String value() {
        return text.getValue();
    }

    SerializableString encoded() {
        return text;
    }
}
