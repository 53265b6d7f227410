package dev.paritas.app.command;

import dev.paritas.bridge.files.ProjectFolders;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {
            "Say what is missing on this machine, and what each missing thing would add.",
            "Exit code 1 when something is missing that a day's work needs."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    /** Maven takes a second or two, on a busy machine more. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Streams streams;

    @Option(names = "--root", paramLabel = "DIR", description = "The project; default: where this program was built.")
    private @Nullable Path root;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    DoctorCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        List<Need> needs = new Surroundings(project(), System.getenv(), DEADLINE).needs();
        boolean ready = needs.stream().allMatch(need -> need.there() || !need.daily());
        if (json) {
            streams.document(JsonOutput.compactText(
                    JsonValue.CODEC,
                    new JsonValue.Obj(Map.of(
                            "needs",
                            new JsonValue.Array(needs.stream().map(Need::json).toList()),
                            "ready",
                            new JsonValue.Bool(ready)))));
        } else {
            needs.forEach(need -> streams.say(Colours.Kind.STATUS, need.text()));
        }
        return ready ? ExitCode.OK : ExitCode.DIVERGE;
    }

    /** A folder that the user names has to be there; elsewhere a missing project is one of the things to tell. */
    private Optional<ProjectFolders> project() {
        try {
            return Optional.of(ProjectRoot.of(root));
        } catch (CommandFailure e) {
            if (root != null) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
