package dev.paritas.app.command;

import dev.paritas.bridge.check.CheckFilter;
import dev.paritas.bridge.check.CheckPattern;
import dev.paritas.bridge.check.FuzzPlan;
import dev.paritas.bridge.check.LaneOptions;
import dev.paritas.bridge.implementation.RunnerCommand;
import dev.paritas.bridge.implementation.Traffic;
import dev.paritas.bridge.report.Shard;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the checks of the lanes are made, by how many processes, and how many failures the run bears. */
final class CheckSteering {
    @Option(
            names = "--select",
            paramLabel = "REGEX",
            description = "Only checks in whose id this is found; a regular expression that finds none is an error.")
    private @Nullable String select;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only the I-th of N parts of the checks, which are disjoint and together everything.")
    private @Nullable String shard;

    @Option(names = "--fail-fast", description = "Stop behind the first check that fails or breaks; as --max-fail 1.")
    private boolean failFast;

    @Option(
            names = "--max-fail",
            paramLabel = "N",
            description = "Stop behind the N-th check that fails or breaks; the others are skipped.")
    private @Nullable Long maxFail;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "So many processes of one runner are asked at a time, 1 to 64; default: of a Lean runner one for"
                            + " each core, four at most, and one of --runner.")
    private @Nullable Integer workers;

    LaneOptions options(boolean requireLean, FuzzPlan fuzz, Traffic traffic, Optional<RunnerCommand> runner) {
        if (failFast && maxFail != null) {
            throw usage("--fail-fast and --max-fail exclude each other");
        }
        try {
            OptionalInt asked = workers == null ? OptionalInt.empty() : OptionalInt.of(workers);
            long most = failFast ? 1 : maxFail == null ? Long.MAX_VALUE : maxFail;
            return new LaneOptions(requireLean, fuzz, traffic, filter(), asked, most, runner);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private CheckFilter filter() {
        return new CheckFilter(
                Optional.ofNullable(select).map(CheckPattern::of),
                Optional.ofNullable(shard)
                        .map(word -> Shard.of(word)
                                .orElseThrow(() -> usage(
                                        "--shard is I/N, from 1/1 to 99/99, I not above N, and not '" + word + "'"))));
    }

    private static CommandFailure usage(String sentence) {
        return CommandFailure.usage(sentence + "; see 'paritas check --help'");
    }
}
