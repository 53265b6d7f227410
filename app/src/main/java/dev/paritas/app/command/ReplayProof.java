package dev.paritas.app.command;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RunStatus;
import dev.paritas.machine.tape.ReplayReport;
import dev.paritas.machine.tape.ReplayRun;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.run.RunEnd;
import java.util.List;

/** A run and its replay on a second machine, which asks nobody; {@code paritas run --check-replay}. */
record ReplayProof(ReplayRun run) {
    /** @throws CommandFailure when a choreography is refused */
    static ReplayProof of(List<ChoreographyJson> choreographies, EffectHandler host, long maxSteps) {
        return new ReplayProof(ReplayRun.of(
                () -> {
                    ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
                    LiveRun.load(machine, choreographies);
                    return machine;
                },
                host,
                maxSteps));
    }

    /** {@return how the recorded run ended} */
    RunEnd end() {
        return end(run.baselineEnd());
    }

    /**
     * Says whether both are one run, and how it ended.
     *
     * @param strict whether using up the steps is a failure
     * @return the exit code: that of the run itself when the replay is the same one, else 1
     */
    int tell(Streams streams, boolean json, boolean strict) {
        ReplayReport report = run.report();
        boolean same = report.replayConsistent() && run.baselineEnd().equals(run.replayEnd());
        if (json) {
            streams.document(JsonOutput.compactText(ReplayReport.CODEC, report));
        } else {
            streams.say(same ? "the replay is the same run" : "the replay is another run");
            streams.say("  ended           " + RunEndText.of(end())
                    + (same ? "" : ", and the replay " + RunEndText.of(end(run.replayEnd()))));
            streams.say("  events          " + report.baselineEventCount() + " and " + report.replayEventCount()
                    + (report.exactTraceMatch() ? ", equal" : ", different"));
            streams.say("  effects         " + report.recordedEffectCount() + " on the tape, " + run.unread()
                    + " left over");
            streams.say("  effect traces   " + (report.exactEffectTraceMatch() ? "equal" : "different"));
        }
        RunEndText.note(end(), run.baseline().scheduler().stepCount(), streams);
        return same ? RunEndText.exitCode(end(), strict) : ExitCode.DIVERGE;
    }

    private static RunEnd end(ReplayRun.End end) {
        return switch (end) {
            case ReplayRun.End.Ended(RunStatus status) -> LiveRun.end(status);
            case ReplayRun.End.Stopped(MachineError error) -> new RunEnd.Faulted(error.sentence());
        };
    }
}
