package dev.paritas.choreography.path;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The ways through one protocol. Machine, model and most runners always take the first branch of a choice; what makes them go
 * another way is the same protocol with another branch first.
 */
public final class Paths {
    /** Choices of one path, so that a way at random ends. */
    private static final int MOST_CHOICES = 10_000;

    private final FlatProtocol protocol;
    private final OrderedBranches ordered;

    private Paths(FlatProtocol protocol) {
        this.protocol = protocol;
        this.ordered = new OrderedBranches(protocol);
    }

    /** @throws ProblemException {@link PathProblem.NotWellFormed} or {@link PathProblem.PathTooLong} */
    public static Paths of(GlobalType type) {
        if (!type.wellFormed()) {
            throw new ProblemException(new PathProblem.NotWellFormed());
        }
        return new Paths(new FlatProtocol(type));
    }

    /** A traveller: where it is, how it came there, and how often it has entered each loop. */
    private final class Walk {
        private final Map<Integer, Integer> entries;
        private @Nullable Step last;
        private int at;
        private boolean cut;

        Walk() {
            entries = new HashMap<>();
        }

        Walk(Walk other) {
            entries = new HashMap<>(other.entries);
            last = other.last;
            at = other.at;
        }

        void take(int branch) {
            last = new Step(at, branch, last);
            at = protocol.next(at, branch);
        }

        /** Goes on to the next choice. {@return it; null at the end, and where a loop was entered too often} */
        GlobalType.@Nullable Comm toChoice(int loops) {
            while (true) {
                GlobalType here = protocol.node(at);
                GlobalType.Comm choice = protocol.choice(at);
                if (choice != null || here.arity() == 0 && !(here instanceof GlobalType.Var)) {
                    return choice;
                }
                if (here instanceof GlobalType.Mu && entries.merge(at, 1, Integer::sum) > loops + 1) {
                    cut = true;
                    return null;
                }
                if (here instanceof GlobalType.Var || here instanceof GlobalType.Mu) {
                    at = protocol.next(at, 0);
                } else {
                    take(0);
                }
            }
        }

        /** @throws ProblemException {@link PathProblem.NoOrder} or {@link PathProblem.PathTooLong} */
        ProtocolPath arrived() {
            List<Choice> choices = new ArrayList<>();
            BitSet taken = new BitSet();
            List<Step> steps = Step.inOrder(last);
            for (Step step : steps) {
                GlobalType.Comm comm = protocol.choice(step.node());
                if (comm != null) {
                    String label = comm.branches().get(step.branch()).label().name();
                    choices.add(new Choice(comm.sender(), comm.receiver(), label));
                    taken.set(protocol.number(step.node(), step.branch()));
                }
            }
            GlobalType type = ordered.along(steps);
            if (type == null) {
                throw new ProblemException(new PathProblem.NoOrder(ProtocolPath.words(choices)));
            }
            return new ProtocolPath(type, choices, !cut, taken);
        }
    }

    /** {@return the branches of all choices} */
    public int branches() {
        return protocol.branches();
    }

    /**
     * Every way through a protocol, up to a bound.
     *
     * @param paths to run, at least one unless {@code refused} has one
     * @param refused sentences about those that cannot be run
     */
    public record All(List<ProtocolPath> paths, List<String> refused) {
        public All {
            paths = List.copyOf(paths);
            refused = List.copyOf(refused);
        }
    }

