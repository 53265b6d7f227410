package dev.paritas.admission.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.membership.BoundaryObservation;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.PlacementObservation.PlacementKind;
import dev.paritas.semanticobjects.membership.PlanExecution;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPhase;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.ReconfigurationStep;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeExecution;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Membership, plans and snapshots of one bundle (spec 31 §10.1-10.4). */
class ReconfigurationTest {
    private static final Reconfiguration BOTH = bundle(new ReconfigurationPolicy(true, true));

    private static Reconfiguration bundle(ReconfigurationPolicy policy) {
        return new Reconfiguration("cert/x", Optional.of(policy));
    }

    private static <T> String declared(Codec<T> codec, T value) {
        return new String(JsonOutput.declaredBytes(codec, value), StandardCharsets.UTF_8);
    }

    private static void refuses(ThrowingCallable call, String code, String reason) {
        ProblemException e = catchThrowableOfType(ProblemException.class, call);
        assertThat(e).as(reason).isNotNull();
        assertThat(e.problem().code()).isEqualTo(code);
        assertThat(e).hasMessage("bundle `cert/x` rejected reconfiguration " + reason);
    }

    private static PlacementObservation local(String role, @Nullable String region) {
        return new PlacementObservation(role, PlacementKind.LOCAL, null, region, null);
    }

    private static PlacementObservation remote(String role, String endpoint, String region) {
        return new PlacementObservation(role, PlacementKind.REMOTE, endpoint, region, null);
    }

    private static PlacementObservation with(String role, String peer) {
        return new PlacementObservation(role, PlacementKind.COLOCATED, null, null, peer);
    }

    private static ReconfigurationPlan plan(PlacementObservation... placements) {
        return new ReconfigurationPlan(
                "P",
                List.of(new ReconfigurationStep(
                        "S",
                        Arrays.stream(placements)
                                .map(PlacementObservation::role)
                                .toList(),
                        List.of(placements))));
    }

    /** The executed example of spec 31 §10.1. */
    @Test
    void without_a_seed_the_first_change_starts_from_nobody() {
        ReconfigurationEvent event = BOTH.reconfigure(Reconfiguration.UNSEEDED, List.of("B", "A"))
                .history()
                .getLast();
        assertThat(declared(ReconfigurationEvent.CODEC, event))
                .isEqualTo("{\"artifact_id\":\"cert/x\",\"epoch\":1,\"previous_members\":[],"
                        + "\"next_members\":[\"A\",\"B\"],\"added_members\":[\"A\",\"B\"],\"removed_members\":[],"
                        + "\"overlap_preserved\":true,\"dynamic_membership\":true,\"overlap_required\":true}");
    }

    @Test
    void refusals_have_the_published_texts_and_keep_the_state() {
        Reconfiguration none = new Reconfiguration("cert/x", Optional.empty());
        Reconfiguration fixed = bundle(new ReconfigurationPolicy(false, true));
        ReconfigurationSnapshot seeded = fixed.seed(List.of("B", "A", "B"));
        assertThat(seeded)
                .isEqualTo(new ReconfigurationSnapshot(0, List.of("A", "B"), List.of(), List.of(), List.of()));
        String disabled = "request: bundle is not reconfiguration-enabled";
        refuses(() -> none.seed(List.of("A")), "DISABLED", disabled);
        refuses(() -> fixed.reconfigure(seeded, List.of("A")), "DISABLED", disabled);
        refuses(() -> fixed.execute(seeded, plan()), "DISABLED", disabled);
        refuses(() -> fixed.seed(List.of()), "EMPTY", "request: membership set may not be empty");
        refuses(() -> BOTH.reconfigure(seeded, List.of()), "EMPTY", "request: membership set may not be empty");
        refuses(
                () -> BOTH.reconfigure(seeded, List.of("C", "D")),
                "DISJOINT",
                "request: overlap_required but member sets are disjoint");
    }

    /** The executed example of spec 31 §10.3. */
    @Test
    void boundaries_are_the_published_ones() {
        ReconfigurationPhase phase = BOTH.execute(
                        Reconfiguration.UNSEEDED,
                        plan(remote("Dora", "127.0.0.1:1", "us"), with("Carol", "Bob"), local("Bob", "eu")))
                .planExecutions()
                .getLast()
                .phases()
                .getLast();
        assertThat(declared(Codec.listOf(BoundaryObservation.CODEC), phase.transportBoundaries()))
                .isEqualTo("[{\"from_role\":\"Bob\",\"to_role\":\"Carol\",\"boundary\":\"SharedMemory\","
                        + "\"cross_region\":false},{\"from_role\":\"Bob\",\"to_role\":\"Dora\","
                        + "\"boundary\":\"Network\",\"cross_region\":true},{\"from_role\":\"Carol\","
                        + "\"to_role\":\"Dora\",\"boundary\":\"Network\",\"cross_region\":true}]");
        assertThat(phase.placements()).extracting(PlacementObservation::role).containsExactly("Bob", "Carol", "Dora");
    }

