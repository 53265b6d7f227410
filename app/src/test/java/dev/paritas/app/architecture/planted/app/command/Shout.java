package dev.paritas.app.architecture.planted.app.command;

import java.io.PrintStream;

/** Prints a name of somebody else as it is. */
record Shout(PrintStream out) {
    void shout(String name) {
        out.println(name);
    }
}
