package dev.paritas.simulation.scenario;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.field.FieldParameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a scenario, with its fixed-point numbers read by one codec (spec 52 §4.1). */
final class ScenarioCodec {
    private final Codec<FixedQ32> number;
    private final Codec<TriggerSpec> trigger;

    private ScenarioCodec(Codec<FixedQ32> number) {
        this.number = number;
        this.trigger = trigger();
    }

    static Codec<Scenario> of(Codec<FixedQ32> number) {
        return new ScenarioCodec(number).scenario();
    }

    private Codec<Scenario> scenario() {
        return ObjectCodec.of(
                "Scenario",
                field("name", Codec.STRING, Scenario::name),
                field("roles", Codec.listOf(Codec.STRING), Scenario::roles),
                field("steps", Codec.U64, Scenario::steps),
                defaulted("execution", execution(), Scenario::execution, ExecutionSpec.AUTO),
                defaulted("seed", Codec.U64, Scenario::seed, 0L),
                omittable("network", network(), Scenario::network),
                omittable("field", FieldParameters.codec(number), Scenario::field),
                defaulted("reconfigurations", Codec.listOf(reconfiguration()), Scenario::reconfigurations, List.of()),
                defaulted("adversaries", Codec.listOf(adversary()), Scenario::adversaries, List.of()),
                omittable("properties", properties(), Scenario::properties),
                omittable("checkpoint_interval", Codec.U64, Scenario::checkpointInterval),
                defaulted("theorem", theorem(), Scenario::theorem, TheoremSpec.AUTO),
                defaulted("durability", durability(), Scenario::durability, Durability.DISABLED),
                defaulted("extensions", Codec.mapOf(JsonValue.CODEC), Scenario::extensions, Map.of()),
                Scenario::new);
    }

    private static Codec<ExecutionSpec> execution() {
        return ObjectCodec.of(
                "ScenarioExecution",
                defaulted("backend", ExecutionSpec.Backend.CODEC, ExecutionSpec::backend, ExecutionSpec.Backend.AUTO),
                defaulted(
                        "scheduler_policy",
                        ExecutionSpec.SchedulerPolicy.CODEC,
                        ExecutionSpec::schedulerPolicy,
                        ExecutionSpec.SchedulerPolicy.AUTO),
                omittable("scheduler_concurrency", Codec.U64, ExecutionSpec::schedulerConcurrency),
                omittable("worker_threads", Codec.U64, ExecutionSpec::workerThreads),
                ExecutionSpec::new);
    }

    private Codec<NetworkSpec> network() {
        Codec<NetworkSpec.Link> link = ObjectCodec.of(
                "ScenarioLink",
                field("from", Codec.STRING, NetworkSpec.Link::from),
                field("to", Codec.STRING, NetworkSpec.Link::to),
                defaulted("enabled", Codec.BOOL, NetworkSpec.Link::enabled, true),
                omittable("base_latency_ms", Codec.U64, NetworkSpec.Link::baseLatencyMs),
                omittable("latency_variance", number, NetworkSpec.Link::latencyVariance),
                omittable("loss_probability", number, NetworkSpec.Link::lossProbability),
                NetworkSpec.Link::new);
        return ObjectCodec.of(
                "ScenarioNetwork",
                defaulted("base_latency_ms", Codec.U64, NetworkSpec::baseLatencyMs, 0L),
                defaulted("latency_variance", number, NetworkSpec::latencyVariance, FixedQ32.ZERO),
                defaulted("loss_probability", number, NetworkSpec::lossProbability, FixedQ32.ZERO),
                defaulted("links", Codec.listOf(link), NetworkSpec::links, List.of()),
                NetworkSpec::new);
    }

    private Codec<TriggerSpec> trigger() {
        Codec<TriggerSpec.OnEvent> onEvent = ObjectCodec.of(
                "ScenarioOnEvent",
                field("kind", Codec.STRING, TriggerSpec.OnEvent::kind),
                omittable("role", Codec.STRING, TriggerSpec.OnEvent::role),
                TriggerSpec.OnEvent::new);
        return ObjectCodec.of(
                "ScenarioTrigger",
                defaulted("immediate", Codec.BOOL, TriggerSpec::immediate, false),
                omittable("at_tick", Codec.U64, TriggerSpec::atTick),
                omittable("after_step", Codec.U64, TriggerSpec::afterStep),
                omittable("random", number, TriggerSpec::random),
                omittable("on_event", onEvent, TriggerSpec::onEvent),
                TriggerSpec::new);
    }

