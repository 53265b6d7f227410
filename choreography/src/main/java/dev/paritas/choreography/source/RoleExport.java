package dev.paritas.choreography.source;

import dev.paritas.choreography.json.ProgramPayload;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionException;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonOutput;

/** One role's program with its choreography, from a source file (spec 10 §8.2, steps 1 to 4). */
public record RoleExport(GlobalType choreography, ProgramPayload program) {
    /**
     * {@return the export of {@code role}}
     *
     * @param path name of the file, for its extension and for messages
     * @throws ExportException at the first step that fails
     */
    public static RoleExport of(String path, String source, String role) {
        return of(lowered(path, source), role);
    }

    /**
     * {@return the export of {@code role} from a global type}
     *
     * @throws ExportException when the role takes no part or has no projection
     */
    public static RoleExport of(GlobalType type, String role) {
        if (!type.roles().contains(role)) {
            throw new ExportException(ExportException.Code.UNKNOWN_ROLE, "Unknown role " + role);
        }
        try {
            return new RoleExport(type, new ProgramPayload(Projection.project(type, role), role));
        } catch (ProjectionException e) {
            throw new ExportException(
                    ExportException.Code.PROJECT,
                    "Failed to project local type from global type: "
                            + e.error().debugText(),
                    e);
        }
    }

    /** {@return the choreography file's text: pretty, without a final newline} */
    public String choreographyText() {
        return JsonOutput.prettyText(TypeCodec.GLOBAL, choreography);
    }

    /** {@return the program file's text: pretty, without a final newline} */
    public String programText() {
        return JsonOutput.prettyText(ProgramPayload.CODEC, program);
    }

    private static GlobalType lowered(String path, String source) {
        Choreography parsed;
        try {
            if (!path.endsWith(".tell")) {
                throw new SourceException(
                        SourceException.Code.SYNTAX,
                        "Syntax error: Telltale source files must use the .tell extension",
                        0,
                        0,
                        "");
            }
            parsed = Choreography.parse(source);
        } catch (SourceException e) {
            throw new ExportException(ExportException.Code.PARSE, "Failed to parse choreography file " + path, e);
        }
        try {
            return parsed.lower();
        } catch (LoweringException e) {
            throw new ExportException(
                    ExportException.Code.LOWER,
                    "Failed to convert choreography to GlobalType: " + e.error().message(),
                    e);
        }
    }
}
