package dev.paritas.bridge.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.admission.runtime.MachineBundle;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.testsupport.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bundle with one claim and random values keeps exactly that claim (spec 32 §10, bundle property test). */
class BundlePropertyTest {
    private static final long SEED = 0x32_10L;
    private static final int DRAWS = 50;

    private static Stream<ClaimSlots.Slot> slots() {
        return ClaimSlots.all();
    }

    @Test
    void there_are_nineteen_distributed_and_eleven_classical_slots() {
        assertThat(slots().map(ClaimSlots.Slot::toString))
                .doesNotHaveDuplicates()
                .hasSize(30);
        assertThat(slots().map(ClaimSlots.Slot::group).filter("classical"::equals))
                .hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("slots")
    void a_round_trip_keeps_one_claim_with_its_values_and_the_version(ClaimSlots.Slot slot, TestReporter reporter) {
        reporter.publishEntry("seed", Long.toString(SEED));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < DRAWS; i++) {
            ClaimSlots.Claimed claimed = slot.draw().apply(random);
            ProtocolBundle bundle = ProtocolBundles.exportProtocolBundle(Ping.GLOBAL, Ping.LOCALS, claimed.claims());
            for (byte[] text : List.of(
                    JsonOutput.declaredBytes(ProtocolBundle.CODEC, bundle),
                    JsonOutput.compactBytes(ProtocolBundle.CODEC, bundle))) {
                assertThat(JsonInput.read(text, ReadPolicy.PEER, ProtocolBundle.CODEC))
                        .as("seed %d, draw %d of %s", SEED, i, slot)
                        .isEqualTo(bundle);
                JsonValue tree = Json.json(text);
                assertThat(members(tree)).containsEntry("schema_version", new JsonValue.Text("protocol_bundle.v1"));
                assertThat(claims(tree))
                        .as("seed %d, draw %d of %s", SEED, i, slot)
                        .isEqualTo(Map.of(slot.toString(), claimed.json()));
            }
            MachineBundle<String> machine = ProtocolBundles.toMachineBundle(bundle, "certificate");
            assertThat(machine.reconfiguration())
                    .isEqualTo(
                            Optional.ofNullable(claimed.claims().distributed().reconfiguration()))
                    .isEqualTo(
                            slot.name().equals("reconfiguration")
                                    ? Optional.of(new ReconfigurationPolicy(
                                            claimed.json().contains("\"dynamic_membership\":true"),
                                            claimed.json().contains("\"overlap_required\":true")))
                                    : Optional.empty());
        }
    }

    /** {@return the present claims by their place, as JSON; the fault model is no claim} */
    private static Map<String, String> claims(JsonValue bundle) {
        Map<String, JsonValue> claims = members(members(bundle).getOrDefault("claims", JsonValue.NULL));
        Map<String, String> present = new TreeMap<>();
        if (!claims.getOrDefault("liveness", JsonValue.TRUE).equals(JsonValue.NULL)) {
            present.put("liveness", "present");
        }
        for (String group : List.of("distributed", "classical")) {
            members(claims.getOrDefault(group, JsonValue.NULL)).forEach((name, value) -> {
                if (!value.equals(JsonValue.NULL) && !name.equals("fault_model")) {
                    present.put(group + "." + name, value.compactText());
                }
            });
        }
        return present;
    }

    private static Map<String, JsonValue> members(JsonValue value) {
        assertThat(value).isInstanceOf(JsonValue.Obj.class);
        return ((JsonValue.Obj) value).members();
    }
}
