package dev.paritas.bridge.lean;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.runner.RunnerPool;
import dev.paritas.bridge.runner.ServedReply;
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
            case ServedReply.Result(JsonValue document) -> new ModelAnswer.Ran(document);
            case ServedReply.Refused(String message) -> new ModelAnswer.Refused(message);
        };
    }
}
