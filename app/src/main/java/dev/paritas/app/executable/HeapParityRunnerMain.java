package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.model.heap.ModelHeapParity;
import dev.paritas.model.heap.ModelHeapProblem;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * The executable {@code heap_parity_runner} (spec 40 §13): the corpus file is the first argument, other arguments are
 * ignored and stdin is not read; one line of JSON on stdout, or a text on stderr, exit code 1 and nothing on stdout.
 */
public final class HeapParityRunnerMain {
    private static final Executable EXECUTABLE = new Executable(
            "heap_parity_runner",
            ImplementationId.JAVA_MODEL,
            HeapParityOutput.SCHEMA_VERSION,
            Map.of("run_fixture", HeapParityRunnerMain::answer),
            (args, _, out) -> oneShot(args, out));

    private HeapParityRunnerMain() {}

    public static void main(String[] args) {
        EXECUTABLE.main(args);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return EXECUTABLE.run(args, in, out, err);
    }

    /** The payload is the corpus itself. */
    private static Executable.Answer answer(JsonValue corpus) {
        try {
            HeapParityOutput output = ModelHeapParity.run(corpus);
            return out -> HeapParityOutput.CODEC.write(out, output);
        } catch (ProblemException e) {
            throw RequestException.refused(
                    refusal(e.only(ModelHeapProblem.class).sentence()));
        }
    }

    private static String refusal(String detail) {
        return "invalid heap parity fixture: " + detail;
    }

    private static int oneShot(List<String> args, OutputStream out) throws IOException, Executable.Failure {
        if (args.isEmpty()) {
            throw new Executable.Failure("usage: heap_parity_runner <fixture-path>");
        }
        try {
            return OneShotForms.print(answer(ModelJson.parse(ModelFiles.read(args.getFirst()))), out);
        } catch (ModelJsonException e) {
            throw new Executable.Failure("invalid JSON: " + e.getMessage());
        } catch (RequestException e) {
            throw new Executable.Failure(e.text());
        } catch (JsonException e) {
            throw new Executable.Failure(refusal(String.valueOf(e.getMessage())));
        }
    }
}