    /**
     * {@return every way to the end on which each loop is taken again up to {@code loops} times, and of those that were cut in
     * a loop only such as take a branch that no other does}
     *
     * @param loops at least 0
     * @param most so many ways are looked at
     * @throws ProblemException {@link PathProblem.TooManyPaths} or {@link PathProblem.PathTooLong}
     */
    public All all(int loops, int most) {
        List<Walk> ended = new ArrayList<>();
        Deque<Walk> waiting = new ArrayDeque<>(List.of(new Walk()));
        while (!waiting.isEmpty()) {
            Walk walk = waiting.pop();
            GlobalType.Comm choice = walk.toChoice(loops);
            if (choice == null) {
                ended.add(walk);
                continue;
            }
            if (ended.size() + waiting.size() + choice.branches().size() > most) {
                throw new ProblemException(new PathProblem.TooManyPaths(most, loops));
            }
            for (int branch = choice.branches().size() - 1; branch >= 0; branch--) {
                Walk taken = new Walk(walk);
                taken.take(branch);
                waiting.push(taken);
            }
        }
        List<ProtocolPath> paths = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Walk walk : ended) {
            try {
                paths.add(walk.arrived());
            } catch (ProblemException e) {
                switch (e.only(PathProblem.class)) {
                    case PathProblem.NoOrder problem -> refused.add(problem.sentence());
                    default -> throw e;
                }
            }
        }
        return new All(worthRunning(paths), refused);
    }

    private static List<ProtocolPath> worthRunning(List<ProtocolPath> paths) {
        BitSet taken = new BitSet();
        paths.stream().filter(ProtocolPath::ends).forEach(path -> taken.or(path.taken()));
        List<ProtocolPath> worth = new ArrayList<>();
        boolean none = paths.stream().noneMatch(ProtocolPath::ends);
        for (ProtocolPath path : paths) {
            BitSet more = (BitSet) path.taken().clone();
            more.andNot(taken);
            if (path.ends() || !more.isEmpty() || none && worth.isEmpty()) {
                worth.add(path);
                taken.or(path.taken());
            }
        }
        return List.copyOf(worth);
    }

    /**
     * {@return a way at random} It is cut where a loop would be taken again more than {@code loops} times.
     *
     * @throws ProblemException {@link PathProblem.PathTooLong}
     */
    public ProtocolPath random(RandomGenerator random, int loops) {
        Walk walk = new Walk();
        GlobalType.Comm choice = walk.toChoice(loops);
        for (int made = 0; choice != null && made < MOST_CHOICES; made++) {
            walk.take(random.nextInt(choice.branches().size()));
            choice = walk.toChoice(loops);
        }
        walk.cut |= choice != null;
        return walk.arrived();
    }

    /**
     * {@return the way on which each role takes its labels in turn, and the first branch when it has none left}
     *
     * @param labels by role
     * @throws ProblemException {@link PathProblem.NoSuchBranch}, {@link PathProblem.NoSuchChoice} or
     *     {@link PathProblem.PathTooLong}
     */
    public ProtocolPath taking(Map<String, List<String>> labels) {
        Map<String, Iterator<String>> left = new HashMap<>();
        labels.forEach((role, wanted) -> left.put(role, wanted.iterator()));
        Walk walk = new Walk();
        while (left.values().stream().anyMatch(Iterator::hasNext)) {
            // Whoever comes by every loop twice without a choice that was asked for goes round for ever.
            walk.entries.clear();
            GlobalType.Comm choice = walk.toChoice(1);
            Iterator<String> wanted = wanted(left, choice);
            while (choice != null && !wanted.hasNext()) {
                walk.take(0);
                choice = walk.toChoice(1);
                wanted = wanted(left, choice);
            }
            if (choice == null) {
                throw new ProblemException(unmade(left));
            }
            walk.take(branch(choice, wanted.next()));
        }
        walk.cut = true;
        return walk.arrived();
    }

    private static Iterator<String> wanted(Map<String, Iterator<String>> left, GlobalType.@Nullable Comm choice) {
        return choice == null
                ? Collections.emptyIterator()
                : left.getOrDefault(choice.sender(), Collections.emptyIterator());
    }

    private static PathProblem unmade(Map<String, Iterator<String>> left) {
        Map.Entry<String, Iterator<String>> first = left.entrySet().stream()
                .filter(entry -> entry.getValue().hasNext())
                .min(Map.Entry.comparingByKey())
                .orElseThrow();
        return new PathProblem.NoSuchChoice(first.getKey(), first.getValue().next());
    }

    private static int branch(GlobalType.Comm choice, String label) {
        List<String> offered =
                choice.branches().stream().map(branch -> branch.label().name()).toList();
        int found = offered.indexOf(label);
        if (found < 0) {
            throw new ProblemException(new PathProblem.NoSuchBranch(choice.sender(), label, offered));
        }
        return found;
    }

    /** {@return the branches, as {@code SENDER -> RECEIVER: LABEL}, that none of {@code paths} takes, in order of the protocol} */
    public List<String> missing(List<ProtocolPath> paths) {
        BitSet taken = new BitSet();
        paths.forEach(path -> taken.or(path.taken()));
        List<String> missing = new ArrayList<>();
        for (int at = 0; at < protocol.size(); at++) {
            GlobalType.Comm comm = protocol.choice(at);
            for (int i = 0; comm != null && i < comm.branches().size(); i++) {
                if (!taken.get(protocol.number(at, i))) {
                    String label = comm.branches().get(i).label().name();
                    missing.add(comm.sender() + " -> " + comm.receiver() + ": " + label);
                }
            }
        }
        return List.copyOf(missing);
    }
}
