package dev.paritas.choreography.json;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The strict reader of the exchange form (spec 10 §5.3-§5.5). A fast pass takes what is ordinary; whatever it leaves is
 * read again by the exact reader, which alone refuses.
 */
public final class TypeReader<T extends SessionType<T>> {
    /** Nothing legal nests deeper, whatever the policy says: types end at depth 256. */
    private static final int DEEPEST = 1000;

    private final Dialect<T, ?> dialect;
    private final ReadPolicy policy;

    private TypeReader(Dialect<T, ?> dialect, ReadPolicy policy) {
        this.dialect = dialect;
        this.policy = policy.withMaxDepth(Math.min(DEEPEST, policy.maxDepth()));
    }

    /** {@return the reader that behaves as the reference: 8 MiB, 127 levels, the last of repeated members wins} */
    public static TypeReader<GlobalType> global() {
        return global(ReadPolicy.PEER);
    }

    /** {@return a reader with these limits; {@link ReadPolicy#STRICT} refuses repeated members} */
    public static TypeReader<GlobalType> global(ReadPolicy policy) {
        return new TypeReader<>(Dialect.GLOBAL, policy);
    }

    /** {@return the reader that behaves as the reference} */
    public static TypeReader<LocalType> local() {
        return local(ReadPolicy.PEER);
    }

    /** {@return a reader with these limits} */
    public static TypeReader<LocalType> local(ReadPolicy policy) {
        return new TypeReader<>(Dialect.LOCAL, policy);
    }

    /** @throws ProblemException ({@link ImportRefusal}) with variant, JSON pointer, line and column */
    public T read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException ({@link ImportRefusal}) with variant, JSON pointer, line and column */
    public T read(byte[] utf8) {
        if (utf8.length > policy.maxBytes()) {
            throw new ProblemException(
                    new ImportRefusal(new ImportError.InputTooLarge(utf8.length, policy.maxBytes()), "", 0, 0));
        }
        return new TypeScanner<>(dialect, utf8, policy.maxDepth()).scan().orElseGet(() -> exactly(utf8));
    }

    /**
     * {@return the type that {@code json} is}
     *
     * @throws ProblemException ({@link ImportRefusal}) with variant and JSON pointer; there is no text to point into
     */
    public T read(JsonValue json) {
        return new ExactReader<>(dialect).read(json);
    }

    private T exactly(byte[] utf8) {
        JsonValue json = parse(utf8);
        try {
            return read(json);
        } catch (ProblemException e) {
            throw new ProblemException(TextPosition.placed(e.only(ImportRefusal.class), utf8, policy));
        }
    }

    private JsonValue parse(byte[] utf8) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            if (wideOrMarked(utf8)) {
                throw invalid(0, 0);
            }
            JsonValue json = JsonInput.read(utf8, policy, JsonValue.CODEC);
            requirePairedSurrogates(json);
            return json;
        } catch (CharacterCodingException e) {
            throw invalid(0, 0);
        } catch (JsonException e) {
            if (e.code() == JsonErrorCode.DUPLICATE_MEMBER) {
                throw new ProblemException(new ImportRefusal(
                        new ImportError.DuplicateField(e.describe()), e.path(), e.line(), e.column()));
            }
            throw invalid(e.line(), e.column());
        }
    }

    /** Half a surrogate pair, which an escape can spell, has no UTF-8 form; writing finds it. */
    private static void requirePairedSurrogates(JsonValue json) {
        JsonOutput.compactBytes(JsonValue.CODEC, json);
    }

    /** A byte order mark or UTF-16 text is no JSON text here, though the parser would follow it. */
    private static boolean wideOrMarked(byte[] utf8) {
        for (int i = 0; i < Math.min(4, utf8.length); i++) {
            if (utf8[i] == 0) {
                return true;
            }
        }
        return utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF;
    }

    private static ProblemException invalid(int line, int column) {
        return new ProblemException(
                new ImportRefusal(new ImportError.ExpectedObject("invalid JSON"), "", line, column));
    }
}
