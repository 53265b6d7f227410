package dev.paritas.bridge.architecture.planted.bridge.cli;

import java.io.PrintStream;

/** Prints a name of somebody else as it is. */
record Shout(PrintStream out) {
    void shout(String name) {
        out.println(name);
    }
}
