package dev.paritas.app.command;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RecordSink;
import dev.paritas.machine.engine.Recording;
import dev.paritas.machine.engine.RunStatus;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.ledger.RecordedEffect;
import dev.paritas.machine.trace.BridgeExport;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressTransition;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunEnd;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Hands on the events of a run while the machine runs, in memory that does not grow with the run. */
final class LiveRun implements RecordSink {
    /**
     * How a run ended.
     *
     * @param steps instructions that were executed
     * @param tick the machine's clock
     */
    record Ended(RunEnd end, long steps, long tick) {}

    private final Consumer<TraceEvent> events;
    private final List<TraceEvent> opening = new ArrayList<>();
    private boolean loaded;

    private LiveRun(Consumer<TraceEvent> events) {
        this.events = events;
    }

    /** @throws CommandFailure when a choreography is refused; then no event was handed on */
    static Ended of(
            List<ChoreographyJson> choreographies, EffectHandler host, long maxSteps, Consumer<TraceEvent> events) {
        LiveRun run = new LiveRun(events);
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT, Recording.streaming(run));
        load(machine, choreographies);
        run.loaded = true;
        run.opening.forEach(events);
        RunEnd end;
        try {
            end = end(machine.run(host, maxSteps));
        } catch (ProblemException e) {
            end = new RunEnd.Faulted(e.only(MachineError.class).sentence());
        }
        return new Ended(end, machine.scheduler().stepCount(), machine.tick());
    }

    /** {@return how a run ended that ended by itself} */
    static RunEnd end(RunStatus status) {
        return switch (status) {
            case ALL_DONE -> new RunEnd.Completed();
            case STUCK -> new RunEnd.Blocked();
            case MAX_ROUNDS_EXCEEDED -> new RunEnd.StepLimit();
        };
    }

    /** @throws CommandFailure when a choreography is refused */
    static void load(ProtocolMachine machine, List<ChoreographyJson> choreographies) {
        try {
            for (ChoreographyJson choreography : choreographies) {
                Map<String, LocalType> locals = new LinkedHashMap<>();
                choreography
                        .roles()
                        .forEach(role -> locals.put(role, Projection.project(choreography.globalType(), role)));
                machine.loadChoreography(CodeImage.fromLocalTypes(locals, choreography.globalType()));
            }
        } catch (ProblemException e) {
            throw switch (e.problem()) {
                case ProjectionError error -> CommandFailure.at("REFUSED", "projection", error.sentence());
                case MachineError error -> CommandFailure.at("REFUSED", "load", error.sentence());
                default -> e;
            };
        }
    }

    @Override
    public void event(ObservableEvent event) {
        BridgeExport.event(event).ifPresent(loaded ? events : opening::add);
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
