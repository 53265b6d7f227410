package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.Release;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonOutput.MemberOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Serves one JSON request per line with one JSON answer per line (docs/serve.md): {@code {"id","operation","payload"}}
 * is answered by {@code {"id","result"}} or {@code {"error":{"code","message"},"id"}}. The end of input is the end.
 */
final class ServeLoop {
    /** Most bytes of a request: room for two documents of the largest size that a peer accepts. */
    static final int MAX_LINE = 32 << 20;

    /** A buffer that has grown beyond this is not kept for the next answer. */
    private static final int KEPT = 1 << 20;

    private final Executable executable;
    private final RequestLines requests;
    private final OutputStream out;
    private ByteArrayOutputStream answer = new ByteArrayOutputStream(1 << 14);

    ServeLoop(Executable executable, InputStream in, OutputStream out, int maxLine) {
        this.executable = executable;
        this.requests = new RequestLines(in, maxLine);
        this.out = out;
    }

    /**
     * Greets, then answers until the input ends.
     *
     * @return the exit code
     */
    int run() throws IOException {
        answer(this::handshake);
        while (true) {
            switch (requests.next()) {
                case LINE -> answerLine();
                case TOO_LONG ->
                    answerError(
                            JsonValue.NULL,
                            new RequestException(RequestError.LINE_TOO_LONG, "the request line is too long"));
                case END -> {
                    return 0;
                }
            }
        }
    }

    private void handshake(JsonOutput json) {
        json.beginObject();
        ImplementationId.CODEC.write(json.name("implementation"), ImplementationId.ofThisBuild(executable.kind()));
        json.name("name").string(executable.name()).name("operations").beginArray();
        executable.operations().keySet().forEach(json::string);
        json.endArray().name("schema_versions").beginArray();
        json.string(executable.schemaVersion()).endArray();
        json.name("version").string(Release.VERSION).endObject();
    }

    private void answerLine() throws IOException {
        JsonValue id = JsonValue.NULL;
        try {
            JsonValue request = parse();
            if (!(request instanceof JsonValue.Obj(var members))) {
                throw new RequestException(RequestError.BAD_ENVELOPE, "the request is not an object");
            }
            id = members.getOrDefault("id", JsonValue.NULL);
            if (!(members.get("operation") instanceof JsonValue.Text(String operation))) {
                throw new RequestException(RequestError.BAD_ENVELOPE, "the request names no operation");
            }
            Executable.Answer result = executable.perform(operation, members.getOrDefault("payload", JsonValue.NULL));
            JsonValue echoed = id;
            answer(json -> {
                JsonValue.CODEC.write(json.beginObject().name("id"), echoed);
                result.write(json.name("result"));
                json.endObject();
            });
        } catch (RequestException e) {
            answerError(id, e);
        } catch (JsonException e) {
            answerError(id, RequestException.refused(e.describe()));
        } catch (StackOverflowError | OutOfMemoryError e) {
            // One request must not end the process for all others; nothing of it is kept.
            answerError(id, new RequestException(RequestError.TOO_LARGE, "the request is too large for this process"));
        }
    }

    private JsonValue parse() {
        try {
            ByteBuffer line = ByteBuffer.wrap(requests.bytes(), requests.offset(), requests.length());
            return ModelJson.parse(
                    StandardCharsets.UTF_8.newDecoder().decode(line).toString());
        } catch (CharacterCodingException e) {
            throw new RequestException(RequestError.BAD_JSON, "the request is not UTF-8");
        } catch (ModelJsonException e) {
            throw new RequestException(RequestError.BAD_JSON, String.valueOf(e.getMessage()));
        }
    }

    private void answerError(JsonValue id, RequestException e) throws IOException {
        answer(json -> {
            json.beginObject().name("error").beginObject();
            json.name("code").string(e.error().name()).name("message").string(e.text());
            JsonValue.CODEC.write(json.endObject().name("id"), id);
            json.endObject();
        });
    }

    /** Writes and flushes one line at once, so that a failure in between leaves no half answer. */
    private void answer(Executable.Answer value) throws IOException {
        try {
            try (JsonOutput json = JsonOutput.compact(answer, MemberOrder.ASCENDING)) {
                value.write(json);
            }
            answer.write('\n');
            answer.writeTo(out);
            out.flush();
        } finally {
            if (answer.size() > KEPT) {
                answer = new ByteArrayOutputStream(1 << 14);
            } else {
                answer.reset();
            }
        }
    }
}
