package dev.paritas.choreography.source;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.Problem;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * @throws ProblemException ({@link UnreadChoreography}) with the place of whatever is wrong
     */
    public static List<ChoreographyJson> read(byte[] utf8) {
        return readWithWarnings(utf8).choreographies();
    }

    /**
     * What was read, and what a reader should know of it.
     *
     * @param choreographies at least one
     * @param source what it was read from; empty for a document
     */
    public record Read(List<ChoreographyJson> choreographies, Optional<WrittenSource> source) {
        public Read {
            choreographies = List.copyOf(choreographies);
        }

        /** {@return the warnings of a source, in the order of the text} */
        public List<SourceMark> warnings() {
            return source.map(WrittenSource::warnings).orElse(List.of());
        }
    }

    /**
     * {@return what {@code utf8} holds}
     *
     * @throws ProblemException ({@link UnreadChoreography}) with the place of whatever is wrong
     */
    public static Read readWithWarnings(byte[] utf8) {
        if (isJson(utf8)) {
            return new Read(document(utf8), Optional.empty());
        }
        WrittenSource source = WrittenSource.read(utf8, SourceLimits.EXPORT);
        return new Read(List.of(ChoreographyJson.of(source.lower())), Optional.of(source));
    }

    /** A source begins with a word or a comment, or is empty; nothing else is one. */
    private static boolean isJson(byte[] utf8) {
        int at = 0;
        while (at < utf8.length && " \t\r\n".indexOf(utf8[at]) >= 0) {
            at++;
        }
        if (at == utf8.length) {
            return false;
        }
        boolean word = utf8[at] >= 'a' && utf8[at] <= 'z' || utf8[at] >= 'A' && utf8[at] <= 'Z';
        boolean comment = at + 1 < utf8.length && utf8[at + 1] == '-' && (utf8[at] == '{' || utf8[at] == '-');
        return !word && !comment;
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
            String place = Problem.place(e.path(), e.line(), e.column());
            throw unread(e.code().name(), place, String.valueOf(e.getMessage()), e);
        } catch (ProblemException e) {
            ImportRefusal refusal = e.only(ImportRefusal.class);
            throw unread(refusal.code(), refusal.place(), refusal.sentence(), e);
        }
    }

    private static ProblemException unread(String code, String place, String sentence, Throwable cause) {
        return new ProblemException(new UnreadChoreography(code, place, sentence), cause);
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
                throw new ProblemException(new UnreadChoreography(
                        "NO_CHOREOGRAPHY", "/choreographies", "the request holds no choreography"));
            }
            return found;
        }
    }
}
