package dev.paritas.choreography.json;

import dev.paritas.choreography.type.PayloadSort;
import org.jspecify.annotations.Nullable;

/** The words of the simple sorts. */
final class SortWords {
    private SortWords() {}

    /** {@return the sort of {@code word}, case sensitive; null when there is none} */
    static @Nullable PayloadSort read(String word) {
        return switch (word) {
            case "unit" -> PayloadSort.UNIT;
            case "nat" -> PayloadSort.NAT;
            case "bool" -> PayloadSort.BOOL;
            case "string" -> PayloadSort.STRING;
            case "real" -> PayloadSort.REAL;
            default -> null;
        };
    }
}
