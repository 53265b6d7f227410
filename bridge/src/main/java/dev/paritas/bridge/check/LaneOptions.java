package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.Traffic;

/**
 * What a caller may ask of lanes beyond their selection.
 *
 * @param requireLean whether a lane that needs Lean fails where Lean is missing
 * @param fuzz the cases of {@code --fuzz}
 * @param traffic who sees what is exchanged with executables
 */
public record LaneOptions(boolean requireLean, FuzzPlan fuzz, Traffic traffic) {
    public static final LaneOptions DEFAULT = new LaneOptions(false, FuzzPlan.DEFAULT);

    public LaneOptions(boolean requireLean, FuzzPlan fuzz) {
        this(requireLean, fuzz, Traffic.UNSEEN);
    }
}
