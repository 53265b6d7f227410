package dev.paritas.simulation.scenario;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.KindCodec.Field;
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
        Field<String> from = Field.required("from", Codec.STRING);
        Field<String> to = Field.required("to", Codec.STRING);
        Field<String> scope = Field.required("scope", Codec.STRING);
        Field<String> id = Field.required("id", Codec.STRING);
        Field<String> name = Field.required("name", Codec.STRING);
        Field<List<List<String>>> groups = Field.required("groups", Codec.listOf(Codec.listOf(Codec.STRING)));
        Field<String> role = Field.required("role", Codec.STRING);
        Field<String> fromMode = Field.required("from_mode", Codec.STRING);
        Field<String> toMode = Field.required("to_mode", Codec.STRING);
        return KindCodec.<Reconfiguration.Action>named("ScenarioReconfigurationAction", "type")
                .variant(
                        "link",
                        Reconfiguration.Action.Link.class,
                        v -> v.field(from, Reconfiguration.Action.Link::from)
                                .field(to, Reconfiguration.Action.Link::to),
                        in -> new Reconfiguration.Action.Link(in.get(from), in.get(to)))
                .variant(
                        "delegation",
                        Reconfiguration.Action.Delegation.class,
                        v -> v.field(from, Reconfiguration.Action.Delegation::from)
                                .field(to, Reconfiguration.Action.Delegation::to)
                                .field(scope, Reconfiguration.Action.Delegation::scope),
                        in -> new Reconfiguration.Action.Delegation(in.get(from), in.get(to), in.get(scope)))
                .variant(
                        "handoff",
                        Reconfiguration.Action.Handoff.class,
                        v -> v.field(from, Reconfiguration.Action.Handoff::from)
                                .field(to, Reconfiguration.Action.Handoff::to)
                                .field(id, Reconfiguration.Action.Handoff::id),
                        in -> new Reconfiguration.Action.Handoff(in.get(from), in.get(to), in.get(id)))
                .variant(
                        "federation",
                        Reconfiguration.Action.Federation.class,
                        v -> v.field(name, Reconfiguration.Action.Federation::name)
                                .field(groups, Reconfiguration.Action.Federation::groups),
                        in -> new Reconfiguration.Action.Federation(in.get(name), in.get(groups)))
                .variant(
                        "mode_transition",
                        Reconfiguration.Action.ModeTransition.class,
                        v -> v.field(role, Reconfiguration.Action.ModeTransition::role)
                                .field(fromMode, Reconfiguration.Action.ModeTransition::fromMode)
                                .field(toMode, Reconfiguration.Action.ModeTransition::toMode),
                        in -> new Reconfiguration.Action.ModeTransition(
                                in.get(role), in.get(fromMode), in.get(toMode)));
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
        Field<Long> ticks = Field.required("ticks", Codec.U64);
        Field<String> role = Field.required("role", Codec.STRING);
        Field<Long> duration = Field.nullable("duration", Codec.U64);
        Field<FixedQ32> withholding = Field.nullable("withholding_probability", number);
        Field<FixedQ32> corruption = Field.nullable("corruption_probability", number);
        Field<Long> delay = Field.nullable("delay_ticks", Codec.U64);
        return KindCodec.<Adversary.Action>named("ScenarioAdversaryAction", "type")
                .variant(
                        "withholding",
                        Adversary.Action.Withholding.class,
                        v -> v,
                        in -> new Adversary.Action.Withholding())
                .variant(
                        "timing_disturbance",
                        Adversary.Action.TimingDisturbance.class,
                        v -> v.field(ticks, Adversary.Action.TimingDisturbance::ticks),
                        in -> new Adversary.Action.TimingDisturbance(in.get(ticks)))
                .variant(
                        "corruption",
                        Adversary.Action.Corruption.class,
                        v -> v,
                        in -> new Adversary.Action.Corruption())
                .variant(
                        "crash",
                        Adversary.Action.Crash.class,
                        v -> v.field(role, Adversary.Action.Crash::role)
                                .field(duration, Adversary.Action.Crash::duration),
                        in -> new Adversary.Action.Crash(in.get(role), in.getNullable(duration)))
                .variant(
                        "byzantine_interference",
                        Adversary.Action.ByzantineInterference.class,
                        v -> v.field(withholding, Adversary.Action.ByzantineInterference::withholdingProbability)
                                .field(corruption, Adversary.Action.ByzantineInterference::corruptionProbability)
                                .field(delay, Adversary.Action.ByzantineInterference::delayTicks),
                        in -> new Adversary.Action.ByzantineInterference(
                                orZero(in.getNullable(withholding)),
                                orZero(in.getNullable(corruption)),
                                in.getNullable(delay)));
    }

    private static FixedQ32 orZero(@Nullable FixedQ32 number) {
        return number == null ? FixedQ32.ZERO : number;
    }

    private Codec<Adversary.Budget> budget() {
        Field<Long> total = Field.required("total", Codec.U64);
        Field<JsonValue> failure = Field.nullable("assumption_failure", JsonValue.CODEC);
        Field<FixedQ32> probability = Field.required("probability", number);
        Field<Long> windowTicks = Field.required("window_ticks", Codec.U64);
        Field<Long> maxPerWindow = Field.required("max_per_window", Codec.U64);
        Field<Long> burstTicks = Field.required("burst_ticks", Codec.U64);
        return KindCodec.<Adversary.Budget>named("ScenarioBudget", "mode")
                .variant(
                        "activation",
                        Adversary.Budget.Activation.class,
                        v -> v.field(total, Adversary.Budget::total)
                                .field(failure, Adversary.Budget::assumptionFailure),
                        in -> new Adversary.Budget.Activation(in.get(total), in.getNullable(failure)))
                .variant(
                        "independent",
                        Adversary.Budget.Independent.class,
                        v -> v.field(total, Adversary.Budget::total)
                                .field(failure, Adversary.Budget::assumptionFailure)
                                .field(probability, Adversary.Budget.Independent::probability),
                        in -> new Adversary.Budget.Independent(
                                in.get(total), in.getNullable(failure), in.get(probability)))
                .variant(
                        "windowed",
                        Adversary.Budget.Windowed.class,
                        v -> v.field(total, Adversary.Budget::total)
                                .field(failure, Adversary.Budget::assumptionFailure)
                                .field(windowTicks, Adversary.Budget.Windowed::windowTicks)
                                .field(maxPerWindow, Adversary.Budget.Windowed::maxPerWindow),
                        in -> new Adversary.Budget.Windowed(
                                in.get(total), in.getNullable(failure), in.get(windowTicks), in.get(maxPerWindow)))
                .variant(
                        "correlated",
                        Adversary.Budget.Correlated.class,
                        v -> v.field(total, Adversary.Budget::total)
                                .field(failure, Adversary.Budget::assumptionFailure)
                                .field(probability, Adversary.Budget.Correlated::probability)
                                .field(burstTicks, Adversary.Budget.Correlated::burstTicks),
                        in -> new Adversary.Budget.Correlated(
                                in.get(total), in.getNullable(failure), in.get(probability), in.get(burstTicks)));
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
