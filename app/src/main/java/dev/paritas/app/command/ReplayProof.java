package dev.paritas.app.command;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.tape.ReplayReport;
import dev.paritas.machine.tape.ReplayRun;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.util.List;

/** A run and its replay on a second machine, which asks nobody; {@code paritas run --check-replay}. */
record ReplayProof(ReplayReport report, int unread) {
    /** @throws CommandFailure when a choreography is refused */
    static ReplayProof of(List<ChoreographyJson> choreographies, long maxSteps) {
        ReplayRun run = ReplayRun.of(
                () -> {
                    ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
                    LiveRun.load(machine, choreographies);
                    return machine;
                },
                new PassThroughHandler(),
                maxSteps);
        return new ReplayProof(run.report(), run.unread());
    }

    /** Says it. {@return the exit code} */
    int tell(Streams streams, boolean json) {
        if (json) {
            streams.document(JsonOutput.compactText(ReplayReport.CODEC, report));
        } else {
            streams.say(report.replayConsistent() ? "the replay is the same run" : "the replay is another run");
            streams.say("  events          " + report.baselineEventCount() + " and " + report.replayEventCount()
                    + (report.exactTraceMatch() ? ", equal" : ", different"));
            streams.say("  effects         " + report.recordedEffectCount() + " on the tape, " + unread + " left over");
            streams.say("  effect traces   " + (report.exactEffectTraceMatch() ? "equal" : "different"));
        }
        return report.replayConsistent() ? ExitCode.OK : ExitCode.DIVERGE;
    }
}
