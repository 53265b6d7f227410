package dev.paritas.choreography.monitor;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The local types of a protocol as automata that share edges, for any number of sessions and threads. Roles that nobody
 * watches are left out, and so are the queues from and to them.
 */
public final class ProtocolAutomaton {
    private record Edge(String from, String to) {}

    private final List<String> roles;
    private final Map<String, Integer> places;
    private final Set<String> unwatched;
    private final List<LocalAutomaton> automata;
    private final Map<Edge, Integer> edges;

    private ProtocolAutomaton(
            List<String> roles, Set<String> unwatched, List<LocalAutomaton> automata, Map<Edge, Integer> edges) {
        this.roles = List.copyOf(roles);
        this.unwatched = Set.copyOf(unwatched);
        this.automata = List.copyOf(automata);
        this.edges = Map.copyOf(edges);
        this.places = new HashMap<>();
        for (int i = 0; i < roles.size(); i++) {
            places.put(roles.get(i), i);
        }
    }

    /**
     * {@return the automata of all roles of a well-formed type}
     *
     * @throws ProblemException ({@link ProjectionError}) for a role without a projection
     * @throws IllegalArgumentException when the type is not well-formed
     */
    public static ProtocolAutomaton of(GlobalType type) {
        return watching(type, type.roles());
    }

    /**
     * {@return the automata of the roles that are watched}
     *
     * @param watched some of the type's roles
     * @throws ProblemException ({@link ProjectionError}) for a watched role without a projection
     * @throws IllegalArgumentException when the type is not well-formed, or a name is none of its roles
     */
    public static ProtocolAutomaton watching(GlobalType type, Set<String> watched) {
        if (!type.wellFormed()) {
            throw new IllegalArgumentException("the global type is not well-formed");
        }
        Set<String> all = type.roles();
        watched.stream().filter(role -> !all.contains(role)).findFirst().ifPresent(stranger -> {
            throw new IllegalArgumentException("'" + stranger + "' is no role of the protocol");
        });
        List<String> roles = all.stream().filter(watched::contains).toList();
        Map<Edge, Integer> edges = new HashMap<>();
        List<LocalAutomaton> automata = new ArrayList<>();
        for (String role : roles) {
            automata.add(LocalAutomaton.of(Projection.project(type, role), (kind, partner) -> {
                if (!watched.contains(partner)) {
                    return LocalState.UNSEEN;
                }
                Edge edge = kind == LocalState.Kind.SEND ? new Edge(role, partner) : new Edge(partner, role);
                return edges.computeIfAbsent(edge, ignored -> edges.size());
            }));
        }
        Set<String> unwatched = new HashSet<>(all);
        unwatched.removeAll(watched);
        return new ProtocolAutomaton(roles, unwatched, automata, edges);
    }

    /** {@return the watched roles, ascending} */
    public List<String> roles() {
        return roles;
    }

    /** {@return whether the protocol has this role, and nobody watches it} */
    public boolean isUnwatched(String role) {
        return unwatched.contains(role);
    }

    /** {@return the place of a watched role, or -1} */
    int place(String role) {
        Integer place = places.get(role);
        return place == null ? -1 : place;
    }

    LocalState start(int role) {
        return automata.get(role).start();
    }

    /** {@return the number of queues} */
    int edges() {
        return edges.size();
    }

    /** {@return the place of the queue between two watched roles; {@link LocalState#UNSEEN} when there is none} */
    int edge(String from, String to) {
        Integer edge = edges.get(new Edge(from, to));
        return edge == null ? LocalState.UNSEEN : edge;
    }

    /** {@return whether some state of the role takes this observation, whatever is under way} */
    boolean takesSomewhere(int role, Observation seen) {
        return automata.get(role).states().stream().anyMatch(state -> Configuration.fits(state, seen));
    }
}
