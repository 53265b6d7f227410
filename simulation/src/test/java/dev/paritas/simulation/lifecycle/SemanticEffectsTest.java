package dev.paritas.simulation.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.simulation.lifecycle.SemanticEffects.Runs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticEffectsTest {
    /** The table of spec 52 §6, typed in. */
    private static final List<String> TABLE = List.of(
            "blocked_send send_decision blocked Transport sendDecision false null",
            "send_publication send_decision succeeded Transport sendDecision true machine.replay.internal_effects",
            "output_condition_hint output_condition_hint succeeded Runtime outputConditionHint false"
                    + " machine.replay.internal_effects",
            "wal_sync wal_sync succeeded Wal sync false null",
            "failed_invoke invoke_step failed Runtime invoke false null",
            "send_before_fault send_decision succeeded_then_faulted Transport sendDecision false null",
            "resumed_send send_decision resumed Transport sendDecision false null");

    private static String row(SemanticEffectFixture fixture) {
        return String.join(
                " ",
                fixture.name(),
                fixture.effectKind(),
                EffectLifecycle.CODEC.word(fixture.lifecycle()),
                fixture.interfaceName(),
                fixture.operationName(),
                String.valueOf(fixture.publicationMaterialized()),
                String.valueOf(fixture.outputPredicate()));
    }

    @Test
    void the_machine_shows_the_seven_fixtures_in_order() {
        assertThat(SemanticEffects.bundle().fixtures())
                .extracting(SemanticEffectsTest::row)
                .containsExactlyElementsOf(TABLE);
    }

    @Test
    void the_first_fixture_reads_as_the_published_line() {
        SemanticEffectBundle first =
                SemanticEffectBundle.of(SemanticEffects.bundle().fixtures().subList(0, 1));
        assertThat(JsonOutput.compactText(SemanticEffectBundle.CODEC, first))
                .isEqualTo("{\"fixtures\":[{\"effect_kind\":\"send_decision\",\"interface_name\":\"Transport\","
                        + "\"lifecycle\":\"blocked\",\"name\":\"blocked_send\",\"operation_name\":\"sendDecision\","
                        + "\"output_predicate\":null,\"publication_materialized\":false}],"
                        + "\"schema_version\":\"semantic_effect_parity_v1\"}");
    }

    /** A run, its file and the run of the file give one bundle (spec 52 §6.2). */
    @Test
    void observations_read_back_from_a_file_give_the_same_bundle() {
        Runs live = Runs.fresh();
        Runs read = new Runs(
                again(live.blockedSend()),
                again(live.internalEffects()),
                again(live.failedInvoke()),
                again(live.sendBeforeFault()),
                again(live.resumedSend()));
        assertThat(read).isEqualTo(live);
        assertThat(SemanticEffects.bundle(read)).isEqualTo(SemanticEffects.bundle(live));
    }

    private static EffectObservation again(EffectObservation observation) {
        return JsonInput.read(
                JsonOutput.compactBytes(EffectObservation.CODEC, observation),
                ReadPolicy.STRICT,
                EffectObservation.CODEC);
    }

    /** The simulator's settings: three rounds for the blocked scene, eight for the inner one (spec 52 §6.2). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5})
    void other_lengths_and_widths_of_the_runs_give_the_same_bundle(long concurrency) {
        Runs fresh = Runs.fresh();
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(EffectScenes.message());
        machine.runConcurrent(EffectHandlers.internalEffects(), 8, concurrency);
        Runs shorter = new Runs(
                EffectScenes.observe(EffectScenes.message(), EffectHandlers.partitioned(), 3),
                EffectObservation.of(machine, false),
                fresh.failedInvoke(),
                fresh.sendBeforeFault(),
                fresh.resumedSend());
        assertThat(SemanticEffects.bundle(shorter)).isEqualTo(SemanticEffects.bundle(fresh));
        assertThat(shorter.internalEffects()).isEqualTo(fresh.internalEffects());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void the_failing_runs_show_the_same_effects_at_every_width(long concurrency) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(EffectScenes.message());
        assertThatThrownBy(() -> machine.runConcurrent(
                        EffectHandlers.failingStep("B", "late fault"), EffectScenes.MAX_ROUNDS, concurrency))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("late fault");
        assertThat(EffectObservation.of(machine, true)).isEqualTo(EffectScenes.sendBeforeFault());
    }

    @Test
    void a_blocked_effect_that_is_gone_is_found_through_its_operation() {
        EffectObservation seen = EffectScenes.blockedSend();
        EffectObservation without = new EffectObservation(
                seen.exchanges(),
                new SemanticObjects(
                        seen.objects().operationInstances(),
                        seen.objects().outstandingEffects().stream()
                                .filter(effect -> !effect.effectKind().equals("send_decision"))
                                .toList(),
                        seen.objects().semanticHandoffs(),
                        seen.objects().transformationObligations(),
                        seen.objects().authoritativeReads(),
                        seen.objects().observedReads(),
                        seen.objects().materializationProofs(),
                        seen.objects().canonicalHandles(),
                        seen.objects().publicationEvents(),
                        seen.objects().prestateBindings(),
                        seen.objects().agreementProfiles(),
                        seen.objects().agreementContracts(),
                        seen.objects().agreementEvidence(),
                        seen.objects().agreementStates(),
                        seen.objects().regions(),
                        seen.objects().progressContracts(),
                        seen.objects().progressTransitions()),
                seen.checks(),
                false);
        Runs runs = Runs.fresh();
        assertThat(SemanticEffects.bundle(new Runs(
                        without,
                        runs.internalEffects(),
                        runs.failedInvoke(),
                        runs.sendBeforeFault(),
                        runs.resumedSend())))
                .isEqualTo(SemanticEffects.bundle(runs));
    }

    @Test
    void a_run_that_lacks_its_effect_says_which_fixture_is_missing() {
        Runs runs = Runs.fresh();
        Runs calm = new Runs(
                runs.sendBeforeFault(),
                runs.internalEffects(),
                runs.failedInvoke(),
                runs.sendBeforeFault(),
                runs.resumedSend());
        assertThatThrownBy(() -> SemanticEffects.bundle(calm))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.only(MissingEffect.class).fixture()).isEqualTo("blocked_send"));
    }

    /** Lifecycles come from the records: swapping two runs swaps what is seen. */
    @Test
    void a_send_that_never_waited_is_not_resumed() {
        Runs runs = Runs.fresh();
        Runs planted = new Runs(
                runs.blockedSend(),
                runs.internalEffects(),
                runs.failedInvoke(),
                runs.sendBeforeFault(),
                runs.internalEffects());
        assertThat(SemanticEffects.bundle(planted).fixtures().getLast().lifecycle())
                .isEqualTo(EffectLifecycle.SUCCEEDED);
    }

    /** {@code EffectObservation.lifecycle_resumed_iff}: it succeeded, and an earlier, equal question had to wait. */
    @Test
    void the_partitioned_exchange_waits_then_times_out_while_its_retry_resumes() {
        EffectObservation run = EffectScenes.resumedSend();
        assertThat(run.exchanges())
                .filteredOn(exchange ->
                        exchange.request().metadata().operationName().equals("sendDecision"))
                .extracting(run::lifecycle)
                .containsExactly(EffectLifecycle.BLOCKED, EffectLifecycle.RESUMED);
        assertThat(run.objects().outstandingEffects())
                .extracting(OutstandingEffect::effectKind)
                .contains("topology_event");
    }

    @Test
    void the_order_of_fixtures_says_nothing_and_each_member_counts() {
        SemanticEffectBundle bundle = SemanticEffects.bundle();
        List<SemanticEffectFixture> shuffled = new ArrayList<>(bundle.fixtures());
        Collections.shuffle(shuffled, new Random(3));
        assertThat(SemanticEffectBundle.of(shuffled).sorted()).as("seed 3").isEqualTo(bundle.sorted());
        SemanticEffectFixture one = bundle.fixtures().get(1);
        for (SemanticEffectFixture planted : List.of(
                new SemanticEffectFixture(
                        "x", one.effectKind(), one.lifecycle(), "Transport", "sendDecision", true, null),
                new SemanticEffectFixture(
                        one.name(), "x", one.lifecycle(), "Transport", "sendDecision", true, one.outputPredicate()),
                new SemanticEffectFixture(
                        one.name(),
                        one.effectKind(),
                        EffectLifecycle.FAILED,
                        "Transport",
                        "sendDecision",
                        true,
                        one.outputPredicate()),
                new SemanticEffectFixture(
                        one.name(),
                        one.effectKind(),
                        one.lifecycle(),
                        "x",
                        "sendDecision",
                        true,
                        one.outputPredicate()),
                new SemanticEffectFixture(
                        one.name(), one.effectKind(), one.lifecycle(), "Transport", "x", true, one.outputPredicate()),
                new SemanticEffectFixture(
                        one.name(),
                        one.effectKind(),
                        one.lifecycle(),
                        "Transport",
                        "sendDecision",
                        false,
                        one.outputPredicate()),
                new SemanticEffectFixture(
                        one.name(), one.effectKind(), one.lifecycle(), "Transport", "sendDecision", true, null))) {
            List<SemanticEffectFixture> changed = new ArrayList<>(bundle.fixtures());
            changed.set(1, planted);
            assertThat(SemanticEffectBundle.of(changed).sorted()).isNotEqualTo(bundle.sorted());
        }
    }
}
