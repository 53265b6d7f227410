package dev.paritas.bridge.compare;

import dev.paritas.bridge.implementation.Identity;
import java.util.List;

/**
 * Who gives the outcomes of one side.
 *
 * @param command the command line that starts it, empty for an implementation in this process
 */
public record Answerer(Identity identity, List<String> command) {
    public Answerer {
        command = List.copyOf(command);
    }

    /** {@return an implementation of this build, in this process} */
    public static Answerer here(String kind) {
        return new Answerer(Identity.ofThisProcess(kind), List.of());
    }

    /** {@return who it is, and how it is started} */
    public String describe() {
        return command.isEmpty() ? identity.text() : identity.text() + ", " + ShellText.line(command);
    }
}
