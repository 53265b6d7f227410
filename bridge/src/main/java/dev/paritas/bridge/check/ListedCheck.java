package dev.paritas.bridge.check;

import dev.paritas.bridge.report.Check;

/**
 * A check that a run would report here.
 *
 * @param always whether it is reported whatever is selected: others stand on it, and it does not pass
 */
public record ListedCheck(LaneSelection lane, Check check, boolean always) {
    /** {@return whether a run with this filter reports it} */
    public boolean in(CheckFilter filter) {
        return filter.holds(check.id()) || always;
    }
}
