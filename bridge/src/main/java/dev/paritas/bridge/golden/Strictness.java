package dev.paritas.bridge.golden;

import dev.paritas.semanticobjects.json.JsonValue;

/** How two projections are compared (spec 12 §5.3). Both ways agree on every input of this domain. */
public enum Strictness {
    /** Equal canonical texts. */
    STRICT,
    /** Equal trees; the order of members says nothing. */
    LENIENT;

    public static Strictness of(boolean strict) {
        return strict ? STRICT : LENIENT;
    }

    boolean equal(JsonValue left, JsonValue right) {
        return switch (this) {
            case STRICT -> left.compactText().equals(right.compactText());
            case LENIENT -> left.equals(right);
        };
    }
}
