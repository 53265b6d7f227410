package dev.paritas.choreography.path;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A protocol whose branches are ordered so that roles that always take the first one go a given way. Mostly it is enough to put
 * the taken branches first. A role that is not told of an earlier choice has one behaviour in all its branches, so where such a
 * role chooses, what it will take stands first in the others, too.
 */
final class OrderedBranches {
    private final FlatProtocol protocol;
    private final boolean projects;

    OrderedBranches(FlatProtocol protocol) {
        this.protocol = protocol;
        this.projects = projected(protocol.closed(0)) != null;
    }

    /** A place, and for each role how many of its choices are still to be put first. */
    private record Place(int node, Map<String, Integer> left) {}

    /** A type and its parts, at most one more than may be. */
    private record Sized(GlobalType type, long parts) {}

    /** A place that is being written, and what stands behind its branches. */
    private record Frame(Place place, List<Sized> behind) {}

    /**
     * {@return the protocol; null when there is no such order, though the protocol projects}
     *
     * @throws ProblemException {@link PathProblem.PathTooLong}
     */
    @Nullable
    GlobalType along(List<Step> steps) {
        GlobalType whole = protocol.closed(0);
        List<Step> needed = new ArrayList<>(steps);
        // From the last branch on that is not its choice's first, the first ones are taken anyway.
        while (!needed.isEmpty() && needed.getLast().branch() == 0) {
            needed.removeLast();
        }
        if (!projects) {
            return needed.isEmpty() ? whole : onTheWay(needed);
        }
        if (needed.isEmpty()) {
            return goes(whole, steps) ? whole : everywhere(steps);
        }
        GlobalType simple = onTheWay(needed);
        return goes(simple, steps) ? simple : everywhere(steps);
    }

    private @Nullable GlobalType everywhere(List<Step> steps) {
        GlobalType full = forAll(steps);
        return goes(full, steps) ? full : null;
    }

    /** The taken branches first; the others as they are. */
    private GlobalType onTheWay(List<Step> steps) {
        Step last = steps.getLast();
        Sized written = closed(protocol.next(last.node(), last.branch()));
        for (Step step : steps.reversed()) {
            List<Sized> behind = new ArrayList<>();
            for (int i = 0; i < protocol.node(step.node()).arity(); i++) {
                behind.add(i == step.branch() ? written : closed(protocol.next(step.node(), i)));
            }
            written = put(step.node(), step.branch(), behind);
        }
        return written.type();
    }

