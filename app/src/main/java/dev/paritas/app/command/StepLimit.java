package dev.paritas.app.command;

import dev.paritas.semanticobjects.run.RunEnd;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The most rounds of a run. */
final class StepLimit {
    private static final long DEFAULT = 10_000;

    @Option(
            names = "--max-steps",
            paramLabel = "N",
            description = "Stop after so many rounds; default: 10000. Loops never end by themselves.")
    private @Nullable Long rounds;

    /** @throws CommandFailure a usage error, before anything is run, when the number is negative */
    long rounds() {
        long asked = rounds == null ? DEFAULT : rounds;
        if (asked < 0) {
            throw CommandFailure.usage("--max-steps is a number from 0 to " + Long.MAX_VALUE);
        }
        return asked;
    }

    /** {@return the limit of a run of which only {@code most} rounds can be kept} */
    long kept(long most) {
        return Math.min(rounds(), most);
    }

    /** @throws CommandFailure {@code TOO_MANY_STEPS} when a run goes on where no more is kept, though more was asked for */
    void requireKept(RunEnd end, long most) {
        if (end instanceof RunEnd.StepLimit && rounds != null && rounds > most) {
            throw CommandFailure.at(
                    "TOO_MANY_STEPS",
                    "--max-steps",
                    "no more than " + most
                            + " rounds of a run are kept for this form; --stream of the machine without a tape has no limit");
        }
    }
}
