package dev.paritas.app.command;

import dev.paritas.bridge.implementation.OsText;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** One command line of a program, from its arguments to its exit code; whatever happens is at most one line. */
final class Program {
    private static final int BUFFER = 1 << 16;

    /** How some sentences of the parser begin; ours all do. */
    private static final String ERROR = "Error: ";

    private final Streams streams;

    Program(Streams streams) {
        this.streams = streams;
    }

    /** What a program makes of its arguments and streams. */
    @FunctionalInterface
    interface Body {
        /** {@return the exit code} */
        int run(String[] args, InputStream in, OutputStream out, OutputStream err);
    }

    /** Runs {@code body} on the streams of this process and ends the process. */
    static void main(String[] args, Body body) {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
        System.exit(body.run(args, standardInput(), out, new FileOutputStream(FileDescriptor.err)));
    }

    /** A process without a standard input would read the next file it opens in its place; the launcher tells. */
    private static InputStream standardInput() {
        return !Boolean.getBoolean("paritas.stdin.closed")
                ? System.in
                : new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("there is no standard input");
                    }
                };
    }

    /** {@return the exit code of {@code args} on {@code line}} */
    int run(CommandLine line, String[] args) {
        StringWriter help = new StringWriter();
        version(line, line.getCommandSpec().version());
        line.registerConverter(Path.class, Program::path)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(help))
                .setErr(new PrintWriter(help))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((problem, _) -> tell(usage(problem)))
                .setExecutionExceptionHandler((problem, _, _) -> tell(Failures.of(problem)));
        return guarded(() -> {
            int code = line.execute(args);
            streams.text(help.toString());
            return code;
        });
    }

    /** {@return the exit code of {@code work}, after all it printed is written} */
    int guarded(IntSupplier work) {
        try {
            int code = work.getAsInt();
            streams.flush();
            return code;
        } catch (RuntimeException | Error e) {
            return tell(Failures.of(e));
        }
    }

    private int tell(CommandFailure failure) {
        try {
            streams.flush();
        } catch (CommandFailure _) {
            // One failure is told, and that is the first.
        }
        if (!failure.line().isEmpty()) {
            streams.complain(failure.line());
            failure.details().forEach(streams::complain);
        }
        return failure.exitCode();
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException _) {
            throw new TypeConversionException("'" + word + "': " + OsText.NO_NAME);
        }
    }

    /** Each command answers {@code --version} as its program does. */
    private static void version(CommandLine line, String... version) {
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(command -> version(command, version));
    }

    private static CommandFailure usage(ParameterException problem) {
        String name = problem.getCommandLine().getCommandSpec().qualifiedName();
        String message = Objects.requireNonNullElse(problem.getMessage(), "the command line is wrong");
        String sentence = message.startsWith(ERROR) ? message.substring(ERROR.length()) : message;
        return CommandFailure.usage(sentence + "; see '" + name + " --help'");
    }
}
