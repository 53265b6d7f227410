package dev.paritas.choreography.monitor;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The rules of conformance by substitution and lists, as they stand in docs/conform.md: slow, and written apart. */
final class NaiveSession {
    final Map<String, LocalType> at = new TreeMap<>();
    private final Map<String, List<String>> edges = new TreeMap<>();
    private final List<String> ended = new ArrayList<>();

    NaiveSession(GlobalType type) {
        Projection.projectAll(type).forEach((role, local) -> at.put(role, unfolded(local)));
    }

    private static LocalType unfolded(LocalType type) {
        LocalType here = type;
        while (here instanceof LocalType.Mu) {
            here = here.unfold();
        }
        return here;
    }

    /** What a role may do now. */
    List<Observation> enabled() {
        List<Observation> all = new ArrayList<>();
        at.forEach((role, local) -> {
            switch (local) {
                case LocalType.Send(String partner, var branches) ->
                    branches.forEach(branch -> all.add(new Observation(
                            role, Action.SEND, partner, branch.label().name(), 0)));
                case LocalType.Recv(String partner, var branches) -> {
                    List<String> queue = queue(partner, role);
                    branches.stream()
                            .map(branch -> branch.label().name())
                            .filter(label ->
                                    !queue.isEmpty() && queue.getFirst().equals(label))
                            .forEach(label -> all.add(new Observation(role, Action.RECEIVE, partner, label, 0)));
                }
                case LocalType.End _ -> {
                    if (!ended.contains(role)) {
                        all.add(new Observation(role, Action.END, null, null, 0));
                    }
                }
                default -> throw new AssertionError("not unfolded: " + local);
            }
        });
        return all;
    }

    boolean take(Observation seen) {
        Observation asSend = seen.action() == Action.CHOOSE
                ? new Observation(seen.role(), Action.SEND, seen.peer(), seen.label(), 0)
                : seen;
        if (!enabled().contains(asSend)) {
            return false;
        }
        if (seen.action() == Action.END) {
            ended.add(seen.role());
            return true;
        }
        LocalType.Choice choice = (LocalType.Choice) Objects.requireNonNull(at.get(seen.role()));
        String peer = Objects.requireNonNull(seen.peer());
        if (asSend.action() == Action.SEND) {
            queue(seen.role(), peer).add(Objects.requireNonNull(seen.label()));
        } else {
            queue(peer, seen.role()).removeFirst();
        }
        LocalType next = choice.branches().stream()
                .filter(branch -> branch.label().name().equals(seen.label()))
                .findFirst()
                .orElseThrow()
                .continuation();
        at.put(seen.role(), unfolded(next));
        return true;
    }

    boolean isComplete() {
        return at.values().stream().allMatch(LocalType.End.class::isInstance)
                && edges.values().stream().allMatch(List::isEmpty);
    }

    private List<String> queue(String from, String to) {
        return edges.computeIfAbsent(from + "\u0000" + to, _ -> new ArrayList<>());
    }
}
