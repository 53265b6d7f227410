package dev.paritas.search.engine;

/** Why a run ended (spec 52 §8.6). */
public enum RunTermination {
    COMPLETED,
    /** A batch was left, and the budget was used up. */
    SCHEDULER_STEP_BUDGET_EXHAUSTED
}
