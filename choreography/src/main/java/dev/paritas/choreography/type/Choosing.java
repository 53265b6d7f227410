package dev.paritas.choreography.type;

import java.util.List;

/** A node with labelled branches, of either kind of type. */
public sealed interface Choosing permits GlobalType.Comm, LocalType.Choice {
    List<? extends Labelled> branches();

    /** A branch, seen from its label. */
    sealed interface Labelled permits GlobalType.Branch, LocalType.Branch {
        Label label();
    }
}
