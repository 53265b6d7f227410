package dev.paritas.app.command;

import dev.paritas.bridge.implementation.Release;
import dev.paritas.bridge.process.Scratch;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code paritas} program: one subcommand per question of the user's day. */
@Command(
        name = "paritas",
        description = "Holds a protocol implementation to its formal model.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = Release.NAME + " " + Release.VERSION,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the sides agree, or the work is done",
            "1:the sides diverge, or a run is blocked or faulted; a run error of export, import, validate, sample and golden",
            "2:the command line is wrong",
            "3:something broke: a file or stream, a child process, this program",
            "4:a side declined, or nothing was compared"
        })
public final class Paritas implements Runnable {
    /** Commands that are about the others. */
    private static final Set<String> ABOUT_ALL = Set.of("completion", "manual");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Paritas() {}

    public static void main(String[] args) {
        Stream.of(Optional.<String>empty(), Optional.ofNullable(System.getenv("TMPDIR")))
                .map(Scratch::parent)
                .distinct()
                .forEach(Scratch::sweep);
        Program.main(args, Paritas::run);
    }

    /** Runs one command line in this process. {@return the exit code: 0 agree, 1 diverge, 2 usage, 3 broken, 4 declined} */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        Streams streams = new Streams(
                in,
                out,
                err,
                Boolean.getBoolean("paritas.terminal"),
                Boolean.getBoolean("paritas.terminal.out"),
                System.getenv());
        Program program = new Program(streams);
        return List.of(args).equals(List.of("version"))
                ? program.guarded(() -> VersionCommand.print(streams, false))
                : program.run(commandLine(args, streams), args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** {@return the command line with the one subcommand that {@code args} asks for, or with all of them} */
    private static CommandLine commandLine(String[] args, Streams streams) {
        Map<String, Function<Streams, Object>> commands = commands();
        CommandLine line = new CommandLine(new Paritas());
        if (args.length > 0 && commands.containsKey(args[0]) && !ABOUT_ALL.contains(args[0])) {
            commands.keySet().removeIf(name -> !name.equals(args[0]));
        }
        commands.forEach((name, command) -> line.addSubcommand(name, command.apply(streams)));
        return line;
    }

    private static Map<String, Function<Streams, Object>> commands() {
        Map<String, Function<Streams, Object>> commands = new TreeMap<>();
        commands.put("admit", AdmitCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put("conform", ConformCommand::new);
        commands.put("corpus", CorpusCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("fmt", FmtCommand::new);
        commands.put("golden", GoldenCommand::new);
        commands.put("identity", IdentityCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("inspect", InspectCommand::new);
        commands.put("local", LocalCommand::new);
        commands.put("manual", ManualCommand::new);
        commands.put("project", ProjectCommand::new);
        commands.put("reference", ReferenceCommand::new);
        commands.put("train", TrainCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("run", RunCommand::new);
        commands.put("sample", SampleCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("simulate", SimulateCommand::new);
        commands.put("smoke", SmokeCommand::new);
        commands.put("step", StepCommand::new);
        commands.put("validate", ValidateCommand::new);
        commands.put("version", VersionCommand::new);
        return commands;
    }
}
