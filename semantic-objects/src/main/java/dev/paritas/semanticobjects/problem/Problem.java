package dev.paritas.semanticobjects.problem;

import java.util.Locale;

/**
 * Why something was refused. Each room seals its own problems in families of records, one family for what one operation may
 * refuse; families lie in the packages that refuse, since one family over the packages of a room would tie them in a circle.
 */
public interface Problem {
    /**
     * {@return the stable code that scripts key on} It is the record's name in capitals, {@code MISSING_FIELD} of
     * {@code MissingField}, where a family says nothing else: such a name is part of what users were promised.
     */
    default String code() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** {@return where, in the terms of the refused input; empty when that is said by whoever asked} */
    default String place() {
        return "";
    }

    /** {@return what is wrong, as a plain sentence} */
    String sentence();

    /**
     * {@return the place of a value in a document}
     *
     * @param pointer JSON pointer, empty for the root
     * @param line 1-based, 0 when unknown
     * @param column 1-based
     */
    static String place(String pointer, int line, int column) {
        String path = pointer.isEmpty() ? "document root" : pointer;
        return line > 0 ? path + " (line " + line + ", column " + column + ")" : path;
    }
}
