package dev.paritas.bridge.cli;

import dev.paritas.bridge.Release;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "version", description = "Print the version and the schema versions spoken.")
final class VersionCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    VersionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        print(streams.out(), json);
        return ExitCode.OK;
    }

    /** Prints the facts of this release; needs neither a command line parser nor a JSON writer, and so starts fast. */
    static void print(PrintStream out, boolean json) {
        if (json) {
            out.print("{\"java\":\"" + Runtime.version().feature() + "\",\"name\":\"" + Release.NAME + "\",\"peer\":\""
                    + Release.PEER + "\",\"schema_versions\":[\""
                    + String.join("\",\"", Release.SCHEMA_VERSIONS)
                    + "\"],\"version\":\"" + Release.VERSION + "\"}\n");
        } else {
            out.print(Release.NAME + " " + Release.VERSION + "\n" + "peer    " + Release.PEER + "\n" + "schemas "
                    + String.join(", ", Release.SCHEMA_VERSIONS) + "\n");
        }
    }
}
