package dev.paritas.bridge.report;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * A case on which no comparison was possible, because a side gave no answer.
 *
 * @param location the case, or the executable where it happened before any case
 * @param reason a sentence
 * @param exitCode of the process; absent when none ended
 * @param stderr the end of what the process wrote there, as it came; empty when it wrote nothing
 */
public record CaseFailure(
        String location, String reason, @Nullable Long exitCode, String stderr) {
    public static final Codec<CaseFailure> CODEC = ObjectCodec.of(
            "CaseFailure",
            field("location", Codec.STRING, CaseFailure::location),
            field("reason", Codec.STRING, CaseFailure::reason),
            omittable("exit_code", Codec.U64, CaseFailure::exitCode),
            field("stderr", Codec.STRING, CaseFailure::stderr),
            CaseFailure::new);

    /** {@return place and reason on one line} */
    public String text() {
        return location + ": " + reason;
    }
}
