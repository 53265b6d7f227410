package dev.paritas.bridge.lean;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.implementation.RunnerPool;
import dev.paritas.bridge.implementation.ServedReply;
import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;

/** The model as processes of its {@code protocol_machine_runner} execute it. */
public final class LeanModel implements Model {
    private final RunnerPool pool;

    public LeanModel(RunnerPool pool) {
        this.pool = pool;
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.paritas.bridge.process.ChildException when no process gave an answer
     */
    @Override
    public ModelAnswer answer(CaseInput input) {
        return switch (pool.ask("run", JsonOutput.compactBytes(CaseInput.CODEC, input))) {
            case ServedReply.Result(JsonValue.Obj document) -> new ModelAnswer.Ran(document);
            case ServedReply.Result ignored ->
                throw new ChildException(ChildErrorCode.CHILD_BAD_OUTPUT, "the result of 'run' is not an object", "");
            case ServedReply.Refused(String message) -> new ModelAnswer.Refused(message);
        };
    }
}
