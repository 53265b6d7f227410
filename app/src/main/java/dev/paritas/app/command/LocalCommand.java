package dev.paritas.app.command;

import dev.paritas.bridge.golden.ValidationResult;
import dev.paritas.choreography.check.AsyncSubtyping;
import dev.paritas.choreography.check.Dialect;
import dev.paritas.choreography.check.ErasureMerge;
import dev.paritas.choreography.check.SubtypingError;
import dev.paritas.choreography.check.SyncSubtyping;
import dev.paritas.choreography.check.SyncSubtypingError;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.Merge;
import dev.paritas.choreography.projection.MergeError;
import dev.paritas.choreography.step.BoundedRecursion;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "local",
        description = "Questions about local types: do two merge, is one a subtype, what is left when loops are cut?",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class LocalCommand implements Runnable {
    private final Streams streams;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    LocalCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            name = "merge",
            description =
                    "Merge what a role does in two branches, as projection does; exit code 1 when they do not merge.",
            mixinStandardHelpOptions = true)
    int merge(
            @Parameters(paramLabel = "LEFT", description = LocalTypes.DESCRIPTION) String left,
            @Parameters(paramLabel = "RIGHT", description = LocalTypes.DESCRIPTION) String right,
            @Option(names = "--erasure", description = "The merge of the formal model's erasure proofs instead.")
                    boolean erasure,
            @Option(names = "--json", description = "Print the merged type as JSON.") boolean json) {
        LocalType a = read(left);
        LocalType b = read(right);
        try {
            Optional<LocalType> merged = erasure ? ErasureMerge.merge(a, b) : Optional.of(Merge.merge(a, b));
            if (merged.isPresent()) {
                show(merged.orElseThrow(), json);
                return ExitCode.OK;
            }
            streams.say("they do not merge");
        } catch (ProblemException e) {
            streams.say("they do not merge: " + e.only(MergeError.class).sentence());
        }
        return ExitCode.DIVERGE;
    }

    @Command(
            name = "subtype",
            description = "Ask whether the first type can take the place of the second; exit code 1 when it cannot.",
            mixinStandardHelpOptions = true)
    int subtype(
            @Parameters(paramLabel = "SUB", description = LocalTypes.DESCRIPTION) String sub,
            @Parameters(paramLabel = "SUPER", description = LocalTypes.DESCRIPTION) String sup,
            @Option(names = "--sync", description = "Synchronous subtyping; default: asynchronous.") boolean sync,
            @Option(
                            names = "--runner",
                            paramLabel = "PATH",
                            description = "A telltale_validator: compare the verdict with its own; the exit code"
                                    + " tells whether they agree.")
                    @Nullable
                    Path runner) {
        if (sync && runner != null) {
            throw CommandFailure.usage("a validator knows asynchronous subtyping only");
        }
        LocalType a = read(sub);
        LocalType b = read(sup);
        Optional<String> objection = sync
                ? SyncSubtyping.check(a, b).map(SyncSubtypingError::sentence)
                : AsyncSubtyping.check(a, b, Dialect.RUNTIME).map(SubtypingError::sentence);
        String verdict = objection.map(reason -> "no subtype: " + reason).orElse("a subtype");
        if (runner != null) {
            ValidatorPeer validator = new ValidatorPeer(runner, streams);
            ValidationResult result = validator.subtyping(a, b, objection.isEmpty());
            streams.say(verdict);
            validator.tell("the validator", result);
            return result instanceof ValidationResult.Valid ? ExitCode.OK : ExitCode.DIVERGE;
        }
        streams.say(verdict);
        return objection.isEmpty() ? ExitCode.OK : ExitCode.DIVERGE;
    }

    /** How recursion is cut short. */
    static final class Bound {
        private static final long MOST_PARTS = 1_000_000;

        @Option(names = "--fuel", paramLabel = "N", description = "End below N nested loops.")
        private @Nullable Integer fuel;

        @Option(names = "--yield-after", paramLabel = "N", description = "End at choice number N of each path.")
        private @Nullable Integer yieldAfter;

        @Option(
                names = "--yield-when",
                paramLabel = "LABEL",
                description = "End behind the second branch of this label.")
        private @Nullable String yieldWhen;

        @Option(names = "--unfold", paramLabel = "N", description = "Unfold each loop N times, then end.")
        private @Nullable Integer unfold;

        LocalType of(LocalType type) {
            if (yieldWhen != null) {
                return BoundedRecursion.yieldWhen(type, yieldWhen);
            }
            if (yieldAfter != null) {
                return BoundedRecursion.yieldAfter(type, yieldAfter);
            }
            return fuel != null
                    ? BoundedRecursion.fuel(type, fuel)
                    : BoundedRecursion.unfoldBounded(type, smallEnough(type, unfold == null ? 0 : unfold));
        }

        /** Each unfolding puts the body of a loop in the place of each of its variables. */
        private static int smallEnough(LocalType type, int unfoldings) {
            double parts = 0;
            double variables = 0;
            Deque<LocalType> waiting = new ArrayDeque<>(List.of(type));
            while (!waiting.isEmpty()) {
                LocalType node = waiting.pop();
                parts++;
                variables += node instanceof LocalType.Var ? 1 : 0;
                for (int i = 0; i < node.arity(); i++) {
                    waiting.push(node.child(i));
                }
            }
            double grown = parts * (Math.pow(Math.max(variables, 1), Math.max(unfoldings, 0)) + unfoldings);
            if (grown > MOST_PARTS) {
                throw CommandFailure.usage("--unfold " + unfoldings + " may give a type of more than " + MOST_PARTS
                        + " parts; ask for fewer");
            }
            return unfoldings;
        }
    }

    @Command(name = "bound", description = "Cut the loops of a type short.", mixinStandardHelpOptions = true)
    int bound(
            @Parameters(paramLabel = "TYPE", description = LocalTypes.DESCRIPTION) String type,
            @ArgGroup(multiplicity = "1") Bound bound,
            @Option(names = "--json", description = "Print the type as JSON.") boolean json) {
        show(bound.of(read(type)), json);
        return ExitCode.OK;
    }

    private LocalType read(String word) {
        return new LocalTypes(streams).read(word);
    }

    private void show(LocalType type, boolean json) {
        if (json) {
            streams.document(JsonOutput.compactText(TypeCodec.LOCAL, type));
        } else {
            streams.say(type.toString());
        }
    }
}
