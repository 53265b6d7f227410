package dev.paritas.semanticobjects.run;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.SemanticObjects;
import java.util.List;
import java.util.function.Function;

/**
 * The whole result of a run, of the machine or of a runner (spec 22 §10, §14.3). Its own members are a closed list under
 * every read policy; inside them the policy decides.
 */
public record RunOutput(
        List<TraceEvent> trace,
        List<SessionStatus> sessions,
        long stepsExecuted,
        long concurrency,
        String status,
        List<EffectRecord> effectTrace,
        List<EffectExchange> effectExchanges,
        List<OutputConditionRecord> outputConditionTrace,
        List<StepState> stepStates,
        SemanticObjects semanticObjects) {
    /** Every coroutine is done or faulted. */
    public static final String COMPLETED = "completed";

    /** Some coroutine cannot go on, or the limit of steps ran out. */
    public static final String STUCK = "stuck";

    /** The bridge's form: every member is written, absent members of events as null. */
    public static final Codec<RunOutput> CODEC = codec(TraceEvent.CODEC, StepState.CODEC, false);

    /** The runner's form: it leaves out what is absent, and the effects and objects a runner never has when they are empty. */
    public static final Codec<RunOutput> RUNNER_CODEC = codec(TraceEvent.RUNNER_CODEC, StepState.RUNNER_CODEC, true);

    private static Codec<RunOutput> codec(Codec<TraceEvent> traceEvent, Codec<StepState> stepState, boolean omitEmpty) {
        return ObjectCodec.closed("ProtocolMachineRunOutput", m -> {
            m.required("schema_version", BridgeVersion.CODEC, _ -> BridgeVersion.CURRENT);
            var trace = m.required("trace", Codec.listOf(traceEvent), RunOutput::trace);
            var sessions = m.required("sessions", Codec.listOf(SessionStatus.CODEC), RunOutput::sessions);
            var stepsExecuted = m.required("steps_executed", Codec.U64, RunOutput::stepsExecuted);
            var concurrency = m.required("concurrency", Codec.U64, RunOutput::concurrency);
            var status = m.required("status", Codec.STRING, RunOutput::status);
            var effectTrace = list(m, "effect_trace", EffectRecord.CODEC, RunOutput::effectTrace, omitEmpty);
            var effectExchanges =
                    list(m, "effect_exchanges", EffectExchange.CODEC, RunOutput::effectExchanges, omitEmpty);
            var outputConditionTrace = list(
                    m,
                    "output_condition_trace",
                    OutputConditionRecord.CODEC,
                    RunOutput::outputConditionTrace,
                    omitEmpty);
            var stepStates = m.defaulted("step_states", Codec.listOf(stepState), RunOutput::stepStates, List.of());
            var semanticObjects = defaulted(
                    m,
                    "semantic_objects",
                    SemanticObjects.CODEC,
                    RunOutput::semanticObjects,
                    SemanticObjects.empty(),
                    omitEmpty);
            return in -> new RunOutput(
                    in.get(trace),
                    in.get(sessions),
                    in.get(stepsExecuted),
                    in.get(concurrency),
                    in.get(status),
                    in.get(effectTrace),
                    in.get(effectExchanges),
                    in.get(outputConditionTrace),
                    in.get(stepStates),
                    in.get(semanticObjects));
        });
    }

    private static <E> ObjectCodec.Member<List<E>> list(
            ObjectCodec.Builder<RunOutput> m,
            String name,
            Codec<E> element,
            Function<RunOutput, List<E>> get,
            boolean omitEmpty) {
        return defaulted(m, name, Codec.listOf(element), get, List.of(), omitEmpty);
    }

    private static <V> ObjectCodec.Member<V> defaulted(
            ObjectCodec.Builder<RunOutput> m,
            String name,
            Codec<V> codec,
            Function<RunOutput, V> get,
            V fallback,
            boolean omitFallback) {
        return omitFallback ? m.omittedDefault(name, codec, get, fallback) : m.defaulted(name, codec, get, fallback);
    }

    public RunOutput {
        trace = List.copyOf(trace);
        sessions = List.copyOf(sessions);
        effectTrace = List.copyOf(effectTrace);
        effectExchanges = List.copyOf(effectExchanges);
        outputConditionTrace = List.copyOf(outputConditionTrace);
        stepStates = List.copyOf(stepStates);
    }
}
