package dev.paritas.app.command;

import picocli.CommandLine.Option;

/** Whether a source of which statements are lost is refused; for commands whose runs have no strictness of their own. */
final class Strictness {
    @Option(names = "--strict", description = "Refuse a .tell source of which statements are lost.")
    private boolean strict;

    Choreographies choreographies(Streams streams) {
        return new Choreographies(streams, strict);
    }
}
