package dev.paritas.bridge.compare;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.model.machine.ModelInputProblem;
import dev.paritas.model.machine.ModelMachine;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunLimitProblem;

/** The reference dialect (L) in this process (spec 22 §19). */
public final class DialectSide implements Side {
    private final RunDetail detail;

    public DialectSide() {
        this(RunDetail.STEPS);
    }

    /** @param detail what the outcomes hold */
    public DialectSide(RunDetail detail) {
        this.detail = detail;
    }

    @Override
    public Answerer answerer() {
        return Answerer.here(ImplementationId.JAVA_MODEL);
    }

    @Override
    public SideOutcome run(CaseInput input) {
        ModelMachine machine = new ModelMachine();
        try {
            input.choreographies()
                    .forEach(choreography -> machine.load(choreography.globalType(), choreography.roles()));
        } catch (ProblemException e) {
            return new SideOutcome.Refused(
                    "load", e.only(ModelInputProblem.class).sentence());
        }
        try {
            return new SideOutcome.Ran(machine.run(input.concurrency(), input.maxSteps(), detail), null);
        } catch (ProblemException e) {
            return new SideOutcome.Refused(
                    SideOutcome.LIMIT, e.only(RunLimitProblem.class).sentence());
        }
    }
}
