package dev.paritas.app.executable;

import dev.paritas.model.machine.LeanInputException;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonOutput.MemberOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The process around a role of documents (spec 22 §1, 32 §5.2): one document on stdin, one line of JSON on stdout; every
 * failure is {@code uncaught exception: ...} on stderr with exit code 1 and nothing on stdout. {@code --serve} alone is
 * our extension (docs/serve.md); other arguments are ignored.
 */
final class DocumentProgram {
    private DocumentProgram() {}

    /** {@return the exit code} */
    static int run(DocumentRole role, List<String> args, InputStream in, OutputStream out, OutputStream err) {
        try {
            if (args.equals(List.of("--serve"))) {
                return new ServeLoop(role, in, out, ServeLoop.MAX_LINE).run();
            }
            return oneShot(role, in, out, err);
        } catch (IOException e) {
            return 1; // the streams are gone, so there is nobody left to tell
        }
    }

    private static int oneShot(DocumentRole role, InputStream in, OutputStream out, OutputStream err)
            throws IOException {
        String failure;
        try {
            byte[] document = in.readNBytes(ServeLoop.MAX_LINE + 1);
            if (document.length > ServeLoop.MAX_LINE) {
                return refused("the document has more than " + ServeLoop.MAX_LINE + " bytes", err);
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try (JsonOutput json = JsonOutput.compact(answer, MemberOrder.ASCENDING)) {
                role.answer(ModelJson.parse(text)).write(json);
            }
            answer.write('\n');
            answer.writeTo(out);
            out.flush();
            return 0;
        } catch (CharacterCodingException e) {
            failure = "Tried to read from handle containing non UTF-8 data.";
        } catch (ModelJsonException e) {
            failure = "invalid JSON: " + e.getMessage();
        } catch (LeanInputException | JsonException e) {
            failure = String.valueOf(e.getMessage());
        } catch (StackOverflowError | OutOfMemoryError e) {
            failure = "the document is too large";
        }
        return refused(failure, err);
    }

    private static int refused(String failure, OutputStream err) throws IOException {
        err.write(("uncaught exception: " + failure + "\n").getBytes(StandardCharsets.UTF_8));
        err.flush();
        return 1;
    }
}
