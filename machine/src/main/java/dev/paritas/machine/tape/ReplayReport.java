package dev.paritas.machine.tape;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * Whether a replay was the run it replays (spec 32 §10.2).
 *
 * @param determinismMode the mode that the machine is configured for
 * @param replayConsistent whether the runs agree in mode {@code Replay}
 * @param configModeConsistent whether they agree in {@code determinismMode}
 * @param recordedEffectCount entries of the tape
 */
public record ReplayReport(
        DeterminismMode determinismMode,
        boolean replayConsistent,
        boolean configModeConsistent,
        boolean exactTraceMatch,
        boolean exactEffectTraceMatch,
        long recordedEffectCount,
        long baselineEventCount,
        long replayEventCount) {
    public static final Codec<ReplayReport> CODEC = ObjectCodec.of(
            "ReplayReport",
            field("determinism_mode", DeterminismMode.CODEC, ReplayReport::determinismMode),
            field("replay_consistent", Codec.BOOL, ReplayReport::replayConsistent),
            field("config_mode_consistent", Codec.BOOL, ReplayReport::configModeConsistent),
            field("exact_trace_match", Codec.BOOL, ReplayReport::exactTraceMatch),
            field("exact_effect_trace_match", Codec.BOOL, ReplayReport::exactEffectTraceMatch),
            field("recorded_effect_count", Codec.U64, ReplayReport::recordedEffectCount),
            field("baseline_event_count", Codec.U64, ReplayReport::baselineEventCount),
            field("replay_event_count", Codec.U64, ReplayReport::replayEventCount),
            ReplayReport::new);

    /** Compares the records of two machines, the second answered from {@code tape}. */
    public static ReplayReport of(ProtocolMachine baseline, ProtocolMachine replay, EffectTape tape) {
        DeterminismMode mode = baseline.config().determinismMode();
        List<ObservableEvent> events = baseline.trace();
        List<ObservableEvent> replayed = replay.trace();
        List<EffectTraceEntry> effects = baseline.records().effectTrace();
        List<EffectTraceEntry> replayedEffects = replay.records().effectTrace();
        return new ReplayReport(
                mode,
                ReplayConsistency.holds(DeterminismMode.REPLAY, events, replayed, effects, replayedEffects),
                ReplayConsistency.holds(mode, events, replayed, effects, replayedEffects),
                events.equals(replayed),
                effects.equals(replayedEffects),
                tape.entries().size(),
                events.size(),
                replayed.size());
    }
}
