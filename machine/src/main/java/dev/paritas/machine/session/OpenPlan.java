package dev.paritas.machine.session;

import dev.paritas.choreography.type.LocalType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a session is opened from (spec 20 §9.1): roles with their ids, types, and the edges that some type uses, in the
 * order of (sender id, receiver id).
 */
public final class OpenPlan {
    /** A directed pair of role ids. */
    public record EdgePlan(int from, int to) implements Comparable<EdgePlan> {
        private static final Comparator<EdgePlan> ORDER =
                Comparator.comparingInt(EdgePlan::from).thenComparingInt(EdgePlan::to);

        @Override
        public int compareTo(EdgePlan other) {
            return ORDER.compare(this, other);
        }
    }

    private final List<String> roles;
    private final Map<String, Integer> roleIds = new HashMap<>();
    private final Map<String, LocalType> types;
    private final List<EdgePlan> edges;

    public OpenPlan(List<String> roles, Map<String, LocalType> types) {
        this.roles = List.copyOf(roles);
        for (int id = 0; id < roles.size(); id++) {
            roleIds.put(roles.get(id), id);
        }
        this.types = Map.copyOf(types);
        TreeSet<EdgePlan> blueprint = new TreeSet<>();
        types.forEach((role, type) -> collect(role, type, blueprint));
        this.edges = List.copyOf(blueprint);
    }

    public List<String> roles() {
        return roles;
    }

    /** {@return the position of {@code role}, -1 when the session has no such role} */
    public int roleId(String role) {
        return roleIds.getOrDefault(role, -1);
    }

    public Map<String, LocalType> types() {
        return types;
    }

    public List<EdgePlan> edges() {
        return edges;
    }

    private void collect(String role, LocalType root, TreeSet<EdgePlan> blueprint) {
        int own = roleId(role);
        Deque<LocalType> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            LocalType type = open.pop();
            if (type instanceof LocalType.Choice choice) {
                int partner = roleId(choice.partner());
                if (own >= 0 && partner >= 0 && own != partner) {
                    blueprint.add(
                            choice instanceof LocalType.Send ? new EdgePlan(own, partner) : new EdgePlan(partner, own));
                }
            }
            for (int i = 0; i < type.arity(); i++) {
                open.push(type.child(i));
            }
        }
    }

    /** {@return the role names of an edge, sender first} */
    public List<String> names(EdgePlan edge) {
        List<String> names = new ArrayList<>(2);
        names.add(roles.get(edge.from()));
        names.add(roles.get(edge.to()));
        return names;
    }
}
