package dev.paritas.bridge.compare;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.LabelHandler;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.trace.ObservedRun;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunLimitProblem;
import dev.paritas.semanticobjects.run.RunOutput;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The machine (R) in this process: canonical projection, default configuration and, unless another is given, the plain
 * handler (spec 22 §15.3).
 */
public final class MachineSide implements Side {
    private final Function<CaseInput, EffectHandler> host;
    private final RunDetail detail;

    /** A side for comparisons: it keeps no semantic objects, which no other side has. */
    public MachineSide() {
        this(RunDetail.EFFECTS);
    }

    public MachineSide(RunDetail detail) {
        this(new PassThroughHandler(), detail);
    }

    /**
     * @param handler answers the effects of every run of this side
     * @param detail what the outcomes hold
     */
    public MachineSide(EffectHandler handler, RunDetail detail) {
        this(ignored -> handler, detail);
    }

    private MachineSide(Function<CaseInput, EffectHandler> host, RunDetail detail) {
        this.host = host;
        this.detail = detail;
    }

    /** {@return a side whose messages carry their label where the receiver branches on it, as a foreign runtime's do} */
    public static MachineSide withLabels(RunDetail detail) {
        return new MachineSide(
                input -> LabelHandler.of(input.choreographies().stream()
                        .map(ChoreographyJson::globalType)
                        .toList()),
                detail);
    }

    @Override
    public Answerer answerer() {
        return Answerer.here(ImplementationId.JAVA_MACHINE);
    }

    @Override
    public SideOutcome run(CaseInput input) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        try {
            for (ChoreographyJson choreography : input.choreographies()) {
                machine.loadChoreography(CodeImage.fromLocalTypes(locals(choreography), choreography.globalType()));
            }
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case ProjectionError error -> new SideOutcome.Refused("projection", error.sentence());
                case MachineError error -> new SideOutcome.Refused("load", error.sentence());
                default -> throw e;
            };
        }
        ObservedRun run = new ObservedRun(machine, detail);
        try {
            RunOutput output = run.run(host.apply(input), input.maxSteps(), input.concurrency());
            return new SideOutcome.Ran(
                    output, run.fault().map(MachineError::sentence).orElse(null));
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case MachineError error -> new SideOutcome.Refused("run", error.sentence());
                case RunLimitProblem limit -> new SideOutcome.Refused(SideOutcome.LIMIT, limit.sentence());
                default -> throw e;
            };
        }
    }

    /** A listed role that the protocol lacks projects to the end type; one that it has twice is loaded once. */
    private static Map<String, LocalType> locals(ChoreographyJson choreography) {
        Map<String, LocalType> locals = new TreeMap<>();
        for (String role : choreography.roles()) {
            locals.put(role, Projection.project(choreography.globalType(), role));
        }
        return locals;
    }
}