    /** In every branch, what each role will choose next stands first, and loops are written out as often. */
    private GlobalType forAll(List<Step> steps) {
        Map<String, List<String>> labels = new HashMap<>();
        for (Step step : steps) {
            GlobalType.Comm choice = protocol.choice(step.node());
            if (choice != null) {
                labels.computeIfAbsent(choice.sender(), role -> new ArrayList<>())
                        .add(choice.branches().get(step.branch()).label().name());
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        labels.forEach((role, all) -> counts.put(role, all.size()));
        Map<Place, Sized> done = new HashMap<>();
        Set<Place> open = new HashSet<>();
        Deque<Frame> frames = new ArrayDeque<>();
        Place start = new Place(0, Map.copyOf(counts));
        frames.push(new Frame(start, new ArrayList<>()));
        open.add(start);
        while (true) {
            Frame frame = frames.element();
            Place here = frame.place;
            if (frame.behind.size() == ways(here.node)) {
                frames.pop();
                open.remove(here);
                Sized written = put(here.node, Math.max(0, wanted(here, labels)), frame.behind);
                done.put(here, written);
                if (frames.isEmpty()) {
                    return written.type();
                }
                frames.element().behind.add(written);
                continue;
            }
            Place next = behind(here, frame.behind.size(), labels);
            Sized known = done.get(next);
            if (known != null || next.left.isEmpty() || open.contains(next)) {
                // Who comes back without a choice goes round for ever: there the loop stays one.
                frame.behind.add(known != null ? known : closed(next.node));
            } else {
                if (done.size() + frames.size() > FlatProtocol.MOST_PARTS) {
                    throw tooLong();
                }
                frames.push(new Frame(next, new ArrayList<>()));
                open.add(next);
            }
        }
    }

    private int ways(int node) {
        return protocol.node(node) instanceof GlobalType.Var
                ? 1
                : protocol.node(node).arity();
    }

    /** {@return the branch that the chooser will take, as far as it knows; -1 when nothing is wanted of it} */
    private int wanted(Place here, Map<String, List<String>> labels) {
        GlobalType.Comm choice = protocol.choice(here.node);
        Integer left = choice == null ? null : here.left.get(choice.sender());
        if (choice == null || left == null) {
            return -1;
        }
        List<String> all = Objects.requireNonNull(labels.get(choice.sender()));
        String label = all.get(all.size() - left);
        for (int i = 0; i < choice.branches().size(); i++) {
            if (choice.branches().get(i).label().name().equals(label)) {
                return i;
            }
        }
        return -1;
    }

    /** Whoever is not told which branch was taken is as far in all of them. */
    private Place behind(Place here, int branch, Map<String, List<String>> labels) {
        int node = protocol.next(here.node, branch);
        int wanted = wanted(here, labels);
        if (wanted < 0) {
            return new Place(node, here.left);
        }
        String role = ((GlobalType.Comm) protocol.node(here.node)).sender();
        Map<String, Integer> left = new HashMap<>(here.left);
        int more = Objects.requireNonNull(here.left.get(role)) - 1;
        if (more == 0) {
            left.remove(role);
        } else {
            left.put(role, more);
        }
        return new Place(node, Map.copyOf(left));
    }

    private Sized closed(int node) {
        return new Sized(protocol.closed(node), protocol.closedSize(node));
    }

    /** {@return the node with {@code first} in front of its other branches; a loop is written out} */
    private Sized put(int node, int first, List<Sized> behind) {
        long parts = 1;
        for (Sized one : behind) {
            parts += one.parts;
        }
        if (parts > FlatProtocol.MOST_PARTS) {
            throw tooLong();
        }
        return switch (protocol.node(node)) {
            case GlobalType.Comm(String sender, String receiver, var branches) -> {
                List<GlobalType.Branch> ordered = new ArrayList<>();
                ordered.add(new GlobalType.Branch(branches.get(first).label(), behind.get(first).type));
                for (int i = 0; i < branches.size(); i++) {
                    if (i != first) {
                        ordered.add(new GlobalType.Branch(branches.get(i).label(), behind.get(i).type));
                    }
                }
                yield new Sized(new GlobalType.Comm(sender, receiver, ordered), parts);
            }
            case GlobalType.Delegate(String from, String to, long session, String role, var ignored) ->
                new Sized(new GlobalType.Delegate(from, to, session, role, behind.getFirst().type), parts);
            case GlobalType.Mu ignored -> behind.getFirst();
            case GlobalType.Var ignored -> behind.getFirst();
            case GlobalType.End end -> new Sized(end, 1);
        };
    }

    private static ProblemException tooLong() {
        return new ProblemException(new PathProblem.PathTooLong(FlatProtocol.MOST_PARTS));
    }

    private static @Nullable Map<String, LocalType> projected(GlobalType type) {
        try {
            return Projection.projectAll(type);
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return null;
        }
    }

    /** {@return whether each role finds what it is to send first in its own type, all along the way} */
    private boolean goes(GlobalType type, List<Step> steps) {
        Map<String, LocalType> projected = projected(type);
        if (projected == null) {
            return false;
        }
        Map<String, LocalType> at = new HashMap<>(projected);
        for (Step step : steps) {
            if (protocol.node(step.node()) instanceof GlobalType.Comm(String from, String to, var branches)) {
                String label = branches.get(step.branch()).label().name();
                LocalType sender = Objects.requireNonNull(at.get(from)).fullUnfold();
                LocalType receiver = Objects.requireNonNull(at.get(to)).fullUnfold();
                if (!(sender instanceof LocalType.Send(String partner, var first)
                        && partner.equals(to)
                        && first.getFirst().label().name().equals(label))) {
                    return false;
                }
                int received = receiver instanceof LocalType.Recv
                        ? receiver.headLabels().indexOf(label)
                        : -1;
                if (received < 0) {
                    return false;
                }
                at.put(from, sender.child(0));
                at.put(to, receiver.child(received));
            }
        }
        return true;
    }
}
