package dev.paritas.app.command;

import dev.paritas.bridge.corpus.CorpusProblem;
import dev.paritas.bridge.corpus.ReferenceImport;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reference",
        description = "The reference's own files, which are no part of this project.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ReferenceCommand implements Runnable {
    private final Streams streams;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReferenceCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            name = "import",
            description =
                    "Copy golden projections, vectors, scenarios and contracts out of a checkout of the reference,"
                            + " with digests; 'paritas check' uses them from then on.",
            mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "CHECKOUT", description = "The checkout, or a folder of such files.")
                    Path checkout,
            @Option(
                            names = "--root",
                            paramLabel = "DIR",
                            description = "The project; default: the one around this folder.")
                    @Nullable
                    Path root) {
        if (!Files.isDirectory(checkout)) {
            throw CommandFailure.at("CHECKOUT_MISSING", checkout.toString(), "no such directory");
        }
        Path folder = ProjectRoot.of(root).root().resolve("reference");
        ReferenceImport taken;
        try {
            taken = ReferenceImport.of(checkout);
            taken.write(folder);
        } catch (ProblemException e) {
            throw CommandFailure.at(checkout.toString(), e.only(CorpusProblem.class));
        }
        taken.leftOut().forEach(line -> streams.say("left out " + line));
        Map<String, Long> kinds = taken.files().keySet().stream()
                .collect(Collectors.groupingBy(
                        path -> path.substring(0, path.indexOf('/')), TreeMap::new, Collectors.counting()));
        kinds.forEach((kind, count) -> streams.say(kind + ": " + files(count)));
        String commit = taken.index().commit();
        streams.say("imported " + files(taken.files().size()) + " of "
                + taken.index().program() + (commit == null ? "" : ", commit " + commit) + " into " + folder);
        return ExitCode.OK;
    }

    private static String files(long count) {
        return count + (count == 1 ? " file" : " files");
    }
}
