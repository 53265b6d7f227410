package dev.paritas.admission.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.PlacementObservation.PlacementKind;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Placements asked of a topology (spec 31 §10.3). */
class TopologyTest {
    private static final PlacementObservation BOB =
            new PlacementObservation("Bob", PlacementKind.LOCAL, null, "eu", null);
    private static final PlacementObservation CAROL =
            new PlacementObservation("Carol", PlacementKind.COLOCATED, null, null, "Bob");
    private static final Topology TOPOLOGY = Topology.of(List.of(CAROL, BOB));

    @Test
    void places_come_in_the_order_of_the_roles() throws ProblemException {
        assertThat(TOPOLOGY.placements(List.of("Bob", "Carol", "Bob"))).containsExactly(BOB, CAROL, BOB);
        assertThat(TOPOLOGY.placements(List.of())).isEmpty();
    }

    @Test
    void the_first_role_without_a_place_is_named() {
        assertThatThrownBy(() -> TOPOLOGY.placements(List.of("Bob", "Zoe", "Eve")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("placement observation requested unknown role Zoe");
    }
}
