package dev.paritas.bridge.check;

/**
 * What a caller may ask of lanes beyond their selection.
 *
 * @param requireLean whether a lane that needs Lean fails where Lean is missing
 * @param fuzz the cases of {@code --fuzz}
 */
public record LaneOptions(boolean requireLean, FuzzPlan fuzz) {
    public static final LaneOptions DEFAULT = new LaneOptions(false, FuzzPlan.DEFAULT);
}
