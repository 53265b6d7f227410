package dev.paritas.admission.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.admission.gate.TransportRequirement;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.RunStatus;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.session.Session;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.PlacementObservation.PlacementKind;
import dev.paritas.semanticobjects.membership.PlanExecution;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.ReconfigurationStep;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeRequest;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.ExecutionConstraint;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PendingEffectTreatment;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PublicationContinuity;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Bundles on one machine: numbers, sessions, memory, runs and memberships (spec 31 §9-10). */
class ComposedRuntimeTest {
    private static CompositionError refusal(ThrowingCallable call) {
        ProblemException e = catchThrowableOfType(ProblemException.class, call);
        assertThat(e).isNotNull();
        return e.only(CompositionError.class);
    }

    /** The list of spec 31 §9; T7 and T9-T11 are shown where the runtime is asked for them. */
    @Test
    void texts_are_the_published_ones() {
        Map<CompositionError, String> texts = Map.of(
                new CompositionError.MissingLinkEvidence("A"),
                "bundle `A` rejected: missing LinkOKFull compatibility evidence",
                new CompositionError.MissingCapability("A", "C"),
                "bundle `A` rejected: missing required capability `C`",
                new CompositionError.MissingContracts("A"),
                "bundle `A` rejected: missing ProtocolMachine runtime contracts for advanced mode",
                new CompositionError.MissingTransport("A"),
                "bundle `A` rejected: missing transport contracts for theorem-pack claims",
                new CompositionError.UnmetTransport("A", "T", TransportRequirement.NO_MESSAGE_SYNTHESIS),
                "bundle `A` rejected: transport `T` does not satisfy required contract `no_message_synthesis`",
                new CompositionError.UnknownBundle(3),
                "bundle index 3 is out of range",
                new CompositionError.MissingReconfigurationCapability("A", "C"),
                "bundle `A` rejected reconfiguration request: missing required capability `C`",
                new CompositionError.MemoryExceeded("A", "REASON"),
                "bundle `A` rejected: memory budget exceeded (REASON)");
        texts.forEach((error, text) -> assertThat(error.sentence()).isEqualTo(text));
    }

    @Test
    void bundles_are_numbered_from_zero_and_refused_ones_get_no_number() {
        ComposedRuntime runtime = Compositions.smallest().runtime();
        Compositions unlinked = Compositions.smallest();
        unlinked.linked = false;
        assertThat(runtime.admit(Compositions.smallest().bundle())).isEqualTo(0);
        assertThat(refusal(() -> runtime.admit(unlinked.bundle())))
                .isEqualTo(new CompositionError.MissingLinkEvidence("cert/x"));
        assertThat(runtime.admit(Compositions.smallest().bundle())).isEqualTo(1);
        assertThat(runtime.bundles()).hasSize(2);
        assertThat(runtime.snapshot(1)).isEqualTo(Reconfiguration.UNSEEDED);
        assertThat(runtime.machine().sessions()).isEmpty();
    }

    @Test
    void a_number_not_given_out_is_refused_everywhere_and_first() {
        ComposedRuntime runtime = Compositions.smallest().runtime();
        runtime.admit(Compositions.smallest().bundle());
        for (int index : new int[] {-1, 1, 7}) {
            CompositionError unknown = new CompositionError.UnknownBundle(index);
            assertThat(refusal(() -> runtime.loadSession(index))).isEqualTo(unknown);
            assertThat(refusal(() -> runtime.loadSessions(index, 2))).isEqualTo(unknown);
            assertThat(refusal(() -> runtime.seed(index, List.of()))).isEqualTo(unknown);
            assertThat(refusal(() -> runtime.reconfigure(index, List.of()))).isEqualTo(unknown);
            assertThat(refusal(() -> runtime.execute(index, new ReconfigurationPlan("P", List.of()))))
                    .isEqualTo(unknown);
            assertThat(refusal(() -> runtime.snapshot(index))).isEqualTo(unknown);
            assertThat(refusal(() -> runtime.restore(index, Reconfiguration.UNSEEDED)))
                    .isEqualTo(unknown);
        }
    }

