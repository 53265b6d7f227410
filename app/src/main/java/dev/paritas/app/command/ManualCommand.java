package dev.paritas.app.command;

import dev.paritas.bridge.files.WholeFile;
import dev.paritas.bridge.implementation.OsText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "manual",
        description = {
            "Print the page of a command for man.",
            "To read one: paritas manual check | man -l -",
            "The distribution has all of them in share/man."
        },
        mixinStandardHelpOptions = true)
final class ManualCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Such as: golden list; default: the program.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write the pages of all commands here, as files that man finds by their names.")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ManualCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        if (folder == null) {
            streams.text(ManualPage.of(asked(program).getCommandSpec()));
        } else if (!words.isEmpty()) {
            throw CommandFailure.usage("--output writes the pages of all commands");
        } else {
            write(folder, ManualPage.all(program));
        }
        return ExitCode.OK;
    }

    private CommandLine asked(CommandLine program) {
        CommandLine command = program;
        for (String word : words) {
            CommandLine below = command.getSubcommands().get(word);
            if (below == null) {
                throw CommandFailure.usage("'" + word + "' is no command of "
                        + command.getCommandSpec().qualifiedName());
            }
            command = below;
        }
        return command;
    }

    private void write(Path folder, Map<String, String> pages) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        pages.forEach((name, page) ->
                files.put(folder.resolve(name + "." + ManualPage.SECTION), page.getBytes(StandardCharsets.UTF_8)));
        try {
            Files.createDirectories(folder);
            WholeFile.writeAll(files);
        } catch (IOException e) {
            throw CommandFailure.at("IO", folder.toString(), OsText.of(e));
        }
        streams.say("Wrote " + files.size() + " pages to " + folder);
    }
}
