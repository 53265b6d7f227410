package dev.paritas.app.executable;

import dev.paritas.admission.runtime.AdmittedExecution;
import dev.paritas.admission.runtime.AdmittedExecution.MixedDeterminism;
import dev.paritas.admission.runtime.Reconfiguration;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.PlacementObservation.PlacementKind;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.ReconfigurationStep;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeRequest;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.ExecutionConstraint;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PendingEffectTreatment;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PublicationContinuity;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The bundle, the two plans and the two upgrades of the recovery harness (spec 32 §10). */
final class RecoveryPlans {
    static final Reconfiguration BUNDLE = bundle(new ReconfigurationPolicy(true, true));
    static final AdmittedExecution ADMITTED = new AdmittedExecution(true, MixedDeterminism.REFUSED);
    static final UpgradeCompatibility STRICT = new UpgradeCompatibility(
            ExecutionConstraint.PRESERVE_BUNDLE_PROFILE,
            true,
            PendingEffectTreatment.PRESERVE_PENDING,
            PublicationContinuity.PRESERVE_CANONICAL_TRUTH);
    static final ReconfigurationPlan PREPARE = plan(
            "prepare",
            local("Bob", "eu_central_1"),
            with("Carol", "Bob"),
            remote("Dora", "127.0.0.1:9001", "us_east_1"));
    static final ReconfigurationPlan CUTOVER = plan(
            "cutover",
            remote("Carol", "127.0.0.1:9002", "us_east_1"),
            with("Dora", "Carol"),
            remote("Eve", "127.0.0.1:9003", "us_west_2"));

    private RecoveryPlans() {}

    static Reconfiguration bundle(ReconfigurationPolicy policy) {
        return new Reconfiguration("cert/recovery", Optional.of(policy));
    }

    static ReconfigurationSnapshot seeded() {
        return BUNDLE.seed(List.of("Alice", "Bob"));
    }

    /** {@return the state that a runtime restores from the JSON of {@code state}} */
    static ReconfigurationSnapshot restarted(ReconfigurationSnapshot state) {
        return BUNDLE.restore(JsonInput.read(
                JsonOutput.declaredBytes(ReconfigurationSnapshot.CODEC, state),
                ReadPolicy.STRICT,
                ReconfigurationSnapshot.CODEC));
    }

    /** {@return the state after both plans, with {@code between} before each of them} */
    static ReconfigurationSnapshot planned(UnaryOperator<ReconfigurationSnapshot> between) {
        return BUNDLE.execute(between.apply(BUNDLE.execute(between.apply(seeded()), PREPARE)), CUTOVER);
    }

    /** {@return the state after both upgrades, with {@code between} before each of them} */
    static ReconfigurationSnapshot upgraded(UnaryOperator<ReconfigurationSnapshot> between) {
        ReconfigurationSnapshot prepared = BUNDLE.upgrade(
                        between.apply(seeded()), upgrade("prepare", PREPARE), ADMITTED)
                .state();
        return BUNDLE.upgrade(between.apply(prepared), upgrade("cutover", CUTOVER), ADMITTED)
                .state();
    }

    static RuntimeUpgradeRequest upgrade(String id, ReconfigurationPlan plan) {
        return new RuntimeUpgradeRequest(
                id, plan, STRICT, List.of("publication/" + id), List.of(), List.of("obligation/" + id), List.of());
    }

    static ReconfigurationPlan plan(String id, PlacementObservation... placements) {
        return new ReconfigurationPlan(
                "plan/" + id,
                List.of(new ReconfigurationStep(
                        id,
                        List.of(placements).stream()
                                .map(PlacementObservation::role)
                                .toList(),
                        List.of(placements))));
    }

    static PlacementObservation local(String role, String region) {
        return new PlacementObservation(role, PlacementKind.LOCAL, null, region, null);
    }

    private static PlacementObservation remote(String role, String endpoint, String region) {
        return new PlacementObservation(role, PlacementKind.REMOTE, endpoint, region, null);
    }

    private static PlacementObservation with(String role, String peer) {
        return new PlacementObservation(role, PlacementKind.COLOCATED, null, null, peer);
    }
}
