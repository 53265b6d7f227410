package dev.paritas.choreography.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of nodes with their fields in reading order, {@code kind} left aside (spec 10 §5.3). */
enum Kind {
    END("end"),
    COMM("comm", "sender", "receiver", "branches"),
    SEND("send", "partner", "branches"),
    RECV("recv", "partner", "branches"),
    REC("rec", "var", "body"),
    VAR("var", "name");

    private final String word;
    private final List<String> fields;

    Kind(String word, String... fields) {
        this.word = word;
        this.fields = List.of(fields);
    }

    /** {@return the kind written {@code word}, case sensitive; null when there is none} */
    static @Nullable Kind ofWord(String word) {
        return switch (word) {
            case "end" -> END;
            case "comm" -> COMM;
            case "send" -> SEND;
            case "recv" -> RECV;
            case "rec" -> REC;
            case "var" -> VAR;
            default -> null;
        };
    }

    String word() {
        return word;
    }

    boolean allows(String field) {
        return field.equals("kind") || fields.contains(field);
    }
}
