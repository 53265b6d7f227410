package dev.paritas.app.executable;

import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.model.heap.LeanHeapException;
import dev.paritas.model.heap.LeanHeapParity;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The executable {@code heap_parity_runner} (spec 40 §13): the corpus file is the first argument, other arguments are
 * ignored and stdin is not read; one line of JSON on stdout, or a text on stderr, exit code 1 and nothing on stdout.
 * {@code --serve} alone is our extension (docs/serve.md).
 */
public final class HeapParityRunnerMain {
    private HeapParityRunnerMain() {}

    public static void main(String[] args) {
        int code = RoleMain.run((in, out, err) -> run(List.of(args), in, out, err));
        System.exit(code);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        try {
            if (args.equals(List.of("--serve"))) {
                return new ServeLoop(new HeapOperations(), in, out, ServeLoop.MAX_LINE).run();
            }
            return oneShot(args, out, err);
        } catch (IOException e) {
            return 1; // the streams are gone, so there is nobody left to tell
        }
    }

    private static int oneShot(List<String> args, OutputStream out, OutputStream err) throws IOException {
        String failure;
        if (args.isEmpty()) {
            failure = "usage: heap_parity_runner <fixture-path>";
        } else {
            try {
                HeapParityOutput output = LeanHeapParity.run(ModelJson.parse(ModelFiles.read(args.getFirst())));
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                answer.writeBytes(JsonOutput.compactBytes(HeapParityOutput.CODEC, output));
                answer.write('\n');
                answer.writeTo(out);
                out.flush();
                return 0;
            } catch (ModelFiles.Uncaught e) {
                failure = "uncaught exception: " + e.getMessage();
            } catch (ModelJsonException e) {
                failure = "invalid JSON: " + e.getMessage();
            } catch (LeanHeapException | JsonException e) {
                failure = HeapOperations.refusal(e);
            } catch (StackOverflowError | OutOfMemoryError e) {
                failure = "uncaught exception: the document is too large";
            }
        }
        err.write((failure + "\n").getBytes(StandardCharsets.UTF_8));
        err.flush();
        return 1;
    }
}
