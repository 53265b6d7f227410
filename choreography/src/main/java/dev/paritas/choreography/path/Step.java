package dev.paritas.choreography.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One communication on a way, behind others.
 *
 * @param node of a {@link FlatProtocol}
 * @param branch the one that was taken; 0 where there is one
 */
record Step(int node, int branch, @Nullable Step before) {
    static List<Step> inOrder(@Nullable Step last) {
        List<Step> steps = new ArrayList<>();
        for (Step step = last; step != null; step = step.before) {
            steps.add(step);
        }
        Collections.reverse(steps);
        return steps;
    }
}
