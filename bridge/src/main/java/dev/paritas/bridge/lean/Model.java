package dev.paritas.bridge.lean;

import dev.paritas.bridge.compare.CaseInput;

/** The formal model, asked to run cases. */
@FunctionalInterface
public interface Model {
    /** {@return what the model makes of {@code input}; a refusal is an answer} */
    ModelAnswer answer(CaseInput input);
}
