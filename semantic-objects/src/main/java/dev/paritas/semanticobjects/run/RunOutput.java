package dev.paritas.semanticobjects.run;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.Field;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.SemanticObjects;
import java.util.ArrayList;
import java.util.Collections;
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
    /** Stands for step states that a document does not tell; equal to none, and known by its identity alone. */
    private static final List<StepState> UNTOLD = Collections.unmodifiableList(new ArrayList<>());

    /** Every coroutine is done or faulted. */
    public static final String COMPLETED = "completed";

    /** Some coroutine cannot go on, or the limit of steps ran out. */
    public static final String STUCK = "stuck";

    /** The bridge's form: every member is written, absent members of events as null. */
    public static final Codec<RunOutput> CODEC = codec(TraceEvent.CODEC, StepState.CODEC, false);

    /** The runner's form: it leaves out what is absent, and the effects and objects a runner never has when they are empty. */
    public static final Codec<RunOutput> RUNNER_CODEC = codec(TraceEvent.RUNNER_CODEC, StepState.RUNNER_CODEC, true);

    private static Codec<RunOutput> codec(Codec<TraceEvent> traceEvent, Codec<StepState> stepState, boolean omitEmpty) {
        return ObjectCodec.of(
                        "ProtocolMachineRunOutput",
                        field("trace", Codec.listOf(traceEvent), RunOutput::trace),
                        field("sessions", Codec.listOf(SessionStatus.CODEC), RunOutput::sessions),
                        field("steps_executed", Codec.U64, RunOutput::stepsExecuted),
                        field("concurrency", Codec.U64, RunOutput::concurrency),
                        field("status", Codec.STRING, RunOutput::status),
                        list("effect_trace", EffectRecord.CODEC, RunOutput::effectTrace, omitEmpty),
                        list("effect_exchanges", EffectExchange.CODEC, RunOutput::effectExchanges, omitEmpty),
                        list(
                                "output_condition_trace",
                                OutputConditionRecord.CODEC,
                                RunOutput::outputConditionTrace,
                                omitEmpty),
                        defaulted("step_states", Codec.listOf(stepState), RunOutput::stepStates, UNTOLD),
                        whole(
                                "semantic_objects",
                                SemanticObjects.CODEC,
                                RunOutput::semanticObjects,
                                SemanticObjects.empty(),
                                omitEmpty),
                        RunOutput::new)
                .headed("schema_version", BridgeVersion.CODEC, BridgeVersion.CURRENT)
                .closed();
    }

    private static <E> Field<RunOutput, List<E>> list(
            String name, Codec<E> element, Function<RunOutput, List<E>> get, boolean omitEmpty) {
        return whole(name, Codec.listOf(element), get, List.of(), omitEmpty);
    }

    private static <V> Field<RunOutput, V> whole(
            String name, Codec<V> codec, Function<RunOutput, V> get, V fallback, boolean omitFallback) {
        return omitFallback
                ? Field.omittedDefault(name, codec, get, fallback)
                : Field.defaulted(name, codec, get, fallback);
    }

    public RunOutput {
        trace = List.copyOf(trace);
        sessions = List.copyOf(sessions);
        effectTrace = List.copyOf(effectTrace);
        effectExchanges = List.copyOf(effectExchanges);
        outputConditionTrace = List.copyOf(outputConditionTrace);
        stepStates = stepStates == UNTOLD ? UNTOLD : List.copyOf(stepStates);
    }

    /** {@return whether step states are told; a document without the member says nothing of its steps} */
    public boolean tellsSteps() {
        return stepStates != UNTOLD;
    }
}