    private Codec<Reconfiguration> reconfiguration() {
        Codec<Reconfiguration.Effect> effect = ObjectCodec.of(
                "ScenarioReconfigurationEffect",
                field("kind", Reconfiguration.EffectClass.CODEC, Reconfiguration.Effect::kind),
                defaulted("budget_cost", Codec.U64, Reconfiguration.Effect::budgetCost, 0L),
                Reconfiguration.Effect::new);
        Codec<Reconfiguration.Action> action = reconfigurationAction();
        return ObjectCodec.of(
                "ScenarioReconfiguration",
                defaulted("trigger", trigger, Reconfiguration::trigger, TriggerSpec.NONE),
                field("action", action, Reconfiguration::action),
                field("effect", effect, Reconfiguration::effect),
                Reconfiguration::new);
    }

    private static Codec<Reconfiguration.Action> reconfigurationAction() {
        return KindCodec.<Reconfiguration.Action>named("ScenarioReconfigurationAction", "type")
                .variant(
                        Reconfiguration.Action.Link.class,
                        ObjectCodec.of(
                                "link",
                                field("from", Codec.STRING, Reconfiguration.Action.Link::from),
                                field("to", Codec.STRING, Reconfiguration.Action.Link::to),
                                Reconfiguration.Action.Link::new))
                .variant(
                        Reconfiguration.Action.Delegation.class,
                        ObjectCodec.of(
                                "delegation",
                                field("from", Codec.STRING, Reconfiguration.Action.Delegation::from),
                                field("to", Codec.STRING, Reconfiguration.Action.Delegation::to),
                                field("scope", Codec.STRING, Reconfiguration.Action.Delegation::scope),
                                Reconfiguration.Action.Delegation::new))
                .variant(
                        Reconfiguration.Action.Handoff.class,
                        ObjectCodec.of(
                                "handoff",
                                field("from", Codec.STRING, Reconfiguration.Action.Handoff::from),
                                field("to", Codec.STRING, Reconfiguration.Action.Handoff::to),
                                field("id", Codec.STRING, Reconfiguration.Action.Handoff::id),
                                Reconfiguration.Action.Handoff::new))
                .variant(
                        Reconfiguration.Action.Federation.class,
                        ObjectCodec.of(
                                "federation",
                                field("name", Codec.STRING, Reconfiguration.Action.Federation::name),
                                field(
                                        "groups",
                                        Codec.listOf(Codec.listOf(Codec.STRING)),
                                        Reconfiguration.Action.Federation::groups),
                                Reconfiguration.Action.Federation::new))
                .variant(
                        Reconfiguration.Action.ModeTransition.class,
                        ObjectCodec.of(
                                "mode_transition",
                                field("role", Codec.STRING, Reconfiguration.Action.ModeTransition::role),
                                field("from_mode", Codec.STRING, Reconfiguration.Action.ModeTransition::fromMode),
                                field("to_mode", Codec.STRING, Reconfiguration.Action.ModeTransition::toMode),
                                Reconfiguration.Action.ModeTransition::new));
    }

    private Codec<Adversary> adversary() {
        Codec<Adversary.Action> action = adversaryAction();
        Codec<Adversary.Budget> budget = budget();
        return ObjectCodec.of(
                "ScenarioAdversary",
                omittable("id", Codec.STRING, Adversary::id),
                defaulted("trigger", trigger, Adversary::trigger, TriggerSpec.NONE),
                field("action", action, Adversary::action),
                field("budget", budget, Adversary::budget),
                Adversary::new);
    }

    private Codec<Adversary.Action> adversaryAction() {
        return KindCodec.<Adversary.Action>named("ScenarioAdversaryAction", "type")
                .constant("withholding", new Adversary.Action.Withholding())
                .variant(
                        Adversary.Action.TimingDisturbance.class,
                        ObjectCodec.of(
                                "timing_disturbance",
                                field("ticks", Codec.U64, Adversary.Action.TimingDisturbance::ticks),
                                Adversary.Action.TimingDisturbance::new))
                .constant("corruption", new Adversary.Action.Corruption())
                .variant(
                        Adversary.Action.Crash.class,
                        ObjectCodec.of(
                                "crash",
                                field("role", Codec.STRING, Adversary.Action.Crash::role),
                                nullable("duration", Codec.U64, Adversary.Action.Crash::duration),
                                Adversary.Action.Crash::new))
                .variant(
                        Adversary.Action.ByzantineInterference.class,
                        ObjectCodec.of(
                                "byzantine_interference",
                                nullable(
                                        "withholding_probability",
                                        number,
                                        Adversary.Action.ByzantineInterference::withholdingProbability),
                                nullable(
                                        "corruption_probability",
                                        number,
                                        Adversary.Action.ByzantineInterference::corruptionProbability),
                                nullable("delay_ticks", Codec.U64, Adversary.Action.ByzantineInterference::delayTicks),
                                (withholding, corruption, delay) -> new Adversary.Action.ByzantineInterference(
                                        orZero(withholding), orZero(corruption), delay)));
    }