    @Test
    void two_local_roles_are_in_one_process_and_two_on_one_remote_node_are_not() {
        assertThat(boundary(local("A", "x"), local("B", "y"))).isEqualTo("\"InProcess\",\"cross_region\":true");
        assertThat(boundary(remote("A", "h:1", "x"), with("B", "A"))).isEqualTo("\"Network\",\"cross_region\":false");
        assertThat(boundary(local("A", null), local("B", "y"))).isEqualTo("\"InProcess\",\"cross_region\":false");
    }

    private static String boundary(PlacementObservation one, PlacementObservation two) {
        ReconfigurationPhase phase = BOTH.execute(Reconfiguration.UNSEEDED, plan(one, two))
                .planExecutions()
                .getLast()
                .phases()
                .getLast();
        String text =
                declared(BoundaryObservation.CODEC, phase.transportBoundaries().getFirst());
        return text.substring(text.indexOf("\"boundary\":") + 11, text.length() - 1);
    }

    /** Rows of role, kind, endpoint, region, peer; {@code -} for none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A LOCAL - - -;A LOCAL - - - | duplicate placement observation for role A",
                "A LOCAL h:1 - B | local role A must not carry a remote endpoint",
                "A LOCAL - - B | local role A must not carry colocated_with metadata",
                "A REMOTE - - B | remote role A must carry an endpoint",
                "A REMOTE h:1 - B | remote role A must not carry colocated_with metadata",
                "A COLOCATED h:1 - - | colocated role A must name its colocated peer",
                "A COLOCATED h:1 - A | role A may not be colocated with itself",
                "A COLOCATED h:1 - B | colocated role A must not carry a direct endpoint",
                "A COLOCATED - - B;B COLOCATED - - A | cyclic colocated placement involving role A",
                "A COLOCATED - - B;B COLOCATED - - C;C COLOCATED - - B"
                        + " | cyclic colocated placement involving role B",
                "A COLOCATED - - Z | placement observation is missing role Z",
                "A COLOCATED - x B;B LOCAL - y - | role A declares region x but colocated peer resolves to y",
                "C LOCAL h:1 - -;B LOCAL - - -;B LOCAL - - - | duplicate placement observation for role B"
            })
    void contradicting_placements_are_refused(String rows, String why) {
        PlacementObservation[] placements = Arrays.stream(rows.split(";", -1))
                .map(row -> row.split(" ", -1))
                .map(row -> new PlacementObservation(
                        row[0],
                        PlacementKind.valueOf(row[1]),
                        row[2].equals("-") ? null : row[2],
                        row[3].equals("-") ? null : row[3],
                        row[4].equals("-") ? null : row[4]))
                .toArray(PlacementObservation[]::new);
        refuses(
                () -> BOTH.execute(Reconfiguration.UNSEEDED, plan(placements)),
                "PLAN",
                "plan: step `S` has invalid placements: " + why);
    }

    @Test
    void a_plan_is_executed_whole_or_not_at_all() {
        ReconfigurationSnapshot seeded = BOTH.seed(List.of("A"));
        refuses(
                () -> BOTH.execute(seeded, new ReconfigurationPlan("P", List.of())),
                "PLAN",
                "plan: plan `P` must contain at least one step");
        refuses(() -> BOTH.execute(seeded, plan()), "PLAN", "plan: step `S` must preserve a non-empty membership set");
        refuses(
                () -> BOTH.execute(
                        seeded,
                        new ReconfigurationPlan(
                                "P",
                                List.of(new ReconfigurationStep("S", List.of("A", "B"), List.of(local("A", null)))))),
                "PLAN",
                "plan: step `S` placements must match next_members exactly");
        ReconfigurationPlan second = new ReconfigurationPlan(
                "P",
                List.of(
                        new ReconfigurationStep("S1", List.of("B", "A"), List.of(local("A", null), local("B", null))),
                        new ReconfigurationStep("S2", List.of("C"), List.of(local("C", null)))));
        refuses(
                () -> BOTH.execute(seeded, second),
                "DISJOINT",
                "request: overlap_required but member sets are disjoint");
        assertThat(seeded).isEqualTo(BOTH.seed(List.of("A")));
        ReconfigurationSnapshot done =
                bundle(new ReconfigurationPolicy(true, false)).execute(seeded, second);
        assertThat(done.epoch()).isEqualTo(2);
        assertThat(done.activeMembers()).containsExactly("C");
        assertThat(done.history()).hasSize(2);
        assertThat(done.planExecutions()).singleElement().satisfies(execution -> {
            assertThat(execution.initialMembers()).containsExactly("A");
            assertThat(execution.finalMembers()).containsExactly("C");
            assertThat(execution.phases())
                    .extracting(ReconfigurationPhase::event)
                    .isEqualTo(done.history());
        });
    }

    /** The recovery harness of spec 32 §10: with and without a snapshot in between. */
    @Test
    void the_second_plan_is_the_same_with_and_without_a_restore_in_between() {
        ReconfigurationPlan prepare =
                plan(local("Bob", "eu_central_1"), with("Carol", "Bob"), remote("Dora", "h:1", "us_east_1"));
        ReconfigurationPlan cutover =
                plan(remote("Carol", "h:2", "us_east_1"), with("Dora", "Carol"), remote("Eve", "h:3", "us_west_2"));
        ReconfigurationSnapshot prepared = BOTH.execute(BOTH.seed(List.of("Alice", "Bob")), prepare);
        ReconfigurationSnapshot restored = BOTH.restore(JsonInput.read(
                JsonOutput.compactBytes(ReconfigurationSnapshot.CODEC, prepared),
                ReadPolicy.STRICT,
                ReconfigurationSnapshot.CODEC));
        assertThat(restored).isEqualTo(prepared);
        assertThat(BOTH.execute(restored, cutover)).isEqualTo(BOTH.execute(prepared, cutover));
    }

