package dev.paritas.app.command;

import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.semanticobjects.value.ForeignText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The three streams of one command run, and the only place that writes on them. What people read passes
 * {@link ForeignText}, so no name, path or word of a runner can act on a terminal or begin a line of its own. A failed
 * write to standard output ends the command; one to standard error is lost, as nobody is left to tell.
 */
final class Streams {
    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final boolean interactive;
    private final boolean terminal;
    private final Colours colours;
    private final Colours errorColours;
    private boolean lost;

    /** Streams without colours. */
    Streams(InputStream in, OutputStream out, OutputStream err, boolean interactive, boolean terminal) {
        this(in, out, err, interactive, terminal, Map.of("NO_COLOR", "1"));
    }

    /**
     * @param interactive whether a person watches {@code err}, so that a progress bar makes sense
     * @param terminal whether {@code out} is a terminal, which acts on characters that a document may hold
     * @param environment what {@link Colours} ask
     */
    Streams(
            InputStream in,
            OutputStream out,
            OutputStream err,
            boolean interactive,
            boolean terminal,
            Map<String, String> environment) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.terminal = terminal;
        this.colours = Colours.of(terminal, environment);
        this.errorColours = Colours.of(interactive, environment);
    }

    boolean isInteractive() {
        return interactive;
    }

    /** {@return how many characters a line of standard output has room for: those of the terminal, elsewhere 100} */
    int width() {
        return terminal ? TerminalWidth.columns() : DivergenceReport.USUAL_WIDTH;
    }

    /** {@return standard input, for a document of any length} */
    InputStream in() {
        return in;
    }

    /** Prints one line for people. */
    void say(String line) {
        print(ForeignText.line(line) + "\n");
    }

    /** Prints one line that begins as its kind says, on a terminal in its colour. */
    void say(Colours.Kind kind, String line) {
        print(colours.of(kind, ForeignText.line(line)) + "\n");
    }

    /** Prints a JSON document; its bytes stay as they are, but on a terminal unseen characters are escaped the JSON way. */
    void document(String json) {
        print((terminal ? ForeignText.json(json) : json) + "\n");
    }

    /** Prints a source of many lines; its bytes stay as they are, but on a terminal each line is one for people. */
    void source(String text) {
        print(terminal ? text.lines().map(line -> ForeignText.line(line) + "\n").collect(Collectors.joining()) : text);
    }

    /** Prints words of our own, of many lines. */
    void text(String own) {
        print(own);
    }

    /** Prints one line on standard error. */
    void complain(String line) {
        printError(errorColours.of(Colours.Kind.MESSAGE, ForeignText.line(line)) + "\n");
    }

    /** Draws over the line on standard error that was drawn last. */
    void redraw(String line) {
        printError("\r" + ForeignText.line(line));
    }

    /** @throws CommandFailure {@code IO} when what was printed could not be written */
    void flush() {
        if (lost) {
            return;
        }
        try {
            out.flush();
            refuseLoss();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private void print(String text) {
        if (lost) {
            return;
        }
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            refuseLoss();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** A print stream keeps its failures to itself until it is asked. */
    private void refuseLoss() throws IOException {
        if (out instanceof PrintStream stream && stream.checkError()) {
            throw new IOException("it takes no more");
        }
    }

    private CommandFailure unwritten(IOException problem) {
        lost = true;
        // Whoever read has seen enough, as `head` does; that is not worth a line.
        return "Broken pipe".equals(problem.getMessage())
                ? CommandFailure.silent()
                : CommandFailure.at("IO", "standard output", OsText.of(problem));
    }

    private void printError(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // The exit code still tells.
        }
    }

    /**
     * {@return the document in {@code file}, or on standard input for {@code -}; of a longer one, so much that its reader
     * sees that}
     *
     * @param most bytes that the reader accepts
     * @throws CommandFailure {@code IO}
     */
    byte[] read(Path file, long most) {
        try {
            return file.equals(Path.of("-")) ? readInput(most) : BoundedFile.upTo(file, most);
        } catch (IOException e) {
            throw CommandFailure.at("IO", file.toString(), OsText.of(e));
        }
    }

    /** As {@link #read}, of standard input. */
    byte[] readInput(long most) throws IOException {
        return in.readNBytes(limit(most));
    }

    private static int limit(long most) {
        return (int) Math.min(most + 1, Integer.MAX_VALUE);
    }
}
