package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/**
 * One theorem of the formal model and how far the running system relies on it (spec 31 §8, 32 §6.3). Runtime and validator
 * publish a list each, and neither is derived from the other.
 *
 * @param consumedByRuntime whether the runtime's admission looks at it
 * @param consumedByModel whether the model's gate looks at it
 * @param assumptionBoundary why a critical theorem is not consumed
 */
public record TheoremBoundary(
        String key,
        UsageClass usageClass,
        boolean consumedByRuntime,
        boolean consumedByModel,
        @Nullable String assumptionBoundary) {
    /** What a theorem is used for. */
    public enum UsageClass {
        BLACK_BOX_PREMISE_ONLY,
        RUNTIME_CRITICAL_INSTANTIATED_PREMISE,
        DOCUMENTATION_BACKGROUND_ONLY;

        public static final WordCodec<UsageClass> CODEC = WordCodec.snakeCase(UsageClass.class);
    }

    /** The runtime's form: an absent boundary is written as null. */
    public static final Codec<TheoremBoundary> CODEC = codec(true);

    /** The validator's form: an absent boundary is left out. */
    public static final Codec<TheoremBoundary> VALIDATOR_CODEC = codec(false);

    private static Codec<TheoremBoundary> codec(boolean writesNull) {
        return ObjectCodec.of(
                "TheoremBoundary",
                field("key", Codec.STRING, TheoremBoundary::key),
                field("usage_class", UsageClass.CODEC, TheoremBoundary::usageClass),
                field("consumed_by_rust_runtime_admission", Codec.BOOL, TheoremBoundary::consumedByRuntime),
                field("consumed_by_lean_runtime_gate", Codec.BOOL, TheoremBoundary::consumedByModel),
                writesNull
                        ? nullable("assumption_boundary", Codec.STRING, TheoremBoundary::assumptionBoundary)
                        : omittable("assumption_boundary", Codec.STRING, TheoremBoundary::assumptionBoundary),
                TheoremBoundary::new);
    }

    /** {@return a row of nothing but a key and its usage: nobody consumes it} */
    public static TheoremBoundary unconsumed(String key, UsageClass usage) {
        return new TheoremBoundary(key, usage, false, false, null);
    }
}
