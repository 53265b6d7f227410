package dev.paritas.app.executable;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.simulation.lifecycle.MissingEffect;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The one-shot forms that several executables share; all ignore their arguments and print one line of JSON. */
final class OneShotForms {
    private OneShotForms() {}

    /**
     * {@return the process that reads one document from stdin and prints what {@code answering} makes of it} Every failure
     * is {@code uncaught exception: ...} and nothing on stdout (spec 22 §1, 32 §5.2).
     */
    static Executable.OneShot document(Function<JsonValue, Executable.Answer> answering) {
        return (_, in, out) -> {
            try {
                return print(answering.apply(ModelJson.parse(text(in))), out);
            } catch (ModelJsonException e) {
                throw Executable.Failure.uncaught("invalid JSON: " + e.getMessage());
            } catch (RequestException | JsonException e) {
                throw Executable.Failure.uncaught(String.valueOf(e.getMessage()));
            }
        };
    }

    /** {@return the process that reads nothing and prints what {@code operation} answers} (spec 52 §6, §7) */
    static Executable.OneShot silent(Executable.Operation operation) {
        return (_, _, out) -> {
            try {
                return print(operation.answer(JsonValue.NULL), out);
            } catch (ProblemException e) {
                throw Executable.Failure.uncaught(e.only(MissingEffect.class).sentence());
            }
        };
    }

    /** Prints one line, whole or not at all; {@return the exit code 0} */
    static int print(Executable.Answer answer, OutputStream out) throws IOException {
        answer.line().writeTo(out);
        out.flush();
        return 0;
    }

    private static String text(InputStream in) throws IOException, Executable.Failure {
        byte[] document = in.readNBytes(ServeLoop.MAX_LINE + 1);
        if (document.length > ServeLoop.MAX_LINE) {
            throw Executable.Failure.uncaught("the document has more than " + ServeLoop.MAX_LINE + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Executable.Failure.uncaught("Tried to read from handle containing non UTF-8 data.");
        }
    }
}
