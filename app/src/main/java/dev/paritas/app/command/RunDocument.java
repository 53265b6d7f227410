package dev.paritas.app.command;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.BridgeVersion;
import dev.paritas.semanticobjects.run.EffectRecord;
import dev.paritas.semanticobjects.run.OutputConditionRecord;
import dev.paritas.semanticobjects.run.RunEnd;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code run --json}: a run output as it crosses the bridge, but with the status in the words for people,
 * the reason of a fault, and no semantic objects, whose text grows with the square of the run (docs/json-and-errors.md).
 *
 * @param status {@code completed}, {@code step limit}, {@code blocked} or {@code faulted}
 * @param error why the run broke off, null when it did not
 */
record RunDocument(
        RunOutput output, String status, @Nullable String error) {
    static final Codec<RunDocument> CODEC = ObjectCodec.of(
                    "RunDocument",
                    field(
                            "trace",
                            Codec.listOf(TraceEvent.CODEC),
                            document -> document.output().trace()),
                    field(
                            "sessions",
                            Codec.listOf(SessionStatus.CODEC),
                            document -> document.output().sessions()),
                    field(
                            "steps_executed",
                            Codec.U64,
                            document -> document.output().stepsExecuted()),
                    field(
                            "concurrency",
                            Codec.U64,
                            document -> document.output().concurrency()),
                    field("status", Codec.STRING, RunDocument::status),
                    omittable("error", Codec.STRING, RunDocument::error),
                    field(
                            "effect_trace",
                            Codec.listOf(EffectRecord.CODEC),
                            document -> document.output().effectTrace()),
                    field(
                            "effect_exchanges",
                            Codec.listOf(EffectExchange.CODEC),
                            document -> document.output().effectExchanges()),
                    field(
                            "output_condition_trace",
                            Codec.listOf(OutputConditionRecord.CODEC),
                            document -> document.output().outputConditionTrace()),
                    field(
                            "step_states",
                            Codec.listOf(StepState.CODEC),
                            document -> document.output().stepStates()),
                    (trace,
                            sessions,
                            stepsExecuted,
                            concurrency,
                            status,
                            error,
                            effectTrace,
                            effectExchanges,
                            outputConditionTrace,
                            stepStates) -> new RunDocument(
                            new RunOutput(
                                    trace,
                                    sessions,
                                    stepsExecuted,
                                    concurrency,
                                    status,
                                    effectTrace,
                                    effectExchanges,
                                    outputConditionTrace,
                                    stepStates,
                                    SemanticObjects.empty()),
                            status,
                            error))
            .headed("schema_version", BridgeVersion.CODEC, BridgeVersion.CURRENT)
            .closed();

    static RunDocument of(RunOutput output, RunEnd end) {
        return new RunDocument(output, end.word(), end instanceof RunEnd.Faulted(String reason) ? reason : null);
    }
}
