package dev.paritas.bridge.check;

import java.util.Arrays;
import java.util.Optional;

/** What {@code check-parity} was asked to run (spec 50 §2, §11). */
public enum LaneSelection {
    /** All that can run here; what cannot is named and skipped. */
    DEFAULT("default"),
    /** Shapes of our vocabulary against the published tables and the Lean sources. */
    TYPES("--types"),
    /** Every corpus case replayed. */
    SUITE("--suite"),
    /** Machine against reference dialect, step by step. */
    CONFORMANCE("--conformance"),
    /** Golden projections and published runs. */
    GOLDEN("--golden"),
    /** Projection and checks of types against a validator process. */
    PROJECTION("--projection"),
    /** Protocol bundles, membership changes and capability models against a validator process. */
    BUNDLES("--bundles"),
    /** The resource heap against its runner, its corpora and the published vectors. */
    HEAP("--heap"),
    /** The reduced semantic-effect bundle against its runner. */
    EFFECTS("--effects"),
    /** The reduced search bundle and the search machine against runner and published vectors. */
    SEARCH("--search"),
    /** Field dynamics, reference simulations and scenario files. */
    SIM("--sim"),
    /** Our reading of the model against the model, executed by Lean. */
    LEAN("--lean"),
    /** Fresh protocols through machine, reference dialect and Lean model; only where it is asked for. */
    FUZZ("--fuzz"),
    /** A runner of the user's own against the machine; only where it is named. */
    RUNNER("--runner"),
    /** All of them but the last two, in this order, up to the first that fails. */
    ALL("--all");

    private final String mode;

    LaneSelection(String mode) {
        this.mode = mode;
    }

    /** {@return the word on the command line and in the report} */
    public String mode() {
        return mode;
    }

    /** {@return the name of the lane, as its checks and lists say it} */
    public String word() {
        return mode.startsWith("--") ? mode.substring(2) : mode;
    }

    /** {@return the selection for {@code word}; empty for an unknown one, which is a usage error} */
    public static Optional<LaneSelection> of(String word) {
        return Arrays.stream(values())
                .filter(selection -> selection.mode.equals(word))
                .findFirst();
    }
}
