package dev.paritas.bridge.golden;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.run.BridgeVersion;
import org.jspecify.annotations.Nullable;

/**
 * One projection of ours beside the expected one (spec 12 §5.1).
 *
 * @param rustOutput our projection; the name on the wire is the reference's
 * @param diff both sides in full, null when they are equivalent
 */
public record EquivalenceResult(
        boolean equivalent,
        JsonValue rustOutput,
        JsonValue expectedOutput,
        @Nullable String diff,
        String role) {
    public static final Codec<EquivalenceResult> CODEC = ObjectCodec.of(
                    "EquivalenceResult",
                    field("equivalent", Codec.BOOL, EquivalenceResult::equivalent),
                    field("rust_output", JsonValue.CODEC, EquivalenceResult::rustOutput),
                    field("expected_output", JsonValue.CODEC, EquivalenceResult::expectedOutput),
                    nullable("diff", Codec.STRING, EquivalenceResult::diff),
                    field("role", Codec.STRING, EquivalenceResult::role),
                    EquivalenceResult::new)
            .headed("schema_version", BridgeVersion.CODEC, BridgeVersion.CURRENT);

    static EquivalenceResult of(String role, JsonValue ours, JsonValue expected, boolean equivalent) {
        return equivalent
                ? new EquivalenceResult(true, ours, ours, null, role)
                : new EquivalenceResult(
                        false,
                        ours,
                        expected,
                        "Rust:\n" + ours.prettyText() + "\n\nExpected (Lean):\n" + expected.prettyText(),
                        role);
    }
}
