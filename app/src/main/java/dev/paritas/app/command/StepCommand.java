package dev.paritas.app.command;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.step.EnabledActions;
import dev.paritas.choreography.step.GlobalAction;
import dev.paritas.choreography.step.GlobalSteps;
import dev.paritas.choreography.step.LocalAction;
import dev.paritas.choreography.step.LocalSteps;
import dev.paritas.choreography.step.Reduction;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "step",
        description = {
            "Take one step of a choreography at a time, by the semantics of its type.",
            "Each line of standard input is an action: its number in the list, or its text as the list shows it;"
                    + " 'back' takes the last one back."
        },
        mixinStandardHelpOptions = true)
final class StepCommand implements Callable<Integer> {
    /** Bytes of an action; what is longer is none. */
    private static final int LONGEST = 1 << 16;

    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "A choreography: .tell or JSON; - reads standard input.")
    private Path file = Path.of("-");

    @Option(
            names = {"-r", "--role"},
            paramLabel = "NAME",
            description = "Walk along the local type of this role.")
    private @Nullable String role;

    @Option(
            names = "--do",
            paramLabel = "ACTION",
            description = "Take this action instead of reading any; may be repeated.")
    private List<String> actions = new ArrayList<>();

    @Option(
            names = "--reaches",
            paramLabel = "OTHER",
            description =
                    "Only ask whether the choreography becomes OTHER by taking heads; exit code 1 when it does not.")
    private @Nullable Path reaches;

    @Option(names = "--json", description = "Print each state as one JSON line.")
    private boolean json;

    @Mixin
    private Strictness strictness = new Strictness();

    StepCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (reaches != null && (role != null || !actions.isEmpty() || json)) {
            throw CommandFailure.usage("--reaches takes no steps one at a time");
        }
        if (file.equals(Path.of("-")) && actions.isEmpty() && reaches == null) {
            throw CommandFailure.usage("the choreography is on standard input, so name the actions with --do");
        }
        ChoreographyJson choreography = strictness.choreographies(streams).readOne(file);
        if (reaches != null) {
            return reaches(choreography.globalType(), reaches);
        }
        Walk<?, ?> walk = role == null ? global(choreography.globalType()) : local(choreography.globalType(), role);
        walk.show();
        return actions.isEmpty() ? readAlong(walk) : walkAlong(walk);
    }

    private int reaches(GlobalType from, Path other) {
        boolean reached = Reduction.reducesStar(
                from, strictness.choreographies(streams).readOne(other).globalType());
        streams.say(reached ? "reached" : "not reached");
        return reached ? ExitCode.OK : ExitCode.DIVERGE;
    }

    private int walkAlong(Walk<?, ?> walk) {
        for (String action : actions) {
            if (!walk.take(action)) {
                return ExitCode.DIVERGE;
            }
        }
        return ExitCode.OK;
    }

    /** A person may try again what is not enabled; a script has failed there. */
    private int readAlong(Walk<?, ?> walk) throws IOException {
        streams.flush();
        for (String line = line(); line != null; line = line()) {
            String action = line.strip();
            if (!action.isEmpty() && !action.startsWith("#") && !walk.take(action) && !streams.isInteractive()) {
                return ExitCode.DIVERGE;
            }
            streams.flush();
        }
        return ExitCode.OK;
    }

    /** {@return the next line, at most {@link #LONGEST} bytes of it; null at the end} */
    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = streams.in().read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = streams.in().read()) {
            if (line.size() < LONGEST) {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private Walk<GlobalType, GlobalAction> global(GlobalType type) {
        return new Walk<>(
                type,
                new Walk.Semantics<>(
                        TypeCodec.GLOBAL,
                        now -> EnabledActions.of(now, Walk.TRIED),
                        (now, action) -> GlobalSteps.step(now, action).orElseThrow(),
                        GlobalType.END::equals),
                json,
                streams);
    }

    private Walk<LocalType, LocalAction> local(GlobalType type, String named) {
        LocalType local =
                CommandFailure.placed("role " + named, ProjectionError.class, () -> Projection.project(type, named));
        return new Walk<>(
                local,
                new Walk.Semantics<>(
                        TypeCodec.LOCAL,
                        now -> EnabledActions.of(now, Walk.TRIED),
                        (now, action) -> LocalSteps.step(now, action).orElseThrow(),
                        LocalType.END::equals),
                json,
                streams);
    }
}
