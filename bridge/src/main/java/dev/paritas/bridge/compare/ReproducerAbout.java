package dev.paritas.bridge.compare;

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
 * @param report the first difference
 */
public record ReproducerAbout(
        String schema, String kind, String source, @Nullable Long seed, String command, DivergenceReport report) {
    public static final String SCHEMA = "paritas.reproducer.v1";

    /** The kind of a difference between the reference dialect and the Lean model. */
    public static final String LEAN_MODEL = "lean_model";

    public static final Codec<ReproducerAbout> CODEC = ObjectCodec.of("ReproducerAbout", m -> {
        var schema = m.required("schema", Codec.STRING, ReproducerAbout::schema);
        var kind = m.required("kind", Codec.STRING, ReproducerAbout::kind);
        var source = m.required("source", Codec.STRING, ReproducerAbout::source);
        var seed = m.nullable("seed", Codec.U64, ReproducerAbout::seed);
        var command = m.required("command", Codec.STRING, ReproducerAbout::command);
        var report = m.required("report", DivergenceReport.CODEC, ReproducerAbout::report);
        return in -> new ReproducerAbout(
                in.get(schema), in.get(kind), in.get(source), in.get(seed), in.get(command), in.get(report));
    });

    public ReproducerAbout {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "unsupported reproducer schema '" + schema + "'; expected '" + SCHEMA + "'");
        }
    }

    /**
     * {@return the description of a divergence whose folder will stand below {@code parent}}
     *
     * @param parent as the user will type it
     */
    public static ReproducerAbout of(
            DivergenceReport report, String source, @Nullable Long seed, String parent, String folder) {
        return new ReproducerAbout(
                SCHEMA,
                report.classWord(),
                source,
                seed,
                "paritas compare --reproduce " + parent + "/" + folder,
                report);
    }

    /** As {@link #of}, for a difference between the reference dialect, on the left, and the Lean model. */
    public static ReproducerAbout ofLeanModel(
            DivergenceReport report, String source, @Nullable Long seed, String parent, String folder) {
        return new ReproducerAbout(
                SCHEMA,
                LEAN_MODEL,
                source,
                seed,
                "paritas compare --lean --reproduce " + parent + "/" + folder,
                report);
    }
}
