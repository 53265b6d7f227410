package dev.paritas.bridge.cli;

import dev.paritas.bridge.OsText;
import dev.paritas.choreography.json.ImportException;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.source.ExportException;
import dev.paritas.choreography.source.RoleExport;
import dev.paritas.choreography.source.SourceLimits;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(args, System.in, out, err));
    }

    /** Runs one command line in this process. {@return the exit code: 0 done, 1 run error, 2 usage} */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        Streams streams = new Streams(in, out, err, false);
        return Failures.handledOn(new CommandLine(new BridgeExporter()), streams)
                .execute(args);
    }

    @Override
    public Integer call() {
        String complaint = "Failed to parse choreography file " + input;
        try {
            RoleExport export = input.toString().endsWith(".json")
                    ? RoleExport.of(TypeReader.global().read(bytes(ReadPolicy.PEER_MAX_BYTES)), role)
                    : RoleExport.of(input.toString(), bytes(SourceLimits.EXPORT.bytes()), role);
            String choreography = export.choreographyText();
            String program = export.programText();
            Documents.writeFile(choreographyOut, choreography);
            Documents.writeFile(programOut, program);
            return ExitCode.OK;
        } catch (IOException e) {
            throw CommandFailure.run(complaint + ": " + OsText.of(e));
        } catch (ImportException e) {
            throw CommandFailure.run(complaint + ": " + e.getMessage());
        } catch (ExportException e) {
            Throwable cause = e.code() == ExportException.Code.PARSE ? e.getCause() : null;
            throw CommandFailure.run(e.getMessage() + (cause == null ? "" : ": " + cause.getMessage()));
        }
    }

    /** {@return the input's bytes; of a longer one, so much that its reader sees that} */
    private byte[] bytes(long most) throws IOException {
        try (InputStream stream = Files.newInputStream(input)) {
            return stream.readNBytes((int) most + 1);
        }
    }
}