    @Test
    void all_sessions_run_on_the_shared_machine() {
        ComposedRuntime runtime = Compositions.smallest().runtime();
        Compositions other = Compositions.smallest();
        other.image = Compositions.image("pong");
        int ping = runtime.admit(Compositions.smallest().bundle());
        int pong = runtime.admit(other.bundle());
        assertThat(runtime.loadSessions(ping, 2)).containsExactly(0L, 1L);
        assertThat(runtime.loadSession(pong)).isEqualTo(2L);
        assertThat(runtime.loadSessions(pong, 0)).isEmpty();
        assertThat(runtime.run(new PassThroughHandler(), 1)).isEqualTo(RunStatus.MAX_ROUNDS_EXCEEDED);
        assertThat(runtime.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(runtime.machine().trace().stream()
                        .filter(ObservableEvent.Sent.class::isInstance)
                        .map(ObservableEvent.Sent.class::cast)
                        .map(sent -> sent.session() + " " + sent.label()))
                .containsExactlyInAnyOrder("0 ping", "1 ping", "2 pong");
    }

    @Test
    void refusals_of_the_machine_pass_through_and_keep_earlier_sessions() {
        Compositions parts = Compositions.smallest();
        parts.config.maxSessions(2);
        ComposedRuntime runtime = parts.runtime();
        runtime.admit(parts.bundle());
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> runtime.loadSessions(0, 5));
        assertThat(e.problem()).isEqualTo(new MachineError.TooManySessions(2));
        assertThat(e).hasMessage("max sessions (2) exceeded");
        assertThat(runtime.machine().sessions()).extracting(Session::sid).containsExactly(0L, 1L);
        Compositions empty = Compositions.smallest();
        empty.image = CodeImage.fromLocalTypes(Map.of(), GlobalType.END);
        ComposedRuntime second = empty.runtime();
        assertThat(second.admit(empty.bundle())).isEqualTo(0);
        assertThatThrownBy(() -> second.loadSession(0))
                .isInstanceOf(ProblemException.class)
                .hasMessage("invalid code image: code image must contain at least one role program");
        assertThatThrownBy(() -> new ComposedRuntime(
                        MachineConfig.DEFAULT.toBuilder().maxSessions(0).build()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("invalid ProtocolMachine config: max_sessions must be > 0");
    }

    @Test
    void a_session_beyond_the_budget_stays_open() {
        assertThat(beyond(new MemoryBudget(287, 784, 8))).isEqualTo("bytes_per_coroutine");
        assertThat(beyond(new MemoryBudget(288, 783, 8))).isEqualTo("bytes_per_session");
        assertThat(beyond(new MemoryBudget(0, 0, 8))).isEqualTo("bytes_per_coroutine");
    }

    private static String beyond(MemoryBudget budget) {
        Compositions parts = Compositions.smallest();
        parts.budget = budget;
        ComposedRuntime runtime = parts.runtime();
        runtime.admit(parts.bundle());
        CompositionError error = refusal(() -> runtime.loadSessions(0, 3));
        assertThat(runtime.machine().sessions()).hasSize(1);
        assertThat(runtime.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(error).isInstanceOf(CompositionError.MemoryExceeded.class);
        return ((CompositionError.MemoryExceeded) error).reason();
    }

    @Test
    void a_budget_may_be_used_up_and_is_not_negative() {
        Compositions parts = Compositions.smallest();
        parts.budget = MemoryBudget.USAGE;
        ComposedRuntime runtime = parts.runtime();
        assertThat(runtime.admit(parts.bundle())).isEqualTo(0);
        assertThat(runtime.loadSession(0)).isEqualTo(0);
        assertThat(MemoryBudget.DEFAULT).isEqualTo(new MemoryBudget(65_536, 262_144, 131_072));
        assertThatThrownBy(() -> new MemoryBudget(0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ReconfigurationPlan plan(String... members) {
        return new ReconfigurationPlan(
                "P",
                List.of(new ReconfigurationStep(
                        "S",
                        List.of(members),
                        List.of(members).stream()
                                .map(role -> new PlacementObservation(role, PlacementKind.LOCAL, null, null, null))
                                .toList())));
    }

    private static ComposedRuntime membership(boolean dynamic, boolean overlap) {
        Compositions parts = Compositions.smallest();
        parts.policy = Optional.of(new ReconfigurationPolicy(dynamic, overlap));
        ComposedRuntime runtime = parts.runtime();
        runtime.admit(parts.bundle());
        return runtime;
    }

    @Test
    void each_bundle_has_members_of_its_own() {
        ComposedRuntime runtime = membership(true, true);
        runtime.admit(Compositions.smallest().bundle());
        runtime.seed(0, List.of("B", "A"));
        ReconfigurationEvent event = runtime.reconfigure(0, List.of("C", "B"));
        assertThat(event)
                .isEqualTo(new ReconfigurationEvent(
                        "cert/x",
                        1,
                        List.of("A", "B"),
                        List.of("B", "C"),
                        List.of("C"),
                        List.of("A"),
                        true,
                        true,
                        true));
        PlanExecution execution = runtime.execute(0, plan("C", "D"));
        assertThat(execution.initialMembers()).containsExactly("B", "C");
        assertThat(execution.finalMembers()).containsExactly("C", "D");
        assertThat(runtime.snapshot(1)).isEqualTo(Reconfiguration.UNSEEDED);
        ReconfigurationSnapshot exported = runtime.snapshot(0);
        assertThat(exported.epoch()).isEqualTo(2);
        assertThat(exported.planExecutions()).containsExactly(execution);
        runtime.restore(1, exported);
        assertThat(runtime.snapshot(1)).isEqualTo(exported);
        runtime.reconfigure(0, List.of("D"));
        assertThat(runtime.snapshot(1)).isEqualTo(exported);
    }

    @Test
    void refused_changes_have_the_published_texts_and_change_nothing() {
        String request = "bundle `cert/x` rejected reconfiguration request: ";
        ComposedRuntime fixed = membership(false, false);
        assertThatThrownBy(() -> fixed.reconfigure(0, List.of("A")))
                .isInstanceOf(ProblemException.class)
                .hasMessage(request + "bundle is not reconfiguration-enabled");
        ComposedRuntime runtime = membership(true, true);
        runtime.seed(0, List.of("A"));
        ReconfigurationSnapshot before = runtime.snapshot(0);
        assertThatThrownBy(() -> runtime.reconfigure(0, List.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessage(request + "membership set may not be empty");
        assertThatThrownBy(() -> runtime.reconfigure(0, List.of("B")))
                .isInstanceOf(ProblemException.class)
                .hasMessage(request + "overlap_required but member sets are disjoint");
        assertThatThrownBy(() -> runtime.execute(0, plan()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("bundle `cert/x` rejected reconfiguration plan: step `S` must preserve a non-empty"
                        + " membership set");
        assertThatThrownBy(() -> runtime.restore(0, Reconfiguration.UNSEEDED))
                .isInstanceOf(ProblemException.class)
                .hasMessage("bundle `cert/x` rejected reconfiguration plan: snapshot must preserve a non-empty active"
                        + " membership set");
        assertThat(runtime.snapshot(0)).isEqualTo(before);
    }

    private static RuntimeUpgradeRequest request(ExecutionConstraint constraint, String... members) {
        return new RuntimeUpgradeRequest(
                "U",
                plan(members),
                new UpgradeCompatibility(
                        constraint,
                        true,
                        PendingEffectTreatment.PRESERVE_PENDING,
                        PublicationContinuity.PRESERVE_CANONICAL_TRUTH),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void an_upgrade_is_judged_by_what_was_admitted_and_stays_on_record() {
        Compositions parts = Compositions.smallest();
        parts.mixed = false;
        ComposedRuntime runtime = parts.runtime();
        runtime.admit(parts.bundle());
        runtime.seed(0, List.of("A"));
        UpgradeOutcome refused = runtime.upgrade(0, request(ExecutionConstraint.MIXED_DETERMINISM_ALLOWED, "A", "B"));
        assertThat(refused).isInstanceOf(UpgradeOutcome.Refused.class);
        assertThat(((UpgradeOutcome.Refused) refused).refusal().sentence())
                .isEqualTo("bundle `cert/x` rejected reconfiguration plan: runtime upgrade `U` requires"
                        + " mixed-determinism admission");
        assertThat(runtime.snapshot(0).activeMembers()).containsExactly("A");
        assertThat(runtime.upgrade(0, request(ExecutionConstraint.PRESERVE_BUNDLE_PROFILE, "A", "B")))
                .isInstanceOf(UpgradeOutcome.Committed.class);
        assertThat(runtime.snapshot(0).activeMembers()).containsExactly("A", "B");
        assertThat(runtime.snapshot(0).runtimeUpgrades()).hasSize(2);
        ComposedRuntime mixed = membership(false, false);
        mixed.seed(0, List.of("A"));
        assertThat(mixed.upgrade(0, request(ExecutionConstraint.MIXED_DETERMINISM_ALLOWED, "A", "B")))
                .isInstanceOf(UpgradeOutcome.Committed.class);
        assertThat(refusal(() -> mixed.upgrade(1, request(ExecutionConstraint.PRESERVE_BUNDLE_PROFILE, "A"))))
                .isEqualTo(new CompositionError.UnknownBundle(1));
    }
}
