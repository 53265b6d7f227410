package dev.paritas.bridge.compare;

import dev.paritas.bridge.implementation.Answer;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.MachineOperations;
import dev.paritas.bridge.implementation.Operation;
import dev.paritas.semanticobjects.json.JsonValue;

/**
 * The model as processes of its {@code protocol_machine_runner} execute it.
 *
 * @param processes of the runner
 */
public record LeanModel(Implementation processes) implements Model {
    /** Whole answers are compared, so they stay as they came. */
    private static final Operation<CaseInput, JsonValue.Obj> RUN = MachineOperations.running(
            Operation.Payload.of(CaseInput.CODEC), new Operation.Reading<>(JsonValue.CODEC, (question, reply) -> {
                if (reply.document() instanceof JsonValue.Obj document) {
                    return document;
                }
                throw reply.unreadable("the result of 'run' is not an object");
            }));

    /**
     * {@inheritDoc}
     *
     * @throws dev.paritas.bridge.implementation.ImplementationException when no process gave an answer
     */
    @Override
    public ModelAnswer answer(CaseInput input) {
        return switch (processes.ask(RUN, input)) {
            case Answer.Answered<JsonValue.Obj>(JsonValue.Obj document) -> new ModelAnswer.Ran(document);
            case Answer.Refused<JsonValue.Obj> refused -> new ModelAnswer.Refused(refused.text());
        };
    }
}
