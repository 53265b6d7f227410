package dev.paritas.choreography.source;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.ImportException;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.util.List;
import java.util.Map;

/**
 * Choreographies in every form in which they are written: a {@code .tell} source (spec 10 §7), a global type (spec 10 §5), a
 * versioned choreography with its roles (spec 10 §6), and a run request, which may hold several (spec 22 §2). The content
 * tells which; a name is only good for messages. A plain global type and a source get the roles that take part, ascending.
 */
public final class WrittenChoreographies {
    /** Bytes of a document or source. */
    public static final long MAX_BYTES = ReadPolicy.STRICT.maxBytes();

    private static final Codec<List<ChoreographyJson>> SEVERAL = Codec.listOf(ChoreographyJson.CODEC);

    private WrittenChoreographies() {}

    /**
     * {@return what {@code utf8} holds, at least one choreography}
     *
     * @throws WrittenChoreographyException with the place of whatever is wrong
     */
    public static List<ChoreographyJson> read(byte[] utf8) {
        return isJson(utf8) ? document(utf8) : List.of(source(utf8));
    }

    /** A source begins with a word or a comment; nothing else is one. */
    private static boolean isJson(byte[] utf8) {
        int at = 0;
        while (at < utf8.length && " \t\r\n".indexOf(utf8[at]) >= 0) {
            at++;
        }
        if (at == utf8.length) {
            return true;
        }
        boolean word = utf8[at] >= 'a' && utf8[at] <= 'z' || utf8[at] >= 'A' && utf8[at] <= 'Z';
        boolean comment = at + 1 < utf8.length && utf8[at + 1] == '-' && (utf8[at] == '{' || utf8[at] == '-');
        return !word && !comment;
    }

    private static ChoreographyJson source(byte[] utf8) {
        try {
            return ChoreographyJson.of(
                    Choreography.parse(utf8, SourceLimits.EXPORT).lower());
        } catch (SourceException e) {
            throw new WrittenChoreographyException(e.code().name(), "", e.line(), e.column(), e.reason(), e);
        } catch (LoweringException e) {
            throw new WrittenChoreographyException(
                    e.error().code().name(), "", 0, 0, e.error().message(), e);
        }
    }

    private static List<ChoreographyJson> document(byte[] utf8) {
        try {
            JsonValue document = JsonInput.read(utf8, ReadPolicy.STRICT, JsonValue.CODEC);
            Map<String, JsonValue> members = document instanceof JsonValue.Obj object ? object.members() : Map.of();
            if (members.containsKey("choreographies")) {
                return request(utf8);
            }
            if (members.containsKey("global_type")) {
                return List.of(JsonInput.read(utf8, ReadPolicy.STRICT, ChoreographyJson.CODEC));
            }
            GlobalType type = TypeReader.global(ReadPolicy.STRICT).read(utf8);
            return List.of(ChoreographyJson.of(type));
        } catch (JsonException e) {
            throw new WrittenChoreographyException(
                    e.code().name(), e.path(), e.line(), e.column(), String.valueOf(e.getMessage()), e);
        } catch (ImportException e) {
            throw new WrittenChoreographyException(
                    e.error().code().name(), e.pointer(), e.line(), e.column(), String.valueOf(e.getMessage()), e);
        }
    }

    /** What else a request says is no part of its choreographies. */
    private static List<ChoreographyJson> request(byte[] utf8) {
        try (JsonInput in = JsonInput.of(utf8, ReadPolicy.STRICT)) {
            List<ChoreographyJson> found = List.of();
            in.beginObject();
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                if (name.equals("choreographies")) {
                    found = SEVERAL.read(in);
                } else {
                    in.skip();
                }
            }
            in.expectEnd();
            if (found.isEmpty()) {
                throw new WrittenChoreographyException(
                        "NO_CHOREOGRAPHY", "/choreographies", 0, 0, "the request holds no choreography", null);
            }
            return found;
        }
    }
}
