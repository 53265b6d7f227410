package dev.paritas.app.command;

import dev.paritas.semanticobjects.json.JsonValue;
import java.util.Map;

/**
 * Something that this program can make use of.
 *
 * @param daily whether a day's work needs it
 * @param there whether it is here and answers
 * @param found what was found of it, or why it is missing; empty for nothing to say
 * @param adds what it is good for
 * @param install how one gets it
 */
record Need(String name, boolean daily, boolean there, String found, String adds, String install) {
    /** {@return the line for people} */
    String text() {
        String line =
                "%s  %-14s  %s".formatted(there ? "OK  " : "MISS", name, found).stripTrailing();
        return there ? line : line + (found.isEmpty() ? "  " : "; ") + "adds: " + adds + "; install: " + install;
    }

    JsonValue json() {
        return new JsonValue.Obj(Map.of(
                "adds", new JsonValue.Text(adds),
                "daily", new JsonValue.Bool(daily),
                "found", new JsonValue.Text(found),
                "install", new JsonValue.Text(install),
                "name", new JsonValue.Text(name),
                "there", new JsonValue.Bool(there)));
    }
}
