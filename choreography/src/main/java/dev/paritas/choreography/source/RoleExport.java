package dev.paritas.choreography.source;

import dev.paritas.choreography.json.ProgramPayload;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One role's program with its choreography, from a source file (spec 10 §8.2, steps 1 to 4). */
public record RoleExport(GlobalType choreography, ProgramPayload program) {
    /** Of one document: indentation alone makes a deep type's text large. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    /**
     * {@return the export of {@code role}}
     *
     * @param path name of the file, for its extension and for messages
     * @param source UTF-8, within {@link SourceLimits#EXPORT}
     * @throws ProblemException ({@link ExportProblem}) at the first step that fails
     */
    public static RoleExport of(String path, byte[] source, String role) {
        return of(lowered(path, source), role);
    }

    /**
     * {@return the export of {@code role} from a global type}
     *
     * @throws ProblemException ({@link ExportProblem}) when the role takes no part or has no projection
     */
    public static RoleExport of(GlobalType type, String role) {
        if (!type.roles().contains(role)) {
            throw new ProblemException(new ExportProblem(ExportProblem.Kind.UNKNOWN_ROLE, "Unknown role " + role));
        }
        try {
            return new RoleExport(type, new ProgramPayload(Projection.project(type, role), role));
        } catch (ProblemException e) {
            throw new ProblemException(
                    new ExportProblem(
                            ExportProblem.Kind.PROJECT,
                            "Failed to project local type from global type: "
                                    + e.only(ProjectionError.class).debugText()),
                    e);
        }
    }

    /**
     * {@return the choreography file's text: pretty, without a final newline}
     *
     * @throws ProblemException ({@link ExportProblem}) with {@code LIMIT} when it has more than {@link #MAX_BYTES}
     */
    public String choreographyText() {
        return text(TypeCodec.GLOBAL, choreography);
    }

    /**
     * {@return the program file's text: pretty, without a final newline}
     *
     * @throws ProblemException ({@link ExportProblem}) with {@code LIMIT} when it has more than {@link #MAX_BYTES}
     */
    public String programText() {
        return text(ProgramPayload.CODEC, program);
    }

    private static <T> String text(Codec<T> codec, T value) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                if (size() + length > MAX_BYTES) {
                    throw new ProblemException(new ExportProblem(
                            ExportProblem.Kind.LIMIT,
                            "Limit exceeded: the document would have more than " + MAX_BYTES
                                    + " bytes (export.bytes)"));
                }
                super.write(bytes, offset, length);
            }
        };
        try (JsonOutput out = JsonOutput.pretty(buffer, JsonOutput.MemberOrder.ASCENDING)) {
            codec.write(out, value);
        }
        return buffer.toString(StandardCharsets.UTF_8);
    }

    private static GlobalType lowered(String path, byte[] source) {
        Choreography parsed;
        try {
            if (!path.endsWith(".tell")) {
                throw new ProblemException(new SourceProblem(
                        SourceProblem.Kind.SYNTAX,
                        "Syntax error: Telltale source files must use the .tell extension",
                        0,
                        0,
                        ""));
            }
            parsed = Choreography.parse(source, SourceLimits.EXPORT);
        } catch (ProblemException e) {
            e.only(SourceProblem.class);
            throw new ProblemException(
                    new ExportProblem(ExportProblem.Kind.PARSE, "Failed to parse choreography file " + path), e);
        }
        try {
            return parsed.lower();
        } catch (ProblemException e) {
            throw new ProblemException(
                    new ExportProblem(
                            ExportProblem.Kind.LOWER,
                            "Failed to convert choreography to GlobalType: "
                                    + e.only(LoweringError.class).sentence()),
                    e);
        }
    }
}
