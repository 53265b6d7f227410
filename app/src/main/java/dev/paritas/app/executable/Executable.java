package dev.paritas.app.executable;

import dev.paritas.bridge.process.ParentWatch;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonOutput.MemberOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One of our executables. {@code --serve} alone serves its operations, which is our extension (docs/serve.md); any other
 * arguments are those of its one-shot form.
 *
 * @param kind what answers: the machine or the model, of this build
 * @param schemaVersion of the documents it answers with
 * @param operations by name, ascending
 */
record Executable(String name, String kind, String schemaVersion, Map<String, Operation> operations, OneShot oneShot) {
    /** The reference has no limit on nesting, so a program has a stack that suits the deepest documents. */
    private static final long STACK_BYTES = 256L << 20;

    private static final List<String> SERVE = List.of("--serve");

    /** Answers one payload. */
    @FunctionalInterface
    interface Operation {
        /** @throws RequestException with the error and message that the client is told */
        Answer answer(JsonValue payload);
    }

    /** Writes one JSON value. */
    @FunctionalInterface
    interface Answer {
        void write(JsonOutput out);

        /** {@return the value as a line of compact JSON, members ascending} */
        default ByteArrayOutputStream line() {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            try (JsonOutput json = JsonOutput.compact(line, MemberOrder.ASCENDING)) {
                write(json);
            }
            line.write('\n');
            return line;
        }
    }

    /** A process that answers once. */
    @FunctionalInterface
    interface OneShot {
        /**
         * {@return the exit code}
         *
         * @throws Failure for a line on stderr and exit code 1
         */
        int run(List<String> args, InputStream in, OutputStream out) throws IOException, Failure;
    }

    /** The process ends with this line on stderr and exit code 1. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String line) {
            super(line);
        }

        /** {@return what the model's runtime says of an error that nobody catches} */
        static Failure uncaught(String message) {
            return new Failure("uncaught exception: " + message);
        }
    }

    Executable {
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
    }

    /**
     * {@return the answer to {@code payload}}
     *
     * @throws RequestException {@code UNKNOWN_OPERATION}, or what the operation throws
     */
    Answer perform(String operation, JsonValue payload) {
        Operation known = operations.get(operation);
        if (known == null) {
            throw RequestException.unknown(operation);
        }
        return known.answer(payload);
    }

    /** {@return the exit code} */
    int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        try {
            if (args.equals(SERVE)) {
                return new ServeLoop(this, in, out, ServeLoop.MAX_LINE).run();
            }
            try {
                return oneShot.run(args, in, out);
            } catch (Failure e) {
                return failed(String.valueOf(e.getMessage()), err);
            } catch (StackOverflowError | OutOfMemoryError e) {
                return failed("uncaught exception: the document is too large", err);
            }
        } catch (IOException e) {
            return 1; // the streams are gone, so there is nobody left to tell
        }
    }

    private static int failed(String line, OutputStream err) throws IOException {
        err.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        err.flush();
        return 1;
    }

    /** Runs on the process's streams, whose write errors are not swallowed, and ends the process. */
    void main(String[] args) {
        ParentWatch.begin(System.getenv());
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        AtomicInteger code = new AtomicInteger(1);
        Thread thread = new Thread(null, () -> code.set(run(List.of(args), in, out, err)), "deep", STACK_BYTES);
        thread.start();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                thread.interrupt();
            }
        }
        System.exit(code.get());
    }
}
