package dev.paritas.app.command;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.path.PathProblem;
import dev.paritas.choreography.path.Paths;
import dev.paritas.choreography.path.ProtocolPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which branches a run takes. All sides take the first branch of each choice, so they are given the protocol with the wanted
 * one first.
 */
final class ChoiceOptions {
    private static final String FIRST = "first";
    private static final String ALL = "all";
    private static final String RANDOM = "random";

    private static final int MOST_LOOPS = 1_000;
    private static final int MOST_PATHS = 100_000;
    private static final int LOOPS = 1;
    private static final int PATHS = 1_000;

    @Option(
            names = "--choose",
            paramLabel = "HOW",
            description = {
                "Which branches are taken: first (default), all, random,",
                "or ROLE:LABEL,...: the labels that each role chooses, in turn."
            })
    private String how = FIRST;

    @Option(
            names = "--all-branches",
            description = "Every path, one after another, and which branches that covers; as --choose all.")
    private boolean all;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of --choose random; default: another each time.")
    private @Nullable Long seed;

    @Option(
            names = "--loops",
            paramLabel = "K",
            description = "With all and random: take a loop again up to K times; default: 1.")
    private @Nullable Integer loops;

    @Option(
            names = "--max-paths",
            paramLabel = "N",
            description = "Refuse a protocol with more paths for --all-branches; default: 1000.")
    private @Nullable Integer most;

    /** Every path of a protocol. */
    record Every(ChoreographyJson protocol, Paths paths, Paths.All all) {
        List<ProtocolPath> chosen() {
            return all.paths();
        }

        /** {@return the protocol in which the path is the first} */
        ChoreographyJson along(ProtocolPath path) {
            return with(protocol, path);
        }

        /** {@return how one of {@code paths} paths is called} */
        static String name(int number, int paths, ProtocolPath path) {
            return "path " + number + " of " + paths + (path.choices().isEmpty() ? " (no choice)" : " " + path.words());
        }
    }

    /** {@return whether every path is asked for} */
    boolean isAll() {
        return all || how.equals(ALL);
    }

    /** {@return whether something else than the first branches is asked for} */
    boolean isUsed() {
        return isAll() || !how.equals(FIRST);
    }

    /** @throws CommandFailure a usage error, before anything is read */
    void check() {
        if (all && !how.equals(FIRST) && !how.equals(ALL)) {
            throw CommandFailure.usage("--all-branches takes every branch, so it does not go with --choose " + how);
        }
        if (seed != null && !how.equals(RANDOM)) {
            throw CommandFailure.usage("--seed goes with --choose random");
        }
        if (loops != null && !isAll() && !how.equals(RANDOM)) {
            throw CommandFailure.usage("--loops goes with --all-branches and --choose random");
        }
        if (most != null && !isAll()) {
            throw CommandFailure.usage("--max-paths goes with --all-branches");
        }
        requireWithin("--loops", loops, 0, MOST_LOOPS);
        requireWithin("--max-paths", most, 1, MOST_PATHS);
        if (!isAll() && !how.equals(FIRST) && !how.equals(RANDOM)) {
            labels();
        }
    }

    private static void requireWithin(String option, @Nullable Integer value, int least, int greatest) {
        if (value != null && (value < least || value > greatest)) {
            throw CommandFailure.usage(option + " is a number from " + least + " to " + greatest + ", not " + value);
        }
    }

    private Map<String, List<String>> labels() {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (String word : how.split(",", -1)) {
            int colon = word.indexOf(':');
            if (colon <= 0 || colon == word.length() - 1) {
                throw CommandFailure.usage("--choose takes first, all, random or ROLE:LABEL,..., not '" + how + "'");
            }
            labels.computeIfAbsent(word.substring(0, colon), role -> new ArrayList<>())
                    .add(word.substring(colon + 1));
        }
        return labels;
    }

    /**
     * {@return every path of one protocol}
     *
     * @throws CommandFailure when there are several protocols, or too many paths
     */
    Every every(List<ChoreographyJson> choreographies) {
        if (choreographies.size() > 1) {
            throw CommandFailure.usage("--all-branches takes one choreography, not " + choreographies.size());
        }
        ChoreographyJson protocol = choreographies.getFirst();
        return told(() -> {
            Paths paths = Paths.of(protocol.globalType());
            return new Every(protocol, paths, paths.all(loops == null ? LOOPS : loops, most == null ? PATHS : most));
        });
    }

    /**
     * {@return the protocols in which the wanted branches are the first} What a random way came to is told on standard error.
     *
     * @throws CommandFailure when a role has no such choice
     */
    List<ChoreographyJson> first(List<ChoreographyJson> choreographies, Streams streams) {
        if (how.equals(FIRST)) {
            return choreographies;
        }
        if (how.equals(RANDOM)) {
            long drawn = seed == null ? ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) : seed;
            SplittableRandom random = new SplittableRandom(drawn);
            streams.complain("again: --choose random --seed " + drawn);
            return choreographies.stream()
                    .map(protocol -> with(
                            protocol,
                            told(() -> Paths.of(protocol.globalType()).random(random, loops == null ? LOOPS : loops))))
                    .toList();
        }
        if (choreographies.size() > 1) {
            throw CommandFailure.usage("--choose ROLE:LABEL takes one choreography, not " + choreographies.size());
        }
        ChoreographyJson protocol = choreographies.getFirst();
        return List.of(with(protocol, told(() -> Paths.of(protocol.globalType()).taking(labels()))));
    }

    private static <T> T told(Supplier<T> work) {
        return CommandFailure.placed("--choose", PathProblem.class, work);
    }

    private static ChoreographyJson with(ChoreographyJson protocol, ProtocolPath path) {
        return new ChoreographyJson(protocol.schemaVersion(), path.type(), protocol.roles());
    }
}
