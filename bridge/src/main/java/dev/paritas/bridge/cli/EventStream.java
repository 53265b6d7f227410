package dev.paritas.bridge.cli;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionException;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineException;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RecordSink;
import dev.paritas.machine.engine.Recording;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.semantic.RecordedEffect;
import dev.paritas.machine.trace.BridgeExport;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressTransition;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the events of a run as JSON lines while the machine runs, in memory that does not grow with the run. */
record EventStream(PrintStream out) implements RecordSink {
    /** @throws CommandFailure when a choreography is refused; a coroutine's fault ends the stream, and is its last event */
    void run(List<ChoreographyJson> choreographies, long maxSteps) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT, Recording.streaming(this));
        try {
            for (ChoreographyJson choreography : choreographies) {
                Map<String, LocalType> locals = new LinkedHashMap<>();
                choreography
                        .roles()
                        .forEach(role -> locals.put(role, Projection.project(choreography.globalType(), role)));
                machine.loadChoreography(CodeImage.fromLocalTypes(locals, choreography.globalType()));
            }
        } catch (ProjectionException e) {
            throw CommandFailure.at("REFUSED", "projection", e.getMessage());
        } catch (MachineException e) {
            throw CommandFailure.at("REFUSED", "load", String.valueOf(e.getMessage()));
        }
        try {
            machine.run(new PassThroughHandler(), maxSteps);
        } catch (MachineException e) {
            out.flush();
            throw CommandFailure.at("RUN_STOPPED", "tick " + machine.tick(), String.valueOf(e.getMessage()));
        }
    }

    void print(TraceEvent event) {
        out.println(JsonOutput.compactText(TraceEvent.RUNNER_CODEC, event));
    }

    @Override
    public void event(ObservableEvent event) {
        BridgeExport.event(event).ifPresent(this::print);
    }

    @Override
    public void effect(RecordedEffect effect) {}

    @Override
    public void contract(ProgressContract contract) {}

    @Override
    public void transition(ProgressTransition transition) {}

    @Override
    public void check(OutputConditionCheck check) {}
}
