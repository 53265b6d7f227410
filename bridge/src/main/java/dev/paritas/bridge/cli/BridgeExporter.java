package dev.paritas.bridge.cli;

import dev.paritas.choreography.json.ImportException;
import dev.paritas.choreography.json.ProgramPayload;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionException;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonOutput;
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

/** The {@code bridge-exporter} program: a protocol and one role in, global type and program document out (spec 10 §8.2). */
@Command(
        name = "bridge-exporter",
        description = "Project a protocol on one role and write what the validator executable reads.",
        mixinStandardHelpOptions = true,
        version = "bridge-exporter 3.0.0")
public final class BridgeExporter implements Callable<Integer> {
    @Option(names = "--input", required = true, paramLabel = "FILE", description = "A global type as JSON.")
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
        GlobalType global = read();
        if (!global.roles().contains(role)) {
            throw CommandFailure.run("Unknown role " + role);
        }
        LocalType local = project(global);
        Documents.writeFile(choreographyOut, TypeWord.global().text(global, true));
        Documents.writeFile(programOut, JsonOutput.prettyText(ProgramPayload.CODEC, new ProgramPayload(local, role)));
        return ExitCode.OK;
    }

    private GlobalType read() {
        String complaint = "Failed to parse choreography file " + input;
        try {
            return TypeReader.global().read(Files.readAllBytes(input));
        } catch (IOException e) {
            throw CommandFailure.run(complaint + ": " + OsText.of(e));
        } catch (ImportException e) {
            throw CommandFailure.run(complaint + ": " + e.getMessage());
        }
    }

    private LocalType project(GlobalType global) {
        try {
            return Projection.project(global, role);
        } catch (ProjectionException e) {
            throw CommandFailure.run("Failed to project local type from global type: "
                    + e.error().debugText());
        }
    }
}
