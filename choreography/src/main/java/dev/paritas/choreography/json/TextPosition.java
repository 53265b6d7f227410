package dev.paritas.choreography.json;

import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.util.Optional;

/** Finds line and column of a refusal by a second walk over the text along its JSON pointer. */
final class TextPosition {
    private TextPosition() {}

    static ImportRefusal placed(ImportRefusal refusal, byte[] utf8, ReadPolicy policy) {
        try (JsonInput in = JsonInput.of(utf8, policy)) {
            String pointer = refusal.pointer();
            String[] segments =
                    pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
            return find(in, segments, 0)
                    .map(at -> new ImportRefusal(refusal.error(), pointer, at.line(), at.column()))
                    .orElse(refusal);
        }
    }

    /** The last of repeated members is the one that was read. */
    private static Optional<JsonException> find(JsonInput in, String[] segments, int next) {
        if (next == segments.length) {
            in.reach();
            JsonException here = in.fail(JsonErrorCode.INVALID_VALUE, "here");
            in.skip();
            return Optional.of(here);
        }
        String wanted = segments[next].replace("~1", "/").replace("~0", "~");
        Optional<JsonException> found = Optional.empty();
        if (in.atObject()) {
            in.beginObject();
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                if (name.equals(wanted)) {
                    found = find(in, segments, next + 1);
                } else {
                    in.skip();
                }
            }
        } else if (in.atArray()) {
            in.beginArray();
            for (int i = 0; in.nextElement(); i++) {
                if (Integer.toString(i).equals(wanted)) {
                    found = find(in, segments, next + 1);
                } else {
                    in.skip();
                }
            }
        } else {
            in.skip();
        }
        return found;
    }
}
