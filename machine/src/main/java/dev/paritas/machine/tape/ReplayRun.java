package dev.paritas.machine.tape;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RunStatus;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run, and the same machine run again on nothing but the tape of the first.
 *
 * @param baselineEnd how the recorded run ended
 * @param replayEnd how the replay ended
 * @param unread entries of the tape that the replay left; not an error by itself
 */
public record ReplayRun(
        ProtocolMachine baseline, End baselineEnd, EffectTape tape, ProtocolMachine replay, End replayEnd, int unread) {
    /** How a run ended: by itself or by an error. */
    public sealed interface End {
        record Ended(RunStatus status) implements End {}

        record Stopped(MachineError error) implements End {}
    }

    /**
     * Runs {@code machine} on a tape (spec 21 §9, {@code run_replay}). Only the tape of a recorder works: the machine's own
     * effect trace lacks the topology requests and the hints, and fails at once.
     *
     * @param fallback answers where the tape has no readable answer; null for nobody
     * @throws ProblemException ({@link MachineError}) as {@link ProtocolMachine#run} does; where the tape does not
     *     fit, the failure in it is of
     *     kind determinism
     */
    public static RunStatus runReplay(
            ProtocolMachine machine, @Nullable EffectHandler fallback, EffectTape tape, long maxSteps) {
        return machine.run(new ReplayHandler(tape, fallback), maxSteps);
    }

    /**
     * Records a run of a machine that {@code loaded} gives and replays it on a second one.
     *
     * @param loaded gives a freshly loaded machine at each call, always alike
     * @param maxSteps limit of rounds of each run, unsigned
     */
    public static ReplayRun of(Supplier<ProtocolMachine> loaded, EffectHandler handler, long maxSteps) {
        RecordingHandler recorder = new RecordingHandler(handler);
        ProtocolMachine baseline = loaded.get();
        End baselineEnd = run(baseline, recorder, maxSteps);
        EffectTape tape = recorder.tape();
        ReplayHandler replayer = new ReplayHandler(tape);
        ProtocolMachine replay = loaded.get();
        End replayEnd = run(replay, replayer, maxSteps);
        return new ReplayRun(baseline, baselineEnd, tape, replay, replayEnd, replayer.remaining());
    }

    private static End run(ProtocolMachine machine, EffectHandler handler, long maxSteps) {
        try {
            return new End.Ended(machine.run(handler, maxSteps));
        } catch (ProblemException e) {
            return new End.Stopped(e.only(MachineError.class));
        }
    }

    public ReplayReport report() {
        return ReplayReport.of(baseline, replay, tape);
    }
}
