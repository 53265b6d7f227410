package dev.paritas.app.command;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.source.ExportProblem;
import dev.paritas.choreography.source.RoleExport;
import dev.paritas.choreography.source.SourceLimits;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.Utf8Fault;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ForeignText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code bridge-exporter} program: a .tell source and one role in, global type and program document out (spec 10 §8.2). */
@Command(
        name = "bridge-exporter",
        description = "Project a protocol on one role and write what the validator executable reads.",
        mixinStandardHelpOptions = true,
        version = "bridge-exporter 3.0.0")
public final class BridgeExporter implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "A .tell source, or a global type as .json.")
    private Path input = Path.of("");

    @Option(names = "--role", required = true, paramLabel = "NAME", description = "A role that takes part.")
    private String role = "";

    @Option(
            names = "--choreography-out",
            required = true,
            paramLabel = "PATH",
            description = "The global type, indented.")
    private Path choreographyOut = Path.of("");

    @Option(
            names = "--program-out",
            required = true,
            paramLabel = "PATH",
            description = "Role and local type, indented.")
    private Path programOut = Path.of("");

    private BridgeExporter() {}

    public static void main(String[] args) {
        Program.main(args, BridgeExporter::run);
    }

    /** Runs one command line in this process. {@return the exit code: 0 done, 1 run error, 2 usage, 3 broken} */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        Streams streams = new Streams(in, out, err, false, false);
        return new Program(streams).run(new CommandLine(new BridgeExporter()), args);
    }

    @Override
    public Integer call() {
        String complaint = "Failed to parse choreography file " + input;
        try {
            boolean json = input.toString().endsWith(".json");
            byte[] bytes = BoundedFile.upTo(input, json ? ReadPolicy.PEER_MAX_BYTES : SourceLimits.EXPORT.bytes());
            Utf8Fault.in(bytes)
                    .filter(fault -> json || fault.code() == JsonErrorCode.BYTE_ORDER_MARK)
                    .ifPresent(fault -> {
                        throw CommandFailure.run(complaint + ": line " + fault.line() + ": " + fault.sentence());
                    });
            RoleExport export = json
                    ? RoleExport.of(TypeReader.global().read(bytes), role)
                    : RoleExport.of(input.toString(), bytes, role);
            String choreography = export.choreographyText();
            String program = export.programText();
            Map<Path, String> documents = new LinkedHashMap<>();
            documents.put(choreographyOut, choreography);
            documents.put(programOut, program);
            Documents.writeFiles(documents);
            return ExitCode.OK;
        } catch (IOException e) {
            throw CommandFailure.run(complaint + ": " + OsText.of(e));
        } catch (ProblemException e) {
            throw switch (e.problem()) {
                case ImportRefusal refusal -> CommandFailure.run(complaint + ": " + refusal.sentence());
                case ExportProblem problem -> {
                    Throwable cause = problem.kind() == ExportProblem.Kind.PARSE ? e.getCause() : null;
                    yield CommandFailure.source(
                            ForeignText.line(problem.sentence()) + (cause == null ? "" : ": " + cause.getMessage()));
                }
                default -> e;
            };
        }
    }
}
