package dev.paritas.bridge.compare;

/** The formal model, asked to run cases. */
@FunctionalInterface
public interface Model {
    /** {@return what the model makes of {@code input}; a refusal is an answer} */
    ModelAnswer answer(CaseInput input);
}
