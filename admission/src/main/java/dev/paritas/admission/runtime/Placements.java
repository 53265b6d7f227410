package dev.paritas.admission.runtime;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.membership.BoundaryObservation;
import dev.paritas.semanticobjects.membership.BoundaryObservation.TransportBoundary;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.PlacementObservation.PlacementKind;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Consistent placements in role order, and what lies between each two roles (spec 31 §10.3).
 *
 * @param observations ascending by role, each role once
 * @param boundaries for each pair in role order
 */
record Placements(List<PlacementObservation> observations, List<BoundaryObservation> boundaries) {
    Placements {
        observations = List.copyOf(observations);
        boundaries = List.copyOf(boundaries);
    }

    /** Where a role ends up when its peers are followed. */
    private record Resolved(
            boolean remote, boolean colocated, @Nullable String region) {}

    /** {@return the placements in role order} */
    static Placements of(List<PlacementObservation> placements) {
        Map<String, PlacementObservation> byRole = canonical(placements);
        TreeMap<String, Resolved> resolved = new TreeMap<>(CodePointOrder.INSTANCE);
        for (PlacementObservation placement : byRole.values()) {
            resolved.put(placement.role(), resolve(placement, byRole));
        }
        return new Placements(List.copyOf(byRole.values()), boundaries(resolved));
    }

    private static Map<String, PlacementObservation> canonical(List<PlacementObservation> placements) {
        TreeMap<String, PlacementObservation> byRole = new TreeMap<>(CodePointOrder.INSTANCE);
        List<PlacementObservation> sorted = placements.stream()
                .sorted(Comparator.comparing(PlacementObservation::role, CodePointOrder.INSTANCE))
                .toList();
        for (PlacementObservation placement : sorted) {
            if (byRole.put(placement.role(), placement) != null) {
                throw new ProblemException(
                        new PlacementProblem("duplicate placement observation for role " + placement.role()));
            }
            String wrong = wrong(placement);
            if (wrong != null) {
                throw new ProblemException(new PlacementProblem(wrong));
            }
        }
        return byRole;
    }

    private static @Nullable String wrong(PlacementObservation placement) {
        String role = placement.role();
        boolean endpoint = placement.endpoint() != null;
        String peer = placement.colocatedWith();
        return switch (placement.kind()) {
            case LOCAL ->
                endpoint
                        ? "local role " + role + " must not carry a remote endpoint"
                        : peer != null ? "local role " + role + " must not carry colocated_with metadata" : null;
            case REMOTE ->
                !endpoint
                        ? "remote role " + role + " must carry an endpoint"
                        : peer != null ? "remote role " + role + " must not carry colocated_with metadata" : null;
            case COLOCATED -> {
                if (peer == null) {
                    yield "colocated role " + role + " must name its colocated peer";
                }
                if (peer.equals(role)) {
                    yield "role " + role + " may not be colocated with itself";
                }
                yield endpoint ? "colocated role " + role + " must not carry a direct endpoint" : null;
            }
        };
    }

    /** Follows the peers to a role with a place of its own, then carries that place back. */
    private static Resolved resolve(PlacementObservation start, Map<String, PlacementObservation> byRole) {
        List<PlacementObservation> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        PlacementObservation here = start;
        while (true) {
            if (!seen.add(here.role())) {
                throw new ProblemException(
                        new PlacementProblem("cyclic colocated placement involving role " + here.role()));
            }
            chain.add(here);
            String peer = here.colocatedWith();
            if (peer == null) {
                break;
            }
            PlacementObservation next = byRole.get(peer);
            if (next == null) {
                throw new ProblemException(new PlacementProblem("placement observation is missing role " + peer));
            }
            here = next;
        }
        Resolved place = new Resolved(here.kind() == PlacementKind.REMOTE, false, here.region());
        for (PlacementObservation colocated : chain.reversed().subList(1, chain.size())) {
            String own = colocated.region();
            String region = place.region();
            if (own != null && region != null && !own.equals(region)) {
                throw new ProblemException(new PlacementProblem("role " + colocated.role() + " declares region " + own
                        + " but colocated peer resolves to " + region));
            }
            place = new Resolved(place.remote(), true, own == null ? region : own);
        }
        return place;
    }

    private static List<BoundaryObservation> boundaries(TreeMap<String, Resolved> resolved) {
        List<BoundaryObservation> boundaries = new ArrayList<>();
        List<Map.Entry<String, Resolved>> roles = List.copyOf(resolved.entrySet());
        for (int i = 0; i < roles.size(); i++) {
            for (int j = i + 1; j < roles.size(); j++) {
                Resolved from = roles.get(i).getValue();
                Resolved to = roles.get(j).getValue();
                String here = from.region();
                String there = to.region();
                boundaries.add(new BoundaryObservation(
                        roles.get(i).getKey(),
                        roles.get(j).getKey(),
                        boundary(from, to),
                        here != null && there != null && !here.equals(there)));
            }
        }
        return boundaries;
    }

    private static TransportBoundary boundary(Resolved from, Resolved to) {
        if (from.remote() || to.remote()) {
            return TransportBoundary.NETWORK;
        }
        return from.colocated() || to.colocated() ? TransportBoundary.SHARED_MEMORY : TransportBoundary.IN_PROCESS;
    }
}
