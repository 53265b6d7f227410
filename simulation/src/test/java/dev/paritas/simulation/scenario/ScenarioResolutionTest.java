package dev.paritas.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.machine.schedule.PriorityPolicy;
import dev.paritas.machine.schedule.SchedulingPolicy;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.simulation.scenario.ExecutionSpec.Backend;
import dev.paritas.simulation.scenario.ScenarioResolution.Eligibility;
import dev.paritas.simulation.scenario.ScenarioResolution.Regime;
import dev.paritas.simulation.scenario.TheoremSpec.AssumptionBundle;
import dev.paritas.simulation.scenario.TheoremSpec.EnvelopeProfile;
import dev.paritas.simulation.scenario.TheoremSpec.SchedulerProfile;
import org.junit.jupiter.api.Test;

/** Spec 52 §4.3. */
class ScenarioResolutionTest {
    private static final SimulatorHost EIGHT = new SimulatorHost(true, 8);

    private static ScenarioResolution resolved(String members) {
        String json = ("{'name':'n','roles':['A','B'],'steps':4" + (members.isEmpty() ? "" : "," + members) + "}")
                .replace('\'', '"');
        return ScenarioResolution.of(JsonInput.read(json, ReadPolicy.PEER, Scenario.CODEC), EIGHT);
    }

    @Test
    void what_is_left_to_us_is_canonical_cooperative_and_exact() {
        ScenarioResolution resolution = resolved("");
        assertThat(resolution.backend()).isEqualTo(Backend.CANONICAL);
        assertThat(resolution.policy()).isEqualTo(new SchedulingPolicy.Cooperative());
        assertThat(resolution.concurrency()).isEqualTo(1);
        assertThat(resolution.workers()).isEqualTo(1);
        assertThat(resolution.regime()).isEqualTo(Regime.CANONICAL_EXACT);
        assertThat(resolution.schedulerProfile()).isEqualTo(SchedulerProfile.CANONICAL_EXACT);
        assertThat(resolution.envelopeProfile()).isEqualTo(EnvelopeProfile.EXACT);
        assertThat(resolution.assumptionBundle()).isEqualTo(AssumptionBundle.FAULT_FREE_TRANSPORT);
        assertThat(resolution.eligibility()).isEqualTo(Eligibility.EXACT);
    }

    @Test
    void a_threaded_backend_takes_the_parallelism_of_the_host() {
        ScenarioResolution resolution = resolved("'execution':{'backend':'threaded'}");
        assertThat(resolution.concurrency()).isEqualTo(8);
        assertThat(resolution.workers()).isEqualTo(8);
        assertThat(resolution.regime()).isEqualTo(Regime.THREADED_ENVELOPE_BOUNDED);
        assertThat(resolution.envelopeProfile()).isEqualTo(EnvelopeProfile.PROTOCOL_MACHINE_ENVELOPE_ADHERENCE);
        assertThat(resolution.eligibility()).isEqualTo(Eligibility.ENVELOPE_BOUNDED);
        assertThat(resolved("'execution':{'backend':'threaded','scheduler_concurrency':1}")
                        .regime())
                .isEqualTo(Regime.THREADED_EXACT);
    }

    @Test
    void policies_are_those_of_the_machine() {
        assertThat(resolved("'execution':{'scheduler_policy':'priority_aging'}").policy())
                .isEqualTo(new SchedulingPolicy.Priority(new PriorityPolicy.Aging()));
        assertThat(resolved("'execution':{'scheduler_policy':'progress_aware'}").policy())
                .isEqualTo(new SchedulingPolicy.ProgressAware());
    }

    @Test
    void disturbances_make_the_transport_an_observed_one() {
        assertThat(resolved("'network':{}").assumptionBundle()).isEqualTo(AssumptionBundle.OBSERVED_TRANSPORT);
    }

    @Test
    void the_first_reason_against_a_theorem_is_told() {
        assertThat(resolved("'theorem':{'scheduler_profile':'threaded_exact','envelope_profile':'none'}")
                        .ineligible())
                .contains("scheduler profile threaded_exact requires threaded_exact execution, got canonical_exact");
        assertThat(resolved("'theorem':{'scheduler_profile':'threaded_envelope'}")
                        .ineligible())
                .contains("scheduler profile threaded_envelope requires threaded_envelope_bounded execution, got"
                        + " canonical_exact");
        assertThat(resolved("'execution':{'backend':'threaded'},'theorem':{'envelope_profile':'exact'}")
                        .ineligible())
                .contains("envelope profile exact requires an exact execution regime, got threaded_envelope_bounded");
        assertThat(resolved("'network':{},'theorem':{'assumption_bundle':'fault_free_transport',"
                                + "'envelope_profile':'none'}")
                        .ineligible())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("assumption bundle fault_free_transport"));
        ScenarioResolution none = resolved("'theorem':{'envelope_profile':'none'}");
        assertThat(none.ineligible()).contains("envelope profile none disables theorem-backed outputs for this run");
        assertThat(none.eligibility()).isEqualTo(Eligibility.INELIGIBLE);
    }
}
