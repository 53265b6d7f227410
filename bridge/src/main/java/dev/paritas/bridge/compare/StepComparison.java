package dev.paritas.bridge.compare;

import java.util.List;

/**
 * The outcome of a step-by-step comparison (spec 22 §15.3).
 *
 * @param compared how many steps stood on both sides
 * @param machineSteps length of the machine's list
 * @param leanSteps length of the other list
 * @param differences one per differing member, in step order; at most the limit that was asked for
 * @param ledger what was normalised, by rule
 */
record StepComparison(
        long compared,
        long machineSteps,
        long leanSteps,
        List<StepDifference> differences,
        NormalizationLedger ledger) {
    public StepComparison {
        differences = List.copyOf(differences);
    }

    /** {@return whether both lists have the same length and no compared member differs} */
    public boolean equivalent() {
        return differences.isEmpty() && machineSteps == leanSteps;
    }
}
