package dev.paritas.simulation.scenario;

import dev.paritas.machine.schedule.PriorityPolicy;
import dev.paritas.machine.schedule.SchedulingPolicy;
import dev.paritas.semanticobjects.json.WordCodec;
import dev.paritas.simulation.scenario.ExecutionSpec.Backend;
import dev.paritas.simulation.scenario.TheoremSpec.AssumptionBundle;
import dev.paritas.simulation.scenario.TheoremSpec.EnvelopeProfile;
import dev.paritas.simulation.scenario.TheoremSpec.SchedulerProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with everything that was left to us decided (spec 52 §4.3).
 *
 * @param concurrency unsigned
 * @param workers unsigned
 * @param ineligible why no theorem covers the run; empty when one does
 */
public record ScenarioResolution(
        Backend backend,
        SchedulingPolicy policy,
        long concurrency,
        long workers,
        Regime regime,
        SchedulerProfile schedulerProfile,
        EnvelopeProfile envelopeProfile,
        AssumptionBundle assumptionBundle,
        Optional<String> ineligible) {
    /** How the rounds of a run relate to the canonical ones. */
    public enum Regime {
        CANONICAL_EXACT(SchedulerProfile.CANONICAL_EXACT),
        THREADED_EXACT(SchedulerProfile.THREADED_EXACT),
        THREADED_ENVELOPE_BOUNDED(SchedulerProfile.THREADED_ENVELOPE);

        private final SchedulerProfile profile;

        Regime(SchedulerProfile profile) {
            this.profile = profile;
        }

        /** {@return the word in messages} */
        public String word() {
            return CODEC.word(this);
        }

        public static final WordCodec<Regime> CODEC = WordCodec.snakeCase(Regime.class);
    }

    /** What the theorems say of a run. */
    public enum Eligibility {
        EXACT,
        ENVELOPE_BOUNDED,
        INELIGIBLE
    }

    /** {@return how far the theorems reach} */
    public Eligibility eligibility() {
        if (ineligible.isPresent()) {
            return Eligibility.INELIGIBLE;
        }
        return envelopeProfile == EnvelopeProfile.EXACT ? Eligibility.EXACT : Eligibility.ENVELOPE_BOUNDED;
    }

    /** {@return the decisions about a valid scenario} */
    public static ScenarioResolution of(Scenario scenario, SimulatorHost host) {
        ExecutionSpec execution = scenario.execution();
        Backend backend = execution.backend() == Backend.THREADED ? Backend.THREADED : Backend.CANONICAL;
        long otherwise = backend == Backend.THREADED ? host.parallelism() : 1;
        long concurrency = given(execution.schedulerConcurrency(), otherwise);
        Regime regime = regime(backend, concurrency);
        SchedulerProfile scheduler = scenario.theorem().schedulerProfile() == SchedulerProfile.AUTO
                ? regime.profile
                : scenario.theorem().schedulerProfile();
        EnvelopeProfile envelope = scenario.theorem().envelopeProfile() == EnvelopeProfile.AUTO
                ? regime == Regime.THREADED_ENVELOPE_BOUNDED
                        ? EnvelopeProfile.PROTOCOL_MACHINE_ENVELOPE_ADHERENCE
                        : EnvelopeProfile.EXACT
                : scenario.theorem().envelopeProfile();
        AssumptionBundle assumptions = scenario.theorem().assumptionBundle() == AssumptionBundle.AUTO
                ? disturbed(scenario) ? AssumptionBundle.OBSERVED_TRANSPORT : AssumptionBundle.FAULT_FREE_TRANSPORT
                : scenario.theorem().assumptionBundle();
        return new ScenarioResolution(
                backend,
                policy(execution.schedulerPolicy()),
                concurrency,
                given(execution.workerThreads(), otherwise),
                regime,
                scheduler,
                envelope,
                assumptions,
                Optional.ofNullable(ineligible(scenario, regime, scheduler, envelope, assumptions)));
    }

    private static long given(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }

    private static Regime regime(Backend backend, long concurrency) {
        if (backend != Backend.THREADED) {
            return Regime.CANONICAL_EXACT;
        }
        return Long.compareUnsigned(concurrency, 1) <= 0 ? Regime.THREADED_EXACT : Regime.THREADED_ENVELOPE_BOUNDED;
    }

    private static SchedulingPolicy policy(ExecutionSpec.SchedulerPolicy word) {
        return switch (word) {
            case AUTO, COOPERATIVE -> new SchedulingPolicy.Cooperative();
            case ROUND_ROBIN -> new SchedulingPolicy.RoundRobin();
            case PRIORITY_AGING -> new SchedulingPolicy.Priority(new PriorityPolicy.Aging());
            case PRIORITY_TOKEN_WEIGHTED -> new SchedulingPolicy.Priority(new PriorityPolicy.TokenWeighted());
            case PROGRESS_AWARE -> new SchedulingPolicy.ProgressAware();
        };
    }

    private static boolean disturbed(Scenario scenario) {
        return scenario.network() != null
                || !scenario.adversaries().isEmpty()
                || !scenario.reconfigurations().isEmpty();
    }

    private static @Nullable String ineligible(
            Scenario scenario,
            Regime regime,
            SchedulerProfile scheduler,
            EnvelopeProfile envelope,
            AssumptionBundle assumptions) {
        if (scheduler != regime.profile) {
            return "scheduler profile " + SchedulerProfile.CODEC.word(scheduler) + " requires "
                    + requiredBy(scheduler).word() + " execution, got " + regime.word();
        }
        if (envelope == EnvelopeProfile.EXACT && regime == Regime.THREADED_ENVELOPE_BOUNDED) {
            return "envelope profile exact requires an exact execution regime, got " + regime.word();
        }
        if (assumptions == AssumptionBundle.FAULT_FREE_TRANSPORT && disturbed(scenario)) {
            return "assumption bundle fault_free_transport requires a scenario without network, adversaries and"
                    + " reconfigurations";
        }
        return envelope == EnvelopeProfile.NONE
                ? "envelope profile none disables theorem-backed outputs for this run"
                : null;
    }

    private static Regime requiredBy(SchedulerProfile profile) {
        return switch (profile) {
            case AUTO, CANONICAL_EXACT -> Regime.CANONICAL_EXACT;
            case THREADED_EXACT -> Regime.THREADED_EXACT;
            case THREADED_ENVELOPE -> Regime.THREADED_ENVELOPE_BOUNDED;
        };
    }
}
