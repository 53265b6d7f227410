package dev.paritas.bridge.compare;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;
import static dev.paritas.semanticobjects.json.Field.omittable;
import static dev.paritas.semanticobjects.json.Field.omittedDefault;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * What a reproducer folder is about.
 *
 * @param kind first part of the folder's name: the class of the divergence, {@code unexplained}, or {@value #LEAN_MODEL}
 * @param source where the case came from: a corpus id, a file name
 * @param seed of the generator, null for a case that was not generated
 * @param command the line that replays the folder
 * @param report the difference that the folder shows
 * @param left who answered on the left and what the folder holds of it, null in a folder that keeps the outcomes alone
 * @param right the same of the right side
 * @param mode what of two runs counted
 */
public record ReproducerAbout(
        String schema,
        String kind,
        String source,
        @Nullable Long seed,
        String command,
        DivergenceReport report,
        @Nullable RecordedSide left,
        @Nullable RecordedSide right,
        ComparisonMode mode) {
    public static final String SCHEMA = "paritas.reproducer.v1";

    /** The kind of a difference between the reference dialect and the Lean model. */
    public static final String LEAN_MODEL = "lean_model";

    public static final Codec<ReproducerAbout> CODEC = ObjectCodec.of(
            "ReproducerAbout",
            field("schema", Codec.STRING, ReproducerAbout::schema),
            field("kind", Codec.STRING, ReproducerAbout::kind),
            field("source", Codec.STRING, ReproducerAbout::source),
            nullable("seed", Codec.U64, ReproducerAbout::seed),
            field("command", Codec.STRING, ReproducerAbout::command),
            field("report", DivergenceReport.CODEC, ReproducerAbout::report),
            omittable("left", RecordedSide.CODEC, ReproducerAbout::left),
            omittable("right", RecordedSide.CODEC, ReproducerAbout::right),
            omittedDefault("mode", ComparisonMode.CODEC, ReproducerAbout::mode, ComparisonMode.EXACT),
            ReproducerAbout::new);

    public ReproducerAbout {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "unsupported reproducer schema '" + schema + "'; expected '" + SCHEMA + "'");
        }
    }
}
