package dev.paritas.admission.runtime;

import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeExecution;

/**
 * What became of a runtime upgrade (spec 31 §10.5). A refused one is part of the next state, too, so it is no exception
 * that would leave the caller without that state.
 */
public sealed interface UpgradeOutcome {
    /** {@return the next state, the execution last among its upgrades} */
    ReconfigurationSnapshot state();

    /** {@return what the upgrade left on record} */
    default RuntimeUpgradeExecution execution() {
        return state().runtimeUpgrades().getLast();
    }

    /** All steps were taken: staged, admitted, committed. */
    record Committed(ReconfigurationSnapshot state) implements UpgradeOutcome {}

    /**
     * No step was taken; nothing but the record is new in the state.
     *
     * @param refusal {@code PLAN} when the request contradicts itself (staged, failed), otherwise what a step broke
     *     (staged, admitted, rolled back); its sentence is the reason on record
     */
    record Refused(ReconfigurationSnapshot state, ReconfigurationProblem refusal) implements UpgradeOutcome {}
}
