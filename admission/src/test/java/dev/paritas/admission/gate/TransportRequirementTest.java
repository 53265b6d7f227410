package dev.paritas.admission.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.gate.ExecutionProfile.TheoremEligibility;
import dev.paritas.admission.gate.TransportRequirement.Objection;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What theorems need of transports (spec 31 §8). */
class TransportRequirementTest {
    private static final TransportRequirement[] ALL = TransportRequirement.values();

    private static ExecutionProfile profile(TheoremEligibility... theorems) {
        return new ExecutionProfile(Set.of(), Set.of(), Set.of(), List.of(theorems));
    }

    /** {@return a transport that meets the requirements whose bits are set, and promises nothing else} */
    private static TransportContract transport(String name, int bits) {
        return new TransportContract(
                name,
                "x",
                (bits & 1) != 0,
                (bits & 2) != 0,
                (bits & 4) != 0,
                (bits & 8) != 0,
                (bits & 16) != 0,
                false,
                false);
    }

    @Test
    void the_first_five_flags_are_required_under_their_json_names() {
        assertThat(Arrays.stream(ALL).map(TransportRequirement.CODEC::word))
                .containsExactly(
                        "role_addressed_routing",
                        "authenticated_peers",
                        "per_peer_fifo_delivery",
                        "fail_closed_unknown_role",
                        "no_message_synthesis");
    }

    @Test
    void one_theorem_relied_on_requires_everything() {
        assertThat(TransportRequirement.of(profile())).isEmpty();
        assertThat(TransportRequirement.of(profile(new TheoremEligibility("a", false))))
                .isEmpty();
        assertThat(TransportRequirement.of(
                        profile(new TheoremEligibility("a", false), new TheoremEligibility("b", true))))
                .containsExactly(ALL);
        assertThat(TransportRequirement.firstObjection(profile(), List.of())).isEmpty();
        assertThat(TransportRequirement.firstObjection(profile(), List.of(transport("T", 0))))
                .isEmpty();
    }

    /** All 32 transports: the lowest missing flag is named, several at once or not. */
    @Test
    void the_first_missing_flag_in_order_is_reported() {
        for (int bits = 0; bits < 32; bits++) {
            var objection = TransportRequirement.firstObjection(ExecutionProfile.FULL, List.of(transport("T", bits)));
            if (bits == 31) {
                assertThat(objection).isEmpty();
            } else {
                assertThat(objection).contains(new Objection.Unmet("T", ALL[Integer.numberOfTrailingZeros(~bits)]));
            }
        }
    }

    @Test
    void no_transport_is_an_objection_of_its_own() {
        assertThat(TransportRequirement.firstObjection(ExecutionProfile.FULL, List.of()))
                .contains(new Objection.NoTransport());
    }

    @Test
    void every_listed_transport_must_pass_wherever_it_stands() {
        TransportContract bad = transport("bad", 30);
        TransportContract worse = transport("worse", 3);
        assertThat(first(TransportContract.IN_MEMORY, bad)).isEqualTo("bad role_addressed_routing");
        assertThat(first(bad, TransportContract.IN_MEMORY)).isEqualTo("bad role_addressed_routing");
        assertThat(first(worse, bad)).isEqualTo("worse per_peer_fifo_delivery");
        assertThat(first(TransportContract.IN_MEMORY, TransportContract.IN_MEMORY))
                .isEqualTo("-");
    }

    private static String first(TransportContract... transports) {
        return TransportRequirement.firstObjection(ExecutionProfile.FULL, List.of(transports))
                .map(objection -> switch (objection) {
                    case Objection.NoTransport() -> "none";
                    case Objection.Unmet(var name, var requirement) ->
                        name + " " + TransportRequirement.CODEC.word(requirement);
                })
                .orElse("-");
    }
}
