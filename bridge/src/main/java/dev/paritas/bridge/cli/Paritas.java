package dev.paritas.bridge.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code paritas} program: one subcommand per question of the user's day. */
@Command(
        name = "paritas",
        description = "Holds a protocol implementation to its formal model.",
        synopsisSubcommandLabel = "COMMAND")
public final class Paritas {
    private Paritas() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(args, System.in, out, err);
        out.flush();
        System.exit(code);
    }

    /** Runs one command line in this process. {@return the exit code: 0 agree, 1 diverge, 2 usage, 3 broken} */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        Streams streams = new Streams(in, out, err, Boolean.getBoolean("paritas.terminal"));
        CommandLine line = new CommandLine(new Paritas());
        line.addSubcommand(new VersionCommand(streams));
        return line.execute(args);
    }
}
