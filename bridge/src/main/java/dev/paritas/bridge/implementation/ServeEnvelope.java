package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.Deadline;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The lines of a serving runner: {@code {"id","operation","payload"}} and its answer (docs/serve.md). */
record ServeEnvelope<T>(@Nullable JsonValue id, @Nullable T result, ServeEnvelope.@Nullable Failure error) {
    private static final String REFUSED = "REFUSED";

    /** The envelope takes one level of nesting from the answer. */
    private static final ReadPolicy LINE = PeerProcess.ANSWER.withMaxDepth(ReadPolicy.PEER_MAX_DEPTH + 1);

    record Failure(String code, String message) {
        static final Codec<Failure> CODEC = ObjectCodec.of(
                "ServeError",
                field("code", Codec.STRING, Failure::code),
                field("message", Codec.STRING, Failure::message),
                Failure::new);
    }

    private static <T> Codec<ServeEnvelope<T>> codec(Codec<T> answer) {
        return ObjectCodec.of(
                "ServeAnswer",
                nullable("id", JsonValue.CODEC, ServeEnvelope::id),
                nullable("result", answer, ServeEnvelope::result),
                nullable("error", Failure.CODEC, ServeEnvelope::error),
                ServeEnvelope::new);
    }

    /** {@return one line, without its end} */
    static byte[] request(long id, String operation, byte[] payload) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(payload.length + 64);
        try (JsonOutput out = JsonOutput.compact(line, JsonOutput.MemberOrder.ASCENDING)) {
            out.beginObject();
            out.name("id").unsigned(id);
            out.name("operation").string(operation);
            out.name("payload").raw(new String(payload, StandardCharsets.UTF_8));
            out.endObject();
        }
        return line.toByteArray();
    }

    /**
     * Reads the answer to request {@code id}.
     *
     * @return with a result, or with a refusal
     * @throws ChildException {@code CHILD_TIMEOUT} when the deadline passes, {@code CHILD_BAD_OUTPUT} when the line does not answer this request,
     *     {@code CHILD_BAD_REQUEST} when the runner could not take the request
     * @throws JsonException when the result is not what {@code answer} reads
     */
    static <T> ServeEnvelope<T> read(byte[] line, Deadline end, long id, Codec<T> answer) {
        ServeEnvelope<T> envelope;
        try {
            envelope = JsonInput.read(end.reading(line), LINE, codec(answer));
        } catch (JsonException e) {
            requireAnswer(raw(line, end), id);
            throw e;
        }
        requireTaken(envelope, id);
        requireAnswer(envelope, id);
        return envelope;
    }

    /** {@return the {@code result} of a line by itself} */
    static byte[] result(byte[] line, Deadline end) {
        JsonValue result = raw(line, end).result();
        return (result == null ? JsonValue.NULL : result).compactText().getBytes(StandardCharsets.UTF_8);
    }

    private static ServeEnvelope<JsonValue> raw(byte[] line, Deadline end) {
        try {
            JsonValue document = JsonInput.read(end.reading(line), LINE, JsonValue.CODEC);
            if (document instanceof JsonValue.Obj(SortedMap<String, JsonValue> members)
                    && !members.containsKey("error")) {
                return new ServeEnvelope<>(members.get("id"), members.get("result"), null);
            }
        } catch (JsonException e) {
            throw unanswered(e.describe(), e);
        }
        throw unanswered("neither result nor a readable error", null);
    }

    /** Only a refusal is the runner's judgement; an error before the id was read has none (docs/serve.md). */
    private static void requireTaken(ServeEnvelope<?> envelope, long id) {
        Failure error = envelope.error();
        boolean ours = envelope.id() == null
                || envelope.id() instanceof JsonValue.Null
                || JsonValue.Num.of(id).equals(envelope.id());
        if (error != null && envelope.result() == null && ours && !error.code().equals(REFUSED)) {
            throw new ChildException(ChildErrorCode.CHILD_BAD_REQUEST, error.code() + ": " + error.message(), "");
        }
    }

    private static void requireAnswer(ServeEnvelope<?> envelope, long id) {
        if (!JsonValue.Num.of(id).equals(envelope.id())) {
            throw unanswered("the answer belongs to another request", null);
        }
        if ((envelope.result() == null) == (envelope.error() == null)) {
            throw unanswered("an answer has either a result or an error", null);
        }
    }

    private static ChildException unanswered(String text, @Nullable Throwable cause) {
        return new ChildException(ChildErrorCode.CHILD_BAD_OUTPUT, "bad answer line: " + text, "", cause);
    }
}
