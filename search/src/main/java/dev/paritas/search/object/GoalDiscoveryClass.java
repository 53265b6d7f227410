package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** How the discovery of a goal is certified (spec 52 §8.8). */
public enum GoalDiscoveryClass {
    GOAL_WINDOW_ONE_STEP_EXACT,
    GOAL_WINDOW_ONE_STEP_VIA_THREADED_REFINEMENT,
    CERTIFIED_GOAL_WINDOW_SERVICE;

    public static final WordCodec<GoalDiscoveryClass> CODEC = WordCodec.camelCase(GoalDiscoveryClass.class);
}
