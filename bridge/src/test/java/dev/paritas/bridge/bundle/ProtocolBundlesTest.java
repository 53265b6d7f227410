package dev.paritas.bridge.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.admission.claim.ClassicalClaims;
import dev.paritas.admission.claim.DistributedClaims;
import dev.paritas.admission.claim.EnabledConfig;
import dev.paritas.admission.claim.InvariantClaims;
import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.admission.runtime.MachineBundle;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.ShapeInstances;
import dev.paritas.semanticobjects.json.ShapeInstances.OptionalMembers;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.ShapeMutations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Export and conversion of bundles (spec 32 §4), and their size (§10.2). */
class ProtocolBundlesTest {
    private static final JsonValue END = Json.json("{\"kind\":\"end\"}");
    private static final JsonValue NOPE = Json.json("{\"kind\":\"nope\"}");

    @Test
    void an_export_holds_the_types_and_the_claims_as_given() {
        InvariantClaims claims = InvariantClaims.of(
                DistributedClaims.builder().crdt(new EnabledConfig(true)).build());
        ProtocolBundle bundle = ProtocolBundles.exportProtocolBundle(Ping.GLOBAL, Ping.LOCALS, claims);
        assertThat(bundle.claims()).isEqualTo(claims);
        assertThat(bundle.globalType().compactText())
                .isEqualTo(
                        "{\"branches\":[{\"continuation\":{\"kind\":\"end\"},\"label\":"
                                + "{\"name\":\"Ping\",\"sort\":\"unit\"}}],\"kind\":\"comm\",\"receiver\":\"B\",\"sender\":\"A\"}");
        assertThat(bundle.localTypes()).containsOnlyKeys("A", "B");
        assertThat(JsonInput.read(
                        JsonOutput.compactBytes(ProtocolBundle.CODEC, bundle), ReadPolicy.STRICT, ProtocolBundle.CODEC))
                .isEqualTo(bundle);
    }

    @Test
    void an_export_checks_nothing() {
        Map<String, LocalType> foreign = Map.of("Z", LocalType.send("Z", "x", LocalType.END));
        assertThat(ProtocolBundles.exportProtocolBundle(
                                GlobalType.comm("A", "A", "x", GlobalType.END), foreign, InvariantClaims.NONE)
                        .localTypes())
                .containsOnlyKeys("Z");
        assertThat(ProtocolBundles.exportProtocolBundle(Ping.GLOBAL, Map.of(), InvariantClaims.NONE)
                        .localTypes())
                .isEmpty();
    }

    @Test
    void the_machine_form_is_compiled_from_the_local_types_with_the_certificate_unchanged() {
        Object certificate = new Object();
        MachineBundle<Object> machine = ProtocolBundles.toMachineBundle(
                ProtocolBundles.exportProtocolBundle(Ping.GLOBAL, Ping.LOCALS, InvariantClaims.NONE), certificate);
        assertThat(machine.image()).isEqualTo(CodeImage.fromLocalTypes(Ping.LOCALS, Ping.GLOBAL));
        assertThat(machine.image().runtimeShapeError()).isEmpty();
        assertThat(machine.certificate()).isSameAs(certificate);
        assertThat(machine.reconfiguration()).isEmpty();
    }

    @Test
    void only_the_claim_of_reconfiguration_becomes_a_policy_even_when_it_allows_nothing() {
        ReconfigurationPolicy nothing = new ReconfigurationPolicy(false, false);
        InvariantClaims claimed = InvariantClaims.of(
                DistributedClaims.builder().reconfiguration(nothing).build());
        assertThat(ProtocolBundles.toMachineBundle(
                                ProtocolBundles.exportProtocolBundle(Ping.GLOBAL, Ping.LOCALS, claimed), "certificate")
                        .reconfiguration())
                .contains(nothing);
        InvariantClaims others = new InvariantClaims(
                null,
                DistributedClaims.builder()
                        .protocolMachineEnvelopeAdmission(new EnabledConfig(true))
                        .build(),
                ClassicalClaims.builder().foster(new EnabledConfig(true)).build());
        assertThat(ProtocolBundles.toMachineBundle(
                        ProtocolBundles.exportProtocolBundle(Ping.GLOBAL, Ping.LOCALS, others), "certificate"))
                .isEqualTo(ProtocolBundles.toMachineBundle(
                        ProtocolBundles.exportProtocolBundle(Ping.GLOBAL, Ping.LOCALS, InvariantClaims.NONE),
                        "certificate"));
    }

