package dev.paritas.app.report.page;

import dev.paritas.bridge.compare.Evidence;
import dev.paritas.bridge.report.LaneCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of the matrix: an implementation, or what stands in for one.
 *
 * @param name the kind of the implementation, or a word of our own
 */
record Party(String name) {
    private static final Party REFERENCE = new Party("reference");
    private static final Party EARLIER = new Party("earlier answers");
    private static final Party PROGRAM = new Party("this program");
    private static final Party TABLE = new Party("table");

    /** {@return who took part in the check; nobody in one that could not run} */
    static List<Party> of(LaneCheck check) {
        List<Party> parties = new ArrayList<>();
        if (Kind.of(check.status()) == Kind.SKIPPED) {
            return parties;
        }
        check.sides()
                .forEach(side -> parties.add(new Party(side.implementation().kind())));
        if (check.evidence() == Evidence.REFERENCE) {
            parties.add(REFERENCE);
        }
        if (check.evidence() == Evidence.RECORDED) {
            parties.add(EARLIER);
        }
        if (check.sides().isEmpty()) {
            parties.add(PROGRAM);
            if (check.evidence() == Evidence.INDEPENDENT) {
                parties.add(TABLE);
            }
        }
        return parties.stream().distinct().toList();
    }
}
