package dev.paritas.bridge;

import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.RunnerSide;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.RecordedAnswer;
import dev.paritas.bridge.implementation.RunnerCommand;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.implementation.ServingPeer;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who runs choreographies: this process, an executable that speaks the runner's protocol (docs/serve.md), or an answer of one. */
public final class Implementation implements AutoCloseable {
    private final Side side;
    private final Runnable end;

    private Implementation(Side side, Runnable end) {
        this.side = side;
        this.end = end;
    }

    /**
     * {@return the protocol machine, in this process} It picks first branches, as the reference does; a message carries its
     * label where the receiver branches on it, and the unit value elsewhere. With a {@code PassThroughHandler} it always
     * carries the unit value, as in the reference.
     */
    public static Implementation machine() {
        return new Implementation(MachineSide.withLabels(RunDetail.EFFECTS), () -> {});
    }

    /**
     * {@return the protocol machine, in this process}
     *
     * @param handler asked for every payload and choice; it is called by the thread that runs, and is not closed here
     */
    public static Implementation machine(EffectHandler handler) {
        return new Implementation(new MachineSide(handler, RunDetail.EFFECTS), () -> {});
    }

    /** {@return the formal model in Java, in this process} */
    public static Implementation model() {
        return new Implementation(new DialectSide(), () -> {});
    }

    /**
     * {@return a command of several words, such as {@code "python3", "runner.py"}, which is kept alive where it serves, and
     * else started once for each question} No shell takes part; the first word that is a file names the runner, or else the
     * first word, as a program of the {@code PATH}.
     *
     * @throws InputException when there is neither
     */
    public static Implementation process(String... words) {
        RunnerCommand command;
        try {
            command = RunnerCommand.of(List.of(words));
        } catch (IllegalArgumentException e) {
            throw new InputException(new InputProblem("NO_EXECUTABLE", "the command", String.valueOf(e.getMessage())));
        }
        return started(command);
    }

    /**
     * {@return an executable, which is kept alive where it serves, and else started once for each question} It gets the
     * variables of this process. Its deadline is that of docs/peer.md.
     *
     * @throws InputException when there is no such file
     */
    public static Implementation executable(Path file) {
        return started(RunnerCommand.of(file));
    }

    /**
     * {@return what a runner answered earlier, as it printed it} It stands for any protocol, so compare it on the one that it was
     * asked; a difference says that something has changed since.
     *
     * @throws InputException when the file cannot be read; what is no answer is told by whatever asks
     */
    public static Implementation recorded(Path answer) {
        try {
            return new Implementation(new RunnerSide(RecordedAnswer.read(Peer.MACHINE, answer)), () -> {});
        } catch (IOException e) {
            throw new InputException(new InputProblem("IO", answer.toString(), OsText.of(e)), e);
        }
    }

    private static Implementation started(RunnerCommand command) {
        Path file = command.file();
        if (!Files.isRegularFile(file)) {
            throw new InputException(new InputProblem("NO_EXECUTABLE", file.toString(), "there is no such file"));
        }
        ChildProcesses children = new ChildProcesses();
        RunnerHost host = new RunnerHost(children, Path.of(""), System.getenv()).startingAs(command);
        ServingPeer runner = Peer.MACHINE.serving(host, file, SessionLimits.DEFAULT);
        return new Implementation(new RunnerSide(runner, command), () -> {
            runner.close();
            children.close();
        });
    }

    /** {@return who it is: name, version and build, on one line} */
    public String identity() {
        return answerer().identity().text();
    }

    /**
     * Runs a choreography alone.
     *
     * @param maxSteps limit of rounds, at least 0
     * @throws InputException when it gives no answer
     */
    public Run run(Choreography choreography, long maxSteps) {
        try {
            return switch (side.run(choreography.input(maxSteps))) {
                case SideOutcome.Ran(RunOutput output, String error) -> Run.of(output, maxSteps, error);
                case SideOutcome.Refused(String stage, String message) -> Run.refused(stage + ": " + message);
            };
        } catch (ImplementationException e) {
            throw new InputException(new InputProblem("NO_ANSWER", "the executable", e.sentence()), e);
        }
    }

    Side side() {
        return side;
    }

    Answerer answerer() {
        return side.answerer();
    }

    /** Ends the processes that were started for it. */
    @Override
    public void close() {
        end.run();
    }
}
