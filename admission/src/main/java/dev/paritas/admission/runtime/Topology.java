package dev.paritas.admission.runtime;

import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the roles of a deployment run (spec 31 §10.3). Whether the places fit together is for the plan to check. */
public final class Topology {
    private final Map<String, PlacementObservation> places;

    private Topology(Map<String, PlacementObservation> places) {
        this.places = Map.copyOf(places);
    }

    /** {@return the topology of these places; a role named twice has the last} */
    public static Topology of(List<PlacementObservation> places) {
        Map<String, PlacementObservation> byRole = new HashMap<>();
        for (PlacementObservation place : places) {
            byRole.put(place.role(), place);
        }
        return new Topology(byRole);
    }

    /**
     * {@return the places of {@code roles}, in their order}
     *
     * @throws ProblemException ({@link PlacementProblem}) for the first role without a place
     */
    public List<PlacementObservation> placements(List<String> roles) {
        List<PlacementObservation> observed = new ArrayList<>();
        for (String role : roles) {
            PlacementObservation place = places.get(role);
            if (place == null) {
                throw new ProblemException(
                        new PlacementProblem("placement observation requested unknown role " + role));
            }
            observed.add(place);
        }
        return List.copyOf(observed);
    }
}
