package dev.paritas.app.command;

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
    static final Codec<RunDocument> CODEC = ObjectCodec.closed("RunDocument", m -> {
        m.required("schema_version", BridgeVersion.CODEC, _ -> BridgeVersion.CURRENT);
        var trace = m.required(
                "trace",
                Codec.listOf(TraceEvent.CODEC),
                document -> document.output().trace());
        var sessions = m.required(
                "sessions",
                Codec.listOf(SessionStatus.CODEC),
                document -> document.output().sessions());
        var stepsExecuted = m.required(
                "steps_executed", Codec.U64, document -> document.output().stepsExecuted());
        var concurrency = m.required(
                "concurrency", Codec.U64, document -> document.output().concurrency());
        var status = m.required("status", Codec.STRING, RunDocument::status);
        var error = m.omittable("error", Codec.STRING, RunDocument::error);
        var effectTrace = m.required(
                "effect_trace",
                Codec.listOf(EffectRecord.CODEC),
                document -> document.output().effectTrace());
        var effectExchanges = m.required(
                "effect_exchanges",
                Codec.listOf(EffectExchange.CODEC),
                document -> document.output().effectExchanges());
        var outputConditionTrace = m.required(
                "output_condition_trace",
                Codec.listOf(OutputConditionRecord.CODEC),
                document -> document.output().outputConditionTrace());
        var stepStates = m.required(
                "step_states",
                Codec.listOf(StepState.CODEC),
                document -> document.output().stepStates());
        return in -> new RunDocument(
                new RunOutput(
                        in.get(trace),
                        in.get(sessions),
                        in.get(stepsExecuted),
                        in.get(concurrency),
                        in.get(status),
                        in.get(effectTrace),
                        in.get(effectExchanges),
                        in.get(outputConditionTrace),
                        in.get(stepStates),
                        SemanticObjects.empty()),
                in.get(status),
                in.get(error));
    });

    static RunDocument of(RunOutput output, RunEnd end) {
        return new RunDocument(output, end.word(), end instanceof RunEnd.Faulted(String reason) ? reason : null);
    }
}