    @Test
    void a_contradicting_snapshot_is_refused_in_the_order_of_the_checks() {
        ReconfigurationSnapshot good = BOTH.reconfigure(BOTH.seed(List.of("A")), List.of("A", "B"));
        ReconfigurationEvent event = good.history().getLast();
        List<ReconfigurationEvent> one = List.of(event);
        tampered(Reconfiguration.UNSEEDED, "snapshot must preserve a non-empty active membership set");
        tampered(
                new ReconfigurationSnapshot(1, List.of("Z"), List.of(event, event), List.of(), List.of()),
                "snapshot history must have strictly increasing epochs");
        tampered(
                new ReconfigurationSnapshot(7, List.of("Z"), one, List.of(), List.of()),
                "snapshot active membership must match the final history event");
        tampered(
                new ReconfigurationSnapshot(7, List.of("A", "B"), one, List.of(), List.of()),
                "snapshot epoch must match the final history event epoch");
        tampered(
                new ReconfigurationSnapshot(1, List.of("A"), List.of(), List.of(), List.of()),
                "empty snapshot history must use epoch 0");
        PlanExecution noPhases = new PlanExecution("cert/x", "P", List.of(), List.of(), List.of());
        RuntimeUpgradeExecution noArtifacts = new RuntimeUpgradeExecution("cert/x", "U", List.of(), List.of());
        tampered(
                new ReconfigurationSnapshot(1, List.of("A", "B"), one, List.of(noPhases), List.of(noArtifacts)),
                "snapshot plan executions must contain at least one phase");
        tampered(
                new ReconfigurationSnapshot(1, List.of("A", "B"), one, List.of(), List.of(noArtifacts)),
                "snapshot runtime upgrades must contain at least one artifact");
        assertThat(BOTH.restore(good)).isEqualTo(good);
    }

    private static void tampered(ReconfigurationSnapshot snapshot, String reason) {
        refuses(() -> BOTH.restore(snapshot), "PLAN", "plan: " + reason);
    }

    /** The last scale budget of spec 32 §10.2: the runtime is not seeded. */
    @Test
    void eight_steps_of_five_members_stay_within_the_published_size() {
        List<ReconfigurationStep> steps = new ArrayList<>();
        for (int step = 0; step < 8; step++) {
            List<PlacementObservation> placements = new ArrayList<>();
            for (int member = 0; member < 5; member++) {
                placements.add(remote("M" + (step + member), "10.0.0." + member + ":" + (9000 + step), "region"));
            }
            steps.add(new ReconfigurationStep(
                    "step-" + step,
                    placements.stream().map(PlacementObservation::role).toList(),
                    placements));
        }
        ReconfigurationSnapshot done =
                BOTH.execute(Reconfiguration.UNSEEDED, new ReconfigurationPlan("plan/eight", steps));
        assertThat(done.history()).hasSize(8);
        assertThat(done.history().getFirst().previousMembers()).isEmpty();
        assertThat(done.planExecutions()).hasSize(1);
        assertThat(done.planExecutions().getFirst().phases()).hasSize(8);
        byte[] json = JsonOutput.declaredBytes(ReconfigurationSnapshot.CODEC, done);
        assertThat(json.length).isLessThanOrEqualTo(128_000);
        assertThat(BOTH.restore(JsonInput.read(json, ReadPolicy.STRICT, ReconfigurationSnapshot.CODEC)))
                .isEqualTo(done);
    }
}