    private static FixedQ32 orZero(@Nullable FixedQ32 number) {
        return number == null ? FixedQ32.ZERO : number;
    }

    private Codec<Adversary.Budget> budget() {
        return KindCodec.<Adversary.Budget>named("ScenarioBudget", "mode")
                .variant(
                        Adversary.Budget.Activation.class,
                        ObjectCodec.of(
                                "activation",
                                field("total", Codec.U64, Adversary.Budget::total),
                                nullable("assumption_failure", JsonValue.CODEC, Adversary.Budget::assumptionFailure),
                                Adversary.Budget.Activation::new))
                .variant(
                        Adversary.Budget.Independent.class,
                        ObjectCodec.of(
                                "independent",
                                field("total", Codec.U64, Adversary.Budget::total),
                                nullable("assumption_failure", JsonValue.CODEC, Adversary.Budget::assumptionFailure),
                                field("probability", number, Adversary.Budget.Independent::probability),
                                Adversary.Budget.Independent::new))
                .variant(
                        Adversary.Budget.Windowed.class,
                        ObjectCodec.of(
                                "windowed",
                                field("total", Codec.U64, Adversary.Budget::total),
                                nullable("assumption_failure", JsonValue.CODEC, Adversary.Budget::assumptionFailure),
                                field("window_ticks", Codec.U64, Adversary.Budget.Windowed::windowTicks),
                                field("max_per_window", Codec.U64, Adversary.Budget.Windowed::maxPerWindow),
                                Adversary.Budget.Windowed::new))
                .variant(
                        Adversary.Budget.Correlated.class,
                        ObjectCodec.of(
                                "correlated",
                                field("total", Codec.U64, Adversary.Budget::total),
                                nullable("assumption_failure", JsonValue.CODEC, Adversary.Budget::assumptionFailure),
                                field("probability", number, Adversary.Budget.Correlated::probability),
                                field("burst_ticks", Codec.U64, Adversary.Budget.Correlated::burstTicks),
                                Adversary.Budget.Correlated::new));
    }

    private static Codec<PropertySpec> properties() {
        Codec<PropertySpec.Liveness> liveness = ObjectCodec.of(
                "ScenarioLiveness",
                field("name", Codec.STRING, PropertySpec.Liveness::name),
                field("precondition", Codec.STRING, PropertySpec.Liveness::precondition),
                field("goal", Codec.STRING, PropertySpec.Liveness::goal),
                field("bound", Codec.U64, PropertySpec.Liveness::bound),
                PropertySpec.Liveness::new);
        return ObjectCodec.of(
                "ScenarioProperties",
                defaulted("invariants", Codec.listOf(Codec.STRING), PropertySpec::invariants, List.of()),
                defaulted("liveness", Codec.listOf(liveness), PropertySpec::liveness, List.of()),
                PropertySpec::new);
    }

    private static Codec<TheoremSpec> theorem() {
        return ObjectCodec.of(
                "ScenarioTheorem",
                defaulted(
                        "scheduler_profile",
                        TheoremSpec.SchedulerProfile.CODEC,
                        TheoremSpec::schedulerProfile,
                        TheoremSpec.SchedulerProfile.AUTO),
                defaulted(
                        "envelope_profile",
                        TheoremSpec.EnvelopeProfile.CODEC,
                        TheoremSpec::envelopeProfile,
                        TheoremSpec.EnvelopeProfile.AUTO),
                defaulted(
                        "assumption_bundle",
                        TheoremSpec.AssumptionBundle.CODEC,
                        TheoremSpec::assumptionBundle,
                        TheoremSpec.AssumptionBundle.AUTO),
                TheoremSpec::new);
    }

    private static Codec<Durability> durability() {
        return ObjectCodec.of(
                "ScenarioDurability",
                defaulted("mode", Durability.Mode.CODEC, Durability::mode, Durability.Mode.DISABLED),
                Durability::new);
    }
}