    @Test
    void a_broken_type_is_named_the_global_one_first_then_the_first_role_in_order() {
        BundleImportProblem global = refusal(new ProtocolBundle(NOPE, Map.of("A", NOPE), InvariantClaims.NONE));
        assertThat(global.sentence()).isEqualTo("failed to import global type from bridge bundle: Invalid kind: nope");
        assertThat(global.place()).startsWith("/global_type");
        BundleImportProblem local =
                refusal(new ProtocolBundle(END, Map.of("C", NOPE, "B", NOPE, "A", END), InvariantClaims.NONE));
        assertThat(local.sentence())
                .isEqualTo("failed to import local type for role `B` from bridge bundle: Invalid kind: nope");
        assertThat(local.place()).startsWith("/local_types/B");
        assertThat(refusal(new ProtocolBundle(JsonValue.Num.of(7), Map.of(), InvariantClaims.NONE))
                        .sentence())
                .startsWith("failed to import global type from bridge bundle: ");
    }

    private static BundleImportProblem refusal(ProtocolBundle bundle) {
        return catchThrowableOfType(ProblemException.class, () -> ProtocolBundles.toMachineBundle(bundle, "x"))
                .only(BundleImportProblem.class);
    }

    @Test
    void a_damaged_type_is_read_or_refused_with_its_place() {
        long seed = 32;
        ShapeInstances types = new ShapeInstances(TypeCodec.GLOBAL.shape(), OptionalMembers.SOMETIMES_ABSENT, 5, seed);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            JsonValue type = types.next();
            for (ShapeMutations.Mutation mutation : ShapeMutations.of(TypeCodec.GLOBAL.shape(), type)) {
                JsonValue damaged = JsonInput.read(mutation.text(), ReadPolicy.PEER, JsonValue.CODEC);
                try {
                    ProtocolBundles.toMachineBundle(
                            new ProtocolBundle(damaged, Map.of("a/b", damaged), InvariantClaims.NONE), "x");
                } catch (ProblemException e) {
                    assertThat(e.only(BundleImportProblem.class).place())
                            .as("seed %d, %s", seed, mutation.text())
                            .matches("/(global_type|local_types/a~1b).*");
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    /** The first scale budget of spec 32 §10.2. */
    @Test
    void twelve_roles_and_forty_eight_hops_stay_within_the_published_sizes() {
        GlobalType type = GlobalType.END;
        for (int hop = 47; hop >= 0; hop--) {
            type = GlobalType.comm(
                    "R" + hop % 12, "R" + (hop + 1) % 12, String.format(Locale.ROOT, "Hop%02d", hop), type);
        }
        Map<String, LocalType> locals = new TreeMap<>(Projection.projectAll(type));
        ProtocolBundle bundle = ProtocolBundles.exportProtocolBundle(type, locals, InvariantClaims.NONE);
        assertThat(locals).hasSize(12);
        assertThat(JsonOutput.compactBytes(TypeCodec.GLOBAL, type).length).isLessThanOrEqualTo(32_000);
        assertThat(locals.values().stream()
                        .mapToInt(local -> JsonOutput.compactBytes(TypeCodec.LOCAL, local).length)
                        .sum())
                .isBetween(1, 96_000);
        assertThat(JsonOutput.declaredBytes(ProtocolBundle.CODEC, bundle).length)
                .isLessThanOrEqualTo(140_000);
        // Forty-eight hops nest deeper than a peer's reader goes; our own limit lets them through.
        assertThat(JsonInput.read(
                        JsonOutput.compactBytes(ProtocolBundle.CODEC, bundle),
                        ReadPolicy.STRICT.withMaxDepth(1000),
                        ProtocolBundle.CODEC))
                .isEqualTo(bundle);
        assertThat(ProtocolBundles.toMachineBundle(bundle, "x").image().roles())
                .isEqualTo(List.copyOf(locals.keySet()));
    }
}
